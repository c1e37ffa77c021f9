// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/healingnodes.h"

#include "core/agents/advising.h"
#include "core/agents/createissue.h"
#include "core/agents/dependencyfix.h"
#include "core/agents/learning.h"
#include "core/agents/lockfilefix.h"
#include "core/agents/observation.h"
#include "core/agents/timeoutfix.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::agents {

namespace {

using graph::NodeContext;
using graph::State;
using graph::Update;

std::string text(const State& state, std::string_view channel)
{
    return fieldOr<std::string>(state, channel, {});
}

ci::RunRef pipelineOf(const State& state)
{
    return {text(state, "line"), text(state, "number")};
}

int attemptOf(const State& state)
{
    return static_cast<int>(fieldOr<std::int64_t>(state, "attempt", 1));
}

/// Nothing that another try mends: a system that refuses, or knows no such run any more.
bool isAPersons(const Error& error)
{
    return error.code == ErrorCode::InvalidInput || error.code == ErrorCode::NotFound;
}

/// Adds to `update` that a person is asked because of `error`, where that can help; else it is the run's own.
Result<void> handOver(const Error& error, std::string_view reason, Update& update)
{
    if (!isAPersons(error))
        return error;
    update.set("fault", error.detail);
    update.set("escalation_reason", reason);
    update.set("next_fix", "");
    return {};
}

Result<void> handOver(const Error& error, Update& update)
{
    return handOver(error, error.code == ErrorCode::NotFound ? "vanished" : "refused", update);
}

/// What went wrong before is over.
void forgetFault(const State& state, Update& update)
{
    if (!text(state, "fault").empty())
        update.set("fault", "");
}

/// Diagnoses the newest attempt and chooses what comes next; adds both to `update`.
Result<void> addDiagnosis(const SelfHealingPorts& ports, const State& state, const NodeContext& context, Update& update)
{
    const auto diagnosis = diagnoseAttempt(ports, pipelineOf(state), attemptOf(state), context);
    if (!diagnosis)
        return handOver(diagnosis.error(), update);
    forgetFault(state, update);
    const log::Classification& found = diagnosis->found;
    const Json all = toJson(*diagnosis);
    update.set("diagnosis", all);
    update.set("job", diagnosis->job);
    update.set("failure_class", found.failureClass);
    update.set("confidence", found.confidence);
    update.set("transient", all["transient"]);
    update.set("signature", found.signature);
    update.set("root_cause", all["root_cause"]);
    const auto choice = chooseOnce(ports, state, *diagnosis, context);
    if (!choice)
        return handOver(choice.error(), "no_rules", update);
    update.set("next_fix", (*choice)["next_fix"]);
    update.set("escalation_reason", (*choice)["reason"]);
    update.set("max_attempts", (*choice)["most_attempts"]);
    update.set("considered", (*choice)["considered"]);
    update.set("outage", (*choice)["outage"]);
    if (fieldOr<std::string>(*choice, "reason", {}) == kOvertaken)
        update.set("outcome", "superseded");
    return {};
}

Json triedEntry(const State& state, ActionType action, const StartedAttempt& started)
{
    return {{"action", std::string(actionName(action))},
            {"safety", std::string(safetyName(safetyOf(action)))},
            {"attempt", started.attempt},
            {"signature", text(state, "signature")},
            {"class", text(state, "failure_class")},
            {"started_ms", started.startedMs},
            {"outcome", ""}};
}

/// `outcome` empty: the new attempt tells.
void addTried(const State& state, Json entry, const std::string& outcome, Update& update)
{
    Json tried = fieldOr<Json>(state, "fixes_tried", Json::array());
    entry["outcome"] = outcome;
    tried.push_back(std::move(entry));
    forgetFault(state, update);
    update.set("fix", tried.back()["action"]);
    update.set("next_fix", "");
    update.set("outcome", "");
    update.set("fixes_tried", std::move(tried));
}

bool isOffered(ActionType action)
{
    return action >= ActionType::RegenerateLockfile && action <= ActionType::RaiseTimeout;
}

Result<OfferedFix> offered(const SelfHealingPorts& ports, const State& state, const Try& what,
                           const NodeContext& context)
{
    const std::string key = fixKey(what);
    if (what.action == ActionType::RegenerateLockfile)
        return offerLockfile(ports, state, key, context);
    return what.action == ActionType::RaiseTimeout ? offerTimeLimit(ports, state, key, context)
                                                   : offerDependency(ports, state, key, context);
}

/// A change for review changes nothing of the run: whether it is wanted is a person's word.
Result<Update> offerChange(const SelfHealingPorts& ports, const State& state, const Try& what,
                           const NodeContext& context)
{
    const StartedAttempt begun{attemptOf(state), toUnixMs(context.clock.now())};
    const auto fix = offered(ports, state, what, context);
    Update update;
    if (!fix || !fix->fault.empty()) {
        auto handed = fix ? handOver({ErrorCode::InvalidInput, fix->fault}, fix->reason, update)
                          : handOver(fix.error(), update);
        update.set("refusals", what.refusals + 1);
        return handed ? Result<Update>(std::move(update)) : handed.error();
    }
    Json entry = triedEntry(state, what.action, begun);
    entry["ended_ms"] = toUnixMs(context.clock.now());
    entry["took_ms"] = toUnixMs(context.clock.now()) - begun.startedMs;
    addTried(state, std::move(entry), fix->outcome, update);
    Json considered = fieldOr<Json>(state, "considered", Json::array());
    for (Json& known : considered) {
        if (text(known, "action") == actionName(what.action))
            known["verdict"] = "tried";
    }
    update.set("considered", std::move(considered));
    update.set("escalation_reason", fix->reason);
    update.set("change", fix->change);
    return update;
}

/// Closes the book on the tries so far: an effect, so that neither a rehearsal nor a replay teaches anything.
Result<Json> conclude(const std::string& what, const State& state, const NodeContext& context,
                      const std::function<Result<Json>()>& act)
{
    const Json tried = fieldOr<Json>(state, "fixes_tried", Json::array());
    graph::Effect effect;
    effect.key = what + ":" + std::to_string(tried.size());
    effect.intent = {{"action", what}, {"tried", tried}};
    effect.act = [&](std::stop_token) { return act(); };
    return context.effects.perform(effect);
}

} // namespace

Result<Update> DetectFailure::run(const State& state, const NodeContext& context) const
{
    const auto seen = observeAttempt(*m_ports.ci, pipelineOf(state), attemptOf(state), context);
    Update update;
    if (!seen) {
        auto handed = handOver(seen.error(), update);
        update.set("conclusion", "unseen");
        return handed ? Result<Update>(std::move(update)) : handed.error();
    }
    if (!seen->view) {
        update.waitFor(nextLook(*m_ports.ci, pipelineOf(state), seen->attempt, context));
        return update;
    }
    forgetFault(state, update);
    const AttemptView& attempt = *seen->view;
    if (attempt.attempt != attemptOf(state)) // somebody has started a later one, which counts now
        update.set("attempt", attempt.attempt);
    update.set("branch", attempt.branch);
    update.set("commit", attempt.commit);
    update.set("author", attempt.author);
    update.set("trigger", attempt.trigger);
    update.set("conclusion", attempt.conclusion);
    if (attempt.conclusion == "failed")
        update.set("failed_ms", attempt.endedMs);
    else
        update.set("outcome", attempt.conclusion != "passed" ? "cancelled" : attempt.isHeld ? "waits" : "green");
    return update;
}

Result<Update> AnalyzeFailure::run(const State& state, const NodeContext& context) const
{
    Update update;
    if (auto added = addDiagnosis(m_ports, state, context, update); !added)
        return added.error();
    return update;
}

Result<Update> AttemptFix::run(const State& state, const NodeContext& context) const
{
    const auto action = actionFromName(text(state, "next_fix"));
    if (!action)
        return Error{ErrorCode::InvalidInput, "no such action: " + text(state, "next_fix")};
    const Try what{*action, attemptOf(state), fieldOr<std::int64_t>(state, "refusals", 0)};
    if (isOffered(*action))
        return offerChange(m_ports, state, what, context);
    const auto started = carryOut(m_ports, pipelineOf(state), what, context);
    Update update;
    if (!started) {
        auto handed = handOver(started.error(), update);
        update.set("refusals", what.refusals + 1);
        return handed ? Result<Update>(std::move(update)) : handed.error();
    }
    addTried(state, triedEntry(state, *action, *started), "", update);
    update.set("attempt", started->attempt);
    update.set("retry_count", fieldOr<std::int64_t>(state, "retry_count", 0) + 1);
    return update;
}

Result<Update> VerifyFix::run(const State& state, const NodeContext& context) const
{
    const auto seen = observeAttempt(*m_ports.ci, pipelineOf(state), attemptOf(state), context);
    Update update;
    if (!seen) {
        auto handed = handOver(seen.error(), update);
        return handed ? Result<Update>(std::move(update)) : handed.error();
    }
    if (!seen->view) {
        update.waitFor(nextLook(*m_ports.ci, pipelineOf(state), seen->attempt, context));
        return update;
    }
    const AttemptView& attempt = *seen->view;
    if (attempt.attempt != attemptOf(state)) // somebody has started a later one, which counts now
        update.set("attempt", attempt.attempt);
    const bool passed = attempt.conclusion == "passed";
    Json tried = fieldOr<Json>(state, "fixes_tried", Json::array());
    if (!tried.empty()) {
        Json& last = tried.back();
        last["outcome"] = attempt.conclusion; // "cancelled" tells nothing of the fix
        last["ended_ms"] = attempt.endedMs;
        const std::int64_t took = attempt.endedMs - fieldOr<std::int64_t>(last, "started_ms", attempt.endedMs);
        last["took_ms"] = std::max<std::int64_t>(took, 0); // its end is by the clock of its server
    }
    update.set("fixes_tried", std::move(tried));
    update.set("conclusion", passed ? "passed" : "failed");
    if (passed)
        return update;
    if (attempt.conclusion == "cancelled") { // somebody did not want it: what they want instead is theirs to say
        update.set("next_fix", "");
        update.set("escalation_reason", "cancelled");
        return update;
    }
    if (auto added = addDiagnosis(m_ports, state, context, update); !added)
        return added.error();
    return update;
}

Result<Update> UpdateKnowledge::run(const State& state, const NodeContext& context) const
{
    const auto learnt = conclude("learn", state, context, [&]() -> Result<Json> {
        if (auto told = learnFrom(*m_ports.knowledge, state, context); !told)
            return told.error();
        return Json::object();
    });
    if (!learnt)
        return learnt.error();
    const auto fix = actionFromName(text(state, "fix"));
    return Update{{"success", true}, {"outcome", fix && isPlainRerun(*fix) ? "retried" : "healed"}};
}

Result<Update> Escalate::run(const State& state, const NodeContext& context) const
{
    const auto standing = conclude("escalate", state, context, [&]() -> Result<Json> {
        if (auto told = learnFrom(*m_ports.knowledge, state, context); !told)
            return told.error();
        const auto rules = m_ports.policy->rules(text(state, "line"));
        if (!rules && text(state, "fault").empty()) // whoever refuses us may refuse us the policy too
            return rules.error();
        const auto occurrences = m_ports.knowledge->occurrences(text(state, "signature"));
        if (!occurrences)
            return occurrences.error();
        std::vector<std::string> members;
        if (const auto outage = fieldOr<std::int64_t>(state, "outage", 0); outage != 0 && m_ports.breaker) {
            auto found = m_ports.breaker->members(outage);
            if (!found)
                return found.error();
            members = *std::move(found);
        }
        const Milliseconds patience = rules ? rules->approvalDeadline : PolicyRules().approvalDeadline;
        return Json{{"patience_ms", patience.count()},
                    {"occurrences", *occurrences},
                    {"runs", std::move(members)},
                    {"tells_issue", wantsIssue(m_ports, state)}};
    });
    if (!standing)
        return standing.error();
    const auto others = fieldOr<std::int64_t>(*standing, "occurrences", 1) - 1; // besides this run
    EscalationEvidence evidence = gatherEvidence(state, static_cast<int>(std::max<std::int64_t>(0, others)));
    evidence.runs = fieldOr<std::vector<std::string>>(*standing, "runs", {});
    auto advice = adviceOn(m_ports, state, evidence, context);
    if (!advice)
        return advice.error();
    if (advice->is_object()) {
        advice->erase("exchanges"); // they stand in the run, and need not be decided upon
        evidence.advice = *std::move(advice);
    }
    Update update{{"success", false},
                  {"outcome", "escalated"},
                  {"patience_ms", (*standing)["patience_ms"]},
                  {"evidence", toJson(evidence)}};
    const bool tells = fieldOr<bool>(*standing, "tells_issue", false);
    if (tells || fieldOr<bool>(state, "tells_issue", false)) // what older runs hold is replayed as it was
        update.set("tells_issue", tells);
    return update;
}

} // namespace signalbox::agents
