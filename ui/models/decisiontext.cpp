// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/decisiontext.h"

#include "core/gate/decisionrules.h"
#include "ui/models/approvallistmodel.h"
#include "ui/models/deploymenttext.h"
#include "ui/models/evidencetext.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox::ui {

namespace {

struct Decisions {
    Q_DECLARE_TR_FUNCTIONS(Decisions)
};

QString staleness(const gate::Source& stale, UtcTime now)
{
    const auto limit = gate::ageLimit(stale.kind);
    if (!limit)
        return Decisions::tr("%1 is of another commit, %2.").arg(text(stale.name), shortCommit(stale.commit));
    const auto minutes = [](Milliseconds span) { return std::chrono::floor<std::chrono::minutes>(span).count(); };
    return Decisions::tr("%1 is %2\u202fmin old, limit %3\u202fmin.")
        .arg(text(stale.name))
        .arg(minutes(now - stale.readAt))
        .arg(minutes(*limit));
}

QString closedByPerson(const gate::Approval& approval, const gate::RecordedDecision& made)
{
    const QString done
        = Decisions::tr("%1. Decided at %2 by %3.")
              .arg(doneLabel(approval, made.decision), shortTime(made.at), personWords(made.decision.by));
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
    return gate::given(approval) >= gate::approversNeeded(approval.request) ? made : nullptr;
}

QString replacementOf(const gate::Approval& approval, const std::vector<gate::Approval>& all)
{
    if (approval.state != gate::ApprovalState::Superseded)
        return {};
    const auto newer = std::ranges::find_if(all, [&](const gate::Approval& other) {
        return other.id > approval.id && other.request.line == approval.request.line
            && other.request.kind == approval.request.kind;
    });
    return newer == all.end() ? QString() : text(newer->request.subject);
}

StaleText staleText(const gate::Request& request, UtcTime now)
{
    QStringList stale;
    for (const gate::Source& source : request.sources)
        if (source.answers && gate::isStale(source, request.commit, now))
            stale.append(staleness(source, now));
    if (!stale.isEmpty())
        return {stale.join(u' '), Decisions::tr("Approve is locked.")};
    const auto silent = std::ranges::find(request.sources, false, &gate::Source::answers);
    if (silent == request.sources.end())
        return {};
    return {Decisions::tr("%1 does not answer since %2.").arg(text(silent->name), shortTime(silent->readAt)),
            Decisions::tr("Approving is an override.")};
}

QString refusalText(const gate::Approval& approval, const gate::Decision& decision, UtcTime now)
{
    const auto refusal = gate::refusalOf(approval, decision, now);
    if (!refusal)
        return {};
    switch (*refusal) {
    case gate::Refusal::NoReason:
        if (decision.verdict == gate::Verdict::Ask)
            return Decisions::tr("A question is needed.");
        return decision.verdict == gate::Verdict::Answer ? Decisions::tr("An answer needs words.")
                                                         : Decisions::tr("A reason is needed.");
    case gate::Refusal::ShortReason:
        return Decisions::tr("Approving is an override here. A reason of at least %1 characters is needed.")
            .arg(gate::kOverrideReason);
    case gate::Refusal::NotTyped:
        return Decisions::tr("The risk is critical. Type %1 to approve.")
            .arg(text(gate::confirmationOf(approval.request)));
    case gate::Refusal::DoesNotCount:
        return Decisions::tr("Your approval does not count for this request. Another person has to decide.");
    case gate::Refusal::StaleEvidence:
        if (const gate::Source* stale = gate::lockingSource(approval.request, now))
            return Decisions::tr("The evidence is stale: %1").arg(staleness(*stale, now));
        return {};
    case gate::Refusal::Twice:
        return Decisions::tr("You have approved already. The second approval comes from another person.");
    case gate::Refusal::NothingAsked: return Decisions::tr("Nothing was asked that waits for an answer.");
    case gate::Refusal::HeldAlready: return Decisions::tr("It is held already. It can be approved or rejected.");
    case gate::Refusal::Late: return closedText(approval, {});
    case gate::Refusal::Decided:
    case gate::Refusal::Ended:
    case gate::Refusal::NoName:
    case gate::Refusal::OtherChoice:
    case gate::Refusal::OtherEvidence: break;
    }
    return {};
}

QString endedText(const gate::Approval& approval, const QString& replacedBy)
{
    if (approval.state == gate::ApprovalState::Void)
        return Decisions::tr("The approval ended. The run does not wait for it any more.");
    if (approval.state != gate::ApprovalState::Superseded)
        return {};
    if (replacedBy.isEmpty())
        return Decisions::tr(
            "The approval ended. A newer commit or request replaces it, or its run has passed meanwhile.");
    return Decisions::tr("The approval ended. %1 replaces %2.").arg(replacedBy, text(approval.request.subject));
}

QString closedText(const gate::Approval& approval, const QString& replacedBy)
{
    switch (approval.state) {
    case gate::ApprovalState::Approved:
    case gate::ApprovalState::Rejected:
        if (const auto* made = closingDecision(approval))
            return closedByPerson(approval, *made);
        return approvalLabel(approval.state) + u'.';
    case gate::ApprovalState::Superseded:
    case gate::ApprovalState::Void: return endedText(approval, replacedBy);
    case gate::ApprovalState::Open:
    case gate::ApprovalState::Held:
    case gate::ApprovalState::Expired: break;
    }
    QString outcome = deadlineOutcome(approval.onDeadline);
    if (!outcome.isEmpty())
        outcome[0] = outcome[0].toUpper();
    return Decisions::tr("Time passed at %1. %2.").arg(shortTime(approval.deadline), outcome);
}

QString outcomeText(const gate::Approval& approval, const QString& replacedBy, const QString& elsewhere)
{
    if (const QString there = elsewhereText(approval.request); isOpen(approval) && !there.isEmpty())
        return there; // it is not decided here
    const QString closed = closedText(approval, replacedBy);
    if (elsewhere.isEmpty())
        return closed;
    const bool isWhole = closed.endsWith(u'.') || closed.endsWith(u'!') || closed.endsWith(u'?');
    return closed + (isWhole ? QStringLiteral(" ") : QStringLiteral(". ")) + elsewhere;
}

} // namespace signalbox::ui
