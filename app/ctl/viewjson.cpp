// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/viewjson.h"

#include "core/gate/decisionrules.h"
#include "core/host/runtime.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

namespace {

using host::textOrNull;
using host::timeOrNull;

Json toJson(const ci::Job& job)
{
    return {{"name", job.name},
            {"attempt", job.attempt},
            {"phase", std::string(ci::phaseName(job.phase))},
            {"conclusion", std::string(ci::conclusionName(job.conclusion))},
            {"exit_code", job.exitCode ? Json(*job.exitCode) : Json()},
            {"isolated", job.isolated},
            {"started_at", timeOrNull(job.startedAt)},
            {"finished_at", timeOrNull(job.finishedAt)}};
}

Json toJson(const gate::RecordedDecision& recorded)
{
    return {{"verdict", std::string(gate::verdictName(recorded.decision.verdict))},
            {"by", recorded.decision.by},
            {"reason", recorded.decision.reason},
            {"choice", textOrNull(recorded.decision.choice)},
            {"evidence_hash", recorded.decision.evidenceHash},
            {"at", formatUtc(recorded.at)},
            {"effective_at", formatUtc(recorded.effectiveAt)},
            {"taken_back", recorded.takenBack}};
}

} // namespace

Json toJson(const host::RunDetail& run)
{
    Json json = toJson(run.summary);
    if (const auto& origin = run.summary.origin)
        json["origin"] = {{"run", origin->run.value}, {"checkpoint", origin->checkpoint}};
    else
        json["origin"] = nullptr;
    json["state_json"] = run.state;
    Json checkpoints = Json::array();
    for (const host::CheckpointRow& row : run.checkpoints)
        checkpoints.push_back({{"number", row.number}, {"at", formatUtc(row.at)}, {"nodes", row.nodes}});
    json["checkpoint_list"] = std::move(checkpoints);
    Json jobs = Json::array();
    for (const ci::Job& job : run.jobs)
        jobs.push_back(toJson(job));
    json["jobs"] = std::move(jobs);
    return json;
}

Json toJson(const host::EventRow& event)
{
    return {{"seq", event.seq},   {"ts", formatUtc(event.at)},      {"type", event.type},
            {"node", event.node}, {"checkpoint", event.checkpoint}, {"data", event.data}};
}

Json toJson(const host::KnowledgeRow& row)
{
    return {{"signature", row.signature},
            {"class", row.failureClass},
            {"fix", row.fix},
            {"tried", row.tried},
            {"worked", row.worked},
            {"last_seen", formatUtc(row.lastSeen)},
            {"seen", row.seen},
            {"autonomy", record::switchName(row.autonomy)}};
}

Json summaryJson(const gate::Approval& approval)
{
    const auto outcome = approval.closedAt ? std::nullopt : gate::outcome(approval);
    return {{"id", approval.id.value},
            {"run", approval.run.value},
            {"kind", approval.request.kind},
            {"state", std::string(gate::stateName(approval.state))},
            {"decided", outcome ? Json(std::string(gate::stateName(*outcome))) : Json()},
            {"line", approval.request.line},
            {"subject", approval.request.subject},
            {"risk_level", std::string(gate::riskName(approval.request.risk))},
            {"evidence_hash", approval.evidenceHash},
            {"asked_at", formatUtc(approval.askedAt)},
            {"deadline", formatUtc(approval.deadline)},
            {"on_deadline", approval.onDeadline},
            {"rehearsal", approval.request.rehearsal},
            {"needed", gate::approversNeeded(approval.request)},
            {"given", gate::given(approval)}};
}

Json detailJson(const gate::Approval& approval)
{
    Json json = summaryJson(approval);
    json["asked_by"] = approval.request.askedBy;
    json["author"] = approval.request.author;
    json["choices"] = approval.request.choices;
    json["evidence"] = approval.request.evidence;
    Json decisions = Json::array();
    for (const gate::RecordedDecision& recorded : approval.decisions) {
        decisions.push_back(toJson(recorded));
        if (gate::reasonHidden(approval, recorded, host::Runtime::person()))
            decisions.back()["reason"] = nullptr;
    }
    json["decisions"] = std::move(decisions);
    json["closed_at"] = timeOrNull(approval.closedAt);
    return json;
}

} // namespace signalbox::ctl
