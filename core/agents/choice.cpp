// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/diagnosis.h"
#include "core/ci/remotesystem.h"
#include "core/gate/policy.h"

namespace signalbox::agents {

namespace {

constexpr std::string_view kUnknown = "unknown";

bool isRerun(ActionType action)
{
    const SafetyClass safety = safetyOf(action);
    return safety == SafetyClass::Retry || safety == SafetyClass::Cache;
}

/// Whether the policy always asks for it. What is not known may be any.
bool alwaysAsks(const PolicyRules& rules, const std::string& environment)
{
    return environment == ci::kAnyEnvironment
        ? !rules.alwaysAsk.empty()
        : std::ranges::find(rules.alwaysAsk, environment) != rules.alwaysAsk.end();
}

/// Whoever pushed wanted it deployed: so it may be once more, unless the policy says something of that.
bool mayDeploy(const ChoiceInput& input)
{
    if (input.environments.empty())
        return true;
    const PolicyRules& rules = input.rules;
    const auto declared = rules.autonomy.find(SafetyClass::Deploy);
    const bool asks = std::ranges::any_of(
        input.environments, [&](const std::string& environment) { return alwaysAsks(rules, environment); });
    return !asks && !gate::freezeAt(rules, input.now)
        && (declared == rules.autonomy.end() || declared->second == Autonomy::Automatic);
}

std::string verdictOf(const ChoiceInput& input, const ActionType action)
{
    if (input.tried.contains(std::string(actionName(action))))
        return "tried";
    const bool isOfNpm = input.diagnosis.found.failureClass.starts_with("npm_");
    if (!isCarriedOut(action, input.offersChanges) || (action == ActionType::UpdateDependencies && !isOfNpm))
        return "unsupported";
    const gate::PolicyFacts facts{.retriesUsed = input.retriesUsed,
                                  .automaticActionsLastHour = input.actionsLastHour,
                                  .held = false, // a held run does not step at all
                                  .environment = {},
                                  .now = {}};
    const gate::Permission permission = gate::decide(input.rules, safetyOf(action), facts).permission;
    const bool asks = permission == gate::Permission::Allowed && isRerun(action) && !mayDeploy(input);
    return std::string(gate::permissionName(asks ? gate::Permission::Asks : permission));
}

std::string reasonFor(const std::vector<ConsideredFix>& considered)
{
    if (considered.empty())
        return "no_fix";
    std::string reason = "no_fix";
    for (const ConsideredFix& fix : considered) {
        if (fix.verdict == "limit")
            return "limit_spent";
        if (fix.verdict == "asks" || fix.verdict == "never")
            reason = "policy";
        else if ((fix.verdict == "suggest" || fix.verdict == "off") && reason != "policy")
            reason = "switched";
        else if (fix.verdict == "tried" && reason == "no_fix")
            reason = "fix_failed";
    }
    return reason;
}

} // namespace

Choice chooseNext(const ChoiceInput& input)
{
    Choice choice;
    choice.mostAttempts = input.rules.retriesPerRun + 1;
    std::vector<std::string> offers;
    for (const log::FixOffer& offer : input.diagnosis.found.fixes)
        offers.push_back(offer.action);
    const bool isUnknown = input.diagnosis.found.failureClass == kUnknown;
    if (isUnknown && input.takesDebug) // it may say more; whether it is worth that is a person's word
        offers.emplace_back(actionName(ActionType::RerunDebug));
    for (const record::RankedFix& ranked : record::rankFixes(offers, input.records)) {
        const auto action = actionFromName(ranked.fix);
        if (!action)
            continue;
        const std::string verdict = switched(verdictOf(input, *action), record::switchOf(input.records, ranked.fix));
        choice.considered.push_back({ranked.fix, std::string(safetyName(safetyOf(*action))), verdict, ranked.tried,
                                     ranked.worked, ranked.score});
        if (!choice.fix && verdict == "allowed")
            choice.fix = action;
    }
    if (isUnknown) {
        choice.fix.reset();
        choice.reason = "unknown_cause";
    } else if (choice.fix && input.diagnosis.found.confidence < input.rules.minConfidence) {
        choice.fix.reset();
        choice.reason = "low_confidence";
    } else if (choice.fix && record::isFalseAlarm(input.judged)) {
        choice.fix.reset();
        choice.reason = "false_alarm";
    } else if (!choice.fix) {
        choice.reason = reasonFor(choice.considered);
    }
    return choice;
}

Choice withoutFix(Choice choice, const std::string& reason, const std::string& verdict)
{
    for (ConsideredFix& fix : choice.considered)
        if (fix.verdict == "allowed")
            fix.verdict = verdict;
    choice.fix.reset();
    choice.reason = reason;
    return choice;
}

} // namespace signalbox::agents
