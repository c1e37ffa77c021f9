// SPDX-License-Identifier: GPL-3.0-or-later
// The words of states; those of names are in words.cpp.
#include "core/agents/sentdecision.h"
#include "ui/models/words.h"

#include <QCoreApplication>

namespace signalbox::ui {

namespace {
struct States {
    Q_DECLARE_TR_FUNCTIONS(States)
};
} // namespace

StatusRole statusOf(const host::RunSummary& run)
{
    if (run.state == host::RunState::Sleeping && run.step == "wait_for_human" && run.approval)
        return StatusRole::HeldForYou; // of a newer question, which is asked for several runs
    switch (run.state) {
    case host::RunState::Queued: return StatusRole::Queued;
    case host::RunState::Running:
    case host::RunState::Sleeping: return run.attempts > 1 ? StatusRole::Retrying : StatusRole::Running;
    case host::RunState::Waiting: return StatusRole::HeldForYou;
    case host::RunState::Failed: return StatusRole::Failed;
    case host::RunState::Cancelled: return StatusRole::Cancelled;
    case host::RunState::Succeeded: break;
    }
    if (run.outcome == "escalated") // the agent ended well, the pipeline did not
        return StatusRole::Failed;
    if (run.outcome == "dismissed" || run.outcome == "cancelled" || run.outcome == "gone"
        || run.outcome.starts_with("rejected")) // nothing has passed
        return StatusRole::Cancelled;
    if (run.outcome == "waits")
        return StatusRole::Sleeping;
    if (run.outcome == "superseded")
        return StatusRole::Superseded;
    if (run.outcome == agents::kNotStarted)
        return StatusRole::Failed;
    return run.outcome == "healed" || run.outcome == "retried" ? StatusRole::Healed : StatusRole::Succeeded;
}

StatusRole statusOf(const ci::Job& job)
{
    if (job.phase == ci::Phase::Queued)
        return StatusRole::Pending;
    if (job.phase == ci::Phase::Running)
        return StatusRole::Running;
    switch (job.conclusion) {
    case ci::Conclusion::Success: return StatusRole::Succeeded;
    case ci::Conclusion::Skipped: return StatusRole::Skipped;
    case ci::Conclusion::Cancelled: return StatusRole::Cancelled;
    case ci::Conclusion::Lost:
    case ci::Conclusion::None: return StatusRole::NoData;
    default: return StatusRole::Failed;
    }
}

StatusRole statusOf(const host::TriedFix& fix)
{
    if (fix.outcome.empty())
        return StatusRole::Running;
    if (fix.outcome == "offered")
        return StatusRole::HeldForYou;
    return fix.outcome == "passed" ? StatusRole::Succeeded : StatusRole::Failed;
}

StatusRole statusOf(gate::ApprovalState state)
{
    switch (state) {
    case gate::ApprovalState::Open:
    case gate::ApprovalState::Held: return StatusRole::HeldForYou;
    case gate::ApprovalState::Approved: return StatusRole::Succeeded;
    case gate::ApprovalState::Rejected: return StatusRole::Cancelled;
    case gate::ApprovalState::Expired: return StatusRole::Stale;
    default: return StatusRole::Superseded;
    }
}

QString label(StatusRole role)
{
    switch (role) {
    case StatusRole::Clear: return States::tr("Clear");
    case StatusRole::Running: return States::tr("Running");
    case StatusRole::HeldForYou: return States::tr("Held for you");
    case StatusRole::OffBaseline: return States::tr("Off baseline");
    case StatusRole::Critical: return States::tr("Critical");
    case StatusRole::NoData: return States::tr("No data");
    case StatusRole::Pending: return States::tr("Pending");
    case StatusRole::Queued: return States::tr("Queued");
    case StatusRole::Succeeded: return States::tr("Succeeded");
    case StatusRole::Healed: return States::tr("Healed");
    case StatusRole::Failed: return States::tr("Failed");
    case StatusRole::Skipped: return States::tr("Skipped");
    case StatusRole::Retrying: return States::tr("Retrying");
    case StatusRole::Sleeping: return States::tr("Waiting");
    case StatusRole::Cancelled: return States::tr("Cancelled");
    case StatusRole::Superseded: return States::tr("Superseded");
    case StatusRole::RolledBack: return States::tr("Rolled back");
    case StatusRole::Stale: return States::tr("Stale");
    }
    return {};
}

QString spoken(StatusRole role)
{
    switch (role) {
    case StatusRole::OffBaseline: return States::tr("warning, off baseline");
    case StatusRole::Queued: return States::tr("queued, no runner yet");
    default: return inSentence(label(role));
    }
}

QString runLabel(const host::RunSummary& run, int maxAttempts)
{
    const StatusRole role = statusOf(run);
    if (role == StatusRole::Retrying && maxAttempts > 0)
        return States::tr("Retrying, attempt %1 of %2").arg(run.attempts).arg(maxAttempts);
    if (role == StatusRole::Retrying)
        return States::tr("Retrying, attempt %1").arg(run.attempts);
    if (run.state == host::RunState::Succeeded && run.outcome == "escalated")
        return States::tr("Escalated");
    if (run.state == host::RunState::Succeeded && run.outcome == "dismissed")
        return States::tr("Not a failure");
    if (run.outcome == "waits")
        return States::tr("Waits there");
    if (role == StatusRole::Cancelled && run.outcome.starts_with("rejected"))
        return States::tr("Rejected");
    if (run.outcome == agents::kNotStarted)
        return States::tr("Approved, not started");
    if (role == StatusRole::Succeeded && run.outcome.starts_with("approved"))
        return States::tr("Approved");
    if (role == StatusRole::Healed && run.outcome == "retried")
        return States::tr("Retried");
    return label(role);
}

QString rowLabel(const host::RunSummary& run)
{
    return run.rehearsal ? States::tr("Rehearsal: %1").arg(inSentence(runLabel(run))) : runLabel(run);
}

QString jobLabel(const ci::Job& job)
{
    if (job.phase == ci::Phase::Finished && job.conclusion == ci::Conclusion::TimedOut)
        return States::tr("Timed out");
    if (job.phase == ci::Phase::Finished && job.conclusion == ci::Conclusion::Lost)
        return States::tr("Runner lost");
    const StatusRole role = statusOf(job);
    if (role == StatusRole::Failed && job.exitCode)
        return States::tr("Failed, exit %1").arg(*job.exitCode);
    return label(role);
}

QString approvalLabel(gate::ApprovalState state)
{
    switch (state) {
    case gate::ApprovalState::Open: return States::tr("Held for you");
    case gate::ApprovalState::Held: return States::tr("Held");
    case gate::ApprovalState::Approved: return States::tr("Approved");
    case gate::ApprovalState::Rejected: return States::tr("Rejected");
    case gate::ApprovalState::Expired: return States::tr("No decision, rejected");
    case gate::ApprovalState::Superseded: return States::tr("Superseded");
    case gate::ApprovalState::Void: break;
    }
    return States::tr("Void");
}

} // namespace signalbox::ui
