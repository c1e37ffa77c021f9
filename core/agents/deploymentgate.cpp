// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/deploymentgate.h"

#include "core/agents/gateevidence.h"
#include "core/agents/gatesending.h"
#include "core/agents/gatestate.h"
#include "core/agents/sentdecision.h"
#include "core/gate/requirements.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::agents {

namespace {

using gatestate::gateOf;
using gatestate::key;
using gatestate::rounds;
using gatestate::runOf;
using gatestate::text;
using gatestate::worthAnotherTry;
using graph::NodeContext;
using graph::State;
using graph::Update;

constexpr std::chrono::hours kWaitsThere{30 * 24}; // then GitHub gives up itself

/// Nothing that another try mends.
bool isRefusal(const Error& error)
{
    return error.code == ErrorCode::InvalidInput || error.code == ErrorCode::NotFound
        || error.code == ErrorCode::Conflict;
}

/// Else it waits there, whatever is decided here: rules of others let it through, or other people than our token's.
bool isDecidedHere(const ci::PendingGate& gate)
{
    return gate.others.empty() && gate.mayDecide.value_or(true);
}

gate::Request requestFor(const GateEvidence& evidence)
{
    const ci::Run& run = evidence.run;
    gate::Request request;
    request.kind = kDeployment;
    request.subject = run.line + " #" + run.number + " -> " + evidence.gate.environment;
    if (const std::string& job = evidence.gate.job; !job.empty() && job != evidence.gate.environment)
        request.subject += " (" + job + ")";
    if (const std::string rules = ruleNames(evidence.gate); !rules.empty())
        request.subject += " (protection rule " + rules + ")";
    request.line = run.line;
    request.risk = evidence.risk;
    request.askedBy = std::string(kDeploymentGate);
    request.author = run.author;
    request.against = evidence.against;
    request.commit = run.commit;
    request.evidence = toJson(evidence, gate::approversNeeded(request));
    return request;
}

/// What can be read of the gate; what cannot is told.
Result<GateEvidence> gather(const DeploymentGatePorts& ports, const State& state, const ci::PendingGate& gate,
                            const NodeContext& context)
{
    GateEvidence evidence;
    evidence.gate = gate;
    evidence.fault = text(state, "fault");
    auto run = ports.ci->run(runOf(state), context.stop);
    if (!run)
        return worthAnotherTry(run.error());
    evidence.run = *std::move(run);
    evidence.provider = std::string(ports.gate->provider(evidence.run.line));
    if (auto rules = ports.gate->rules(evidence.run.line, gate, context.stop); rules)
        evidence.rules = *std::move(rules);
    else if (isRefusal(rules.error()))
        evidence.rulesFault = rules.error().detail;
    else
        return rules.error();
    auto changes = ports.gate->changes(evidence.run.line, gate.environment, evidence.run.commit, context.stop);
    if (changes)
        evidence.changes = *std::move(changes);
    else if (isRefusal(changes.error()))
        evidence.changesFault = changes.error().detail;
    else
        return changes.error();
    return evidence;
}

Result<Json> lookThere(const DeploymentGatePorts& ports, const State& state, const NodeContext& context)
{
    const auto waiting = ports.gate->pending(runOf(state), context.stop);
    if (!waiting)
        return worthAnotherTry(waiting.error());
    const ci::PendingGate known = gateOf(state);
    const auto found = std::ranges::find_if(
        *waiting, [&](const ci::PendingGate& one) { return one.id == known.id && one.occasion == known.occasion; });
    if (found == waiting->end())
        return Json{{"waits", false}};
    auto evidence = gather(ports, state, *found, context);
    if (!evidence)
        return evidence.error();
    if (evidence->run.attempt != fieldOr<std::int64_t>(state, "attempt", 1))
        return Json{{"waits", false}};
    const auto policy = ports.policy->rules(evidence->run.line);
    if (!policy && !isRefusal(policy.error()))
        return policy.error();
    if (!policy)
        evidence->policyFault = policy.error().detail;
    const PolicyRules rules = policy ? *policy : PolicyRules();
    addRisk(*evidence, rules, context.clock.now());
    gate::Request request = requestFor(*evidence);
    request.patience = isDecidedHere(*found) ? rules.approvalDeadline : Milliseconds(kWaitsThere);
    return Json{{"waits", true},
                {"branch", evidence->run.branch},
                {"commit", evidence->run.commit},
                {"author", evidence->run.author},
                {"trigger", evidence->run.trigger},
                {"gate", toJson(*found)},
                {"request", gate::toJson(request)}};
}

/// Reads what a person has to know. Writes gate and request; outcome where nothing waits there any more.
Result<Update> look(const DeploymentGatePorts& ports, const State& state, const NodeContext& context)
{
    graph::Effect effect;
    effect.key = key("look", state);
    effect.intent = {{"action", "look_at_gate"}, {"environment", text(state, "environment")}};
    effect.act = [&](std::stop_token) { return lookThere(ports, state, context); };
    const auto seen = context.effects.perform(effect);
    if (!seen)
        return seen.error();
    Update update;
    if (!fieldOr<bool>(*seen, "waits", false)) {
        update.set("outcome", "gone");
        return update;
    }
    for (const char* channel : {"branch", "commit", "author", "trigger", "gate", "request"})
        update.set(channel, (*seen)[channel]);
    update.set("outcome", "");
    return update;
}

/// As what failed is told: one line, of no log.
Json causeOf(const std::string& why)
{
    return Json::array({{{"line", 0}, {"text", why}}});
}

/// Waits for a person, here or there. Writes decision; outcome where nothing is to be sent, and root_cause where it is
/// told why.
Result<Update> ask(const State& state, const NodeContext& context)
{
    Update update;
    if (!context.answer) {
        update.waitFor(graph::Person{fieldOr<Json>(state, "request", Json::object())});
        return update;
    }
    const Json decision = fieldOr<Json>(*context.answer, "data", Json::object());
    const std::string verdict = text(decision, "verdict");
    update.set("decision", decision);
    update.set("asked", rounds(state) + 1);
    if (verdict == kDecidedThere)
        update.set("outcome", fieldOr<bool>(decision, "approved", false) ? "approved_there" : "rejected_there");
    else if (verdict == kGoneThere || (verdict == "expired" && !isDecidedHere(gateOf(state))))
        update.set("outcome", "gone");
    else if (verdict != "approve" && verdict != "reject" && verdict != "expired" && verdict != kChangedThere)
        update.set("outcome", "superseded");
    if (const std::string why = text(decision, "reason");
        !why.empty() && (verdict == kGoneThere || verdict == kReplaced))
        update.set("root_cause", causeOf(why));
    return update;
}

/// Sends the decision there, once. Writes review and outcome; fault where it is refused, so that a person is told;
/// root_cause where it was taken, and what is to follow refused, or where something newer has overtaken it.
Result<Update> send(const DeploymentGatePorts& ports, const State& state, const NodeContext& context)
{
    const auto replaced = std::make_shared<std::string>();
    const auto review = context.effects.perform(sendingOf(ports, state, replaced));
    Update update;
    if (!review && !replaced->empty()) {
        update.set("outcome", kReplaced);
        update.set("root_cause", causeOf(*replaced));
        return update;
    }
    if (!review) {
        const bool isTold = text(fieldOr<Json>(state, "decision", Json::object()), "verdict") != "expired";
        if (!isRefusal(review.error()) || !isTold)
            return review.error();
        update.set("fault", review.error().detail);
        return update;
    }
    const bool approved = fieldOr<bool>(*review, "approved", false);
    const bool ours = fieldOr<bool>(*review, "ours", false);
    update.set("review", *review);
    update.set("fault", "");
    update.set("outcome", std::string(approved ? "approved" : "rejected") + (ours ? "" : "_there"));
    if (const std::string why = text(*review, "not_done"); !why.empty()) {
        update.set("outcome", kNotStarted);
        update.set("root_cause", causeOf(why));
    }
    return update;
}

/// How it stands there after a review.
std::string_view standingOf(const ci::PendingGate& gate, const ci::GateReview& review,
                            const std::vector<ci::PendingGate>& waiting)
{
    if (!review.approved)
        return "rejected";
    const bool waits = std::ranges::any_of(
        waiting, [&](const ci::PendingGate& one) { return one.id == gate.id && one.occasion == gate.occasion; });
    return !waits ? "released" : gate.waitMinutes > 0 ? "timer" : "others";
}

/// Looks whether it stands there as it was decided. Writes standing: released, rejected, or what it waits for still:
/// timer, others.
Result<Update> verify(const DeploymentGatePorts& ports, const State& state, const NodeContext& context)
{
    graph::Effect effect;
    effect.key = key("verify", state);
    effect.intent = {{"action", "verify_gate"}, {"environment", text(state, "environment")}};
    effect.act = [&](const std::stop_token& stop) -> Result<Json> {
        const ci::PendingGate gate = gateOf(state);
        const auto said = ports.gate->reviews(runOf(state), stop);
        if (!said)
            return worthAnotherTry(said.error());
        const auto waiting = ports.gate->pending(runOf(state), stop);
        if (!waiting)
            return worthAnotherTry(waiting.error());
        const Json review = fieldOr<Json>(state, "review", Json::object());
        const std::string sent = text(review, "comment");
        auto since = ci::reviewsSince(gate, *said);
        if (since.empty() && !gate.rule.empty()) // the answer of a rule need not be listed
            since.push_back({gate.environment, fieldOr<bool>(review, "approved", false), text(review, "by"), sent});
        if (since.empty())
            return Error{ErrorCode::Network,
                         "the review of " + gate.environment + " of run " + text(state, "number") + " of "
                             + text(state, "line") + " is not listed yet; it is looked for again later"};
        const auto ours = std::ranges::find(since, sent, &ci::GateReview::comment);
        const ci::GateReview& counts = ours == since.end() ? since.front() : *ours;
        return Json{{"standing", std::string(standingOf(gate, counts, *waiting))}, {"by", counts.by}};
    };
    const auto seen = context.effects.perform(effect);
    if (!seen)
        return seen.error();
    return Update{{"standing", (*seen)["standing"]}, {"reviewed_by", (*seen)["by"]}};
}

/// A server may be away for a weekend, and what was decided is not lost meanwhile: three days.
graph::NodePolicy patient()
{
    graph::NodePolicy policy;
    policy.retry = {.maxAttempts = 880, .firstDelay = Milliseconds(1000), .cap = Milliseconds(300'000)};
    return policy;
}

graph::Condition whetherOver(std::string open, std::string over)
{
    return {{open, over}, [=](const State& state) { return text(state, "outcome").empty() ? open : over; }};
}

graph::Condition afterAsking()
{
    return {{"decided", "changed", "over"}, [](const State& state) -> std::string {
                const Json decision = fieldOr<Json>(state, "decision", Json::object());
                if (text(decision, "verdict") == kChangedThere)
                    return "changed";
                return text(state, "outcome").empty() ? "decided" : "over";
            }};
}

graph::Condition whetherSent()
{
    return {{"refused", "sent", "overtaken"}, [](const State& state) {
                const std::string outcome = text(state, "outcome");
                return std::string(outcome.empty() ? "refused" : outcome == kReplaced ? "overtaken" : "sent");
            }};
}

} // namespace

Result<std::shared_ptr<const graph::Graph>> deploymentGateGraph(const DeploymentGatePorts& ports)
{
    const std::string end(graph::kEnd);
    graph::NodePolicy asking;
    asking.waitsForPerson = true;
    graph::GraphBuilder builder{std::string(kDeploymentGate)};
    builder.facts(
        {"line", "number", "branch", "commit", "author", "trigger", "attempt", "outcome", "environment", "root_cause"});
    const auto with = [&ports](auto step) {
        return [ports, step](const State& state, const NodeContext& context) { return step(ports, state, context); };
    };
    builder.node("look_at_gate", with(look), patient())
        .node("ask_approval", ask, asking)
        .node("send_decision", with(send), patient())
        .node("verify_gate", with(verify), patient());
    builder.entry("look_at_gate")
        .conditional("look_at_gate", whetherOver("waits", "gone"), {{"waits", "ask_approval"}, {"gone", end}})
        .conditional("ask_approval", afterAsking(),
                     {{"decided", "send_decision"}, {"changed", "look_at_gate"}, {"over", end}})
        .conditional("send_decision", whetherSent(),
                     {{"refused", "look_at_gate"}, {"sent", "verify_gate"}, {"overtaken", end}})
        .edge("verify_gate", end);
    return builder.compile();
}

Json deploymentGateInput(const ci::RunRef& run, int attempt, const ci::PendingGate& gate)
{
    return {{"line", run.line},     {"number", run.number},
            {"attempt", attempt},   {"environment", gate.environment},
            {"gate", toJson(gate)}, {"asked", 0}};
}

std::string gateSubject(const ci::RunRef& run, int attempt, const ci::PendingGate& gate)
{
    return std::string(kDeploymentGate) + " " + run.line + " #" + run.number + "/" + std::to_string(attempt) + " "
        + gate.environment + " " + gate.occasion;
}

} // namespace signalbox::agents
