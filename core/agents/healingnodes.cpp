// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/healingnodes.h"

#include "core/agents/observation.h"

#include <nlohmann/json.hpp>

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

/// Diagnoses the newest attempt and chooses what comes next; adds both to `update`.
Result<void> addDiagnosis(const SelfHealingPorts& ports, const State& state, const NodeContext& context, Update& update)
{
    const auto diagnosis = diagnoseAttempt(ports, pipelineOf(state), attemptOf(state), context);
    if (!diagnosis)
        return diagnosis.error();
    const log::Classification& found = diagnosis->found;
    if (auto seen = ports.knowledge->saw(context.run, found.signature, found.failureClass); !seen)
        return seen.error();
    const Json tried = fieldOr<Json>(state, "fixes_tried", Json::array());
    const auto choice = chooseFor(ports, text(state, "line"), *diagnosis, tried);
    if (!choice)
        return choice.error();

    const Json all = toJson(*diagnosis);
    update.set("diagnosis", all);
    update.set("job", diagnosis->job);
    update.set("failure_class", found.failureClass);
    update.set("confidence", found.confidence);
    update.set("transient", all["transient"]);
    update.set("signature", found.signature);
    update.set("root_cause", all["root_cause"]);
    update.set("next_fix", choice->fix ? std::string(actionName(*choice->fix)) : std::string());
    update.set("escalation_reason", choice->reason);
    update.set("max_attempts", choice->mostAttempts);
    Json considered = Json::array();
    for (const ConsideredFix& fix : choice->considered)
        considered.push_back({{"action", fix.action}, {"safety", fix.safety}, {"verdict", fix.verdict}});
    update.set("considered", std::move(considered));
    return {};
}

record::FixOutcome outcomeOf(const Json& tried, const State& state, const NodeContext& context)
{
    record::FixOutcome outcome;
    outcome.signature = fieldOr<std::string>(tried, "signature", {});
    outcome.failureClass = fieldOr<std::string>(tried, "class", {});
    outcome.fix = fieldOr<std::string>(tried, "action", {});
    outcome.worked = fieldOr<std::string>(tried, "outcome", {}) == "passed";
    outcome.run = context.run;
    outcome.attempt = static_cast<int>(fieldOr<std::int64_t>(tried, "attempt", 1));
    const std::int64_t ended = fieldOr<std::int64_t>(tried, "ended_ms", 0);
    outcome.at = fromUnixMs(ended);
    outcome.healTime = Milliseconds(ended - fieldOr<std::int64_t>(state, "failed_ms", ended));
    return outcome;
}

/// Tells the knowledge base of every try whose outcome is known.
Result<void> learnFrom(KnowledgeBase& knowledge, const State& state, const NodeContext& context)
{
    const Json tried = fieldOr<Json>(state, "fixes_tried", Json::array());
    for (const Json& fix : tried) {
        if (fieldOr<std::string>(fix, "outcome", {}).empty())
            continue;
        if (auto learnt = knowledge.learn(outcomeOf(fix, state, context)); !learnt)
            return learnt.error();
    }
    return {};
}

} // namespace

Result<Update> DetectFailure::run(const State& state, const NodeContext& context) const
{
    const auto seen = observeAttempt(*m_ports.ci, pipelineOf(state), attemptOf(state), context);
    if (!seen)
        return seen.error();
    Update update;
    if (!*seen) {
        update.waitFor(nextLook(pipelineOf(state), attemptOf(state), context));
        return update;
    }
    const AttemptView& attempt = **seen;
    update.set("branch", attempt.branch);
    update.set("commit", attempt.commit);
    update.set("author", attempt.author);
    update.set("trigger", attempt.trigger);
    update.set("conclusion", attempt.conclusion);
    if (attempt.conclusion == "failed")
        update.set("failed_ms", attempt.endedMs);
    else
        update.set("outcome", attempt.conclusion == "passed" ? "green" : "cancelled");
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
    const auto attempt = carryOut(*m_ports.ci, pipelineOf(state), *action, attemptOf(state), context);
    if (!attempt)
        return attempt.error();

    Json tried = fieldOr<Json>(state, "fixes_tried", Json::array());
    tried.push_back({{"action", text(state, "next_fix")},
                     {"safety", std::string(safetyName(safetyOf(*action)))},
                     {"attempt", *attempt},
                     {"signature", text(state, "signature")},
                     {"class", text(state, "failure_class")},
                     {"started_ms", toUnixMs(context.clock.now())},
                     {"outcome", ""}});
    return Update{{"fix", text(state, "next_fix")},
                  {"next_fix", ""},
                  {"outcome", ""},
                  {"attempt", *attempt},
                  {"retry_count", fieldOr<std::int64_t>(state, "retry_count", 0) + 1},
                  {"fixes_tried", std::move(tried)}};
}

Result<Update> VerifyFix::run(const State& state, const NodeContext& context) const
{
    const auto seen = observeAttempt(*m_ports.ci, pipelineOf(state), attemptOf(state), context);
    if (!seen)
        return seen.error();
    Update update;
    if (!*seen) {
        update.waitFor(nextLook(pipelineOf(state), attemptOf(state), context));
        return update;
    }
    const bool passed = (*seen)->conclusion == "passed";
    Json tried = fieldOr<Json>(state, "fixes_tried", Json::array());
    if (!tried.empty()) {
        Json& last = tried.back();
        last["outcome"] = passed ? "passed" : "failed";
        last["ended_ms"] = (*seen)->endedMs;
        last["took_ms"] = (*seen)->endedMs - fieldOr<std::int64_t>(last, "started_ms", (*seen)->endedMs);
    }
    update.set("fixes_tried", std::move(tried));
    update.set("conclusion", passed ? "passed" : "failed");
    if (passed)
        return update;
    if (auto added = addDiagnosis(m_ports, state, context, update); !added)
        return added.error();
    return update;
}

Result<Update> UpdateKnowledge::run(const State& state, const NodeContext& context) const
{
    if (auto learnt = learnFrom(*m_ports.knowledge, state, context); !learnt)
        return learnt.error();
    const auto fix = actionFromName(text(state, "fix"));
    return Update{{"success", true}, {"outcome", fix && isPlainRerun(*fix) ? "retried" : "healed"}};
}

Result<Update> Escalate::run(const State& state, const NodeContext& context) const
{
    if (auto learnt = learnFrom(*m_ports.knowledge, state, context); !learnt)
        return learnt.error();
    const auto rules = m_ports.policy->rules(text(state, "line"));
    if (!rules)
        return rules.error();
    const auto occurrences = m_ports.knowledge->occurrences(text(state, "signature"));
    if (!occurrences)
        return occurrences.error();
    return Update{{"success", false},
                  {"outcome", "escalated"},
                  {"patience_ms", rules->approvalDeadline.count()},
                  {"evidence", toJson(gatherEvidence(state, std::max(0, *occurrences - 1)))}}; // besides this run
}

Result<Update> WaitForHuman::run(const State& state, const NodeContext& context) const
{
    Update update;
    if (!context.answer) {
        update.waitFor(graph::Person{escalationRequest(state)});
        return update;
    }
    const Json decision = fieldOr<Json>(*context.answer, "data", Json::object());
    const std::string verdict = fieldOr<std::string>(decision, "verdict", {});
    const std::string choice = fieldOr<std::string>(decision, "choice", {});
    update.set("decision", decision);
    if (verdict == "approve" && choice.starts_with(kTryFix)) {
        update.set("next_fix", choice.substr(kTryFix.size()));
        return update;
    }
    update.set("next_fix", "");
    if (verdict == "reject")
        update.set("outcome", "dismissed");
    return update;
}

} // namespace signalbox::agents
