// SPDX-License-Identifier: GPL-3.0-or-later
// The part of npmnodes.h that asks a person.
#include "core/agents/npmnodes.h"
#include "core/agents/npmstrategy.h"
#include "core/agents/observation.h"
#include "core/gate/approval.h"

#include <nlohmann/json.hpp>

namespace signalbox::agents {

namespace {

std::string text(const Json& json, std::string_view key)
{
    return fieldOr<std::string>(json, key, {});
}

gate::Request requestFor(const graph::State& state)
{
    gate::Request request;
    request.subject = text(state, "line") + ": npm install";
    request.line = text(state, "line");
    request.askedBy = std::string(kNpmInstall);
    request.patience = Milliseconds(fieldOr<std::int64_t>(state, "patience_ms", request.patience.count()));
    return request;
}

} // namespace

Json npmEscalationRequest(const graph::State& state)
{
    gate::Request request = requestFor(state);
    request.kind = "escalation";
    request.evidence = fieldOr<Json>(state, "evidence", Json::object());
    request.choices = {"take_over"};
    if (text(state, "escalation_reason") == "security")
        request.risk = gate::RiskLevel::High;
    for (const Json& fix : fieldOr<Json>(state, "considered", Json::array())) {
        if (!isOnOffer(consideredFromJson(fix)))
            continue;
        request.choices.push_back(std::string(kTryFix) + text(fix, "action"));
        request.risk = std::max(request.risk, gate::RiskLevel::Medium);
    }
    return gate::toJson(request);
}

Json npmOfferRequest(const graph::State& state)
{
    gate::Request request = requestFor(state);
    const Json offer = fieldOr<Json>(state, "offer", Json::object());
    request.kind = "fix";
    request.subject = text(state, "line") + ": new " + text(offer, "file");
    request.risk = gate::RiskLevel::Medium;
    request.evidence = offer;
    request.choices = {"accept"};
    return gate::toJson(request);
}

} // namespace signalbox::agents
