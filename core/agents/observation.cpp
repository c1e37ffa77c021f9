// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/observation.h"

#include "core/agents/bounds.h"
#include "core/agents/changebench.h"
#include "core/agents/offering.h"

#include <nlohmann/json.hpp>

namespace signalbox::agents {

namespace {

std::string conclusionOf(const ci::Run& run)
{
    switch (run.conclusion) {
    case ci::Conclusion::Success: return "passed";
    case ci::Conclusion::Cancelled: return "cancelled";
    case ci::Conclusion::None: return run.isHeld ? "passed" : "failed"; // as far as it went
    default: return "failed";
    }
}

Json viewToJson(const ci::Run& run, UtcTime now)
{
    return {{"conclusion", conclusionOf(run)},
            {"branch", run.branch},
            {"commit", run.commit},
            {"author", run.author},
            {"trigger", run.trigger},
            {"ended_ms", toUnixMs(run.finishedAt.value_or(now))},
            {"attempt", run.attempt},
            {"held", run.isHeld}};
}

AttemptView viewFromJson(const Json& json, int attempt)
{
    const auto text = [&](const char* key) { return fieldOr<std::string>(json, key, {}); };
    return {text("conclusion"),
            text("branch"),
            text("commit"),
            text("author"),
            text("trigger"),
            fieldOr<std::int64_t>(json, "ended_ms", 0),
            static_cast<int>(fieldOr<std::int64_t>(json, "attempt", attempt)),
            fieldOr<bool>(json, "held", false)};
}

/// Not of a fork's branch, which nobody here may offer to, nor of what is itself on offer.
bool offersChanges(const SelfHealingPorts& ports, const std::string& line, const std::string& branch)
{
    return ports.changes && ports.changes->serves(line) && !branch.empty() && branch.find(':') == std::string::npos
        && !branch.starts_with(kOfferedBranches);
}

/// A look is kept once it has seen something: one that was refused may be made again.
Result<Json> keepLook(graph::Effect effect, const graph::NodeContext& context)
{
    const auto known = context.effects.isRecorded(effect);
    if (!known)
        return known.error();
    if (!*known) {
        auto seen = effect.act(context.stop);
        if (!seen)
            return seen;
        effect.act = [seen = *std::move(seen)](std::stop_token) { return Result<Json>(seen); };
    }
    return context.effects.perform(effect);
}

} // namespace

std::string fixKey(const Try& what)
{
    const std::string again = what.refusals > 0 ? "." + std::to_string(what.refusals) : "";
    return "fix:" + std::to_string(what.failedAttempt) + again;
}

Result<AttemptLook> observeAttempt(ci::System& ci, const ci::RunRef& run, int attempt,
                                   const graph::NodeContext& context)
{
    graph::Effect effect;
    effect.key = "attempt:" + std::to_string(attempt);
    effect.intent = {{"action", "observe"}, {"attempt", attempt}};
    const auto known = context.effects.isRecorded(effect);
    if (!known)
        return known.error();
    std::optional<ci::Run> look;
    if (!*known) {
        auto found = ci.run(run, context.stop);
        if (!found)
            return found.error();
        if (found->attempt < attempt || !ci::hasSettled(*found))
            return AttemptLook{{}, std::max(attempt, found->attempt)};
        look = *std::move(found);
    }
    effect.act = [&](std::stop_token) -> Result<Json> { return viewToJson(look.value(), context.clock.now()); };
    const auto seen = context.effects.perform(effect);
    if (!seen)
        return seen.error();
    AttemptView view = viewFromJson(*seen, attempt);
    const int ended = view.attempt;
    return AttemptLook{std::move(view), ended};
}

graph::Happening nextLook(const ci::System& ci, const ci::RunRef& run, int attempt, const graph::NodeContext& context)
{
    return {ci::finishedEvent(run, attempt), context.clock.now() + ci.lookAgain(run)};
}

Result<Diagnosis> diagnoseAttempt(const SelfHealingPorts& ports, const ci::RunRef& run, int attempt,
                                  const graph::NodeContext& context)
{
    graph::Effect effect;
    effect.key = "diagnosis:" + std::to_string(attempt);
    effect.intent = {{"action", "read_logs"}, {"attempt", attempt}};
    effect.act = [&](std::stop_token stop) -> Result<Json> {
        const auto pipeline = ports.ci->run(run, stop);
        if (!pipeline)
            return pipeline.error();
        const auto diagnosis = diagnose(*ports.ci, ports.catalogue, *pipeline, stop);
        if (!diagnosis)
            return diagnosis.error();
        return toJson(*diagnosis);
    };
    const auto diagnosis = keepLook(std::move(effect), context);
    if (!diagnosis)
        return diagnosis.error();
    return diagnosisFromJson(*diagnosis);
}

namespace {

/// What a run that is run again may do beyond itself.
struct Reach {
    std::vector<std::string> environments; // that it may deploy to
    std::string newer; // the number of a later run with another commit, whose place it could take there
};

/// Of a line that is here, or where nobody knows: nothing.
Result<Reach> reachOf(const SelfHealingPorts& ports, const ci::RunRef& run, const std::stop_token& stop)
{
    if (!ports.newer || !ports.deploysTo)
        return Reach();
    const auto pipeline = ports.ci->run(run, stop);
    if (!pipeline)
        return pipeline.error();
    auto environments = ports.deploysTo(*pipeline, stop);
    if (!environments)
        return environments.error();
    if (environments->empty())
        return Reach();
    auto newer = ports.newer(*pipeline, stop);
    return newer ? Result<Reach>(Reach{*std::move(environments), *std::move(newer)}) : newer.error();
}

} // namespace

Result<Choice> chooseFor(const SelfHealingPorts& ports, const ci::RunRef& run, const Diagnosis& diagnosis,
                         const Circumstances& at)
{
    const std::string& line = run.line;
    const auto rules = ports.policy->rules(line);
    if (!rules)
        return rules.error();
    const auto used = ports.policy->automaticActionsLastHour(line);
    if (!used)
        return used.error();
    auto records = ports.knowledge->find(diagnosis.found.signature);
    if (!records)
        return records.error();
    const auto judged = ports.knowledge->judgements(diagnosis.found.signature);
    if (!judged)
        return judged.error();
    const auto reach = reachOf(ports, run, at.stop);
    if (!reach)
        return reach.error();
    ChoiceInput input{.diagnosis = diagnosis,
                      .rules = *rules,
                      .records = *std::move(records),
                      .tried = {},
                      .retriesUsed = at.retriesBefore + static_cast<int>(at.tried.size()),
                      .actionsLastHour = *used,
                      .offersChanges = offersChanges(ports, line, diagnosis.branch),
                      .takesDebug = ports.ci->takesDebug(line),
                      .environments = reach->environments,
                      .now = at.now,
                      .judged = *judged};
    for (const Json& fix : at.tried) {
        if (fieldOr<std::string>(fix, "signature", {}) == diagnosis.found.signature)
            input.tried.insert(fieldOr<std::string>(fix, "action", {}));
    }
    Choice choice = chooseNext(input);
    return reach->newer.empty() ? std::move(choice) : withoutFix(std::move(choice), std::string(kOvertaken), "allowed");
}

namespace {

Json toJson(const Choice& choice)
{
    Json considered = Json::array();
    for (const ConsideredFix& fix : choice.considered)
        considered.push_back(toJson(fix));
    return {{"next_fix", choice.fix ? std::string(actionName(*choice.fix)) : std::string()},
            {"reason", choice.reason},
            {"most_attempts", choice.mostAttempts},
            {"considered", std::move(considered)}};
}

/// For people, and so that a rehearsal with other tries behind it is not answered from the record.
Json choiceIntent(const Diagnosis& diagnosis, const Json& tried)
{
    Json actions = Json::array();
    for (const Json& fix : tried)
        actions.push_back(fieldOr<std::string>(fix, "action", {}));
    return {{"action", "choose_fix"}, {"attempt", diagnosis.attempt}, {"tried", std::move(actions)}};
}

} // namespace

Result<Json> chooseOnce(const SelfHealingPorts& ports, const graph::State& state, const Diagnosis& diagnosis,
                        const graph::NodeContext& context)
{
    const Json tried = fieldOr<Json>(state, "fixes_tried", Json::array());
    graph::Effect effect;
    effect.key = "choice:" + std::to_string(fieldOr<std::int64_t>(state, "attempt", 1));
    effect.intent = choiceIntent(diagnosis, tried);
    effect.act = [&](std::stop_token) -> Result<Json> {
        const log::Classification& found = diagnosis.found;
        if (auto seen = ports.knowledge->saw(context.run, found.signature, found.failureClass); !seen)
            return seen.error();
        const ci::RunRef run{fieldOr<std::string>(state, "line", {}), fieldOr<std::string>(state, "number", {})};
        auto choice = chooseFor(ports, run, diagnosis,
                                {.tried = tried,
                                 .retriesBefore = static_cast<int>(fieldOr<std::int64_t>(state, "retries_before", 0)),
                                 .now = context.clock.now(),
                                 .stop = context.stop});
        if (!choice)
            return choice.error();
        if (choice->reason == kOvertaken) { // it counts neither as an action nor towards an outage
            Json left = toJson(*choice);
            left["outage"] = 0;
            return left;
        }
        const ActionClaim claim{run.line, context.run,
                                "fix:" + std::to_string(fieldOr<std::int64_t>(state, "attempt", 1))};
        const auto bounded = withinBounds(ports, claim, found, *std::move(choice));
        if (!bounded)
            return bounded.error();
        Json chosen = toJson(bounded->choice);
        chosen["outage"] = bounded->outage;
        return chosen;
    };
    return keepLook(std::move(effect), context);
}

namespace {

Result<Json> clearCaches(ci::System& ci, const ci::RunRef& run, const Try& what, const graph::NodeContext& context)
{
    graph::Effect effect;
    effect.key = fixKey(what) + ":clear_caches";
    effect.safety = SafetyClass::Cache;
    effect.intent = {{"action", "clear_caches"}, {"line", run.line}, {"number", run.number}};
    effect.act = [&](std::stop_token stop) -> Result<Json> {
        const auto names = ci.clearCaches(run, stop);
        if (!names)
            return names.error();
        return Json{{"deleted", *names}};
    };
    // An entry that is gone stays gone: clearing again finds only what the first time left.
    effect.reconcile = [](std::stop_token) -> Result<graph::Reconciled> {
        return graph::Reconciled{graph::Reconciled::Fate::NotDone, {}};
    };
    return context.effects.perform(effect);
}

} // namespace

Result<StartedAttempt> carryOut(const SelfHealingPorts& ports, const ci::RunRef& run, const Try& what,
                                const graph::NodeContext& context)
{
    ci::System& ci = *ports.ci;
    if (what.action == ActionType::ClearCacheRerun) {
        if (const auto cleared = clearCaches(ci, run, what, context); !cleared)
            return cleared.error();
    }
    const int failedAttempt = what.failedAttempt;
    graph::Effect effect;
    effect.key = fixKey(what) + ":rerun";
    effect.safety = SafetyClass::Retry;
    effect.intent = {{"action", std::string(actionName(what.action))},
                     {"line", run.line},
                     {"number", run.number},
                     {"attempt", failedAttempt + 1}};
    const ci::Rerun how{.debug = what.action == ActionType::RerunDebug, .fromAttempt = failedAttempt};
    effect.act = [&](std::stop_token stop) -> Result<Json> {
        const auto reach = reachOf(ports, run, stop);
        if (!reach)
            return reach.error();
        if (!reach->newer.empty())
            return Error{ErrorCode::InvalidInput,
                         "it deploys, and run " + reach->newer
                             + " of the same branch has a newer commit, whose place it could take"};
        const auto attempt = ci.rerunFailed(run, how, stop);
        if (!attempt)
            return attempt.error();
        return Json{{"attempt", *attempt}, {"started_ms", toUnixMs(context.clock.now())}};
    };
    effect.reconcile = [&](std::stop_token stop) -> Result<graph::Reconciled> {
        const auto pipeline = ci.run(run, stop);
        if (!pipeline)
            return pipeline.error();
        if (pipeline->attempt <= failedAttempt)
            return graph::Reconciled{graph::Reconciled::Fate::NotDone, {}};
        return graph::Reconciled{graph::Reconciled::Fate::Done,
                                 {{"attempt", failedAttempt + 1}, {"started_ms", toUnixMs(context.clock.now())}}};
    };
    const auto done = context.effects.perform(effect);
    if (!done)
        return done.error();
    return StartedAttempt{static_cast<int>(fieldOr<std::int64_t>(*done, "attempt", failedAttempt + 1)),
                          fieldOr<std::int64_t>(*done, "started_ms", toUnixMs(context.clock.now()))};
}

} // namespace signalbox::agents
