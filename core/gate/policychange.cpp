// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gate/policychange.h"

#include "core/gate/policy.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace signalbox::gate {

namespace {

constexpr std::array<std::string_view, 3> kAutonomies{"automatic", "ask", "never"};
constexpr std::array<SafetyClass, 7> kClasses{SafetyClass::Observe,     SafetyClass::Retry,     SafetyClass::Cache,
                                              SafetyClass::PullRequest, SafetyClass::Workspace, SafetyClass::Deploy,
                                              SafetyClass::Destructive};

std::string_view autonomyName(Autonomy autonomy)
{
    return kAutonomies[static_cast<std::size_t>(autonomy)];
}

/// "3", "0.5": as a person would write it.
std::string shown(const Json& number)
{
    return number.dump();
}

Autonomy autonomyOf(const PolicyRules& rules, SafetyClass safety)
{
    const auto declared = rules.autonomy.find(safety);
    return declared == rules.autonomy.end() ? defaultAutonomy(safety) : declared->second;
}

bool covered(const FreezeWindow& freeze, const std::vector<FreezeWindow>& by)
{
    return std::ranges::any_of(
        by, [&](const FreezeWindow& other) { return other.from <= freeze.from && other.until >= freeze.until; });
}

} // namespace

Json toJson(const PolicyRules& rules)
{
    Json autonomy = Json::object();
    for (const auto& [safety, value] : rules.autonomy)
        autonomy[std::string(safetyName(safety))] = autonomyName(value);
    Json freezes = Json::array();
    for (const FreezeWindow& freeze : rules.freezes)
        freezes.push_back({{"from", formatUtc(freeze.from)}, {"until", formatUtc(freeze.until)}, {"why", freeze.why}});
    return {{"autonomy", std::move(autonomy)},
            {"retries_per_run", rules.retriesPerRun},
            {"automatic_actions_per_hour", rules.automaticActionsPerHour},
            {"money_per_month_usd", rules.moneyPerMonthUsd},
            {"min_confidence", rules.minConfidence},
            {"approval_deadline_s", toSeconds(rules.approvalDeadline)},
            {"always_ask", rules.alwaysAsk},
            {"freezes", std::move(freezes)}};
}

Result<PolicyRules> policyFromJson(const Json& json)
{
    const Error bad{ErrorCode::InvalidInput, "not a policy"};
    if (!json.is_object())
        return bad;
    PolicyRules rules;
    const Json autonomy = fieldOr<Json>(json, "autonomy", Json::object());
    for (const auto& [name, word] : autonomy.items()) {
        const auto safety = safetyFromName(name);
        const auto at = std::ranges::find(kAutonomies, word.is_string() ? word.get<std::string>() : std::string());
        if (!safety || at == kAutonomies.end())
            return bad;
        rules.autonomy[*safety] = static_cast<Autonomy>(at - kAutonomies.begin());
    }
    rules.retriesPerRun = static_cast<int>(fieldOr<std::int64_t>(json, "retries_per_run", rules.retriesPerRun));
    rules.automaticActionsPerHour
        = static_cast<int>(fieldOr<std::int64_t>(json, "automatic_actions_per_hour", rules.automaticActionsPerHour));
    rules.moneyPerMonthUsd = fieldOr<double>(json, "money_per_month_usd", rules.moneyPerMonthUsd);
    rules.minConfidence = fieldOr<double>(json, "min_confidence", rules.minConfidence);
    rules.approvalDeadline = Milliseconds(static_cast<std::int64_t>(
        fieldOr<double>(json, "approval_deadline_s", toSeconds(rules.approvalDeadline)) * 1000));
    rules.alwaysAsk = fieldOr<std::vector<std::string>>(json, "always_ask", {});
    const Json freezes = fieldOr<Json>(json, "freezes", Json::array());
    for (const Json& freeze : freezes) {
        const auto from = parseUtc(fieldOr<std::string>(freeze, "from", {}));
        const auto until = parseUtc(fieldOr<std::string>(freeze, "until", {}));
        if (!from || !until)
            return bad;
        rules.freezes.push_back({*from, *until, fieldOr<std::string>(freeze, "why", {})});
    }
    return rules;
}

std::vector<std::string> loosenings(const PolicyRules& accepted, const PolicyRules& proposed, UtcTime now)
{
    std::vector<std::string> found;
    const auto changed = [&](const std::string& key, const Json& from, const Json& to) {
        found.push_back(key + ": " + shown(from) + " to " + shown(to));
    };
    for (const SafetyClass safety : kClasses) {
        const Autonomy from = autonomyOf(accepted, safety);
        const Autonomy to = autonomyOf(proposed, safety);
        if (to < from) // automatic, ask, never: in this order
            found.push_back("autonomy." + std::string(safetyName(safety)) + ": " + std::string(autonomyName(from))
                            + " to " + std::string(autonomyName(to)));
    }
    if (proposed.retriesPerRun > accepted.retriesPerRun)
        changed("retries_per_run", accepted.retriesPerRun, proposed.retriesPerRun);
    if (proposed.automaticActionsPerHour > accepted.automaticActionsPerHour)
        changed("automatic_actions_per_hour", accepted.automaticActionsPerHour, proposed.automaticActionsPerHour);
    if (proposed.moneyPerMonthUsd > accepted.moneyPerMonthUsd)
        changed("money_per_month_usd", accepted.moneyPerMonthUsd, proposed.moneyPerMonthUsd);
    if (proposed.minConfidence < accepted.minConfidence)
        changed("min_confidence", accepted.minConfidence, proposed.minConfidence);
    for (const std::string& environment : accepted.alwaysAsk)
        if (std::ranges::find(proposed.alwaysAsk, environment) == proposed.alwaysAsk.end())
            found.push_back("always_ask: without " + environment);
    for (const FreezeWindow& freeze : accepted.freezes)
        if (freeze.until > now && !covered(freeze, proposed.freezes))
            found.push_back("freezes: not from " + formatUtc(freeze.from) + " until " + formatUtc(freeze.until));
    return found;
}

} // namespace signalbox::gate
