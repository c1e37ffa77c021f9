// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/needs.h"

#include "core/agents/escalation.h"
#include "core/agents/gateevidence.h"
#include "ui/models/approvallistmodel.h"
#include "ui/models/decisiontext.h"
#include "ui/models/deploymenttext.h"
#include "ui/models/evidencetext.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox::ui {

namespace {

struct Needs {
    Q_DECLARE_TR_FUNCTIONS(Needs)
};

QString detailOf(const gate::Approval& approval)
{
    if (approval.request.kind == "escalation") {
        if (const auto evidence = agents::escalationFromJson(approval.request.evidence))
            return Needs::tr("%1. %2").arg(className(evidence->failureClass), escalationReason(evidence->reason));
    }
    const QString elsewhere = elsewhereText(approval.request);
    return elsewhere.isEmpty() ? promptTitle(approval) : elsewhere;
}

QString noteOf(const gate::Approval& approval, UtcTime now)
{
    if (!elsewhereText(approval.request).isEmpty())
        return gatePage(approval.request);
    const QString by = dayTime(approval.deadline, now);
    if (approval.request.needed > 1)
        return Needs::tr("%1 of %2 approvers. Rejects at %3.")
            .arg(gate::given(approval))
            .arg(approval.request.needed)
            .arg(by);
    if (approval.state == gate::ApprovalState::Held)
        return Needs::tr("Kept held. Rejects at %1.").arg(by);
    return approval.onDeadline == "rejected" ? Needs::tr("Rejects at %1.").arg(by)
                                             : Needs::tr("Stays held at %1.").arg(by);
}

/// A question, or a hold, leaves it undecided.
bool isClosing(const gate::Approval& approval, UtcTime now)
{
    const auto* made = settlingDecision(approval, now);
    return made
        && (made->decision.verdict == gate::Verdict::Approve || made->decision.verdict == gate::Verdict::Reject);
}

} // namespace

std::vector<Need> needsOf(const std::vector<gate::Approval>& approvals, UtcTime now)
{
    std::vector<const gate::Approval*> open;
    for (const auto& approval : approvals) {
        if (isOpen(approval) && !approval.request.rehearsal && !isClosing(approval, now))
            open.push_back(&approval);
    }
    std::ranges::stable_sort(open, {}, &gate::Approval::deadline);
    std::vector<Need> needs;
    needs.reserve(open.size());
    for (const auto* approval : open) {
        const bool isElsewhere = !elsewhereText(approval->request).isEmpty();
        needs.push_back({.approval = approval->id,
                         .role = isElsewhere ? StatusRole::Sleeping : StatusRole::HeldForYou,
                         .title = text(approval->request.subject),
                         .left = isElsewhere ? Needs::tr("Waits there")
                                             : Needs::tr("%1 left").arg(timeLeft(approval->deadline, now)),
                         .detail = detailOf(*approval),
                         .note = noteOf(*approval, now),
                         .release = approval->request.kind == agents::kDeployment,
                         .elsewhere = isElsewhere});
    }
    return needs;
}

HeldCounts countsOf(const std::vector<Need>& needs)
{
    HeldCounts counts;
    for (const Need& need : needs) {
        counts.elsewhere += need.elsewhere ? 1 : 0;
        counts.held += need.elsewhere ? 0 : 1;
        counts.releases += need.release && !need.elsewhere ? 1 : 0;
    }
    return counts;
}

std::vector<Need> passedOf(const std::vector<gate::Approval>& approvals)
{
    std::vector<const gate::Approval*> passed;
    for (const auto& approval : approvals) {
        if (gate::passedUnseen(approval))
            passed.push_back(&approval);
    }
    std::ranges::stable_sort(passed, std::ranges::greater(), &gate::Approval::deadline);
    std::vector<Need> needs;
    needs.reserve(passed.size());
    for (const auto* approval : passed) {
        needs.push_back({.approval = approval->id,
                         .role = StatusRole::Stale,
                         .title = text(approval->request.subject),
                         .left = Needs::tr("Time passed"),
                         .detail = detailOf(*approval),
                         .note = closedText(*approval),
                         .passed = true});
    }
    return needs;
}

std::optional<ApprovalId> firstNeed(const std::vector<gate::Approval>& approvals, UtcTime now)
{
    const auto needs = needsOf(approvals, now);
    if (const auto first = std::ranges::find(needs, false, &Need::elsewhere); first != needs.end())
        return first->approval;
    const auto passed = passedOf(approvals);
    return passed.empty() ? std::nullopt : std::optional(passed.front().approval);
}

} // namespace signalbox::ui
