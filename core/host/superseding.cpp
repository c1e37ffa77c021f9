// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/superseding.h"

#include "core/agents/deploymentgate.h"
#include "core/agents/selfhealing.h"
#include "core/host/remotewatch.h"
#include "core/host/runsummary.h"
#include "core/store/approvalrepository.h"
#include "core/store/holdrepository.h"
#include "core/store/outagerepository.h"

#include <algorithm>

namespace signalbox::host {

namespace {

constexpr int kMost = 500; // approvals
constexpr Milliseconds kRest{std::chrono::seconds(1)}; // between two looks, however much changes
constexpr Milliseconds kAnyway{std::chrono::seconds(30)};

struct Asked {
    ApprovalId approval;
    RunId of;
    RunSummary run;
};

/// It waits at a gate in a later attempt than the one that failed: what failed did not stand in its way.
bool hasReachedGate(const std::vector<Asked>& all, const RunSummary& failed)
{
    return std::ranges::any_of(all, [&failed](const Asked& one) {
        return one.run.agent == agents::kDeploymentGate && one.run.line == failed.line
            && one.run.number == failed.number && one.run.attempts > failed.attempts;
    });
}

/// What is asked about commits.
std::vector<Asked> askedNow(store::Database& database, const std::vector<gate::Approval>& open)
{
    std::vector<Asked> all;
    for (const gate::Approval& approval : open) {
        const auto row = store::RunRepository(database).find(approval.run);
        if (!row) // it is damaged, and told of where runs are listed
            continue;
        RunSummary run = summaryOf(*row);
        const bool isOfCommit = run.agent == agents::kSelfHealing || run.agent == agents::kDeploymentGate;
        if (isOfCommit && !run.rehearsal && !run.branch.empty() && !run.commit.empty())
            all.push_back({approval.id, approval.run, std::move(run)});
    }
    return all;
}

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
    const std::vector<Asked> all = askedNow(m_scene.database, *open);
    store::HoldRepository holds(m_scene.database);
    for (const Asked& asked : all) {
        const auto held = holds.isHeld(asked.run.line); // nothing would be asked in its place until the release
        if (!held)
            return held.error();
        if (*held)
            continue;
        const bool isPast = asked.run.agent == agents::kSelfHealing && hasReachedGate(all, asked.run);
        if (!isPast && !isMoot(asked.run))
            continue;
        const auto outage = store::OutageRepository(m_scene.database).ofRun(asked.of, m_scene.clock.now());
        if (!outage)
            return outage.error();
        if (*outage && !(*outage)->decision) // it is of the runner, not of a commit: what is asked for it stays
            continue;
        const auto superseded = approvals.supersede(asked.approval, m_scene.clock.now());
        if (!superseded && superseded.error().code != ErrorCode::Conflict) // decided meanwhile
            return superseded;
    }
    return {};
}

} // namespace signalbox::host
