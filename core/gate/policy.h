// SPDX-License-Identifier: GPL-3.0-or-later
// What an agent may do on its own: the rules of a line applied to one action.
//
// Thread  any: pure
// Source  SPEC 2, table of safety classes
#pragma once

#include "core/base/policyrules.h"

#include <string>
#include <string_view>

namespace signalbox::gate {

/// What is so at the moment of the question.
struct PolicyFacts {
    int retriesUsed = 0; // re-runs of this pipeline run by agents
    int automaticActionsLastHour = 0; // in this repository
    bool held = false; // hold all, or of the line
    std::string environment; // that the action changes; empty: none
    UtcTime now;
};

enum class Permission : std::uint8_t { Allowed, Asks, Never, LimitSpent };

struct Ruling {
    Permission permission = Permission::Asks;
    /// "automatic", "policy_asks", "policy_never", "always_asks", "environment_asks", "frozen", "held",
    /// "retries_spent", "hour_spent"
    std::string_view reason;
    bool operator==(const Ruling&) const = default;
};

/// The default of SPEC 2 for a class that the file does not name.
Autonomy defaultAutonomy(SafetyClass safety);

/// The freeze that is in force; null: none.
const FreezeWindow* freezeAt(const PolicyRules& rules, UtcTime now);

Ruling decide(const PolicyRules& rules, SafetyClass safety, const PolicyFacts& facts);

std::string_view permissionName(Permission permission); // "allowed", "asks", "never", "limit"

} // namespace signalbox::gate
