// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps a person from approving, in the words beside the button.
#include "core/gate/requirements.h"
#include "ui/approvals/actionbar.h"
#include "ui/approvals/approvalprompt.h"
#include "ui/approvals/evidenceview.h"
#include "ui/models/deploymenttext.h"
#include "ui/models/words.h"
#include "ui/widgets/holdbutton.h"

#include <algorithm>

namespace signalbox::ui {

namespace {

bool isGrave(const gate::Approval& approval)
{
    return approval.request.risk >= gate::RiskLevel::High;
}

} // namespace

/// Why this person cannot approve it at all; empty: they can.
QString ApprovalPrompt::barredReason() const
{
    switch (gate::barred(m_approval.request, m_person, m_actions->choice())) {
    case gate::Barred::Author: return tr("you are the author");
    case gate::Barred::Asker: return tr("you asked for it");
    case gate::Barred::Excluded:
        return gate::samePerson(m_person, m_approval.request.author) ? tr("you are the author")
                                                                     : tr("you do not count here");
    case gate::Barred::No: break;
    }
    const bool approvedByMe = std::ranges::any_of(m_approval.decisions, [&](const gate::RecordedDecision& made) {
        return !made.takenBack && made.decision.verdict == gate::Verdict::Approve
            && gate::samePerson(made.decision.by, m_person);
    });
    return approvedByMe ? tr("second approver needed") : QString();
}

QString ApprovalPrompt::lockReason() const
{
    if (!m_offline.isEmpty())
        return m_offline;
    const auto& request = m_approval.request;
    if (const QString barred = barredReason(); !barred.isEmpty())
        return barred;
    if (isNoReviewer(request))
        return tr("the token is no reviewer there");
    if (gate::lockingSource(request, m_clock.now()))
        return tr("evidence stale");
    if (!m_evidence->neededOpened())
        return tr("evidence incomplete");
    const QString word = text(gate::confirmationOf(request));
    if (m_actions->typed() != word)
        return tr("%1 not typed").arg(word);
    if (gate::isOverride(request) && m_actions->reason().toUcs4().size() < qsizetype{gate::kOverrideReason})
        return tr("reason needed, at least %1 characters").arg(gate::kOverrideReason);
    if (isGrave(m_approval) && m_actions->reason().isEmpty())
        return tr("reason needed");
    return {};
}

QString ApprovalPrompt::hint() const
{
    const UtcTime now = m_clock.now();
    if (const QString reason = lockReason(); !reason.isEmpty())
        return tr("Locked: %1").arg(reason);
    if (m_sending)
        return tr("Sending");
    if (m_needsReason)
        return tr("Reason needed");
    if (const auto wait = m_guard.readyIn(now); wait.count() > 0)
        return tr("Ready in %1\u202fs.").arg((wait.count() + 999) / 1000);
    const HoldButton& approve = *m_actions->approveButton();
    const bool byClicks = approve.isByClicks();
    if (m_guard.waitsForSecond(now))
        return byClicks ? tr("Again within 5\u202fs") : tr("Ctrl+Enter again within 5\u202fs");
    if (approve.hasFocus() && !approve.underMouse()) // its own keys do nothing
        return tr("Ctrl+Enter twice, 1 to 5\u202fs apart");
    return byClicks ? tr("Click twice, 1 to 5\u202fs apart") : tr("Keep pressed for 1\u202fs");
}

void ApprovalPrompt::showLocks()
{
    const QString reason = lockReason();
    const QString shown = m_sending ? tr("sending") : reason;
    m_actions->lockApprove(shown);
    m_actions->lockReject(isNoReviewer(m_approval.request) ? reason : QString());
    m_actions->setHint(hint(), !reason.isEmpty() || m_needsReason);
}

} // namespace signalbox::ui
