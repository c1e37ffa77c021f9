// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screenshot.h"

#include "ui/approvals/approvalwindow.h"
#include "ui/models/words.h"
#include "ui/runs/logwindow.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/ownwindows.h"
#include "ui/shell/palette.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>

namespace signalbox::ui {

namespace {

constexpr int kQuiet_ms = 250;
constexpr int kPatience_ms = 1500;

/// "healed", "escalated", "retried", "green"; the state where it has not ended. The same in every language.
QString endOf(const host::RunSummary& run)
{
    if (run.state == host::RunState::Waiting)
        return QStringLiteral("escalated");
    if (!run.outcome.empty())
        return text(run.outcome);
    return text(host::runStateName(run.state));
}

} // namespace

Screenshots::Screenshots(MainWindow& window, host::AgentHost& engine, ThemeSource& themes, const Wanted& wanted)
    : QObject(&window), m_window(window), m_engine(engine), m_themes(themes), m_wanted(wanted)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kQuiet_ms);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience_ms);
    connect(&m_quiet, &QTimer::timeout, this, &Screenshots::settled);
    connect(&m_patience, &QTimer::timeout, this, &Screenshots::settled);
    connect(&engine, &host::AgentHost::requestFinished, this, &Screenshots::answered);
}

void Screenshots::start()
{
    m_patience.start();
}

void Screenshots::answered()
{
    m_quiet.start();
}

void Screenshots::settled()
{
    m_quiet.stop();
    m_patience.stop();
    if (!m_window.isPainted()) {
        m_quiet.start();
        return;
    }
    if (!m_planned) {
        m_planned = true;
        plan();
        next();
        return;
    }
    if (const Shot& shot = m_shots.front(); shot.further != Further::Nothing && !m_open) {
        m_open = open(shot);
        m_patience.start();
        return;
    }
    write();
}

QWidget* Screenshots::open(const Shot& shot)
{
    switch (shot.further) {
    case Further::Wall: {
        WallView& wall = m_window.ownWindows().wall();
        wall.resize(m_window.size());
        wall.show();
        return &wall;
    }
    case Further::ApprovalWindow: return m_window.ownWindows().openApproval(shot.place.approval);
    case Further::LogWindow:
        m_window.openOwnWindow();
        for (QWidget* window : QApplication::topLevelWidgets()) {
            if (auto* log = qobject_cast<LogWindow*>(window); log && log->isVisible())
                return log;
        }
        return nullptr;
    case Further::Palette: m_window.openPalette(); return m_window.findChild<Palette*>();
    case Further::Nothing: break;
    }
    return nullptr;
}

void Screenshots::close()
{
    if (m_open)
        m_open->close();
    m_open = nullptr;
}

void Screenshots::planPlace(const QString& name, const Place& place, Further further)
{
    if (!m_wanted.page.isEmpty() && !name.startsWith(m_wanted.page))
        return;
    if (!m_wanted.file.isEmpty() && !m_shots.empty())
        return;
    for (const Mode mode : {Mode::Dark, Mode::Light}) {
        const bool dark = mode == Mode::Dark;
        if (!m_wanted.mode || *m_wanted.mode == mode)
            m_shots.push_back({name + (dark ? QStringLiteral("-dark") : QStringLiteral("-light")), place, further,
                               dark ? ThemeSource::Choice::Dark : ThemeSource::Choice::Light});
    }
}

void Screenshots::plan()
{
    planPlace(QStringLiteral("overview"), {.page = PageKind::Overview, .run = {}, .checkpoint = -1, .approval = {}});
    planPlace(QStringLiteral("knowledge"), {.page = PageKind::Knowledge, .run = {}, .checkpoint = -1, .approval = {}});
    planPlace(QStringLiteral("settings"), {.page = PageKind::Settings, .run = {}, .checkpoint = -1, .approval = {}});
    planPlace(QStringLiteral("audit"), {.page = PageKind::Audit, .run = {}, .checkpoint = -1, .approval = {}});
    planPlace(QStringLiteral("runs"), {.page = PageKind::Runs, .run = {}, .checkpoint = -1, .approval = {}});
    QStringList seen;
    const RunTableModel& runs = m_window.runs();
    for (int row = runs.rowCount() - 1; row >= 0; --row) {
        const host::RunSummary& run = *runs.at(row);
        const QString end = endOf(run);
        if (seen.contains(end))
            continue;
        seen << end;
        const QString name = QStringLiteral("run-detail-") + end;
        planPlace(name, {.page = PageKind::RunDetail, .run = run.id, .checkpoint = -1, .approval = {}});
        if (end == QLatin1String("healed")) // and the slider half way back
            planPlace(name + QStringLiteral("-earlier"),
                      {.page = PageKind::RunDetail, .run = run.id, .checkpoint = run.checkpoints / 2, .approval = {}});
    }
    const gate::Approval* first = m_window.approvals().at(0);
    planPlace(QStringLiteral("approval"),
              {.page = PageKind::Approvals, .run = {}, .checkpoint = -1, .approval = first ? first->id : ApprovalId()});
    planWindows();
}

void Screenshots::planWindows()
{
    const Place overview{.page = PageKind::Overview, .run = {}, .checkpoint = -1, .approval = {}};
    planPlace(QStringLiteral("wall"), overview, Further::Wall);
    planPlace(QStringLiteral("palette"), overview, Further::Palette);
    const gate::Approval* first = m_window.approvals().at(0);
    if (!first)
        return;
    Place place = overview;
    place.approval = first->id;
    planPlace(QStringLiteral("window-approval"), place, Further::ApprovalWindow);
    planPlace(QStringLiteral("window-log"),
              {.page = PageKind::RunDetail, .run = first->run, .checkpoint = -1, .approval = {}}, Further::LogWindow);
}

void Screenshots::next()
{
    if (m_shots.empty()) {
        emit finished(m_written, m_written > 0 ? QString() : tr("There is no such screen."));
        return;
    }
    m_themes.choose(m_shots.front().theme);
    m_window.go(m_shots.front().place);
    m_patience.start();
}

void Screenshots::write()
{
    const QString file = m_wanted.file.isEmpty()
        ? QDir(m_wanted.folder).filePath(m_shots.front().name + QStringLiteral(".png"))
        : m_wanted.file;
    m_shots.pop_front();
    const bool ofWindow = m_open && m_open->isWindow();
    const bool written = (ofWindow ? m_open.data() : &m_window)->grab().save(file, "PNG");
    close();
    if (!written) {
        emit finished(m_written, tr("%1 cannot be written.").arg(file));
        return;
    }
    ++m_written;
    if (!m_wanted.file.isEmpty())
        m_shots.clear();
    next();
}

} // namespace signalbox::ui
