// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditaside.h"

#include "ui/models/evidencetext.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>

namespace signalbox::ui {

namespace {
constexpr int kWidth = 284;
constexpr int kRowsShown = 3; // of each section of the evidence
} // namespace

AuditAside::AuditAside(const ThemeSource& themes, QWidget* parent) : Panel(themes, parent)
{
    setFixedWidth(kWidth);
    auto* heading = new QHBoxLayout;
    heading->setContentsMargins(12, 0, 4, 0);
    m_title = new Label(themes, Type::Heading, Tone::Primary, this);
    m_title->setFixedHeight(themes.theme().size.rowComfortable - 4);
    m_open = new Button(themes, {}, Button::Kind::Link, this);
    heading->addWidget(m_title, 1);
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
    m_fields->clear();
}

void AuditAside::show(const AuditModel::Row& row, bool proven, const gate::Approval* approval)
{
    const auto& [record, words] = row;
    m_run = words.run;
    m_approval = words.approval;
    m_title->setText(tr("Entry %1").arg(QLocale().toString(static_cast<qlonglong>(record.number))));
    m_open->setVisible(m_run || m_approval);
    m_open->setText(tr("Open %1").arg(words.subject));
    m_open->setAccessibleName(m_open->text());
    m_open->updateGeometry();

    m_fields->clear();
    if (!proven)
        m_fields->sentence(tr("Not proven. The chain breaks at this entry or before it."), Tone::Critical);
    m_fields->field(tr("Actor"), words.actor);
    m_fields->field(tr("Action"), words.action);
    m_fields->field(tr("Subject"), words.subject);
    if (!words.reason.isEmpty())
        m_fields->field(tr("Reason"), words.reason);
    if (!record.entry.line.empty())
        m_fields->field(tr("Line"), text(record.entry.line));
    if (approval)
        addApproval(*approval, record);
    m_fields->section({});
    if (!record.entry.evidenceHash.empty())
        m_fields->field(tr("Evidence"), text(record.entry.evidenceHash), Type::Mono);
    m_fields->field(tr("Previous"), text(record.previous), Type::Mono);
    m_fields->field(tr("This"), text(record.hash), Type::Mono);
    m_fields->field(tr("Time"), QString::fromStdString(formatUtc(record.entry.at)), Type::Mono);
    m_fields->finish();
}

void AuditAside::addApproval(const gate::Approval& approval, const record::AuditRecord& record)
{
    const bool same = record.entry.evidenceHash.empty() || record.entry.evidenceHash == approval.evidenceHash;
    m_fields->section(tr("As it was shown"), tr("read only"));
    if (!same) { // newer evidence has taken its place
        m_fields->sentence(tr("The evidence has changed since. Its hash then is below."));
        return;
    }
    m_fields->sentence(promptTitle(approval), Tone::Primary);
    m_fields->sentence(promptOrigin(approval));
    int number = 0;
    for (const EvidenceSection& section : evidenceOf(approval)) {
        m_fields->section(tr("%1  %2").arg(++number).arg(section.title), section.note);
        for (const EvidenceRow& row : section.rows.first(std::min<qsizetype>(section.rows.size(), kRowsShown))) {
            if (row.label.isEmpty() || row.kind != EvidenceRow::Kind::Field)
                m_fields->sentence(row.value);
            else
                m_fields->field(row.label, row.value, row.mono ? Type::Mono : Type::Small);
        }
    }
}

} // namespace signalbox::ui
