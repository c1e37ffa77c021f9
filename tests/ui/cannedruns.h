// SPDX-License-Identifier: GPL-3.0-or-later
// Runs and approvals as values, for tests of models and pages.
#pragma once

#include "core/host/views.h"

namespace signalbox::test {

inline UtcTime noon()
{
    return *parseUtc("2026-03-12T12:00:00.000Z");
}

inline host::RunSummary aRun(std::int64_t id, const std::string& line, host::RunState state,
                             const std::string& outcome = {})
{
    host::RunSummary run;
    run.id = RunId{id};
    run.agent = "self-healing";
    run.line = line;
    run.state = state;
    run.step = "verify";
    run.startedAt = noon() - std::chrono::minutes(10);
    run.number = std::to_string(id);
    run.branch = "main";
    run.commit = "8c1f2ab0d9e47a61c2f30b5a7d8e9f0123456789";
    run.trigger = "push";
    run.outcome = outcome;
    run.attempts = outcome == "healed" || outcome == "retried" ? 2 : 1;
    if (host::isTerminal(state))
        run.finishedAt = noon() - std::chrono::minutes(8);
    return run;
}

inline gate::Approval anApproval(std::int64_t id, RunId run, gate::ApprovalState state = gate::ApprovalState::Open)
{
    gate::Approval approval;
    approval.id = ApprovalId{id};
    approval.run = run;
    approval.request.kind = "escalation";
    approval.request.subject = "parser #" + std::to_string(id);
    approval.request.line = "parser";
    approval.request.askedBy = "self-healing";
    approval.request.evidence = Json::object();
    approval.state = state;
    approval.askedAt = noon() - std::chrono::minutes(5);
    approval.deadline = noon() + std::chrono::minutes(18);
    if (state != gate::ApprovalState::Open && state != gate::ApprovalState::Held)
        approval.closedAt = noon() - std::chrono::minutes(1);
    return approval;
}

} // namespace signalbox::test
