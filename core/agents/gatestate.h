// SPDX-License-Identifier: GPL-3.0-or-later
// What the state of a run that waits at a gate of a CI system says.
//
// Thread  any: pure
#pragma once

#include "core/agents/gateevidence.h"
#include "core/graph/node.h"

namespace signalbox::agents::gatestate {

inline std::string text(const Json& json, std::string_view key)
{
    return fieldOr<std::string>(json, key, {});
}

inline std::int64_t rounds(const graph::State& state)
{
    return fieldOr<std::int64_t>(state, "asked", 0);
}

/// A token that may not see it says nothing of what was decided: another program may have one that may, and a person may
/// put one there. So it is worth another try, as one that is missing or not accepted (Unauthorized) is anyway.
inline Error worthAnotherTry(Error error)
{
    if (error.code == ErrorCode::InvalidInput)
        error.code = ErrorCode::Network;
    return error;
}

inline std::string key(const char* what, const graph::State& state)
{
    return std::string(what) + ":" + std::to_string(rounds(state));
}

inline ci::RunRef runOf(const graph::State& state)
{
    return {text(state, "line"), text(state, "number")};
}

inline ci::PendingGate gateOf(const graph::State& state)
{
    return gateFromJson(fieldOr<Json>(state, "gate", Json::object()));
}

} // namespace signalbox::agents::gatestate
