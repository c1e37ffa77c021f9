// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/gatesending.h"

#include "core/agents/gatestate.h"
#include "core/agents/sentdecision.h"
#include "core/gate/requirements.h"

#include <nlohmann/json.hpp>

namespace signalbox::agents {

using gatestate::gateOf;
using gatestate::key;
using gatestate::runOf;
using gatestate::text;
using gatestate::worthAnotherTry;
using graph::State;

namespace {

/// By it the review is known again.
std::string commentFor(const State& state)
{
    const Json decision = fieldOr<Json>(state, "decision", Json::object());
    const Json asked = fieldOr<Json>(state, "request", Json::object());
    const auto request = gate::requestFromJson(asked);
    SentReview review;
    review.verdict = text(decision, "verdict");
    review.approvers = static_cast<int>(fieldOr<Json>(decision, "approvers", Json::array()).size());
    review.evidenceHash = text(decision, "evidence_hash");
    if (review.evidenceHash.empty())
        review.evidenceHash = gate::evidenceHash(fieldOr<Json>(asked, "evidence", Json::object()));
    review.reason = text(decision, "reason");
    return reviewComment(request ? *request : gate::Request(), review);
}

Json toJson(const ci::GateReview& review, const std::string& ours)
{
    Json json{{"approved", review.approved},
              {"by", review.by},
              {"comment", review.comment},
              {"ours", review.comment == ours}};
    if (!review.notDone.empty())
        json["not_done"] = review.notDone;
    return json;
}

/// What the result of sending a decision tells of the review that counts there.
std::function<Json(const ci::GateReview&)> telling(const State& state, const ci::GateDecision& decision,
                                                   std::string_view provider)
{
    const auto asked = gate::requestFromJson(fieldOr<Json>(state, "request", Json::object()));
    return [request = asked ? *asked : gate::Request(), approve = decision.approve, comment = decision.comment,
            provider = std::string(provider)](const ci::GateReview& review) {
        Json told = toJson(review, comment);
        const bool isOfOthers = review.comment != comment && (review.approved || !review.by.empty());
        if (review.approved != approve && isOfOthers)
            told["elsewhere"] = elsewhere(request, provider, review);
        return told;
    };
}

} // namespace

graph::Effect sendingOf(const DeploymentGatePorts& ports, const State& state,
                        const std::shared_ptr<std::string>& replaced)
{
    const std::string verdict = text(fieldOr<Json>(state, "decision", Json::object()), "verdict");
    const ci::GateDecision decision{
        .run = runOf(state), .gate = gateOf(state), .approve = verdict == "approve", .comment = commentFor(state)};
    // `asked` has counted this decision already.
    graph::Effect effect;
    effect.key = key("decide", state);
    effect.safety = SafetyClass::Deploy;
    effect.intent = {{"action", decision.approve ? "approve_deployment" : "reject_deployment"},
                     {"line", decision.run.line},
                     {"number", decision.run.number},
                     {"environment", decision.gate.environment},
                     {"comment", decision.comment}};
    ci::Gate* gate = ports.gate;
    ci::System* ci = ports.ci;
    const auto attempt = fieldOr<std::int64_t>(state, "attempt", 1);
    const auto again = std::make_shared<bool>(false);
    const auto tell = telling(state, decision, gate->provider(decision.run.line));
    const auto newer = decision.approve ? ports.newer : nullptr;
    effect.act
        = [gate, ci, newer, decision, attempt, again, tell, replaced](const std::stop_token& stop) -> Result<Json> {
        const auto run = ci->run(decision.run, stop);
        if (!run)
            return worthAnotherTry(run.error());
        if (run->attempt != attempt) // nobody was asked about that one
            return Error{ErrorCode::Conflict, "attempt " + std::to_string(run->attempt) + " of the run has begun"};
        const auto other = newer ? newer(*run, stop) : Result<std::string>(std::string());
        if (!other)
            return worthAnotherTry(other.error());
        if (!other->empty()) {
            *replaced = "run " + *other + " of " + run->branch + " has a newer commit";
            return Error{ErrorCode::Conflict, *replaced};
        }
        ci::GateDecision now = decision;
        now.isAgain = *again;
        const auto review = gate->decide(now, stop);
        return review ? Result<Json>(tell(*review)) : review.error();
    };
    effect.reconcile = [gate, decision, again, tell](const std::stop_token& stop) -> Result<graph::Reconciled> {
        *again = true;
        const auto review = gate->whatBecame(decision, stop);
        if (!review)
            return worthAnotherTry(review.error());
        return *review ? graph::Reconciled{graph::Reconciled::Fate::Done, tell(**review)}
                       : graph::Reconciled{graph::Reconciled::Fate::NotDone, {}};
    };
    return effect;
}

} // namespace signalbox::agents
