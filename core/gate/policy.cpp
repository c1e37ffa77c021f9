// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gate/policy.h"

#include <algorithm>

namespace signalbox::gate {

namespace {

constexpr Ruling kAutomatic{Permission::Allowed, "automatic"};

bool reruns(SafetyClass safety)
{
    return safety == SafetyClass::Retry || safety == SafetyClass::Cache;
}

/// Limits bound what happens without a person; looking is never bounded.
Ruling withinLimits(const PolicyRules& rules, SafetyClass safety, const PolicyFacts& facts)
{
    if (safety == SafetyClass::Observe)
        return kAutomatic;
    if (reruns(safety) && facts.retriesUsed >= rules.retriesPerRun)
        return {Permission::LimitSpent, "retries_spent"};
    if (facts.automaticActionsLastHour >= rules.automaticActionsPerHour)
        return {Permission::LimitSpent, "hour_spent"};
    return kAutomatic;
}

} // namespace

Autonomy defaultAutonomy(SafetyClass safety)
{
    switch (safety) {
    case SafetyClass::Observe:
    case SafetyClass::Retry:
    case SafetyClass::Cache:
    case SafetyClass::PullRequest: // opens one; merging is a person's
    case SafetyClass::Workspace: return Autonomy::Automatic;
    case SafetyClass::Deploy:
    case SafetyClass::Destructive: break;
    }
    return Autonomy::Ask;
}

const FreezeWindow* freezeAt(const PolicyRules& rules, UtcTime now)
{
    const auto found = std::ranges::find_if(
        rules.freezes, [now](const FreezeWindow& freeze) { return freeze.from <= now && now < freeze.until; });
    return found == rules.freezes.end() ? nullptr : &*found;
}

Ruling decide(const PolicyRules& rules, SafetyClass safety, const PolicyFacts& facts)
{
    const auto declared = rules.autonomy.find(safety);
    const Autonomy autonomy = declared != rules.autonomy.end() ? declared->second : defaultAutonomy(safety);
    if (autonomy == Autonomy::Never)
        return {Permission::Never, "policy_never"};
    if (safety == SafetyClass::Destructive) // no file can make it automatic
        return {Permission::Asks, "always_asks"};
    if (autonomy == Autonomy::Ask)
        return {Permission::Asks, "policy_asks"};
    if (facts.held && safety != SafetyClass::Observe)
        return {Permission::Asks, "held"};
    if (!facts.environment.empty() && safety != SafetyClass::Observe
        && std::ranges::find(rules.alwaysAsk, facts.environment) != rules.alwaysAsk.end())
        return {Permission::Asks, "environment_asks"};
    if (safety == SafetyClass::Deploy && freezeAt(rules, facts.now))
        return {Permission::Asks, "frozen"};
    return withinLimits(rules, safety, facts);
}

std::string_view permissionName(Permission permission)
{
    switch (permission) {
    case Permission::Allowed: return "allowed";
    case Permission::Asks: return "asks";
    case Permission::Never: return "never";
    case Permission::LimitSpent: break;
    }
    return "limit";
}

} // namespace signalbox::gate
