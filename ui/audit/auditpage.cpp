// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditpage.h"

#include "ui/audit/auditaside.h"
#include "ui/audit/auditdelegate.h"
#include "ui/audit/auditfilterbar.h"
#include "ui/audit/chainpanel.h"
#include "ui/models/errortext.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/celltable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/flow.h"
#include "ui/widgets/foldingaside.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pagelayout.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/skeleton.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>
#include <array>

namespace signalbox::ui {

namespace {

constexpr int kPart = 500; // records at a time
constexpr int kAsideBelow = 1080; // narrower pages show the table or the entry, by tabs
constexpr int kHashesBelow = 880; // a narrower table has no room for them beside the reason
constexpr int kBehind = 250; // records newer than the one that is looked around

/// Records older than this are loaded to show what stands around an entry.
std::int64_t partAround(std::int64_t entry)
{
    return entry + kBehind;
}

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
    whole->setContentsMargins(pageMargins(theme));
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
    m_filter->setLine(line);
}

void AuditPage::entered()
{
    m_table->setFocus(Qt::OtherFocusReason);
    m_entered = true;
    load();
    verify();
}

void AuditPage::verify()
{
    if (!m_checking)
        m_checking = m_engine.verifyAudit();
}

void AuditPage::buildHeading(QVBoxLayout* whole)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_sentence = new Flow(m_themes, Type::Display, this);
    auto* verify = new Button(m_themes, tr("Verify again"), Button::Kind::Default, this);
    verify->setGlyph(QStringLiteral("action-refresh"));
    auto* save = new Button(m_themes, tr("Export"), Button::Kind::Default, this);
    save->setGlyph(QStringLiteral("action-export"));
    row->addWidget(m_sentence, 1);
    row->addWidget(verify);
    row->addWidget(save);
    whole->addLayout(row);
    connect(verify, &Button::clicked, this, &AuditPage::verify);
    connect(save, &Button::clicked, this, [this] { askExport(false); });
}

void AuditPage::buildChain(QVBoxLayout* whole)
{
    m_chain = new ChainPanel(m_themes, this);
    whole->addWidget(m_chain);
    connect(m_chain, &ChainPanel::bothPartsAsked, this, [this] { askExport(true); });
}

void AuditPage::buildFilter(QVBoxLayout* whole)
{
    m_filter = new AuditFilterBar(m_themes, this);
    connect(m_filter, &AuditFilterBar::lineChanged, this, &AuditPage::applyFilter);
    connect(m_filter, &AuditFilterBar::left, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    whole->addWidget(m_filter);
}

void AuditPage::buildTable(QVBoxLayout* whole)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(kPanelGap);
    auto* panel = new Panel(m_themes, this);
    m_strip = new ErrorStrip(m_themes, StatusRole::Critical, panel);
    connect(m_strip, &ErrorStrip::actionTriggered, this, [this] { m_failed == &m_checking ? verify() : load(); });
    m_delegate = new AuditDelegate(m_themes, m_model, m_filtered, this);
    m_table = makeTable(m_themes, *m_delegate, m_filtered,
                        {.widths = {70, 76, 140, 160, 140, 200, 78, 78},
                         .stretch = AuditModel::Reason,
                         .rowHeight = m_themes.theme().size.row,
                         .name = tr("Audit log")},
                        panel);
    m_empty = new EmptyState(m_themes, QStringLiteral("nav-audit"), panel);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { m_filter->setLine({}); });
    m_stack = new QStackedWidget(panel);
    m_stack->addWidget(m_table);
    m_skeleton = new Skeleton(m_themes, panel);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_skeleton);
    panel->body()->addWidget(m_strip);
    m_folding = new FoldingAside(m_themes, {m_stack, tr("Entries")}, panel);
    panel->body()->addWidget(m_folding, 1);
    panel->body()->addWidget(new Rule(m_themes, Qt::Horizontal, panel));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 9, 12, 9);
    m_foot = new Label(m_themes, Type::Small, Tone::Tertiary, panel);
    m_foot->setElided(true);
    m_back = new Button(m_themes, tr("Back to newest"), Button::Kind::Link, panel);
    foot->addWidget(m_foot, 1);
    foot->addWidget(m_back);
    connect(m_back, &Button::clicked, this, [this] { m_filter->setTerm(QStringLiteral("around"), {}); });
    panel->body()->addLayout(foot);
    row->addWidget(panel, 1);
    m_aside = new AuditAside(m_themes, m_engine.person(), this);
    m_folding->setAside({m_aside, tr("Entry")}, row);
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
    connect(&m_engine, &host::AgentHost::auditLoaded, this, [this](std::int64_t before, const host::AuditPart& part) {
        if (!m_entered || (m_around && before != partAround(*m_around)))
            return; // another page has asked, or it is no part of what is looked at
        m_known = true;
        m_model.load(part);
        refresh();
        if (const int row = m_around ? m_filtered.rowOf(*m_around) : -1; row >= 0) {
            m_table->selectRow(row);
            m_table->scrollTo(m_filtered.index(row, 0), QAbstractItemView::PositionAtCenter);
        }
    });
    connect(&m_engine, &host::AgentHost::auditGrew, this, [this] {
        if (m_entered && !m_around) // what stands around an entry has all come
            load();
    });
    connect(&m_engine, &host::AgentHost::approvalLoaded, this, [this](const gate::Approval& approval) {
        m_approvals[approval.id] = approval;
        showSelected();
    });
    connect(&m_engine, &host::AgentHost::auditVerified, this,
            [this](const record::AuditVerdict& verdict, Milliseconds took) {
                m_verdict = verdict;
                m_checkTook = took;
                m_checkedAt = m_clock.now();
                m_model.setVerdict(verdict);
                refresh();
                if (verdict.ok)
                    return;
                emit breakFound();
                showBreak();
            });
    connect(&m_engine, &host::AgentHost::requestFinished, this, &AuditPage::finish);
}

void AuditPage::finish(host::RequestId request, const Result<void>& result)
{
    const std::array all{&m_loading, &m_checking, &m_exporting};
    const auto found = std::ranges::find_if(all, [request](const auto* each) { return *each == request; });
    if (found == all.end())
        return;
    auto* asked = *found;
    asked->reset();
    if (!result) {
        m_failed = asked;
        m_strip->tell(faultText(result.error()), asked == &m_exporting ? QString() : tr("Try again"));
        return refresh();
    }
    if (m_failed == asked)
        m_strip->clear();
    if (asked == &m_exporting)
        m_chain->note(tr("Exported to %1").arg(m_exportedTo));
    else
        loadMore();
    refresh();
}

void AuditPage::applyFilter(const QString& line)
{
    m_filtered.setFilterLine(line);
    m_filter->check(m_filtered.filter());
    if (const auto around = m_filtered.around(); around != m_around) {
        m_around = around;
        m_model.clear();
        m_loading.reset(); // what is on its way is no part of it
        load();
    }
    refresh();
    loadMore();
}

void AuditPage::load()
{
    if (m_loading)
        return;
    m_loading = m_engine.loadAudit(m_around ? partAround(*m_around) : 0, kPart);
    if (!m_known)
        refresh();
}

void AuditPage::showBreak()
{
    const std::int64_t first = m_verdict->firstBad.value_or(0);
    if (m_breakShown == first || !m_filter->line().isEmpty())
        return; // the reader is somewhere already
    m_breakShown = first;
    m_filter->setTerm(QStringLiteral("around"), QString::number(first));
}

void AuditPage::loadMore()
{
    const QScrollBar* bar = m_table->verticalScrollBar();
    if (!m_entered || m_around)
        return;
    const bool nearEnd = bar->maximum() - bar->value() <= 2 * bar->pageStep();
    if (nearEnd && !m_loading && m_model.oldest() > 1)
        m_loading = m_engine.loadAudit(m_model.oldest(), kPart);
}

void AuditPage::refresh()
{
    showVerdict();
    m_filter->count(m_model);
    const int shown = m_filtered.rowCount();
    const bool filtered = !m_filter->line().isEmpty();
    m_back->setVisible(m_around.has_value());
    m_foot->setText(m_around ? tr("Showing what stands around entry %1. Nothing is repaired or hidden by Signalbox.")
                                   .arg(number(*m_around))
                             : tr("Entries are only added. Hashes show their first 8 of 64 digits; select an entry for "
                                  "all."));
    m_delegate->fitRows(*m_table);
    fitColumn(*m_table, AuditModel::Subject, {136, 190}); // the reason has the rest
    const QString unknown = notUnderstoodWords(m_filtered.filter());
    m_filter->setNote(!unknown.isEmpty() ? unknown
                          : filtered     ? tr("%1 of %2").arg(number(shown), number(m_model.total()))
                                         : counted(m_model.total()));
    const bool loading = shown == 0 && m_loading;
    m_skeleton->setRunning(loading);
    m_stack->setCurrentWidget(loading ? m_skeleton : shown > 0 ? static_cast<QWidget*>(m_table) : m_empty);
    if (shown > 0 && !m_table->selectionModel()->hasSelection()) // focus alone selects nothing
        m_table->selectRow(0);
    else if (shown == 0)
        m_aside->showNothing();
    if (shown == 0 && !m_known)
        m_empty->setWords(tr("Entries are not loaded yet."));
    else if (shown == 0)
        m_empty->setWords(tr("No entries match."), {}, filtered ? tr("Clear filter") : QString());
}

void AuditPage::showVerdict()
{
    const std::int64_t total = m_model.total();
    if (!m_verdict) {
        m_sentence->setParts(
            {{.words = m_known ? counted(total) : QString()},
             {.words = m_checking ? tr("The chain is being checked.") : QString(), .tone = Tone::Secondary}});
        return;
    }
    const record::AuditVerdict& verdict = *m_verdict;
    if (verdict.ok) {
        const std::int64_t all = std::max(total, verdict.records);
        m_sentence->setParts(
            {{.words = tr("%Ln entries, chain complete.", nullptr, static_cast<int>(all))},
             {.words = verdict.endProven ? QString() : tr("Its end is not proven."), .tone = Tone::Secondary}});
    } else {
        m_sentence->setParts({{.words = tr("The chain breaks at entry %1.").arg(number(verdict.firstBad.value_or(0))),
                               .tone = Tone::Critical},
                              {.words = tr("%Ln entries not proven.", nullptr, static_cast<int>(verdict.notProven)),
                               .tone = Tone::Secondary}});
    }
    m_filter->showBreak(verdict);
    m_chain->show(verdict, m_checkedAt, m_checkTook);
}

void AuditPage::restate()
{
    if (m_verdict)
        m_chain->show(*m_verdict, m_checkedAt, m_checkTook);
    showSelected();
}

void AuditPage::showSelected()
{
    const AuditModel::Row* entry = m_filtered.at(m_table->currentIndex().row());
    if (!entry)
        return;
    const gate::Approval* approval = nullptr;
    if (const auto id = entry->words.approval) {
        const auto found = m_approvals.find(*id);
        approval = found == m_approvals.end() ? nullptr : &found->second;
        if (!approval && m_asked.insert(*id).second)
            m_engine.loadApproval(*id);
    }
    const Proof proof = m_model.proofOf(entry->record.number);
    const bool breaks = m_verdict && entry->record.number == m_verdict->firstBad;
    m_aside->show(*entry, proof, approval, breaks ? &*m_verdict : nullptr);
}

void AuditPage::askExport(bool parts)
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Export the audit log"), QStringLiteral("audit.jsonl"),
                                                      tr("JSON Lines (*.jsonl);;JSON (*.json);;CSV (*.csv)"));
    if (!file.isEmpty())
        exportTo(file, parts);
}

void AuditPage::exportTo(const QString& file, bool parts)
{
    if (m_exporting)
        return;
    m_exportedTo = file;
    host::AuditExport what{.file = file.toStdString()};
    if (parts && m_verdict)
        what.provenUpTo = m_verdict->firstBad.value_or(1) - 1;
    m_exporting = m_engine.exportAudit(what);
}

void AuditPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_folding->setFolded(width() < kAsideBelow);
    const QMargins around = layout()->contentsMargins();
    const int beside = m_folding->isFolded() ? 0 : m_aside->width() + kPanelGap;
    const bool cramped = width() - around.left() - around.right() - beside < kHashesBelow;
    for (const auto column : {AuditModel::Evidence, AuditModel::Previous})
        m_table->setColumnHidden(column, cramped);
    loadMore();
}

} // namespace signalbox::ui
