// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/rundetailpage.h"

#include "ui/models/errortext.h"
#include "ui/models/graphstate.h"
#include "ui/models/statemask.h"
#include "ui/models/words.h"
#include "ui/runs/checkpointbar.h"
#include "ui/runs/forkeditor.h"
#include "ui/runs/graphpane.h"
#include "ui/runs/logpane.h"
#include "ui/runs/logwindow.h"
#include "ui/runs/rehearsalbanner.h"
#include "ui/runs/rundetailbody.h"
#include "ui/runs/runtabs.h"
#include "ui/runs/runtitle.h"
#include "ui/runs/statepanel.h"
#include "ui/runs/stepspanel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errorstrip.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QShortcut>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kTickEvery_ms = 250;
constexpr int kGatherFor_ms = 250;
constexpr std::size_t kMostStates = 50;
} // namespace

RunDetailPage::RunDetailPage(const ThemeSource& themes, host::AgentHost& engine, const Clock& clock,
                             std::unique_ptr<RunTabs> tabs, QWidget* parent)
    : Page(parent),
      m_themes(themes),
      m_engine(engine),
      m_clock(clock),
      m_body(new RunDetailBody(themes, std::move(tabs), this))
{
    setMinimumSize(600, 360);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_body);
    connectParts();
    connectEngine();
    addKeys();
    m_ticker.setInterval(kTickEvery_ms);
    m_refresh.setInterval(kGatherFor_ms);
    m_refresh.setSingleShot(true);
    connect(&m_ticker, &QTimer::timeout, this, &RunDetailPage::tick);
    connect(&m_refresh, &QTimer::timeout, this, &RunDetailPage::askForRun);
}

void RunDetailPage::connectParts()
{
    connect(m_body->steps(), &StepsPanel::checkpointPicked, this, &RunDetailPage::select);
    connect(m_body->steps(), &StepsPanel::partAsked, this, &RunDetailPage::select);
    connect(m_body->steps(), &StepsPanel::livePicked, this, &RunDetailPage::goToLive);
    connect(m_body->bar(), &CheckpointBar::checkpointPicked, this, &RunDetailPage::select);
    connect(m_body->bar(), &CheckpointBar::livePicked, this, &RunDetailPage::goToLive);
    connect(m_body->bar(), &CheckpointBar::forkPicked, this, &RunDetailPage::editFork);
    connect(m_body->state()->editor(), &ForkEditor::forkAsked, this,
            [this](qint64 checkpoint, const Json& patch, bool live) {
                m_body->state()->editor()->setSending(true);
                send(m_engine.forkRun({.run = m_run, .checkpoint = checkpoint, .patch = patch, .live = live}),
                     Asked::Fork);
            });
    connect(m_body->banner(), &RehearsalBanner::originalAsked, this,
            [this](RunId run, qint64 checkpoint) { emit runOpened(run, checkpoint); });
    connect(m_body->strip(), &ErrorStrip::actionTriggered, this, [this] {
        m_body->strip()->clear();
        m_body->conceal();
        askForRun();
    });
    connect(m_body->graph(), &GraphPane::nodePicked, this, &RunDetailPage::pickNode);
    connect(m_body->tabs(), &RunTabs::logWanted, this,
            [this](const std::string& job, int attempt) { send(m_engine.loadLog(m_run, job, attempt), Asked::Log); });
    connect(m_body->steps(), &StepsPanel::cancelAsked, this,
            [this] { send(m_engine.cancelRun(m_run), Asked::Command); });
    connect(m_body->steps(), &StepsPanel::reviewAsked, this, [this] {
        if (m_detail.summary.approval)
            emit approvalOpened(*m_detail.summary.approval);
    });
    connect(m_body->steps(), &StepsPanel::resumeAsked, this,
            [this] { send(m_engine.resumeRun(m_run), Asked::Command); });
}

void RunDetailPage::connectEngine()
{
    connect(&m_engine, &host::AgentHost::runLoaded, this, [this](const host::RunDetail& detail) {
        if (detail.summary.id == m_run)
            take(detail);
    });
    connect(&m_engine, &host::AgentHost::runsChanged, this, [this](const std::vector<host::RunDelta>& deltas) {
        if (std::ranges::find(deltas, m_run, &host::RunDelta::id) != deltas.end() && isVisible()
            && !m_refresh.isActive())
            m_refresh.start();
    });
    connect(&m_engine, &host::AgentHost::stateLoaded, this,
            [this](RunId run, std::int64_t checkpoint, const Json& state) {
                if (run != m_run)
                    return;
                keepState(checkpoint, state);
                m_statesAsked.erase(checkpoint);
                showDiff();
                if (m_editWanted == checkpoint && checkpoint == shown())
                    editFork();
            });
    connect(&m_engine, &host::AgentHost::logLoaded, this, [this](RunId run, const host::LogPlace& log) {
        if (run == m_run)
            m_body->tabs()->log()->setLog(log);
    });
    connect(&m_engine, &host::AgentHost::runForked, this, [this](RunId original, const host::Forked& fork) {
        if (original != m_run)
            return;
        m_body->state()->leaveEditor();
        emit runOpened(fork.run, -1);
    });
    connect(&m_engine, &host::AgentHost::requestFinished, this, &RunDetailPage::finish);
}

void RunDetailPage::addKeys()
{
    const auto key = [this](const QKeySequence& keys, auto slot) {
        auto* shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    key(Qt::Key_Comma, &RunDetailPage::stepBack);
    key(Qt::Key_Period, &RunDetailPage::stepForward);
    key(Qt::Key_L, &RunDetailPage::goToLive);
    key(Qt::Key_F, &RunDetailPage::editFork);
    key(Qt::Key_U, [this] { m_body->state()->toggleSame(); });
    key(Qt::Key_Slash, [this] { m_body->tabs()->find(); });
    key(Qt::Key_E, [this] { m_body->tabs()->jumpToRootCause(); });
    key(QKeySequence::Find, [this] { m_body->tabs()->find(); });
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_T, [this] { m_body->graph()->toggleTable(); });
}

void RunDetailPage::open(RunId run, std::int64_t checkpoint)
{
    if (run == m_run && m_loaded) {
        if (checkpoint >= 0)
            select(checkpoint);
        askForRun();
        return;
    }
    m_filling.stop();
    m_run = run;
    m_detail = {};
    m_loaded = false;
    m_body->conceal();
    m_states.clear();
    m_statesAsked.clear();
    m_place = RunPlace(checkpoint);
    m_asking.reset();
    m_body->strip()->clear();
    m_body->tabs()->log()->forget();
    m_body->state()->leaveEditor();
    m_editWanted.reset();
    askForRun();
    emit titleChanged();
}

void RunDetailPage::askForRun()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = m_engine.loadRun(m_run, m_place.part());
    send(*m_asking, Asked::Run);
}

void RunDetailPage::take(const host::RunDetail& detail)
{
    if (m_place.arrive(detail) == RunPlace::Move::Elsewhere)
        return askForRun();
    m_detail = detail;
    if (m_detail.summary.state == host::RunState::Waiting && !m_detail.later && !waitsForPerson(m_detail))
        m_detail.summary.state = host::RunState::Sleeping; // for an event: nobody is asked
    if (!m_detail.checkpoints.empty() && !m_detail.later && m_detail.state.is_object())
        keepState(newestOf(m_detail), m_detail.state);
    fill();
}

void RunDetailPage::fill()
{
    std::vector<Turns::Step> steps = m_body->showing(m_detail, m_clock);
    steps.emplace_back([this] { showSelection(); });
    if (!m_loaded)
        std::ranges::move(m_body->revealing(), std::back_inserter(steps));
    steps.emplace_back([this] { showLoaded(); });
    m_filling.begin(std::move(steps));
}

void RunDetailPage::showLoaded()
{
    if (!std::exchange(m_loaded, true)) {
        const QWidget* focused = QApplication::focusWidget();
        if (isVisible() && (!focused || !focused->isVisible()))
            entered(); // there was nothing yet to have the focus
    }
    if (isVisible() && !host::isTerminal(m_detail.summary.state))
        m_ticker.start();
    else
        m_ticker.stop();
    emit titleChanged();
}

/// What is written does not change; of a long run only some are held.
void RunDetailPage::keepState(std::int64_t checkpoint, const Json& state)
{
    if (m_states.contains(checkpoint))
        return;
    if (m_states.size() >= kMostStates)
        m_states.clear();
    m_states.emplace(checkpoint, maskedState(state));
}

void RunDetailPage::showSelection()
{
    m_body->graph()->setState(graphStateOf(m_detail, selection()), m_clock.now());
    m_body->bar()->setSelected(selection());
    m_body->steps()->setSelected(shown(), !selection());
    showDiff();
}

void RunDetailPage::showDiff()
{
    if (m_detail.checkpoints.empty())
        return m_body->state()->showNone();
    const auto& rows = m_detail.checkpoints;
    const auto at = std::ranges::find(rows, shown(), &host::CheckpointRow::number);
    if (at == rows.end())
        return;
    const bool first = at == rows.begin();
    const std::int64_t before = first ? at->number : std::prev(at)->number;
    const auto now = m_states.find(at->number);
    const auto was = m_states.find(before);
    if (now != m_states.end() && was != m_states.end()) {
        if (first)
            m_body->state()->show(std::nullopt, Json::object(), at->number, now->second);
        else
            m_body->state()->show(before, was->second, at->number, now->second);
        return;
    }
    m_body->state()->showLoading(at->number);
    askForState(at->number);
    askForState(before);
}

void RunDetailPage::askForState(std::int64_t checkpoint)
{
    if (!m_states.contains(checkpoint) && m_statesAsked.insert(checkpoint).second)
        send(m_engine.loadState(m_run, checkpoint), Asked::State);
}

void RunDetailPage::follow(RunPlace::Move move)
{
    if (move == RunPlace::Move::Elsewhere)
        askForRun();
    else if (move == RunPlace::Move::Shown)
        showSelection();
}

void RunDetailPage::editFork()
{
    m_editWanted.reset();
    m_body->bar()->stopReplay();
    const auto state = m_states.find(shown());
    if (!m_loaded || m_body->state()->isEditing() || m_body->bar()->forkButton()->isLocked())
        return;
    if (state == m_states.end()) { // on its way
        m_editWanted = shown();
        return;
    }
    m_body->tabs()->showAdopted();
    m_body->state()->edit(state->first, state->second);
}

void RunDetailPage::pickNode(const QString& name)
{
    const GraphState state = graphStateOf(m_detail, std::nullopt);
    const NodeView* node = state.node(name.toStdString());
    if (node && node->live)
        return goToLive();
    if (const auto made = newestBy(m_detail, name.toStdString()))
        select(*made);
}

void RunDetailPage::showLog()
{
    m_body->tabs()->find();
}

LogWindow* RunDetailPage::openLog() const
{
    const LogPane* log = m_body->tabs()->log();
    return log->place() ? new LogWindow(m_themes, subjectOf(m_detail.summary), *log->place(), log->isGrowing())
                        : nullptr;
}

void RunDetailPage::finish(host::RequestId request, const Result<void>& result)
{
    const auto asked = m_asked.extract(request);
    if (!asked)
        return;
    if (m_asking == request) {
        m_asking.reset();
        if (std::exchange(m_askAgain, false))
            askForRun();
    }
    if (asked.mapped() == Asked::Fork)
        m_body->state()->editor()->setSending(false);
    if (result)
        return asked.mapped() == Asked::Log ? void() : m_body->strip()->clear();
    if (asked.mapped() == Asked::Log)
        return m_body->tabs()->log()->setFailure(errorWords(result.error().code).sentence);
    if (asked.mapped() == Asked::State)
        m_statesAsked.clear();
    const bool again = !m_loaded && result.error().code != ErrorCode::NotFound;
    if (!m_loaded)
        m_body->giveUp();
    m_body->strip()->tell(faultText(result.error()), again ? tr("Try again") : QString());
}

void RunDetailPage::tick()
{
    m_body->steps()->tick(m_clock.now());
    m_body->graph()->tick(m_clock.now());
}

void RunDetailPage::restate()
{
    if (m_loaded)
        fill();
}

void RunDetailPage::setStill(bool still)
{
    m_body->setStill(still);
}

PageTitle RunDetailPage::title() const
{
    if (m_loaded)
        return titleOf(m_detail);
    PageTitle title;
    title.title = tr("Run %1").arg(m_run.value);
    return title;
}

void RunDetailPage::takeOffline()
{
    m_body->steps()->setOffline(offlineReason());
    m_body->bar()->setOffline(offlineReason());
}

void RunDetailPage::entered()
{
    m_body->steps()->list()->setFocus(Qt::OtherFocusReason);
}

void RunDetailPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (m_run.value != 0)
        askForRun();
}

void RunDetailPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    m_ticker.stop();
    m_refresh.stop();
}

/// What no part of the page has used: the arrows step through the checkpoints.
void RunDetailPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Left)
        stepBack();
    else if (event->key() == Qt::Key_Right)
        stepForward();
    else
        Page::keyPressEvent(event);
}

} // namespace signalbox::ui
