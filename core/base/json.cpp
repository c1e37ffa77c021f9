// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <nlohmann/json.hpp>

namespace signalbox {

namespace {

constexpr int kDeepest = 500; // what reads and writes it is recursive

bool nestsTooDeep(std::string_view text)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString && c == '\\')
            ++i;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '[' || c == '{') && ++depth > kDeepest)
            return true;
        else if (!inString && (c == ']' || c == '}'))
            --depth;
    }
    return false;
}

Result<const Json*> member(const Json& object, std::string_view key)
{
    if (!object.is_object())
        return Error{ErrorCode::InvalidInput, "no object around \"" + std::string(key) + "\""};
    const auto at = object.find(key);
    if (at == object.end())
        return Error{ErrorCode::InvalidInput, "\"" + std::string(key) + "\" is missing"};
    return &*at;
}

template <typename T>
bool fits(const Json& value)
{
    if constexpr (std::is_same_v<T, bool>)
        return value.is_boolean();
    else if constexpr (std::is_same_v<T, std::int64_t>)
        return value.is_number_integer();
    else if constexpr (std::is_same_v<T, double>)
        return value.is_number();
    else if constexpr (std::is_same_v<T, std::string>)
        return value.is_string();
    else if constexpr (std::is_same_v<T, std::vector<std::string>>)
        return value.is_array() && std::all_of(value.begin(), value.end(), [](const Json& v) { return v.is_string(); });
    else
        return true;
}

} // namespace

Result<Json> parseJson(std::string_view text)
{
    if (nestsTooDeep(text))
        return Error{ErrorCode::InvalidInput, "JSON that nests deeper than " + std::to_string(kDeepest) + " levels"};
    Json value = Json::parse(text, nullptr, false);
    if (value.is_discarded())
        return Error{ErrorCode::InvalidInput, "not JSON"};
    return value;
}

std::string dumpJson(const Json& value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <typename T>
Result<T> field(const Json& object, std::string_view key)
{
    const auto found = member(object, key);
    if (!found)
        return found.error();
    if (!fits<T>(**found))
        return Error{ErrorCode::InvalidInput, "\"" + std::string(key) + "\" has the wrong type"};
    return (*found)->template get<T>();
}

template <typename T>
T fieldOr(const Json& object, std::string_view key, T fallback)
{
    auto found = field<T>(object, key);
    return found ? *std::move(found) : std::move(fallback);
}

template Result<bool> field<bool>(const Json&, std::string_view);
template Result<std::int64_t> field<std::int64_t>(const Json&, std::string_view);
template Result<double> field<double>(const Json&, std::string_view);
template Result<std::string> field<std::string>(const Json&, std::string_view);
template Result<Json> field<Json>(const Json&, std::string_view);
template Result<std::vector<std::string>> field<std::vector<std::string>>(const Json&, std::string_view);
template bool fieldOr<bool>(const Json&, std::string_view, bool);
template std::int64_t fieldOr<std::int64_t>(const Json&, std::string_view, std::int64_t);
template double fieldOr<double>(const Json&, std::string_view, double);
template std::string fieldOr<std::string>(const Json&, std::string_view, std::string);
template Json fieldOr<Json>(const Json&, std::string_view, Json);
template std::vector<std::string> fieldOr<std::vector<std::string>>(const Json&, std::string_view,
                                                                    std::vector<std::string>);

} // namespace signalbox
