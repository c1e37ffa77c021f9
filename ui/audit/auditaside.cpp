// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditaside.h"

#include "ui/models/evidencetext.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statuspill.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>

namespace signalbox::ui {

namespace {
constexpr int kWidth = 284;
constexpr int kRowsShown = 3; // of each section of the evidence
} // namespace

AuditAside::AuditAside(const ThemeSource& source, std::string person, QWidget* parent)
    : Panel(source, parent), m_person(std::move(person))
{
    const ThemeSource& themes = source;
    setFixedWidth(kWidth);
    auto* heading = new QHBoxLayout;
    heading->setContentsMargins(12, 8, 8, 6);
    m_title = new Label(themes, Type::Heading, Tone::Primary, this);
    m_pill = new StatusPill(themes, this);
    m_pill->hide();
    m_open = new Button(themes, {}, Button::Kind::Link, this);
    heading->addWidget(m_title, 1);
    heading->addWidget(m_pill);
    heading->addWidget(m_open);
    body()->addLayout(heading);
    body()->addWidget(new Rule(themes, Qt::Horizontal, this));
    m_fields = new Fields(themes, this);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_fields);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_fields->setAutoFillBackground(false);
    body()->addWidget(scroll, 1);
    connect(m_open, &Button::clicked, this, [this] {
        if (m_approval)
            emit approvalOpened(*m_approval);
        else if (m_run)
            emit runOpened(*m_run, -1);
    });
    showNothing();
}

void AuditAside::showNothing()
{
    m_title->setText(tr("No entry selected"));
    m_open->hide();
    m_pill->hide();
    m_fields->clear();
    m_fields->finish();
}

void AuditAside::show(const AuditModel::Row& row, Proof proof, const gate::Approval* approval,
                      const record::AuditVerdict* breaks)
{
    const auto& [record, words] = row;
    m_run = words.run;
    m_approval = words.approval;
    m_title->setText(tr("Entry %1").arg(QLocale().toString(static_cast<qlonglong>(record.number))));
    m_pill->setVisible(proof != Proof::Proven);
    m_pill->setStatus(proof == Proof::Changed ? StatusRole::Critical : StatusRole::NoData,
                      proof == Proof::Changed ? tr("Changed") : tr("Not proven"));
    m_open->setVisible((m_run || m_approval) && proof == Proof::Proven);
    m_open->setText(m_approval ? tr("Open approval") : tr("Open run"));
    m_open->setAccessibleName(tr("Open %1").arg(words.subject));
    m_open->updateGeometry();

    m_fields->clear();
    if (breaks)
        addBreak(*breaks);
    m_fields->field(tr("Actor"), words.actor);
    m_fields->field(tr("Action"), words.action);
    m_fields->field(tr("Subject"), words.subject);
    if (!words.reason.isEmpty())
        m_fields->field(tr("Reason"), words.reason);
    if (!record.entry.line.empty())
        m_fields->field(tr("Line"), text(record.entry.line));
    if (approval) {
        addApproval(*approval, record);
        addDecision(row);
    }
    m_fields->section({});
    if (!record.entry.evidenceHash.empty())
        m_fields->field(tr("Evidence"), text(record.entry.evidenceHash), Type::Mono);
    m_fields->field(tr("Previous"), text(record.previous), Type::Mono);
    m_fields->field(tr("This"), text(record.hash), Type::Mono);
    m_fields->field(tr("Time"), wholeTime(record.entry.at));
    m_fields->finish();
}

void AuditAside::addApproval(const gate::Approval& approval, const record::AuditRecord& record)
{
    const bool same = record.entry.evidenceHash.empty() || record.entry.evidenceHash == approval.evidenceHash;
    m_fields->section(tr("As it was shown at %1").arg(clockTime(record.entry.at)), tr("read only"));
    if (!same) { // newer evidence has taken its place
        m_fields->sentence(tr("The evidence has changed since. Its hash then is below."));
        return;
    }
    gate::Approval then = approval; // before this entry
    std::erase_if(then.decisions, [&](const auto& made) { return made.at >= record.entry.at; });
    then.state = gate::ApprovalState::Open;
    then.closedAt.reset();
    // While it is open, who reads it may have to decide yet; afterwards it stands as who decided has seen it.
    const std::string& reader = approval.closedAt ? record.entry.actor : m_person;
    m_fields->sentence(promptTitle(then), Tone::Primary);
    m_fields->sentence(promptOrigin(then));
    if (record.entry.at < approval.deadline)
        m_fields->sentence(tr("%1 left then").arg(timeLeft(approval.deadline, record.entry.at)));
    int number = 0;
    for (const EvidenceSection& section : evidenceOf(then, reader)) {
        m_fields->section(tr("%1  %2").arg(++number).arg(section.title), section.note);
        for (const EvidenceRow& row : section.rows.first(std::min<qsizetype>(section.rows.size(), kRowsShown))) {
            if (row.label.isEmpty() || row.kind != EvidenceRow::Kind::Field)
                m_fields->sentence(row.value);
            else
                m_fields->field(row.label, row.value, row.mono ? Type::Mono : Type::Small);
        }
    }
}

void AuditAside::addDecision(const AuditModel::Row& row)
{
    if (row.words.kind != AuditKind::Decision)
        return;
    m_fields->section(row.words.action, clockTime(row.record.entry.at));
    m_fields->sentence(row.words.actor, Tone::Primary);
    if (!row.words.reason.isEmpty())
        m_fields->sentence(row.words.reason);
}

void AuditAside::addBreak(const record::AuditVerdict& verdict)
{
    const auto words = [](std::int64_t number) { return QLocale().toString(static_cast<qlonglong>(number)); };
    const std::int64_t first = verdict.firstBad.value_or(0);
    m_title->setText(tr("Break at %1").arg(words(first)));
    m_fields->section(tr("What breaks"));
    if (!verdict.stored.empty())
        m_fields->field(tr("Stored"), text(verdict.stored), Type::Mono);
    if (!verdict.computed.empty())
        m_fields->field(tr("Computed"), text(verdict.computed), Type::Mono);
    if (verdict.why == "changed")
        m_fields->sentence(
            tr("The content of %1 was changed after it was written. All before it fit.").arg(words(first)));
    else if (verdict.why == "missing")
        m_fields->sentence(tr("Entry %1 is missing. All before it fit.").arg(words(first)));
    else if (verdict.why == "rewritten")
        m_fields->sentence(tr("Entry %1 is not the one that was signed outside the store.").arg(words(first)));
    else
        m_fields->sentence(
            tr("Entry %1 does not follow the one before it: one of them was put there later.").arg(words(first)));
    m_fields->section(tr("What this means"));
    m_fields->sentence(
        tr("What stands from here on cannot be proved from this log. Up to %1 it stays proof. An earlier "
           "export may hold the original.")
            .arg(words(first - 1)));
    m_fields->section(tr("The entry"));
}

} // namespace signalbox::ui
