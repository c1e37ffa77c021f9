// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/approvalrows.h"

#include "core/gate/requirements.h"
#include "ui/models/approvallistmodel.h"
#include "ui/models/decisiontext.h"
#include "ui/models/deploymenttext.h"
#include "ui/models/policytext.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace signalbox::ui {

namespace {

struct Queue {
    Q_DECLARE_TR_FUNCTIONS(Queue)
};

QDate dayOf(UtcTime at)
{
    return inZone(at).date();
}

QString heldDetail(const gate::Approval& approval)
{
    const auto& request = approval.request;
    QString detail = riskLabel(request.risk);
    if (const QString enforcement = enforcementLabel(request); !enforcement.isEmpty())
        detail = Queue::tr("%1, %2").arg(detail, inSentence(enforcement));
    if (const int needed = gate::approversNeeded(request); needed > 1)
        return Queue::tr("%1. %2 of %3 approved").arg(detail).arg(gate::given(approval)).arg(needed);
    if (request.kind == "escalation")
        detail = Queue::tr("%1, escalated").arg(detail);
    else if (request.kind == "unknown_effect")
        detail = Queue::tr("%1, outcome unknown").arg(detail);
    if (request.rehearsal)
        detail = Queue::tr("%1, rehearsal").arg(detail);
    if (approval.state == gate::ApprovalState::Held)
        detail = Queue::tr("%1. Held").arg(detail);
    return detail;
}

QString decidedDetail(const gate::Approval& approval, const std::string& person, const SentText& sent)
{
    const auto* made = closingDecision(approval);
    const bool byPerson
        = approval.state == gate::ApprovalState::Approved || approval.state == gate::ApprovalState::Rejected;
    const auto withNote = [&sent](const QString& words) {
        return sent.note.isEmpty() ? words : Queue::tr("%1, %2").arg(words, sent.note);
    };
    if (!made || !byPerson)
        return withNote(approvalLabel(approval.state));
    if (!sent.isKnown || !sent.note.isEmpty())
        return withNote(approval.state == gate::ApprovalState::Approved ? Queue::tr("Approved here")
                                                                        : Queue::tr("Rejected here"));
    if (made->decision.by == person)
        return Queue::tr("%1 by you").arg(approvalLabel(approval.state));
    return Queue::tr("%1 by %2").arg(approvalLabel(approval.state), personWords(made->decision.by));
}

} // namespace

bool isToday(UtcTime at, UtcTime now)
{
    return dayOf(at) == dayOf(now);
}

ListRow headingRow(const QString& id, const QString& title, std::size_t count)
{
    ListRow row;
    row.id = id;
    row.title = title;
    row.right = QLocale().toString(static_cast<qulonglong>(count));
    row.heading = true;
    return row;
}

ListRow approvalRow(const gate::Approval& approval, const std::string& person, UtcTime now, const SentText& sent)
{
    const bool open = isOpen(approval);
    const QString elsewhere = open ? elsewhereNote(approval.request) : QString();
    ListRow row;
    row.id = QString::number(approval.id.value);
    row.role = sent.arrived && sent.isDone ? statusOf(approval.state) : StatusRole::Failed;
    const std::string& kind = approval.request.kind;
    const bool ofStep = kind == "unknown_effect" || kind == "effect_of_fork";
    row.title = ofStep                     ? stepName(approval.request.subject)
        : isDeployment(approval.request)   ? deploymentTitle(approval.request)
        : isPolicyReview(approval.request) ? policyTitle(approval.request)
                                           : text(approval.request.subject);
    row.detail = !elsewhere.isEmpty() ? elsewhere : open ? heldDetail(approval) : decidedDetail(approval, person, sent);
    if (elsewhere.isEmpty())
        row.right = open ? timeLeft(approval.deadline, now) : shortTime(approval.closedAt.value_or(approval.deadline));
    row.urgent = open && elsewhere.isEmpty();
    return row;
}

} // namespace signalbox::ui
