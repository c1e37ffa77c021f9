// SPDX-License-Identifier: GPL-3.0-or-later
// What each command of the main window does.
#include "ui/shell/mainwindow.h"

#include "ui/approvals/approvalprompt.h"
#include "ui/approvals/approvalspage.h"
#include "ui/firstrun/additions.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/overview/overviewpage.h"
#include "ui/runs/rundetailpage.h"
#include "ui/runs/runspage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/announcer.h"
#include "ui/shell/commands.h"
#include "ui/shell/holdbanner.h"
#include "ui/shell/keyspanel.h"
#include "ui/shell/letterkeys.h"
#include "ui/shell/ownwindows.h"
#include "ui/shell/palette.h"
#include "ui/shell/palettecontents.h"
#include "ui/shell/rail.h"
#include "ui/shell/sourcewatch.h"
#include "ui/shell/statusline.h"
#include "ui/shell/systemlooks.h"
#include "ui/widgets/errorstrip.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QSystemTrayIcon>

namespace signalbox::ui {

void MainWindow::connectCommands()
{
    m_letters = new LetterKeys(m_preferences.letterKeys(), this);
    const auto on = [this](QAction* action, auto work) { connect(action, &QAction::triggered, this, work); };
    on(m_commands->quit, [this] { askToQuit(); });
    m_additions = new Additions(m_themes, m_engine, m_clock, *this);
    on(m_commands->addRepository, [this] { m_additions->askForRepository(); });
    on(m_commands->importWorkspace, [this] { m_additions->askForWorkspace(); });
    connect(m_additions, &Additions::failed, this,
            [this](const QString& detail) { m_strip->tell(tr("No line was added."), detail); });
    connect(m_additions, &Additions::began, m_strip, &ErrorStrip::clear);
    on(m_commands->find, [this] {
        go({PageKind::Runs, {}, -1, {}});
        runsPage().focusFilter();
    });
    on(m_commands->copyCommit, [this] {
        if (const auto* found = selectedRun()) {
            QApplication::clipboard()->setText(text(found->commit));
            m_status->say(tr("Commit copied."));
        }
    });
    connectLooks();
    const std::initializer_list<std::pair<QAction*, PageKind>> places{
        {m_commands->overview, PageKind::Overview}, {m_commands->approvals, PageKind::Approvals},
        {m_commands->runs, PageKind::Runs},         {m_commands->knowledge, PageKind::Knowledge},
        {m_commands->audit, PageKind::Audit},       {m_commands->settings, PageKind::Settings}};
    for (const auto& [action, page] : places)
        on(action, [this, page = page] { go({page, {}, -1, {}}); });
    on(m_commands->openRun, [this] {
        if (const auto* run = selectedRun())
            go({PageKind::RunDetail, run->id, -1, {}});
    });
    on(m_commands->palette, [this] { openPalette(); });
    on(m_commands->needsYou, [this] { openNeedsYou(); });
    const auto revisit = [this](std::optional<Place> place) {
        if (place)
            showPlace(*place);
    };
    on(m_commands->back, [this, revisit] { revisit(m_history.back()); });
    on(m_commands->forward, [this, revisit] { revisit(m_history.forward()); });
    on(m_commands->holdAll, [this] { holdAll(); });
    on(m_commands->releaseAll, [this] { askRelease({}); });
    on(m_commands->holdLine, [this] { holdLine(); });
    on(m_commands->rerun, [this] {
        if (m_place.page == PageKind::Runs)
            runsPage().rerunSelected();
    });
    on(m_commands->cancelRun, [this] { cancelRun(); });
    on(m_commands->keys, [this] { KeysPanel::toggle(m_themes, m_commands->keyList(), *this); });
    on(m_commands->about, [this] { showAbout(); });
}

void MainWindow::connectLooks()
{
    const auto on = [this](QAction* action, auto work) { connect(action, &QAction::triggered, this, work); };
    on(m_commands->dark, [this] { m_themes.choose(ThemeSource::Choice::Dark); });
    on(m_commands->light, [this] { m_themes.choose(ThemeSource::Choice::Light); });
    on(m_commands->followSystem, [this] { m_themes.choose(ThemeSource::Choice::System); });
    on(m_commands->highContrast, [this] { m_themes.choose(ThemeSource::Choice::HighContrast); });
    on(m_commands->collapseRail, [this] { collapseRail(); });
    m_commands->collapseRail->setChecked(m_preferences.railCollapsed());
    setWorkspaceZone(m_preferences.workspaceZone().toLatin1());
    tellTimesIn(zoneNamed(m_preferences.timesIn()));
    on(m_commands->nextZone, [this] { switchZone(); });
    on(m_commands->wall, [this] { m_own->toggleWall(*this); });
    on(m_commands->ownWindow, [this] { openOwnWindow(); });
    m_commands->showTheme(m_themes.choice());
    connect(&m_themes, &ThemeSource::chosen, m_commands, &Commands::showTheme);
    takeMotion();
    SystemLooks& system = SystemLooks::of(m_themes);
    system.watch(*this);
    connect(&m_desktop, &DesktopSettings::changed, this,
            [this, &system] { system.hear(m_desktop.scheme(), m_desktop.wantsContrast()); });
}

void MainWindow::openOwnWindow()
{
    if (m_place.page == PageKind::RunDetail) {
        if (LogWindow* log = runDetail().openLog())
            m_own->adopt(log);
        else
            m_status->say(tr("There is no log yet."));
        return;
    }
    const auto approval = m_place.page == PageKind::Overview ? overview().selectedApproval()
        : m_place.page == PageKind::Approvals                ? approvalsPage().shown()
                                                             : std::nullopt;
    if (approval)
        m_own->openApproval(*approval);
    else
        m_status->say(tr("Select an approval first."));
}

void MainWindow::collapseRail()
{
    m_preferences.setRailCollapsed(m_commands->collapseRail->isChecked());
    m_rail->setCollapsed(collapsesRail());
}

void MainWindow::switchZone()
{
    m_preferences.setTimesIn(nameOf(nextZone()));
    if (m_settings)
        m_settings->showZone();
    takeZone();
}

void MainWindow::takeZone()
{
    setWorkspaceZone(m_preferences.workspaceZone().toLatin1());
    tellTimesIn(zoneNamed(m_preferences.timesIn()));
    for (Page* page : m_stack->findChildren<Page*>(Qt::FindDirectChildrenOnly))
        page->restate();
    m_hold->restate();
    m_engine.loadApprovals(); // for the windows of their own
    tick();
    for (QWidget* part : QApplication::allWidgets()) // tables and charts word their times as they are painted
        part->update();
    m_status->say(tr("Times are told in %1.").arg(zoneName()));
}

void MainWindow::takeMotion()
{
    m_own->wall().setStill(m_motion.isStill());
    if (m_overview)
        m_overview->setStill(m_motion.isStill());
    if (m_runsPage)
        m_runsPage->setStill(m_motion.isStill());
    if (m_runDetail)
        m_runDetail->setStill(m_motion.isStill());
}

void MainWindow::takeLetterKeys()
{
    m_letters->setOn(m_preferences.letterKeys());
}

void MainWindow::takeApproving()
{
    if (m_approvalsPage)
        m_approvalsPage->prompt()->setByClicks(m_preferences.approveByClicks());
    m_own->takePreferences();
}

void MainWindow::showAbout()
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About Signalbox"),
                                tr("Signalbox %1\nThe place from which releases are let through or held.\n"
                                   "GPL-3.0-or-later")
                                    .arg(QStringLiteral(SIGNALBOX_VERSION)),
                                QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setModal(false);
    box->show();
}

void MainWindow::bringToFront()
{
    show();
    raise();
    activateWindow();
}

void MainWindow::showNotices(const QString& words, bool on)
{
    m_status->setNotices(words, on);
}

void MainWindow::announce(const Notice& notice)
{
    m_announcer->tell(notice);
}

/// What would end with it is named first; nothing of it is lost, so quitting is not made hard.
void MainWindow::askToQuit()
{
    if (m_agents == 0) {
        QCoreApplication::quit();
        return;
    }
    if (m_quitQuestion)
        return m_quitQuestion->raise();
    const QString stops = m_agents == 1 ? tr("1 agent stops.") : tr("%n agents stop.", nullptr, m_agents);
    m_quitQuestion = new QMessageBox(QMessageBox::NoIcon, tr("Quit Signalbox?"), tr("Quit Signalbox? %1").arg(stops),
                                     QMessageBox::NoButton, this);
    m_quitQuestion->setAttribute(Qt::WA_DeleteOnClose);
    m_quitQuestion->setModal(false);
    QPushButton* keep = nullptr;
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        keep = m_quitQuestion->addButton(tr("Keep running in tray"), QMessageBox::RejectRole);
        connect(keep, &QPushButton::clicked, this, &QWidget::hide);
    }
    QPushButton* quit = m_quitQuestion->addButton(tr("Quit"), QMessageBox::AcceptRole);
    connect(quit, &QPushButton::clicked, this, [this] {
        m_mayClose = true;
        QCoreApplication::quit(); // closes the windows first
    });
    QPushButton* cancel = m_quitQuestion->addButton(tr("Cancel"), QMessageBox::RejectRole);
    m_quitQuestion->setDefaultButton(keep ? keep : cancel);
    m_quitQuestion->setEscapeButton(cancel);
    m_quitQuestion->show();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_agents == 0 || m_mayClose)
        return QMainWindow::closeEvent(event);
    event->ignore();
    askToQuit();
}

void MainWindow::openPalette()
{
    if (!m_palette) {
        m_palette = new Palette(m_themes, this);
        connect(m_palette, &Palette::chosen, this,
                [this](int id) { m_paletteActs.at(static_cast<std::size_t>(id))(); });
        connect(m_palette, &Palette::chosenInWindow, this, [this](int id) { m_paletteWindows.at(id)(); });
        connect(m_palette, &Palette::runsAsked, this, [this](const QString& words) {
            go({PageKind::Runs, {}, -1, {}});
            runsPage().setFilterLine(words);
        });
    }
    lockCommands(); // as they are now
    PaletteContents contents = paletteContents({.runs = m_runs,
                                                .approvals = m_approvals,
                                                .commands = *m_commands,
                                                .lines = m_engine.lines(),
                                                .person = m_engine.person(),
                                                .go = [this](const Place& place) { go(place); },
                                                .openWindow = [this](ApprovalId id) { m_own->openApproval(id); },
                                                .now = m_clock.now()});
    m_paletteActs = std::move(contents.acts);
    m_paletteWindows = std::move(contents.windows);
    m_palette->open(std::move(contents.items));
}

} // namespace signalbox::ui
