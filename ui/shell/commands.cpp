// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commands.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QMenuBar>
#include <QRegularExpression>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kMenuBarHeight = 28;
}

Commands::Commands(QMainWindow& window) : QObject(&window)
{
    QMenuBar* bar = window.menuBar();
    bar->setMinimumHeight(kMenuBarHeight);
    QMenu* file = bar->addMenu(tr("&File"));
    addRepository = add(file, tr("&Add repository\u2026"));
    importWorkspace = add(file, tr("&Import workspace\u2026"));
    file->addSeparator();
    quit = add(file, tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)});
    QMenu* edit = bar->addMenu(tr("&Edit"));
    find = add(edit, tr("&Filter runs"), {QKeySequence(Qt::CTRL | Qt::Key_F)});
    copyCommit = add(edit, tr("&Copy commit"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)});
    buildView(bar->addMenu(tr("&View")));
    buildGo(bar->addMenu(tr("&Go")));
    QMenu* decide = bar->addMenu(tr("&Decide"));
    holdAll = add(decide, tr("&Hold all"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)});
    holdAll->setShortcutContext(Qt::ApplicationShortcut); // from the wall and each own window, too
    releaseAll = add(decide, tr("&Release all\u2026"));
    holdLine = add(decide, tr("Hold &line"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)});
    decide->addSeparator();
    cancelRun = add(decide, tr("&Cancel run"));
    QMenu* tools = bar->addMenu(tr("&Tools"));
    rerun = add(tools, tr("&Re-run selected line"), {QKeySequence(Qt::Key_R)});
    QMenu* help = bar->addMenu(tr("&Help"));
    keys = add(help, tr("&Keys"), {QKeySequence(Qt::Key_Question)});
    about = add(help, tr("&About Signalbox"));
    for (const QAction* each : bar->actions())
        each->menu()->setToolTipsVisible(true); // why a command is locked
}

void Commands::lock(QAction* command, const QString& reason)
{
    command->setEnabled(reason.isEmpty());
    command->setWhatsThis(reason);
    command->setToolTip(reason.isEmpty() ? QString() : tr("Locked: %1").arg(reason));
}

const QAction* Commands::lockedBy(const QKeySequence& pressed) const
{
    const auto at = std::ranges::find_if(m_all, [&pressed](const QAction* command) {
        return !command->isEnabled() && command->shortcuts().contains(pressed);
    });
    return at == m_all.end() ? nullptr : *at;
}

QAction* Commands::add(QMenu* menu, const QString& label, const QList<QKeySequence>& shortcuts)
{
    QAction* action = menu->addAction(label);
    action->setShortcuts(shortcuts);
    action->setAutoRepeat(false); // a key held down asks for one thing
    m_all.push_back(action);
    return action;
}

void Commands::buildView(QMenu* menu)
{
    dark = add(menu, tr("&Dark"));
    light = add(menu, tr("&Light"));
    followSystem = add(menu, tr("&Follow system"));
    highContrast = add(menu, tr("&High contrast"));
    auto* group = new QActionGroup(this);
    for (QAction* action : {dark, light, followSystem, highContrast}) {
        action->setCheckable(true);
        group->addAction(action);
    }
    menu->addSeparator();
    collapseRail = add(menu, tr("&Collapse rail"), {QKeySequence(Qt::CTRL | Qt::Key_B)});
    collapseRail->setCheckable(true);
    nextZone = add(menu, tr("Next time &zone"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U)});
    wall = add(menu, tr("&Wall"), {QKeySequence(Qt::Key_F11)});
    ownWindow = add(menu, tr("&Open in own window"),
                    {QKeySequence(Qt::SHIFT | Qt::Key_Return), QKeySequence(Qt::SHIFT | Qt::Key_Enter)});
}

void Commands::buildGo(QMenu* menu)
{
    overview = add(menu, tr("O&verview"), {QKeySequence(Qt::CTRL | Qt::Key_1)});
    approvals = add(menu, tr("&Approvals"), {QKeySequence(Qt::CTRL | Qt::Key_2)});
    runs = add(menu, tr("&Runs"), {QKeySequence(Qt::CTRL | Qt::Key_3)});
    knowledge = add(menu, tr("&Knowledge"), {QKeySequence(Qt::CTRL | Qt::Key_7)});
    audit = add(menu, tr("A&udit"), {QKeySequence(Qt::CTRL | Qt::Key_9)});
    menu->addSeparator();
    settings = add(menu, tr("&Settings"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)});
    openRun = add(menu, tr("&Open selected run"));
    needsYou = add(menu, tr("First that &needs you"), {QKeySequence(Qt::CTRL | Qt::Key_J)});
    palette = add(menu, tr("Search or run a &command"), {QKeySequence(Qt::CTRL | Qt::Key_K)});
    menu->addSeparator();
    back = add(menu, tr("&Back"), {QKeySequence(Qt::ALT | Qt::Key_Left)});
    forward = add(menu, tr("&Forward"), {QKeySequence(Qt::ALT | Qt::Key_Right)});
    for (QAction* step : {back, forward})
        step->setAutoRepeat(true);
}

void Commands::showTheme(ThemeSource::Choice choice)
{
    switch (choice) {
    case ThemeSource::Choice::Dark: dark->setChecked(true); break;
    case ThemeSource::Choice::Light: light->setChecked(true); break;
    case ThemeSource::Choice::System: followSystem->setChecked(true); break;
    case ThemeSource::Choice::HighContrast: highContrast->setChecked(true); break;
    }
}

QString Commands::labelOf(const QAction& action)
{
    static const QRegularExpression letter(QStringLiteral("\\(&\\w\\)|&")); // "(&H)" behind words that have none
    return action.text().remove(letter);
}

QString Commands::iconOf(const QAction& action) const
{
    if (&action == holdAll || &action == holdLine)
        return QStringLiteral("status-held");
    if (&action == rerun)
        return QStringLiteral("action-refresh");
    if (&action == overview)
        return QStringLiteral("nav-overview");
    if (&action == approvals || &action == needsYou)
        return QStringLiteral("nav-approvals");
    if (&action == runs || &action == openRun)
        return QStringLiteral("nav-runs");
    if (&action == knowledge)
        return QStringLiteral("nav-knowledge");
    if (&action == audit)
        return QStringLiteral("nav-audit");
    if (&action == ownWindow)
        return QStringLiteral("action-window");
    if (&action == settings)
        return QStringLiteral("nav-settings");
    return QStringLiteral("action-promote");
}

std::vector<KeyLine> Commands::keyList() const
{
    std::vector<KeyLine> list;
    for (const QAction* action : m_all) {
        if (action->shortcut().isEmpty())
            continue;
        list.push_back({action->shortcut().toString(QKeySequence::NativeText), labelOf(*action)});
    }
    return list;
}

} // namespace signalbox::ui
