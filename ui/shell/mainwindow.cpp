// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/approvals/approvalprompt.h"
#include "ui/approvals/approvalspage.h"
#include "ui/audit/auditpage.h"
#include "ui/firstrun/firstrun.h"
#include "ui/knowledge/knowledgepage.h"
#include "ui/models/errortext.h"
#include "ui/models/words.h"
#include "ui/overview/overviewpage.h"
#include "ui/runs/rundetailbody.h"
#include "ui/runs/rundetailpage.h"
#include "ui/runs/runspage.h"
#include "ui/runs/runtabs.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/commands.h"
#include "ui/shell/glyphs.h"
#include "ui/shell/headerbar.h"
#include "ui/shell/holdbanner.h"
#include "ui/shell/housestyle.h"
#include "ui/shell/ownwindows.h"
#include "ui/shell/rail.h"
#include "ui/shell/sourcewatch.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/focusring.h"

#include <QApplication>
#include <QMenuBar>
#include <QStackedWidget>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace signalbox::ui {

namespace {
constexpr int kSecond_ms = 1000;
constexpr int kCollapseBelow = 1000;
constexpr int kPagesAfter_ms = 150; // the window is painted by then
constexpr std::array kPages{PageKind::Overview,  PageKind::Runs,  PageKind::Approvals, PageKind::RunDetail,
                            PageKind::Knowledge, PageKind::Audit, PageKind::Settings};
} // namespace

MainWindow::MainWindow(host::AgentHost& engine, ThemeSource& themes, Preferences& preferences, const Clock& clock)
    : m_engine(engine),
      m_themes(themes),
      m_preferences(preferences),
      m_clock(clock),
      m_runs(clock),
      m_approvals(clock),
      m_desktop(QDBusConnection::sessionBus(), this),
      m_motion(preferences, m_desktop)
{
    const Theme& theme = themes.theme();
    // Before every part: a palette of the application takes back those that parts have given themselves.
    connect(&themes, &ThemeSource::changed, this, &MainWindow::dress);
    connect(&m_motion, &Motion::changed, this, &MainWindow::takeMotion);
    dress();
    setWindowIcon(QIcon(theme.picture(QStringLiteral("signalbox"), 64)));
    setMinimumSize(theme.size.minWindowWidth, theme.size.minWindowHeight);
    m_commands = new Commands(*this);
    buildFrame();
    m_own = std::make_unique<OwnWindows>(
        OwnWindows::Context{engine, themes, preferences, {m_runs, m_approvals, clock, engine}});
    connect(m_own.get(), &OwnWindows::runAsked, this, [this](RunId run) {
        go({PageKind::RunDetail, run, -1, {}});
        activateWindow();
    });
    takeApproving();
    connectCommands();
    connectEngine();
    nameWorkspace();
    connectSources();
    new FocusRing(themes, this);

    m_second.setInterval(kSecond_ms);
    m_second.setTimerType(Qt::CoarseTimer);
    connect(&m_second, &QTimer::timeout, this, &MainWindow::tick);
    m_second.start();
    tick();
    m_engine.loadRuns();
    m_engine.loadApprovals(); // for the badge; the page loads them again when they change
    go({.page = PageKind::Overview, .run = {}, .checkpoint = -1, .approval = {}});
    QTimer::singleShot(kPagesAfter_ms, this, &MainWindow::buildPages);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame()
{
    auto* whole = new QWidget(this);
    auto* rows = new QVBoxLayout(whole);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    m_rail = new Rail(m_themes, whole);
    m_header = new HeaderBar(m_themes, whole);
    m_hold = new HoldBanner(m_themes, text(m_engine.person()), whole);
    m_strip = new ErrorStrip(m_themes, StatusRole::Critical, whole);
    m_silence = new ErrorStrip(m_themes, StatusRole::NoData, whole);
    m_stack = new QStackedWidget(whole);
    m_status = new StatusLine(m_themes, whole);
    column->addWidget(m_header);
    column->addWidget(m_strip);
    column->addWidget(m_hold);
    column->addWidget(m_silence);
    column->addWidget(m_stack, 1);
    sides->addWidget(m_rail);
    sides->addLayout(column, 1);
    rows->addLayout(sides, 1);
    rows->addWidget(m_status);
    setCentralWidget(whole);
    connect(m_rail, &Rail::chosen, this, [this](PageKind page) { go({page, {}, -1, {}}); });
    connect(m_header, &HeaderBar::searchAsked, this, &MainWindow::openPalette);
    connect(m_header, &HeaderBar::stepAsked, this, [this](int by) { pageOf(m_place.page).step(by); });
    connect(m_header, &HeaderBar::holdAsked, this, &MainWindow::holdAll);
    connect(m_header, &HeaderBar::releaseAsked, this, [this] { askRelease({}); });
    connect(m_hold, &HoldBanner::releaseAsked, this, &MainWindow::askRelease);
    connect(m_hold, &HoldBanner::releaseConfirmed, this, [this](const QString& line, const QString& reason) {
        ask(m_engine.release(line.toStdString(), reason.toStdString()), m_commands->releaseAll);
    });
}

void MainWindow::nameWorkspace()
{
    const QString name = m_engine.lines().empty() ? tr("New workspace") : text(m_engine.workspaceName());
    setWindowTitle(tr("%1 \u2013 Signalbox").arg(name));
    m_rail->setWorkspace(name);
}

template <typename T>
T& MainWindow::adopt(T* page)
{
    m_stack->addWidget(page);
    page->setOffline(m_offline);
    connect(page, &Page::titleChanged, this, &MainWindow::refreshHeader);
    connect(page, &Page::runOpened, this, [this](RunId run, std::int64_t checkpoint) {
        go({PageKind::RunDetail, run, checkpoint, {}});
    });
    connect(page, &Page::approvalOpened, this, [this](ApprovalId approval) {
        go({PageKind::Approvals, {}, -1, approval});
    });
    return *page;
}

OverviewPage& MainWindow::overview()
{
    if (!m_overview) {
        m_overview = &adopt(new OverviewPage(m_themes, m_engine, m_runs, m_clock, m_stack));
        m_overview->setStill(m_motion.isStill());
        m_overview->setFirstRun([this] { return new FirstRun(m_themes, m_engine, m_clock); });
        connect(m_overview, &OverviewPage::firstNeedAsked, this, &MainWindow::openNeedsYou);
        connect(m_overview, &OverviewPage::lineMarked, this, &MainWindow::lockCommands);
    }
    return *m_overview;
}

ApprovalsPage& MainWindow::approvalsPage()
{
    if (!m_approvalsPage) {
        m_approvalsPage = &adopt(new ApprovalsPage(m_engine, m_themes, m_clock, m_stack));
        takeApproving();
    }
    return *m_approvalsPage;
}

RunsPage& MainWindow::runsPage()
{
    if (!m_runsPage) {
        m_runsPage = &adopt(new RunsPage(m_themes, m_engine, m_runs, m_clock, m_stack));
        m_runsPage->setEverythingHeld(m_hold->everythingHeld());
        m_runsPage->setStill(m_motion.isStill());
        connect(m_runsPage, &RunsPage::commandsChanged, this, &MainWindow::lockCommands);
        connect(m_runsPage, &RunsPage::logOpened, this, [this](RunId run) {
            go({PageKind::RunDetail, run, -1, {}});
            runDetail().showLog();
        });
    }
    return *m_runsPage;
}

RunDetailPage& MainWindow::runDetail()
{
    if (!m_runDetail) {
        m_runDetail = &adopt(new RunDetailPage(m_themes, m_engine, m_clock, std::move(m_runTabs), m_stack));
        m_runDetail->setStill(m_motion.isStill());
        m_runDetail->body()->setSizes(m_preferences.runDetailSizes());
        connect(m_runDetail->body(), &RunDetailBody::sizesChosen, this,
                [this](const RunDetailSizes& sizes) { m_preferences.setRunDetailSizes(sizes); });
    }
    return *m_runDetail;
}

AuditPage& MainWindow::auditPage()
{
    if (!m_audit) {
        m_audit = &adopt(new AuditPage(m_themes, m_engine, m_runs, m_clock, m_stack));
        connect(m_audit, &AuditPage::breakFound, this, [this] { m_rail->item(PageKind::Audit).setBadge(1); });
    }
    return *m_audit;
}

KnowledgePage& MainWindow::knowledgePage()
{
    if (!m_knowledge) {
        m_knowledge = &adopt(new KnowledgePage(m_themes, m_engine, m_runs, m_clock, m_stack));
        connect(m_knowledge, &KnowledgePage::policyAsked, this, [this] {
            settingsPage().choosePolicy();
            go({PageKind::Settings, {}, -1, {}});
        });
    }
    return *m_knowledge;
}

SettingsPage& MainWindow::settingsPage()
{
    if (!m_settings) {
        m_settings
            = &adopt(new SettingsPage(m_themes, {m_engine, m_preferences, m_clock}, m_commands->keyList(), m_stack));
        connect(m_settings, &SettingsPage::approvingChosen, this, &MainWindow::takeApproving);
        connect(m_settings, &SettingsPage::repositoryAsked, m_commands->addRepository, &QAction::trigger);
        connect(m_settings, &SettingsPage::motionChosen, &m_motion, &Motion::take);
        connect(m_settings, &SettingsPage::zoneChosen, this, &MainWindow::takeZone);
        connect(m_settings, &SettingsPage::letterKeysChosen, this, &MainWindow::takeLetterKeys);
    }
    return *m_settings;
}

void MainWindow::buildPages()
{
    std::vector<Turns::Step> steps = glyphsDrawn(m_themes);
    for (const PageKind page : kPages) {
        if (page == PageKind::RunDetail)
            steps.emplace_back([this] { m_runTabs.reset(m_runDetail ? nullptr : new RunTabs(m_themes)); });
        steps.emplace_back([this, page] { pageOf(page); });
    }
    m_building.begin(std::move(steps));
}

void MainWindow::connectEngine()
{
    connect(&m_engine, &host::AgentHost::approvalsChanged, this, [this] {
        if (!m_approvalsPage)
            m_engine.loadApprovals(); // for the badge
    });
    connect(&m_engine, &host::AgentHost::workspaceChanged, this, &MainWindow::nameWorkspace);
    connect(&m_engine, &host::AgentHost::runsLoaded, &m_runs, &RunTableModel::load);
    connect(&m_engine, &host::AgentHost::runsChanged, &m_runs, &RunTableModel::apply);
    connect(&m_engine, &host::AgentHost::approvalsLoaded, &m_approvals, &ApprovalListModel::load);
    // The models have them by now.
    connect(&m_engine, &host::AgentHost::runsLoaded, this, &MainWindow::lockCommands);
    connect(&m_engine, &host::AgentHost::runsChanged, this, &MainWindow::lockCommands);
    connect(&m_engine, &host::AgentHost::approvalsLoaded, this, &MainWindow::lockCommands);
    connect(&m_engine, &host::AgentHost::holdChanged, this, &MainWindow::holdsChanged);
    connect(&m_engine, &host::AgentHost::agentsRunning, m_status, &StatusLine::setAgents);
    connect(&m_engine, &host::AgentHost::agentsRunning, this, [this](int runs) { m_agents = runs; });
    connect(&m_engine, &host::AgentHost::requestFinished, this, &MainWindow::finished);
    connect(&m_engine, &host::AgentHost::auditFailed, this, [this](const QString& detail) {
        m_strip->tell(tr("The audit log is not proven."), tr("Open Audit and verify it again."), {}, detail);
    });
    connect(&m_engine, &host::AgentHost::storeFailed, this, [this](const QString& detail) {
        setOffline(m_offline ? m_offline : m_clock.now());
        m_strip->tell(tr("The store cannot be written."), errorWords(ErrorCode::Io).action, {}, detail);
    });
    const auto storeWorks = [this] { // what is told has been stored
        if (!m_offline)
            return;
        setOffline({});
        m_strip->clear();
    };
    connect(&m_engine, &host::AgentHost::runsChanged, this, storeWorks);
    connect(&m_engine, &host::AgentHost::approvalsChanged, this, storeWorks);
    connect(&m_runs, &RunTableModel::countsChanged, this,
            [this] { m_rail->item(PageKind::Runs).setCount(m_runs.counts().inProgress); });
    connect(&m_approvals, &ApprovalListModel::openCountChanged, this,
            [this](int open) { m_rail->item(PageKind::Approvals).setBadge(open); });
}

void MainWindow::setOffline(std::optional<UtcTime> since)
{
    m_offline = since;
    m_status->setStoreWorks(!since);
    m_own->setOffline(since.has_value());
    for (Page* page : m_stack->findChildren<Page*>(Qt::FindDirectChildrenOnly))
        page->setOffline(since);
    lockCommands();
}

void MainWindow::go(const Place& place)
{
    m_history.visit(place);
    showPlace(place);
}

void MainWindow::showPlace(const Place& place)
{
    m_place = place;
    if (place.page == PageKind::RunDetail)
        runDetail().open(place.run, place.checkpoint);
    if (place.page == PageKind::Approvals && place.approval.value != 0)
        approvalsPage().open(place.approval);
    if (place.page == PageKind::Audit && !place.filter.isEmpty())
        auditPage().setFilter(place.filter);
    Page& page = pageOf(place.page);
    const bool isNew = m_stack->currentWidget() != &page;
    m_stack->setAttribute(Qt::WA_UpdatesDisabled); // else it turns them off and on for each widget of every page
    m_stack->setCurrentWidget(&page);
    m_stack->setAttribute(Qt::WA_UpdatesDisabled, false);
    m_rail->setCurrent(place.page);
    refreshHeader();
    page.entered();
    showSilence();
    if (isNew)
        m_paint.begin(page);
}

Page& MainWindow::pageOf(PageKind kind)
{
    switch (kind) {
    case PageKind::Overview: return overview();
    case PageKind::Approvals: return approvalsPage();
    case PageKind::Knowledge: return knowledgePage();
    case PageKind::Audit: return auditPage();
    case PageKind::Settings: return settingsPage();
    case PageKind::Runs: return runsPage();
    case PageKind::RunDetail: break;
    }
    return runDetail();
}

void MainWindow::refreshHeader()
{
    m_header->setTitle(pageOf(m_place.page).title());
    lockCommands();
}

void MainWindow::finished(host::RequestId request, const Result<void>& result)
{
    if (m_asked.erase(request) == 0)
        return;
    if (!result) {
        m_strip->tell(faultText(result.error()));
    } else if (!m_offline) {
        m_strip->clear();
    }
    lockCommands();
}

void MainWindow::dress()
{
    const Theme& theme = m_themes.theme();
    HouseStyle::install();
    QApplication::setPalette(theme.palette());
    QToolTip::setPalette(theme.palette());
    QApplication::setFont(theme.font(Type::Body));
    QToolTip::setFont(theme.font(Type::Body));
    menuBar()->setStyleSheet(theme.menuSheet());
}

void MainWindow::tick()
{
    m_status->setTime(m_clock.now());
    m_sources->tick();
    showSilence();
    if (m_runsPage)
        m_runsPage->tick();
    if (m_overview)
        m_overview->tick();
}

bool MainWindow::collapsesRail() const
{
    return width() < kCollapseBelow || m_preferences.railCollapsed();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_rail->setCollapsed(collapsesRail());
}

} // namespace signalbox::ui
