// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/selfhealing.h"

#include "core/agents/createissue.h"
#include "core/agents/healingnodes.h"
#include "core/agents/observation.h"

#include <nlohmann/json.hpp>

namespace signalbox::agents {

namespace {

using graph::Condition;
using graph::State;

std::string has(const State& state, std::string_view channel)
{
    return fieldOr<std::string>(state, channel, {});
}

Condition afterDetecting()
{
    return {{"failed", "passed", "cancelled", "unseen"}, [](const State& state) { return has(state, "conclusion"); }};
}

Condition fixOrEscalate()
{
    return {{"fix", "escalate", "overtaken"}, [](const State& state) {
                if (has(state, "escalation_reason") == kOvertaken)
                    return "overtaken";
                return has(state, "next_fix").empty() ? "escalate" : "fix";
            }};
}

/// What has an outcome at once is no new attempt, whose end would tell.
Condition afterFixing()
{
    return {{"started", "escalate"}, [](const State& state) {
                const Json tried = fieldOr<Json>(state, "fixes_tried", Json::array());
                const bool isOver = !tried.empty() && !fieldOr<std::string>(tried.back(), "outcome", {}).empty();
                return isOver || !has(state, "fault").empty() ? "escalate" : "started";
            }};
}

Condition afterVerifying()
{
    return {{"passed", "retry", "escalate", "overtaken"}, [](const State& state) -> std::string {
                if (has(state, "conclusion") == "passed")
                    return "passed";
                if (has(state, "escalation_reason") == kOvertaken)
                    return "overtaken";
                return has(state, "next_fix").empty() ? "escalate" : "retry";
            }};
}

/// What older runs hold says nothing of it.
Condition afterEscalating()
{
    return {{"tell", "ask"},
            [](const State& state) { return fieldOr<bool>(state, "tells_issue", false) ? "tell" : "ask"; }};
}

Condition afterDeciding()
{
    return {{"fix", "look", "decided"}, [](const State& state) {
                if (!has(state, "next_fix").empty())
                    return "fix";
                const Json decision = fieldOr<Json>(state, "decision", Json::object());
                return fieldOr<std::string>(decision, "choice", {}) == kLookAgain ? "look" : "decided";
            }};
}

/// A CI system or a store that does not answer is worth another try for longer than any of them shuts us out: a day.
graph::NodePolicy patient()
{
    graph::NodePolicy policy;
    policy.retry = {.maxAttempts = 300, .firstDelay = Milliseconds(1000), .cap = Milliseconds(300'000)};
    return policy;
}

} // namespace

Result<std::shared_ptr<const graph::Graph>> selfHealingGraph(const SelfHealingPorts& ports)
{
    const std::string end(graph::kEnd);
    graph::NodePolicy asking;
    asking.waitsForPerson = true;
    graph::GraphBuilder builder{std::string(kSelfHealing)};
    builder.facts({"line", "number", "branch", "commit", "author", "trigger", "attempt", "outcome", "failure_class",
                   "fix", "root_cause", "job"});
    builder.node(std::make_unique<DetectFailure>(ports), patient())
        .node(std::make_unique<AnalyzeFailure>(ports), patient())
        .node(std::make_unique<AttemptFix>(ports), patient())
        .node(std::make_unique<VerifyFix>(ports), patient())
        .node(std::make_unique<UpdateKnowledge>(ports), patient())
        .node(std::make_unique<Escalate>(ports), patient())
        .node(std::make_unique<CreateIssue>(ports), CreateIssue::patience())
        .node(std::make_unique<WaitForHuman>(ports), asking);
    builder.entry("detect_failure")
        .conditional("detect_failure", afterDetecting(),
                     {{"failed", "analyze_failure"}, {"passed", end}, {"cancelled", end}, {"unseen", "escalate"}})
        .conditional("analyze_failure", fixOrEscalate(),
                     {{"fix", "attempt_fix"}, {"escalate", "escalate"}, {"overtaken", end}})
        .conditional("attempt_fix", afterFixing(), {{"started", "verify_fix"}, {"escalate", "escalate"}})
        .conditional(
            "verify_fix", afterVerifying(),
            {{"passed", "update_knowledge"}, {"retry", "attempt_fix"}, {"escalate", "escalate"}, {"overtaken", end}})
        .edge("update_knowledge", end)
        .conditional("escalate", afterEscalating(), {{"tell", "create_issue"}, {"ask", "wait_for_human"}})
        .edge("create_issue", "wait_for_human")
        .conditional("wait_for_human", afterDeciding(),
                     {{"fix", "attempt_fix"}, {"look", "detect_failure"}, {"decided", end}});
    return builder.compile();
}

Json selfHealingInput(const ci::RunRef& pipeline, int attempt, int retriesBefore)
{
    return {{"line", pipeline.line},           {"number", pipeline.number}, {"attempt", attempt},
            {"retries_before", retriesBefore}, {"retry_count", 0},          {"fixes_tried", Json::array()}};
}

} // namespace signalbox::agents
