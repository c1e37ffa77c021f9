// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewpage.h"

#include "ui/models/errortext.h"
#include "ui/models/needs.h"
#include "ui/models/silencetext.h"
#include "ui/models/timewords.h"
#include "ui/overview/activitypanel.h"
#include "ui/overview/needsyou.h"
#include "ui/overview/trackpainter.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/flow.h"
#include "ui/widgets/foldingaside.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pace.h"
#include "ui/widgets/pagelayout.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/statuslook.h"
#include "ui/widgets/trackparts.h"

#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace signalbox::ui {

namespace {

constexpr int kRedraw_ms = 250;
constexpr int kNeedsWidth = 348;
constexpr int kNeedsBelow = 900; // narrower pages show it by a tab
constexpr int kRecords = 200; // of the audit log: enough acts for what is shown
constexpr std::size_t kShown = 60;

Tone toneOfPart(const SentencePart& part)
{
    return part.role ? toneOf(hueOf(*part.role)) : Tone::Secondary;
}

} // namespace

OverviewPage::OverviewPage(const ThemeSource& themes, host::AgentHost& engine, const RunTableModel& runs,
                           const Clock& clock, QWidget* parent)
    : Page(parent), m_themes(themes), m_engine(engine), m_runs(runs), m_clock(clock), m_tracks(clock)
{
    const Theme& theme = themes.theme();
    m_whole = new QStackedWidget(this);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_whole);
    auto* usual = new QWidget(m_whole);
    auto* whole = new QVBoxLayout(usual);
    whole->setContentsMargins(pageMargins(theme));
    whole->setSpacing(kPanelGap);
    whole->addLayout(buildHeading());
    auto* sides = new QHBoxLayout;
    sides->setSpacing(kPanelGap);
    auto* lines = new QWidget(this);
    auto* column = new QVBoxLayout(lines);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kPanelGap);
    column->addWidget(buildTracks(), 18);
    column->addWidget(buildActivity(), 11);
    m_needs = new NeedsYou(themes, this);
    m_needs->setFixedWidth(kNeedsWidth);
    m_folding = new FoldingAside(themes, {lines, tr("Lines")}, this);
    sides->addWidget(m_folding, 1);
    m_folding->setAside({m_needs, tr("Needs you")}, sides);
    whole->addLayout(sides, 1);
    m_whole->addWidget(usual);
    connect(m_needs, &NeedsYou::opened, this, &OverviewPage::approvalOpened);
    connect(m_needs, &NeedsYou::firstAsked, this, &OverviewPage::firstNeedAsked);

    m_redraw.setSingleShot(true);
    m_redraw.setInterval(kRedraw_ms);
    connect(&m_redraw, &QTimer::timeout, this, [this] {
        refreshTracks();
        refreshActivity();
    });
    listen();
    refreshTracks();
    m_loading = engine.loadAudit(0, kRecords);
    refreshActivity();
}

void OverviewPage::setFirstRun(std::function<QWidget*()> make)
{
    m_makeFirstRun = std::move(make);
}

PageTitle OverviewPage::title() const
{
    return {.title = tr("Overview"), .task = {}, .status = {}, .statusWords = {}, .note = {}};
}

void OverviewPage::entered()
{
    QWidget* first = m_whole->currentWidget() == m_firstRun ? m_firstRun : m_list;
    first->setFocus(Qt::OtherFocusReason);
}

QLayout* OverviewPage::buildHeading()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    m_sentence = new Flow(m_themes, Type::Display, this);
    m_updated = new Label(m_themes, Type::Small, Tone::Tertiary, this);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_updated);
    return row;
}

QWidget* OverviewPage::buildTracks()
{
    auto* panel = new Panel(m_themes, this);
    m_list = new QListView(panel);
    m_list->setObjectName(QStringLiteral("tracks"));
    m_list->setModel(&m_tracks);
    m_pace = new Pace(m_themes.theme().size.runningArcPeriod_ms, this);
    m_list->setItemDelegate(new TrackDelegate(m_themes, *m_pace, m_list));
    connect(m_pace, &Pace::stepped, this, [this] {
        for (int row = 0; row < m_tracks.rowCount(); ++row) {
            if (isMoving(m_tracks.at(row)->role))
                m_list->update(m_tracks.index(row));
        }
    });
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setAccessibleName(tr("Lines"));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &OverviewPage::lineMarked);
    m_empty = new EmptyState(m_themes, QStringLiteral("nav-overview"), panel);
    m_empty->setWords(tr("Lines are not loaded yet.")); // where there are none, first run is shown
    m_stack = new QStackedWidget(panel);
    m_skeleton = new Skeleton(m_themes, panel);
    for (QWidget* part : std::initializer_list<QWidget*>{m_list, m_empty, m_skeleton})
        m_stack->addWidget(part);
    m_damage = new ErrorStrip(m_themes, StatusRole::Critical, panel);
    panel->body()->addWidget(m_damage);
    panel->body()->addWidget(new TrackHeading(m_themes, panel));
    panel->body()->addWidget(m_stack, 1);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) {
        const LineTrack* track = m_tracks.at(index.row());
        if (track && track->approval)
            emit approvalOpened(*track->approval);
        else if (track && track->run != RunId())
            emit runOpened(track->run, -1);
    });
    return panel;
}

QWidget* OverviewPage::buildActivity()
{
    m_activity = new ActivityPanel(m_themes, this);
    connect(m_activity, &ActivityPanel::againAsked, this, &OverviewPage::load);
    connect(m_activity, &ActivityPanel::runOpened, this, &OverviewPage::runOpened);
    connect(m_activity, &ActivityPanel::approvalOpened, this, &OverviewPage::approvalOpened);
    return m_activity;
}

void OverviewPage::listen()
{
    const auto changed = [this] {
        m_lastChange = m_clock.now();
        if (!m_redraw.isActive())
            m_redraw.start();
    };
    connect(&m_engine, &host::AgentHost::runsLoaded, this, [this, changed] {
        changed();
        if (!std::exchange(m_runsKnown, true)) // what is there is shown at once, when the model has it
            QMetaObject::invokeMethod(this, &OverviewPage::refreshTracks, Qt::QueuedConnection);
    });
    connect(&m_engine, &host::AgentHost::runsChanged, this, changed);
    connect(&m_engine, &host::AgentHost::workspaceChanged, this, changed);
    connect(&m_engine, &host::AgentHost::approvalsLoaded, this, [this](const std::vector<gate::Approval>& approvals) {
        m_approvals = approvals;
        m_approvalsKnown = true;
        refreshTracks(); // they say what they wait for
    });
    connect(&m_engine, &host::AgentHost::holdChanged, this, [this](const std::vector<host::Hold>& holds) {
        m_holds = holds;
        refreshTracks(); // their arms tell it
    });
    connect(&m_engine, &host::AgentHost::runsUnreadable, this, [this](const std::vector<RunId>& runs) {
        if (runs.empty())
            return m_damage->clear();
        const ErrorWords words = unreadableRuns(runs);
        m_damage->tell(words.sentence, words.action);
    });
    connect(&m_engine, &host::AgentHost::approvalsUnreadable, m_needs, &NeedsYou::tellUnreadable);
    connect(&m_engine, &host::AgentHost::auditGrew, this, [this] {
        if (!m_loading)
            m_loading = m_engine.loadAudit(0, kRecords);
    });
    connect(&m_engine, &host::AgentHost::auditLoaded, this, [this](std::int64_t before, const host::AuditPart& part) {
        if (before != 0)
            return;
        m_records = part.records;
        m_recordsKnown = true;
        refreshActivity();
    });
    connect(&m_engine, &host::AgentHost::requestFinished, this, &OverviewPage::finish);
}

void OverviewPage::load()
{
    m_failed = false;
    if (!m_runsKnown)
        m_engine.loadRuns();
    if (!m_approvalsKnown)
        m_engine.loadApprovals();
    m_loading = m_engine.loadAudit(0, kRecords);
    refreshTracks();
    refreshActivity();
}

void OverviewPage::finish(host::RequestId request, const Result<void>& result)
{
    if (m_loading != request)
        return;
    m_loading.reset();
    if (std::exchange(m_failed, !result) != m_failed) {
        refreshTracks();
        refreshActivity();
    }
    m_activity->tell(result);
}

void OverviewPage::refreshTracks()
{
    auto tracks = lineTracks(m_runs.all(), m_engine.lines());
    tellElsewhere(tracks, m_approvals);
    tellHolds(tracks, m_holds);
    m_tracks.setTracks(std::move(tracks));
    move();
    refreshFirstRun();
    const bool some = m_tracks.rowCount() > 0;
    const bool loading = !some && !m_runsKnown && !m_failed;
    m_skeleton->setRunning(loading);
    m_stack->setCurrentWidget(loading ? m_skeleton : some ? static_cast<QWidget*>(m_list) : m_empty);
    if (some && (!m_isMarked || !m_list->currentIndex().isValid()))
        m_list->setCurrentIndex(m_tracks.index(0));
    m_isMarked |= some && m_runsKnown; // the mark stays on its line from then on
    refreshNeeds();
}

void OverviewPage::setStill(bool still)
{
    m_pace->setStill(still);
}

void OverviewPage::move()
{
    m_pace->setMoving(isVisible() && std::ranges::any_of(m_tracks.all(), isMoving, &LineTrack::role));
}

void OverviewPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    move();
}

void OverviewPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    move();
}

/// A workspace without lines and runs has nothing to show but how to begin.
void OverviewPage::refreshFirstRun()
{
    const bool nothing = m_makeFirstRun && m_runsKnown && m_tracks.rowCount() == 0;
    if (nothing && !m_firstRun) {
        m_firstRun = m_makeFirstRun();
        m_whole->addWidget(m_firstRun);
    }
    QWidget* wanted = nothing ? m_firstRun : m_whole->widget(0);
    if (m_whole->currentWidget() == wanted)
        return;
    const QWidget* focused = window()->focusWidget();
    const bool isHere = !focused || isAncestorOf(focused); // else somebody is at work elsewhere in the window
    m_whole->setCurrentWidget(wanted);
    if (isVisible() && isHere)
        entered();
}

void OverviewPage::refreshNeeds()
{
    auto needs = needsOf(m_approvals, m_clock.now());
    const HeldCounts counts = countsOf(needs);
    const auto passed = passedOf(m_approvals);
    needs.insert(needs.end(), passed.begin(), passed.end());
    if (m_approvalsKnown)
        m_needs->show(needs);
    else
        m_needs->showUnknown(!m_failed);
    m_folding->setAsideName(counts.held == 0 ? tr("Needs you") : tr("Needs you %1").arg(counts.held));
    const bool known = m_runsKnown || counts.held + counts.elsewhere > 0;
    QList<SentencePart> parts = silenceParts(m_silent, m_clock.now());
    if (known)
        parts += overviewSentence(m_tracks.all(), counts, m_holds, Saying::Page, silentSince(m_silent, m_clock.now()));
    say(parts);
}

void OverviewPage::setSources(const QList<SourceWords>& sources)
{
    QList<SourceWords> silent;
    std::ranges::copy_if(sources, std::back_inserter(silent),
                         [](const SourceWords& source) { return !source.works && !source.name.isEmpty(); });
    if (std::exchange(m_silent, silent) != silent)
        refreshNeeds();
}

void OverviewPage::refreshActivity()
{
    m_activity->show(activities(m_records, m_runs.all(), kShown), !m_recordsKnown && !m_failed);
}

void OverviewPage::say(const QList<SentencePart>& parts)
{
    QList<FlowPart> said;
    for (const SentencePart& part : parts)
        said.append({.words = part.words, .tone = toneOfPart(part)});
    m_sentence->setParts(std::move(said));
}

std::optional<ApprovalId> OverviewPage::selectedApproval() const
{
    const LineTrack* track = m_tracks.at(m_list->currentIndex().row());
    if (track && track->approval)
        return track->approval;
    return firstNeed();
}

std::optional<ApprovalId> OverviewPage::firstNeed() const
{
    return ui::firstNeed(m_approvals, m_clock.now());
}

QString OverviewPage::markedLine() const
{
    const LineTrack* track = m_list->isVisibleTo(this) ? m_tracks.at(m_list->currentIndex().row()) : nullptr;
    return track ? track->line : QString();
}

void OverviewPage::takeOffline()
{
    m_updated->setText(ageWords(m_lastChange, m_clock.now()));
}

void OverviewPage::tick()
{
    if (!isVisible())
        return;
    refreshNeeds(); // countdowns
    m_updated->setText(ageWords(m_lastChange, m_clock.now()));
}

void OverviewPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_folding->setFolded(width() < kNeedsBelow);
}

} // namespace signalbox::ui
