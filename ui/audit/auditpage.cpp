// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditpage.h"

#include "ui/audit/auditaside.h"
#include "ui/models/errortext.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/celltable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/panel.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr int kPart = 500; // records at a time
constexpr int kAsideBelow = 900; // narrower pages show the table alone

QString number(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

QString counted(std::int64_t entries)
{
    return AuditPage::tr("%Ln entries", nullptr, static_cast<int>(entries));
}

} // namespace

AuditPage::AuditPage(const ThemeSource& themes, host::AgentHost& engine, const RunTableModel& runs, const Clock& clock,
                     QWidget* parent)
    : Page(parent),
      m_themes(themes),
      m_engine(engine),
      m_clock(clock),
      m_model([&runs](RunId run) {
          const host::RunSummary* found = runs.find(run);
          return found ? subjectOf(*found) : QString();
      }),
      m_filtered(m_model, clock, engine.person())
{
    const Theme& theme = themes.theme();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(theme.spacing(5), theme.spacing(4), theme.spacing(5), theme.spacing(5));
    whole->setSpacing(theme.spacing(4));
    buildHeading(whole);
    buildChain(whole);
    buildFilter(whole);
    buildTable(whole);
    listen();
    refresh();
}

PageTitle AuditPage::title() const
{
    return {.title = tr("Audit"), .task = {}, .status = {}, .statusWords = {}, .note = {}};
}

void AuditPage::setFilter(const QString& line)
{
    m_filter->setText(line);
}

void AuditPage::entered()
{
    m_table->setFocus(Qt::OtherFocusReason);
    m_entered = true;
    if (!m_loading)
        m_loading = m_engine.loadAudit(0, kPart);
    if (!m_checking)
        m_checking = m_engine.verifyAudit();
}

void AuditPage::buildHeading(QVBoxLayout* whole)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_answer = new Label(m_themes, Type::Display, Tone::Primary, this);
    m_rest = new Label(m_themes, Type::Display, Tone::Secondary, this);
    m_rest->setElided(true);
    auto* verify = new Button(m_themes, tr("Verify again"), Button::Kind::Default, this);
    verify->setGlyph(QStringLiteral("action-refresh"));
    auto* save = new Button(m_themes, tr("Export"), Button::Kind::Default, this);
    save->setGlyph(QStringLiteral("action-export"));
    row->addWidget(m_answer);
    row->addWidget(m_rest, 1);
    row->addWidget(verify);
    row->addWidget(save);
    whole->addLayout(row);
    connect(verify, &Button::clicked, this, [this] {
        if (!m_checking)
            m_checking = m_engine.verifyAudit();
    });
    connect(save, &Button::clicked, this, &AuditPage::exportLog);
}

void AuditPage::buildChain(QVBoxLayout* whole)
{
    auto* panel = new Panel(m_themes, this);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(13, 0, 13, 0);
    row->setSpacing(10);
    m_chainGlyph = new Glyph(m_themes, panel);
    m_chain = new Label(m_themes, Type::BodyStrong, Tone::Primary, panel);
    m_chain->setFixedHeight(m_themes.theme().size.rowComfortable - 3);
    m_chainRest = new Label(m_themes, Type::Body, Tone::Secondary, panel);
    m_chainRest->setElided(true);
    m_checked = new Label(m_themes, Type::Small, Tone::Tertiary, panel);
    row->addWidget(m_chainGlyph);
    row->addWidget(m_chain);
    row->addWidget(m_chainRest, 1);
    row->addWidget(m_checked);
    panel->body()->addLayout(row);
    whole->addWidget(panel);
}

void AuditPage::buildFilter(QVBoxLayout* whole)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(m_themes.theme().spacing(3));
    m_filter = new LineField(m_themes, Type::Mono, this);
    m_filter->setGlyph(QStringLiteral("action-filter"));
    m_filter->setKeyHint(QStringLiteral("/"));
    m_filter->setPlaceholderText(tr("Filter, for example actor:you action:approved since:10:30"));
    m_filter->setAccessibleName(tr("Filter entries"));
    m_filter->setMaximumWidth(560);
    auto* slash = new QShortcut(QKeySequence(Qt::Key_Slash), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(slash, &QShortcut::activated, this, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    connect(m_filter, &QLineEdit::textChanged, this, &AuditPage::applyFilter);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    row->addWidget(m_filter, 8);
    addChip(row, 0, tr("Decisions"), AuditKind::Decision, QStringLiteral("decision"));
    addChip(row, 1, tr("Actions"), AuditKind::Action, QStringLiteral("action"));
    addChip(row, 2, tr("Settings"), AuditKind::Setting, QStringLiteral("setting"));
    row->addStretch(1);
    whole->addLayout(row);
}

void AuditPage::addChip(QHBoxLayout* row, std::size_t at, const QString& label, AuditKind kind, const QString& value)
{
    auto* button = new Button(m_themes, label, Button::Kind::Chip, this);
    button->setCheckable(true);
    row->addWidget(button);
    m_chips[at] = {button, value, kind};
    connect(button, &Button::clicked, this, [this, value](bool checked) {
        m_filter->setText(withTerm(m_filter->text(), QStringLiteral("kind"), checked ? value : QString()));
    });
}

void AuditPage::buildTable(QVBoxLayout* whole)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(m_themes.theme().spacing(5) - 1);
    auto* panel = new Panel(m_themes, this);
    m_strip = new ErrorStrip(m_themes, StatusRole::Critical, panel);
    connect(m_strip, &ErrorStrip::actionTriggered, this, [this] { m_loading = m_engine.loadAudit(0, kPart); });
    auto* delegate = new CellDelegate(
        m_themes,
        [this](const QModelIndex& index) -> CellLook {
            const AuditModel::Row* entry = m_filtered.at(index.row());
            const bool person = entry && entry->words.who == AuditWords::Who::Person;
            const bool proven = !entry || m_model.isProven(entry->record.number);
            const Tone strong = person ? Tone::Primary : Tone::Secondary;
            switch (index.column()) {
            case AuditModel::Entry:
                return {.tone = proven ? Tone::Tertiary : Tone::Critical, .tabular = true, .right = true};
            case AuditModel::Time: return {.type = Type::Mono, .tone = strong};
            case AuditModel::Actor:
                return {.type = person ? Type::BodyStrong : Type::Body,
                        .tone = strong,
                        .icon = person                                            ? QStringLiteral("misc-person")
                            : entry && entry->words.who == AuditWords::Who::Agent ? QStringLiteral("nav-agents")
                                                                                  : QStringLiteral("nav-audit")};
            case AuditModel::Evidence:
            case AuditModel::Previous: return {.type = Type::Mono, .tone = Tone::Tertiary};
            case AuditModel::Reason: return {};
            default: return {.tone = strong};
            }
        },
        this);
    m_table = makeTable(m_themes, *delegate, m_filtered,
                        {.widths = {76, 76, 140, 160, 140, 200, 84, 84},
                         .stretch = AuditModel::Reason,
                         .rowHeight = m_themes.theme().size.row,
                         .name = tr("Audit log")},
                        panel);
    m_empty = new EmptyState(m_themes, QStringLiteral("nav-audit"), panel);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { m_filter->clear(); });
    m_stack = new QStackedWidget(panel);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    panel->body()->addWidget(m_strip);
    panel->body()->addWidget(m_stack, 1);
    panel->body()->addWidget(new Rule(m_themes, Qt::Horizontal, panel));
    auto* foot = new Label(m_themes, Type::Small, Tone::Tertiary, panel);
    foot->setText(tr("Entries are only added. Hashes show their first 8 of 64 digits; select an entry for all."));
    foot->setContentsMargins(12, 9, 12, 9);
    panel->body()->addWidget(foot);
    row->addWidget(panel, 1);
    m_aside = new AuditAside(m_themes, this);
    row->addWidget(m_aside);
    whole->addLayout(row, 1);
    connect(m_aside, &AuditAside::runOpened, this, &Page::runOpened);
    connect(m_aside, &AuditAside::approvalOpened, this, &Page::approvalOpened);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AuditPage::showSelected);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &AuditPage::loadMore);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        const AuditModel::Row* entry = m_filtered.at(index.row());
        if (entry && entry->words.approval)
            emit approvalOpened(*entry->words.approval);
        else if (entry && entry->words.run)
            emit runOpened(*entry->words.run, -1);
    });
}

void AuditPage::listen()
{
    connect(&m_engine, &host::AgentHost::auditLoaded, this, [this](std::int64_t, const host::AuditPart& part) {
        if (!m_entered)
            return; // another page has asked
        m_known = true;
        m_model.load(part);
        refresh();
    });
    connect(&m_engine, &host::AgentHost::auditGrew, this, [this] {
        if (m_entered && !m_loading)
            m_loading = m_engine.loadAudit(0, kPart);
    });
    connect(&m_engine, &host::AgentHost::approvalsLoaded, this,
            [this](const std::vector<gate::Approval>& approvals) { m_approvals = approvals; });
    connect(&m_engine, &host::AgentHost::auditVerified, this,
            [this](const record::AuditVerdict& verdict, Milliseconds took) {
                m_verdict = verdict;
                m_checkTook = took;
                m_checkedAt = m_clock.now();
                m_model.setVerdict(verdict);
                refresh();
                if (!verdict.ok)
                    emit breakFound();
            });
    connect(&m_engine, &host::AgentHost::requestFinished, this,
            [this](host::RequestId request, const Result<void>& result) {
                const bool exported = m_exporting == request;
                bool ours = false;
                for (auto* asked : {&m_loading, &m_checking, &m_exporting}) {
                    if (*asked == request) {
                        asked->reset();
                        ours = true;
                    }
                }
                if (!ours)
                    return;
                if (!result)
                    m_strip->tell(errorWords(result.error().code).sentence, text(result.error().detail));
                else if (exported)
                    m_checked->setText(tr("Exported to %1").arg(m_exportedTo));
                else
                    loadMore();
                refresh();
            });
}

void AuditPage::applyFilter(const QString& line)
{
    m_filtered.setFilterLine(line);
    const auto kinds = m_filtered.filter().terms.find(QStringLiteral("kind"));
    for (const Chip& chip : m_chips)
        chip.button->setChecked(kinds != m_filtered.filter().terms.end() && kinds->second.contains(chip.value));
    refresh();
    loadMore();
}

void AuditPage::loadMore()
{
    const QScrollBar* bar = m_table->verticalScrollBar();
    if (!m_entered)
        return;
    const bool nearEnd = bar->maximum() - bar->value() <= 2 * bar->pageStep();
    if (nearEnd && !m_loading && m_model.oldest() > 1)
        m_loading = m_engine.loadAudit(m_model.oldest(), kPart);
}

void AuditPage::refresh()
{
    showVerdict();
    for (const Chip& chip : m_chips)
        chip.button->setCount(m_model.count(chip.kind));
    const int shown = m_filtered.rowCount();
    const bool filtered = !m_filter->text().isEmpty();
    m_filter->setNote(filtered ? tr("%1 of %2").arg(number(shown), number(m_model.total())) : counted(m_model.total()));
    m_stack->setCurrentWidget(shown > 0 ? static_cast<QWidget*>(m_table) : m_empty);
    if (shown > 0 && !m_table->selectionModel()->hasSelection()) // focus alone selects nothing
        m_table->selectRow(0);
    else if (shown == 0)
        m_aside->showNothing();
    if (shown == 0 && (m_loading || !m_known))
        m_empty->setWords(m_loading ? tr("Loading entries.") : tr("Entries are not loaded yet."));
    else if (shown == 0)
        m_empty->setWords(tr("No entries match."), {}, filtered ? tr("Clear filter") : QString());
}

void AuditPage::showVerdict()
{
    const std::int64_t total = m_model.total();
    if (!m_verdict) {
        m_answer->setText(m_known ? counted(total) : QString());
        m_rest->setText(m_checking ? tr("The chain is being checked.") : QString());
        m_chainGlyph->setStatus(StatusRole::Pending);
        m_chain->setText(tr("Not checked yet"));
        return;
    }
    const record::AuditVerdict& verdict = *m_verdict;
    m_answer->setTone(verdict.ok ? Tone::Primary : Tone::Critical);
    m_chainGlyph->setStatus(verdict.ok ? StatusRole::Succeeded : StatusRole::Critical);
    if (verdict.ok) {
        const std::int64_t all = std::max(total, verdict.records);
        m_answer->setText(tr("%Ln entries, chain complete.", nullptr, static_cast<int>(all)));
        m_rest->setText(verdict.endProven ? QString() : tr("Its end is not proven."));
        m_chain->setText(tr("Chain complete"));
        m_chainRest->setText(
            verdict.endProven              ? tr("No change, loss or reordering. The end is proven by a signed head.")
                : verdict.why == "no_head" ? tr("No change or reordering. No signed head of it is kept for this user.")
                                           : tr("No change or reordering. The signed head cannot be trusted."));
    } else {
        const std::int64_t first = verdict.firstBad.value_or(0);
        m_answer->setText(tr("The chain breaks at entry %1.").arg(number(first)));
        const auto doubtful = static_cast<int>(std::max<std::int64_t>(verdict.records - first + 1, 1));
        m_rest->setText(tr("%Ln entries not proven.", nullptr, doubtful));
        m_chain->setText(tr("The chain breaks at entry %1.").arg(number(first)));
        m_chainRest->setText(tr("Entries from it on are not proven. Export them and tell your administrator."));
    }
    m_checked->setText(tr("Checked %1 in %2").arg(clockTime(m_checkedAt), stepDuration(m_checkTook)));
}

void AuditPage::showSelected()
{
    const AuditModel::Row* entry = m_filtered.at(m_table->currentIndex().row());
    if (!entry)
        return;
    const gate::Approval* approval = nullptr;
    if (entry->words.approval) {
        const auto found = std::ranges::find(m_approvals, *entry->words.approval, &gate::Approval::id);
        approval = found == m_approvals.end() ? nullptr : &*found;
    }
    m_aside->show(*entry, m_model.isProven(entry->record.number), approval);
}

void AuditPage::exportLog()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Export the audit log"), QStringLiteral("audit.jsonl"),
                                                      tr("JSON Lines (*.jsonl)"));
    if (file.isEmpty() || m_exporting)
        return;
    m_exportedTo = file;
    m_exporting = m_engine.exportAudit(file.toStdString());
}

void AuditPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const bool wide = width() >= kAsideBelow;
    m_aside->setVisible(wide);
    for (const auto column : {AuditModel::Evidence, AuditModel::Previous}) // the reason needs their room
        m_table->setColumnHidden(column, !wide);
    loadMore();
}

} // namespace signalbox::ui
