// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/checkpointtext.h"

#include "core/base/jsonpatch.h"

#include <nlohmann/json.hpp>

namespace signalbox::store {

Json differenceOf(const Json& state, const std::vector<std::string>& changed)
{
    Json patch = Json::array();
    for (const std::string& channel : changed) {
        if (const auto at = state.find(channel); at != state.end())
            appendOperation(patch, "add", pointerTo({}, channel), *at);
        else
            appendRemoval(patch, pointerTo({}, channel));
    }
    return patch;
}

namespace {

Result<void> applyChannels(Json& state, const Json& difference)
{
    auto set = field<Json>(difference, "set");
    if (!set)
        return set.error();
    if (!set->is_object() || !state.is_object())
        return Error{ErrorCode::InvalidInput, "a state is an object"};
    for (auto& [channel, value] : set->items())
        state[channel] = std::move(value);
    for (const std::string& channel : fieldOr<std::vector<std::string>>(difference, "gone", {}))
        state.erase(channel);
    return {};
}

} // namespace

Result<void> applyDifference(Json& state, const Json& difference)
{
    return difference.is_array() ? applyPatch(state, difference) : applyChannels(state, difference);
}

} // namespace signalbox::store
