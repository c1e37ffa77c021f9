// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/channel.h"

#include <nlohmann/json.hpp>

namespace signalbox::graph {

namespace {

Error unfit(const char* reducer, const char* wanted)
{
    return Error{ErrorCode::InvalidInput, std::string("reducer ") + reducer + " takes " + wanted};
}

Result<void> append(Json& value, Json&& update)
{
    if (value.is_null())
        value = Json::array();
    if (!value.is_array())
        return unfit("append", "an array channel");
    if (!update.is_array()) {
        value.push_back(std::move(update));
        return {};
    }
    for (auto& element : update)
        value.push_back(std::move(element));
    return {};
}

Result<void> add(Json& value, const Json& update)
{
    if (!update.is_number() || !(value.is_null() || value.is_number()))
        return unfit("add", "numbers");
    if (value.is_null())
        value = update;
    else if (std::int64_t sum = 0; value.is_number_integer() && update.is_number_integer()
             && !__builtin_add_overflow(value.get<std::int64_t>(), update.get<std::int64_t>(), &sum))
        value = sum;
    else
        value = value.get<double>() + update.get<double>();
    return {};
}

Result<void> merge(Json& value, Json&& update)
{
    if (value.is_null())
        value = Json::object();
    if (!value.is_object() || !update.is_object())
        return unfit("merge", "objects");
    for (auto& [key, element] : update.items())
        value[key] = std::move(element);
    return {};
}

/// A reducer belongs to an agent: whatever it throws must not end the program.
Result<void> own(const Channel& channel, Json& value, const Json& update)
{
    try {
        auto merged = channel.custom(value, update);
        if (!merged)
            return merged.error();
        value = *std::move(merged);
        return {};
    } catch (const std::exception& leaked) {
        return Error{ErrorCode::Internal, std::string("its reducer threw: ") + leaked.what()};
    } catch (...) {
        return Error{ErrorCode::Internal, "its reducer threw"};
    }
}

} // namespace

Result<void> reduce(const Channel& channel, Json& value, Json&& update)
{
    switch (channel.reducer) {
    case Reducer::Replace: value = std::move(update); return {};
    case Reducer::Append: return append(value, std::move(update));
    case Reducer::Add: return add(value, update);
    case Reducer::Max:
        if (!update.is_number() || !(value.is_null() || value.is_number()))
            return unfit("max", "numbers");
        if (value.is_null() || value < update)
            value = std::move(update);
        return {};
    case Reducer::Merge: return merge(value, std::move(update));
    case Reducer::Custom: break;
    }
    return own(channel, value, update);
}

} // namespace signalbox::graph
