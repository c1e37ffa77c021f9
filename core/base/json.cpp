// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace signalbox {

namespace {

namespace dom = simdjson::dom;
using Kind = dom::element_type;

constexpr int kDeepest = 500; // what reads and writes it is recursive
constexpr std::size_t kKept = 1 << 20; // bytes of text for which a thread keeps its buffers

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

bool build(const dom::element& element, int depth, Json& into);

bool buildObject(const dom::object& members, int depth, Json& into)
{
    auto& object = (into = Json::object()).get_ref<Json::object_t&>();
    for (const dom::key_value_pair& member : members) {
        // What we write has its keys in order, so that each new one stands at the end; of two equal ones the last
        // counts.
        if (!build(member.value, depth, object.try_emplace(object.end(), std::string(member.key))->second))
            return false;
    }
    return true;
}

bool buildArray(const dom::array& elements, int depth, Json& into)
{
    auto& array = (into = Json::array()).get_ref<Json::array_t&>();
    array.resize(elements.size());
    auto place = array.begin();
    for (const dom::element element : elements) {
        if (!build(element, depth, *place++))
            return false;
    }
    return true;
}

Json wholeNumber(std::int64_t number)
{
    return number < 0 ? Json(number) : Json(static_cast<std::uint64_t>(number));
}

/// False: it nests too deep.
bool build(const dom::element& element, int depth, Json& into)
{
    switch (element.type()) {
    case Kind::ARRAY: return depth < kDeepest && buildArray(dom::array(element), depth + 1, into);
    case Kind::OBJECT: return depth < kDeepest && buildObject(dom::object(element), depth + 1, into);
    case Kind::INT64: into = wholeNumber(std::int64_t(element)); break;
    case Kind::UINT64: into = std::uint64_t(element); break;
    case Kind::DOUBLE: into = double(element); break;
    case Kind::STRING: into = std::string(std::string_view(element)); break;
    case Kind::BOOL: into = bool(element); break;
    case Kind::NULL_VALUE: into = nullptr; break;
    }
    return true;
}

/// The fast way; nothing for what it does not take, or takes otherwise than the standard says.
std::optional<Json> parsedFast(std::string_view text)
{
    // Nothing has no address to copy from; half of a surrogate pair would pass.
    if (text.empty() || text.find("\\u") != std::string_view::npos)
        return std::nullopt;
    static thread_local dom::parser kept;
    dom::parser own;
    dom::element root;
    dom::parser& parser = text.size() <= kKept ? kept : own;
    if (parser.parse(text.data(), text.size()).get(root) != simdjson::SUCCESS)
        return std::nullopt;
    Json value;
    return build(root, 0, value) ? std::optional(std::move(value)) : std::nullopt;
}

/// What needs care is written by the library.
void appendCarefully(std::string& text, const Json& value)
{
    text += value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void appendString(std::string& text, const std::string& value)
{
    const bool plain = std::ranges::all_of(value, [](char c) { return c >= ' ' && c < 0x7f && c != '"' && c != '\\'; });
    if (!plain)
        return appendCarefully(text, value);
    text += '"';
    text += value;
    text += '"';
}

template <typename Number>
void appendNumber(std::string& text, Number value)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    text.append(digits.data(), end);
}

void appendText(std::string& text, const Json& value)
{
    char before = '{';
    switch (value.type()) {
    case Json::value_t::object:
        for (const auto& [key, member] : value.get_ref<const Json::object_t&>()) {
            text += std::exchange(before, ',');
            appendString(text, key);
            text += ':';
            appendText(text, member);
        }
        text += before == '{' ? "{}" : "}";
        break;
    case Json::value_t::array:
        before = '[';
        for (const Json& element : value.get_ref<const Json::array_t&>()) {
            text += std::exchange(before, ',');
            appendText(text, element);
        }
        text += before == '[' ? "[]" : "]";
        break;
    case Json::value_t::string: appendString(text, value.get_ref<const std::string&>()); break;
    case Json::value_t::boolean: text += value.get<bool>() ? "true" : "false"; break;
    case Json::value_t::null: text += "null"; break;
    case Json::value_t::number_integer: appendNumber(text, value.get<std::int64_t>()); break;
    case Json::value_t::number_unsigned: appendNumber(text, value.get<std::uint64_t>()); break;
    default: appendCarefully(text, value);
    }
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
    if (auto fast = parsedFast(text))
        return *std::move(fast);
    if (nestsTooDeep(text))
        return Error{ErrorCode::InvalidInput, "JSON that nests deeper than " + std::to_string(kDeepest) + " levels"};
    Json value = Json::parse(text, nullptr, false);
    if (value.is_discarded())
        return Error{ErrorCode::InvalidInput, "not JSON"};
    return value;
}

std::string dumpJson(const Json& value)
{
    std::string text;
    appendText(text, value);
    return text;
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
