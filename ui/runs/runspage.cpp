// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runspage.h"

#include "ui/models/errortext.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/runs/runaside.h"
#include "ui/runs/rundelegate.h"
#include "ui/runs/runtable.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/flow.h"
#include "ui/widgets/foldingaside.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/pagelayout.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/skeleton.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>

#include <cmath>
#include <utility>

namespace signalbox::ui {

namespace {

constexpr std::size_t kLately = 20; // runs of the line beside the table
constexpr int kFrame_ms = 250;
constexpr int kRest_ms = 80; // arrow keys held down load no details on the way
constexpr int kAsideBelow = 1080; // narrower pages show the table or the run, by tabs
constexpr double kDegreesPerTurn = 360.0;

} // namespace

RunsPage::RunsPage(const ThemeSource& themes, host::AgentHost& engine, RunTableModel& runs, const Clock& clock,
                   QWidget* parent)
    : Page(parent),
      m_themes(themes),
      m_engine(engine),
      m_runs(runs),
      m_clock(clock),
      m_pages(engine, runs.all(), clock),
      m_filtered(m_pages.runs(), clock)
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(pageMargins(themes.theme()));
    whole->setSpacing(themes.theme().spacing(4));
    buildHeading();
    buildFilter();
    buildTable();

    connect(&runs, &RunTableModel::countsChanged, this, &RunsPage::refreshCounts);
    connect(&m_pages, &RunPages::changed, this, &RunsPage::refreshCounts);
    connect(&m_pages, &RunPages::failed, this, &RunsPage::tellListFailed);
    connect(&engine, &host::AgentHost::runsLoaded, this, [this] {
        m_lastChange = m_clock.now();
        m_known = true;
        refreshCounts();
    });
    connect(&engine, &host::AgentHost::runsUnreadable, this, [this](const std::vector<RunId>& unreadable) {
        if (unreadable.empty())
            return m_strip->clear();
        const ErrorWords words = unreadableRuns(unreadable);
        m_listFailed = false;
        m_strip->tell(words.sentence, words.action);
    });
    connect(&engine, &host::AgentHost::runsChanged, this, [this] { m_lastChange = m_clock.now(); });
    connect(&engine, &host::AgentHost::runLoaded, this, [this](const host::RunDetail& run) {
        if (selected() == run.summary.id)
            m_aside->showDetail(run);
    });
    connect(&engine, &host::AgentHost::requestFinished, this, &RunsPage::finish);
    m_arc.setInterval(kFrame_ms);
    connect(&m_arc, &QTimer::timeout, this, &RunsPage::animate);
    m_loadDetail.setSingleShot(true);
    m_loadDetail.setInterval(kRest_ms);
    connect(&m_loadDetail, &QTimer::timeout, this, [this] {
        if (const auto run = selected())
            m_engine.loadRun(*run, -1);
    });
    m_loading = engine.loadRuns();
    refreshCounts();
}

PageTitle RunsPage::title() const
{
    return {.title = tr("Runs"), .task = {}, .status = {}, .statusWords = {}, .note = {}};
}

void RunsPage::entered()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void RunsPage::buildHeading()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    m_sentence = new Flow(m_themes, Type::Display, this);
    m_updated = new Label(m_themes, Type::Small, Tone::Tertiary, this);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_updated);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void RunsPage::buildFilter()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(m_themes.theme().spacing(3));
    m_filter = new LineField(m_themes, Type::Mono, this);
    m_filter->setGlyph(QStringLiteral("action-filter"));
    m_filter->setKeyHint(QStringLiteral("/"));
    m_filter->setPlaceholderText(tr("Filter, for example state:failed line:search"));
    m_filter->setAccessibleName(tr("Filter runs"));
    m_filter->setMaximumWidth(560);
    auto* slash = new QShortcut(QKeySequence(Qt::Key_Slash), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(slash, &QShortcut::activated, this, &RunsPage::focusFilter);
    connect(m_filter, &QLineEdit::textChanged, this, &RunsPage::applyFilter);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    row->addWidget(m_filter, 8);
    addChip(row, 0, tr("In progress"), QStringLiteral("in-progress"), &RunCounts::inProgress);
    addChip(row, 1, tr("Failed"), QStringLiteral("failed"), &RunCounts::failed);
    addChip(row, 2, tr("Healed"), QStringLiteral("healed"), &RunCounts::healed);
    addChip(row, 3, tr("Held for you"), QStringLiteral("held"), &RunCounts::held);
    m_notUnderstood = new Label(m_themes, Type::Small, Tone::Warn, this);
    m_notUnderstood->setElided(true);
    row->addWidget(m_notUnderstood, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void RunsPage::addChip(QHBoxLayout* row, std::size_t at, const QString& label, const QString& value,
                       int RunCounts::*count)
{
    auto* button = new Button(m_themes, label, Button::Kind::Chip, this);
    button->setCheckable(true);
    row->addWidget(button);
    m_chips[at] = {button, value, count};
    connect(button, &Button::clicked, this, [this, value](bool checked) {
        setFilterLine(withTerm(m_filter->text(), QStringLiteral("state"), checked ? value : QString()));
    });
}

void RunsPage::buildTable()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(kPanelGap);
    auto* panel = new Panel(m_themes, this);
    m_strip = new ErrorStrip(m_themes, StatusRole::Critical, panel);
    connect(m_strip, &ErrorStrip::actionTriggered, this, [this] { m_loading = m_engine.loadRuns(); });
    m_delegate = new RunDelegate(m_themes, this);
    m_table = makeRunTable(m_themes, *m_delegate, m_filtered, panel);
    m_empty = new EmptyState(m_themes, QStringLiteral("nav-runs"), panel);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { setFilterLine({}); });
    m_stack = new QStackedWidget(panel);
    m_stack->addWidget(m_table);
    m_skeleton = new Skeleton(m_themes, panel);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_skeleton);
    panel->body()->addWidget(m_strip);
    m_folding = new FoldingAside(m_themes, {m_stack, tr("Runs")}, panel);
    panel->body()->addWidget(m_folding, 1);
    row->addWidget(panel, 1);

    m_aside = new RunAside(m_themes, m_clock, this);
    m_folding->setAside({m_aside, tr("Run")}, row);
    static_cast<QVBoxLayout*>(layout())->addLayout(row, 1);

    connect(m_aside, &RunAside::openRun, this, &RunsPage::openSelected);
    connect(m_aside, &RunAside::openLog, this, [this] {
        if (const auto run = selected())
            emit logOpened(*run);
    });
    connect(m_aside, &RunAside::rerun, this, &RunsPage::rerunSelected);
    connect(m_aside, &RunAside::lockChanged, this, &RunsPage::commandsChanged);
    const QScrollBar* bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) {
        if (value >= bar->maximum() - bar->pageStep())
            m_pages.more();
    });
    connect(m_table, &QTableView::activated, this, &RunsPage::openSelected);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunsPage::selectionMoved);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_filtered, signal, this, &RunsPage::refreshShown);
    connect(&m_filtered, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) {
                const QModelIndex current = m_table->currentIndex();
                const bool whole = first.column() == 0; // a tick changes the age alone
                if (whole && current.isValid() && first.row() <= current.row() && current.row() <= last.row())
                    runChanged(*m_filtered.at(current.row()));
            });
}

void RunsPage::setFilterLine(const QString& line)
{
    m_filter->setText(line);
}

void RunsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void RunsPage::applyFilter(const QString& line)
{
    const auto kept = selected();
    m_pages.seek(parseRunFilter(line, m_clock.now()));
    m_filtered.setFilterLine(line);
    if (kept)
        select(*kept);
    m_notUnderstood->setText(notUnderstoodWords(m_filtered.filter()));
    const QStringList states = m_filtered.filter().terms.contains(QStringLiteral("state"))
        ? m_filtered.filter().terms.at(QStringLiteral("state"))
        : QStringList();
    for (const Chip& chip : m_chips)
        chip.button->setChecked(states.contains(chip.value));
    refreshShown();
}

void RunsPage::refreshCounts()
{
    const RunCounts& counts = m_runs.counts();
    const PageSentence sentence = runsSentence(counts);
    const bool isPart = m_pages.hasMore() && !sentence.rest.isEmpty();
    const QString of = isPart ? tr("Of %1 runs.").arg(counts.all) : QString();
    QList<FlowPart> parts{{sentence.answer}, {sentence.rest, Tone::Secondary}, {of, Tone::Secondary}};
    m_sentence->setParts(isKnown() ? parts : QList<FlowPart>());
    for (const Chip& chip : m_chips)
        chip.button->setCount(isKnown() ? std::optional(counts.*chip.count) : std::nullopt);
    counts.inProgress > 0 && !m_still ? m_arc.start() : m_arc.stop();
    refreshShown();
}

void RunsPage::restate()
{
    selectionMoved();
}

void RunsPage::refreshShown()
{
    const int shown = m_filtered.rowCount();
    const int all = m_pages.runs().rowCount();
    const QString note = shownWords({m_filtered.filterLine().isEmpty() ? std::optional<int>() : shown,
                                     m_pages.lookedAt(), m_pages.isLooking(), m_pages.hasMore()});
    m_filter->setNote(isKnown() ? note : QString());
    const bool loading = !isKnown() && m_loading;
    m_skeleton->setRunning(loading);
    m_stack->setCurrentWidget(loading ? m_skeleton : shown > 0 ? static_cast<QWidget*>(m_table) : m_empty);
    if (!isKnown())
        m_empty->setWords(tr("Runs are not loaded yet."));
    else if (shown == 0 && all == 0)
        m_empty->setWords(tr("No runs yet. A run appears when a line's jobs start."));
    else if (shown == 0 && m_pages.isLooking())
        m_empty->setWords(tr("Looking at older runs\u2026"), m_filtered.filterLine());
    else if (shown == 0)
        m_empty->setWords(tr("No runs match"), m_filtered.filterLine(), tr("Clear filter"));
    if (const host::RunSummary* newest = m_filtered.at(0); newest && std::exchange(m_fitted, newest->id) != newest->id)
        fitTable();
    if (shown == 0)
        m_aside->showNothing();
    else if (!m_table->selectionModel()->hasSelection()) // focus alone selects nothing
        m_table->selectRow(0);
}

std::optional<RunId> RunsPage::selected() const
{
    const host::RunSummary* run = m_table ? m_filtered.at(m_table->currentIndex().row()) : nullptr;
    return run ? std::optional(run->id) : std::nullopt;
}

void RunsPage::select(RunId run)
{
    if (const QModelIndex index = m_filtered.indexOf(run); index.isValid())
        m_table->selectRow(index.row());
}

void RunsPage::selectionMoved()
{
    if (const host::RunSummary* run = m_filtered.at(m_table->currentIndex().row()))
        runChanged(*run);
    emit commandsChanged();
}

void RunsPage::runChanged(const host::RunSummary& run)
{
    // Of an older one, those before it are not all at hand.
    m_aside->showSummary(run, m_runs.find(run.id) ? m_runs.historyOf(run, kLately) : LineHistory());
    m_pages.keep(run.id);
    m_loadDetail.start();
}

void RunsPage::openSelected()
{
    if (const auto run = selected())
        emit runOpened(*run, -1);
}

void RunsPage::rerunSelected()
{
    const host::RunSummary* run = m_filtered.at(m_table->currentIndex().row());
    if (!run || !rerunLock().isEmpty())
        return;
    m_rerunning = m_engine.startPipeline(run->line);
    m_aside->setRerunning(true);
}

QString RunsPage::rerunLock() const
{
    return m_aside->rerunLock();
}

void RunsPage::finish(host::RequestId request, const Result<void>& result)
{
    if (m_rerunning == request) {
        m_rerunning.reset();
        m_aside->setRerunning(false);
        if (!result || !m_listFailed)
            m_strip->answer(result);
        m_listFailed = m_listFailed && result;
    }
    if (m_loading != request)
        return;
    m_loading.reset();
    const bool failedBefore = std::exchange(m_listFailed, false);
    if (!result)
        tellListFailed(result.error());
    else if (failedBefore)
        m_strip->clear();
    refreshCounts(); // nothing may have come
}

void RunsPage::tellListFailed(const Error& error)
{
    m_listFailed = true;
    m_strip->tell(faultText(error), tr("Try again"));
}

void RunsPage::setEverythingHeld(bool held)
{
    m_aside->setEverythingHeld(held);
}

void RunsPage::takeOffline()
{
    m_aside->setOffline(offlineReason());
    m_updated->setText(ageWords(m_lastChange, m_clock.now()));
}

void RunsPage::tick()
{
    if (!isVisible())
        return;
    for (const int column : {RunTableModel::Duration, RunTableModel::Age})
        m_table->viewport()->update(m_table->columnViewportPosition(column), 0, m_table->columnWidth(column),
                                    m_table->viewport()->height());
    m_updated->setText(ageWords(m_lastChange, m_clock.now()));
}

void RunsPage::setStill(bool still)
{
    m_still = still;
    refreshCounts();
}

void RunsPage::animate()
{
    if (!isVisible())
        return;
    m_angle
        = std::fmod(m_angle + kDegreesPerTurn * kFrame_ms / m_themes.theme().size.runningArcPeriod_ms, kDegreesPerTurn);
    m_delegate->setArcAngle(m_angle);
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    for (int row = m_table->rowAt(0); row >= 0 && row <= (last < 0 ? m_filtered.rowCount() - 1 : last); ++row) {
        if (m_filtered.index(row, 0).data(RunTableModel::IsOpen).toBool())
            m_table->update(m_filtered.index(row, RunTableModel::State));
    }
}

void RunsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_folding->setFolded(width() < kAsideBelow);
    fitTable();
}

void RunsPage::fitTable()
{
    const QMargins around = layout()->contentsMargins();
    const int beside = m_folding->isFolded() ? 0 : m_aside->width() + kPanelGap;
    fitRunTable(*m_table, width() - around.left() - around.right() - 2 - beside);
}

} // namespace signalbox::ui
