// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/checkpointtext.h"

#include <nlohmann/json.hpp>

namespace signalbox::store {

std::string differenceText(const Json& state, const std::vector<std::string>& changed)
{
    Json set = Json::object();
    Json gone = Json::array();
    for (const std::string& channel : changed) {
        if (const auto at = state.find(channel); at != state.end())
            set[channel] = *at;
        else
            gone.push_back(channel);
    }
    Json difference{{"set", std::move(set)}};
    if (!gone.empty())
        difference["gone"] = std::move(gone);
    return dumpJson(difference);
}

Result<void> applyDifference(Json& state, const Json& difference)
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

} // namespace signalbox::store
