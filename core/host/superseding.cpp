// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/superseding.h"

#include "core/agents/deploymentgate.h"
#include "core/agents/selfhealing.h"
#include "core/host/remotewatch.h"
#include "core/host/runsummary.h"
#include "core/store/approvalrepository.h"
#include "core/store/outagerepository.h"

#include <algorithm>

namespace signalbox::host {

namespace {

constexpr int kMost = 500; // approvals
constexpr Milliseconds kRest{std::chrono::seconds(1)}; // between two looks, however much changes
constexpr Milliseconds kAnyway{std::chrono::seconds(30)};

} // namespace

bool overtakes(const ci::Run& other, const ci::Run& run)
{
    const bool isOfAnother = !run.workflow.empty() && !other.workflow.empty() && run.workflow != other.workflow;
    return isLater(other.number, run.number) && !isOfAnother && other.branch == run.branch && !other.commit.empty()
        && other.commit != run.commit;
}

bool Superseding::isMoot(const RunSummary& run) const
{
    const ci::RunRef ref{run.line, run.number};
    if (run.agent == agents::kSelfHealing && m_scene.hasPassedSince(ref, run.attempts))
        return true;
    ci::Run asked;
    asked.number = run.number;
    asked.branch = run.branch;
    asked.commit = run.commit;
    return std::ranges::any_of(m_scene.later(ref), [&asked](const ci::Run& newer) { return overtakes(newer, asked); });
}

Result<void> Superseding::look()
{
    const UtcTime now = m_scene.clock.now();
    const bool isDue = now - m_looked >= (m_changed ? kRest : kAnyway);
    if (!isDue && now >= m_looked) // the clock may be set back
        return {};
    m_looked = now;
    m_changed = false;
    return lookAtAll();
}

Result<void> Superseding::lookAtAll()
{
    store::ApprovalRepository approvals(m_scene.database);
    std::vector<ApprovalId> unreadable; // told of where approvals are listed
    const auto open = approvals.listOpen(kMost, &unreadable);
    if (!open)
        return open.error();
    for (const gate::Approval& approval : *open) {
        const auto row = store::RunRepository(m_scene.database).find(approval.run);
        if (!row) // it is damaged, and told of where runs are listed
            continue;
        const RunSummary run = summaryOf(*row);
        const bool isOfCommit = run.agent == agents::kSelfHealing || run.agent == agents::kDeploymentGate;
        if (!isOfCommit || run.rehearsal || run.branch.empty() || run.commit.empty())
            continue;
        if (!isMoot(run))
            continue;
        const auto outage = store::OutageRepository(m_scene.database).ofRun(approval.run, m_scene.clock.now());
        if (!outage)
            return outage.error();
        if (*outage && !(*outage)->decision) // it is of the runner, not of a commit: what is asked for it stays
            continue;
        const auto superseded = approvals.supersede(approval.id, m_scene.clock.now());
        if (!superseded && superseded.error().code != ErrorCode::Conflict) // decided meanwhile
            return superseded;
    }
    return {};
}

} // namespace signalbox::host
