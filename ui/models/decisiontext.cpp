// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/decisiontext.h"

#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox::ui {

namespace {

struct Decisions {
    Q_DECLARE_TR_FUNCTIONS(Decisions)
};

QString closedByPerson(const gate::RecordedDecision& made)
{
    const QString by = text(made.decision.by);
    const QString done = made.decision.verdict == gate::Verdict::Approve
        ? Decisions::tr("Approved at %1 by %2.").arg(shortTime(made.at), by)
        : Decisions::tr("Rejected at %1 by %2.").arg(shortTime(made.at), by);
    if (made.decision.reason.empty())
        return done;
    return Decisions::tr("%1 Reason: %2").arg(done, text(made.decision.reason));
}

} // namespace

const gate::RecordedDecision* closingDecision(const gate::Approval& approval)
{
    const auto made = std::find_if(approval.decisions.rbegin(), approval.decisions.rend(), [](const auto& recorded) {
        const auto verdict = recorded.decision.verdict;
        return !recorded.takenBack && (verdict == gate::Verdict::Approve || verdict == gate::Verdict::Reject);
    });
    return made == approval.decisions.rend() ? nullptr : &*made;
}

const gate::RecordedDecision* settlingDecision(const gate::Approval& approval, UtcTime now)
{
    if (const auto* pending = gate::pendingDecision(approval, now))
        return pending;
    const auto* made = closingDecision(approval);
    if (!made || made->decision.verdict == gate::Verdict::Reject)
        return made;
    const int needed = std::max(approval.request.needed, approval.request.risk == gate::RiskLevel::Critical ? 2 : 1);
    return gate::given(approval) >= needed ? made : nullptr;
}

QString endedText(const gate::Approval& approval, const QString& replacedBy)
{
    if (approval.state == gate::ApprovalState::Void)
        return Decisions::tr("The approval ended. The run does not wait for it any more.");
    if (approval.state != gate::ApprovalState::Superseded)
        return {};
    if (replacedBy.isEmpty())
        return Decisions::tr("The approval ended. A newer request replaces it.");
    return Decisions::tr("The approval ended. %1 replaces %2.").arg(replacedBy, text(approval.request.subject));
}

QString closedText(const gate::Approval& approval, const QString& replacedBy)
{
    switch (approval.state) {
    case gate::ApprovalState::Approved:
    case gate::ApprovalState::Rejected:
        if (const auto* made = closingDecision(approval))
            return closedByPerson(*made);
        return approvalLabel(approval.state) + u'.';
    case gate::ApprovalState::Superseded:
    case gate::ApprovalState::Void: return endedText(approval, replacedBy);
    case gate::ApprovalState::Open:
    case gate::ApprovalState::Held:
    case gate::ApprovalState::Expired: break;
    }
    QString outcome = text(approval.onDeadline);
    if (!outcome.isEmpty())
        outcome[0] = outcome[0].toUpper();
    return Decisions::tr("Time passed at %1. %2.").arg(shortTime(approval.deadline), outcome);
}

} // namespace signalbox::ui
