// SPDX-License-Identifier: GPL-3.0-or-later
// The part of observation.h that asks a person.
#include "core/agents/observation.h"
#include "core/gate/approval.h"

#include <nlohmann/json.hpp>

namespace signalbox::agents {

namespace {

std::string text(const Json& json, std::string_view key)
{
    return fieldOr<std::string>(json, key, {});
}

/// What approving a fix would touch decides how careful the gate is.
gate::RiskLevel riskOf(SafetyClass safety)
{
    switch (safety) {
    case SafetyClass::Observe:
    case SafetyClass::Retry:
    case SafetyClass::Cache: return gate::RiskLevel::Low;
    case SafetyClass::PullRequest:
    case SafetyClass::Workspace: return gate::RiskLevel::Medium;
    case SafetyClass::Deploy: return gate::RiskLevel::High;
    case SafetyClass::Destructive: return gate::RiskLevel::Critical;
    }
    return gate::RiskLevel::Critical;
}

bool mayBeChosen(const ConsideredFix& fix)
{
    const auto action = actionFromName(fix.action);
    return action && isOnOffer(fix);
}

} // namespace

EscalationEvidence gatherEvidence(const graph::State& state, int occurrences)
{
    const Diagnosis diagnosis = diagnosisFromJson(fieldOr<Json>(state, "diagnosis", Json::object()));
    EscalationEvidence out;
    out.reason = text(state, "escalation_reason");
    out.fault = text(state, "fault");
    out.pullRequest = text(fieldOr<Json>(state, "change", Json::object()), "page");
    out.line = text(state, "line");
    out.number = text(state, "number");
    out.branch = text(state, "branch");
    out.commit = text(state, "commit");
    out.author = text(state, "author");
    out.job = diagnosis.job;
    out.step = diagnosis.step;
    out.exitCode = diagnosis.exitCode;
    out.failureClass = diagnosis.found.failureClass;
    out.transient = text(state, "transient");
    out.signature = diagnosis.found.signature;
    out.confidence = diagnosis.found.confidence;
    for (const log::CauseLine& line : diagnosis.found.rootCause)
        out.rootCause.push_back({line.line, line.text});
    for (const Json& fix : fieldOr<Json>(state, "considered", Json::array()))
        out.considered.push_back(consideredFromJson(fix));
    for (const Json& fix : fieldOr<Json>(state, "fixes_tried", Json::array()))
        out.tried.push_back(
            {text(fix, "action"), static_cast<int>(fieldOr<std::int64_t>(fix, "attempt", 0)), text(fix, "outcome")});
    out.occurrences = occurrences;
    out.blocked = diagnosis.blocked;
    out.isolated = diagnosis.isolated;
    out.outage = fieldOr<std::int64_t>(state, "outage", 0);
    return out;
}

Json escalationRequest(const graph::State& state)
{
    gate::Request request;
    request.kind = "escalation";
    request.subject = text(state, "line") + " #" + text(state, "number");
    request.line = text(state, "line");
    request.askedBy = std::string(kSelfHealing);
    request.author = text(state, "author");
    request.evidence = fieldOr<Json>(state, "evidence", Json::object());
    request.choices = {"take_over"};
    request.patience = Milliseconds(fieldOr<std::int64_t>(state, "patience_ms", request.patience.count()));
    if (const auto evidence = escalationFromJson(request.evidence)) {
        if (!evidence->fault.empty())
            request.choices.insert(request.choices.begin(), std::string(kLookAgain));
        for (const ConsideredFix& fix : evidence->considered) {
            if (!mayBeChosen(fix))
                continue;
            request.choices.push_back(std::string(kTryFix) + fix.action);
            request.risk = std::max(request.risk, riskOf(safetyOf(*actionFromName(fix.action))));
        }
    }
    return gate::toJson(request);
}

} // namespace signalbox::agents
