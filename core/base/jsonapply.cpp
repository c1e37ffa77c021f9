// SPDX-License-Identifier: GPL-3.0-or-later
// applyPatch() of jsonpatch.h. The library's own builds the text of an error for each operation, needed or not; a load
// of a state applies some hundred.
#include "core/base/jsonpatch.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <optional>

namespace signalbox {

namespace {

Error misfit(std::string_view what)
{
    return {ErrorCode::InvalidInput, "a difference does not fit: " + std::string(what)};
}

std::string unescaped(std::string_view token)
{
    std::string key;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool escapes = token[i] == '~' && i + 1 < token.size();
        key += !escapes ? token[i] : token[++i] == '1' ? '/' : '~';
    }
    return key;
}

/// A place in an array; nothing for what RFC 6901 does not take for one.
std::optional<std::size_t> placeOf(std::string_view token)
{
    std::size_t place = 0;
    const char* end = token.data() + token.size();
    const auto read = std::from_chars(token.data(), end, place);
    if (read.ec != std::errc() || read.ptr != end || (token.size() > 1 && token.front() == '0'))
        return std::nullopt;
    return place;
}

/// What stands below `value` at one step of a path; null where nothing does.
Json* below(Json& value, std::string_view token)
{
    if (auto* object = value.get_ptr<Json::object_t*>()) {
        const auto at = object->find(unescaped(token));
        return at == object->end() ? nullptr : &at->second;
    }
    auto* array = value.get_ptr<Json::array_t*>();
    const auto place = array ? placeOf(token) : std::nullopt;
    return place && *place < array->size() ? &(*array)[*place] : nullptr;
}

enum class Act : std::uint8_t { Add, Remove, Replace };

std::optional<Act> actOf(const std::string& name)
{
    if (name == "add")
        return Act::Add;
    if (name == "remove")
        return Act::Remove;
    return name == "replace" ? std::optional(Act::Replace) : std::nullopt;
}

bool changeArray(Json::array_t& array, std::string_view token, Act act, const Json& value)
{
    const auto place = act == Act::Add && token == "-" ? std::optional(array.size()) : placeOf(token);
    if (!place || *place > array.size() || (*place == array.size() && act != Act::Add))
        return false;
    const auto at = array.begin() + static_cast<std::ptrdiff_t>(*place);
    if (act == Act::Add)
        array.insert(at, value);
    else if (act == Act::Remove)
        array.erase(at);
    else
        *at = value;
    return true;
}

bool changeObject(Json::object_t& object, std::string key, Act act, const Json& value)
{
    if (act == Act::Remove)
        return object.erase(key) > 0;
    const auto [at, isNew] = object.try_emplace(std::move(key));
    at->second = value;
    return !isNew || act == Act::Add;
}

/// False: the path leads nowhere.
bool change(Json& root, std::string_view path, Act act, const Json& value)
{
    if (path.empty()) {
        root = value;
        return act != Act::Remove;
    }
    if (path.front() != '/')
        return false;
    Json* holder = &root;
    for (auto end = path.find('/', 1); holder && end != std::string_view::npos; end = path.find('/', 1)) {
        holder = below(*holder, path.substr(1, end - 1));
        path.remove_prefix(end);
    }
    if (!holder)
        return false;
    path.remove_prefix(1);
    if (auto* object = holder->get_ptr<Json::object_t*>())
        return changeObject(*object, unescaped(path), act, value);
    auto* array = holder->get_ptr<Json::array_t*>();
    return array && changeArray(*array, path, act, value);
}

const std::string* textOf(const Json& operation, const char* key)
{
    const auto at = operation.find(key);
    return at == operation.end() ? nullptr : at->get_ptr<const std::string*>();
}

} // namespace

Result<void> applyPatch(Json& value, const Json& patch)
{
    if (!patch.is_array())
        return misfit("it is no list");
    for (const Json& operation : patch) {
        const std::string* name = operation.is_object() ? textOf(operation, "op") : nullptr;
        const std::string* path = name ? textOf(operation, "path") : nullptr;
        const auto act = path ? actOf(*name) : std::nullopt;
        if (!act)
            return misfit("it has another operation than add, remove and replace");
        const auto made = operation.find("value");
        if (made == operation.end() && *act != Act::Remove)
            return misfit(*name + " has no value");
        if (!change(value, *path, *act, made == operation.end() ? Json() : *made))
            return misfit("nothing to " + *name + " at " + *path);
    }
    return {};
}

} // namespace signalbox
