// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of the main window act upon, page by page, and why they are locked.
#include "ui/shell/mainwindow.h"

#include "ui/approvals/approvalspage.h"
#include "ui/models/errortext.h"
#include "ui/models/words.h"
#include "ui/overview/overviewpage.h"
#include "ui/runs/rundetailpage.h"
#include "ui/runs/runspage.h"
#include "ui/shell/commands.h"
#include "ui/shell/headerbar.h"
#include "ui/shell/holdbanner.h"
#include "ui/shell/letterkeys.h"
#include "ui/shell/statusline.h"

#include <QKeyEvent>

#include <algorithm>

namespace signalbox::ui {

const gate::Approval* MainWindow::shownApproval()
{
    const auto shown = m_place.page == PageKind::Approvals ? approvalsPage().shown() : std::nullopt;
    return shown ? m_approvals.find(*shown) : nullptr;
}

/// Only what the page shows or has marked: never what another page has selected, which nobody sees.
const host::RunSummary* MainWindow::selectedRun()
{
    if (m_place.page == PageKind::RunDetail) {
        const host::RunSummary* listed = m_runs.find(m_place.run);
        return listed ? listed : runDetail().summary();
    }
    if (m_place.page == PageKind::Runs) {
        const auto row = runsPage().selected();
        return row ? m_runs.find(*row) : nullptr;
    }
    const gate::Approval* approval = shownApproval();
    return approval ? m_runs.find(approval->run) : nullptr;
}

QString MainWindow::selectedLine()
{
    if (m_place.page == PageKind::Overview)
        return overview().markedLine();
    if (const gate::Approval* approval = shownApproval())
        return text(approval->request.line);
    const host::RunSummary* run = selectedRun();
    return run ? text(run->line) : QString();
}

bool MainWindow::isAsked(const QAction* command) const
{
    return std::ranges::find(m_asked, command, [](const auto& asked) { return asked.second; }) != m_asked.end();
}

void MainWindow::lockCommands()
{
    const auto lock = [this](QAction* command, const QString& reason) {
        Commands::lock(command, isAsked(command) ? tr("sending") : reason);
    };
    const host::RunSummary* run = selectedRun();
    const QString noRun = run ? QString() : tr("no run selected");
    const bool ended = run && host::isTerminal(run->state);
    const bool everything = m_hold->everythingHeld();
    lock(m_commands->holdLine, selectedLine().isEmpty() ? tr("no line selected") : QString());
    lock(m_commands->cancelRun, ended ? tr("run has ended") : run && m_offline ? storeLock() : noRun);
    lock(m_commands->copyCommit, run && run->commit.empty() ? tr("run without a commit") : noRun);
    lock(m_commands->openRun, m_place.page == PageKind::RunDetail ? tr("run is open") : noRun);
    lock(m_commands->rerun,
         m_place.page == PageKind::Runs ? runsPage().rerunLock() : tr("no run selected on the page Runs"));
    lock(m_commands->holdAll, everything ? tr("all lines are held") : QString());
    lock(m_commands->releaseAll, everything ? QString() : tr("nothing is held"));
    lock(m_commands->back, m_history.canGoBack() ? QString() : tr("nothing was shown before"));
    lock(m_commands->forward, m_history.canGoForward() ? QString() : tr("nothing was shown after"));
}

/// Nothing else has taken the key: where it is that of a locked command, it says why nothing happens.
void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (m_letters->isOff(*event))
        return QMainWindow::keyPressEvent(event);
    if (const QAction* locked = m_commands->lockedBy(QKeySequence(event->keyCombination())))
        m_status->say(locked->toolTip());
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::holdLine()
{
    const QString line = selectedLine();
    if (line.isEmpty() || isAsked(m_commands->holdLine))
        return;
    if (m_hold->isHeld(line))
        askRelease(line);
    else
        ask(m_engine.hold(line.toStdString(), {}), m_commands->holdLine);
}

void MainWindow::holdAll()
{
    if (!m_hold->everythingHeld() && !isAsked(m_commands->holdAll))
        ask(m_engine.hold({}, {}), m_commands->holdAll);
}

void MainWindow::holdsChanged(const std::vector<host::Hold>& holds)
{
    m_hold->showHolds(holds);
    const bool everything = m_hold->everythingHeld();
    m_header->setHeld(everything);
    if (m_runsPage)
        m_runsPage->setEverythingHeld(everything);
    lockCommands();
}

void MainWindow::askRelease(const QString& line)
{
    m_hold->askReason(line, m_runs.openRuns(line));
}

void MainWindow::cancelRun()
{
    const host::RunSummary* run = selectedRun();
    if (run && !isAsked(m_commands->cancelRun))
        ask(m_engine.cancelRun(run->id), m_commands->cancelRun);
}

/// One request at a time of each command.
void MainWindow::ask(host::RequestId request, const QAction* command)
{
    m_asked.emplace(request, command);
    lockCommands();
}

void MainWindow::openNeedsYou()
{
    if (const auto first = overview().firstNeed())
        go({PageKind::Approvals, {}, -1, *first});
    else
        m_status->say(tr("Nothing needs you."));
}

} // namespace signalbox::ui
