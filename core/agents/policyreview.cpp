// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/policyreview.h"

#include "core/gate/approval.h"

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

Json rulesOf(const std::string& written)
{
    const auto json = parseJson(written);
    return json ? *json : Json();
}

PolicyProposal proposalIn(const State& state)
{
    return {text(state, "line"), text(state, "before"), text(state, "rules"),
            fieldOr<std::vector<std::string>>(state, "looser", {})};
}

Json requestFor(const PolicyProposal& proposal)
{
    gate::Request request;
    request.kind = "policy";
    request.subject = "policy of " + proposal.line;
    request.line = proposal.line;
    request.risk = gate::RiskLevel::High; // so that a reason is given
    request.askedBy = std::string(kPolicyReview);
    request.evidence = {{"line", proposal.line},
                        {"looser", proposal.looser},
                        {"accepted", rulesOf(proposal.before)},
                        {"proposed", rulesOf(proposal.rules)}};
    return gate::toJson(request);
}

/// Waits for a person. Writes decision, and outcome: accepted or refused.
Result<Update> ask(const State& state, const NodeContext& context)
{
    Update update;
    if (!context.answer) {
        update.waitFor(graph::Person{requestFor(proposalIn(state))});
        return update;
    }
    const Json decision = fieldOr<Json>(*context.answer, "data", Json::object());
    update.set("decision", decision);
    update.set("outcome", fieldOr<std::string>(decision, "verdict", {}) == "approve" ? "accepted" : "refused");
    return update;
}

Result<Update> apply(PolicyKeeper& keeper, const State& state)
{
    const Json decision = fieldOr<Json>(state, "decision", Json::object());
    const auto accepted = keeper.accept(proposalIn(state), fieldOr<std::string>(decision, "by", {}),
                                        fieldOr<std::string>(decision, "reason", {}));
    if (!accepted && accepted.error().code == ErrorCode::Conflict)
        return Update{{"outcome", "outdated"}};
    if (!accepted)
        return accepted.error();
    return Update();
}

} // namespace

Result<std::shared_ptr<const graph::Graph>> policyReviewGraph(PolicyKeeper* keeper)
{
    const std::string end(graph::kEnd);
    graph::NodePolicy asking;
    asking.waitsForPerson = true;
    graph::GraphBuilder builder{std::string(kPolicyReview)};
    builder.facts({"line", "outcome"});
    builder.node("ask_approval", ask, asking).node("accept_policy", [keeper](const State& state, const NodeContext&) {
        return apply(*keeper, state);
    });
    builder.entry("ask_approval")
        .conditional("ask_approval",
                     {{"accepted", "refused"}, [](const State& state) { return text(state, "outcome"); }},
                     {{"accepted", "accept_policy"}, {"refused", end}})
        .edge("accept_policy", end);
    return builder.compile();
}

Json policyReviewInput(const PolicyProposal& proposal)
{
    return {
        {"line", proposal.line}, {"before", proposal.before}, {"rules", proposal.rules}, {"looser", proposal.looser}};
}

} // namespace signalbox::agents
