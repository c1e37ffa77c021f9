// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ownwindows.h"

#include "ui/approvals/approvalprompt.h"
#include "ui/approvals/approvalwindow.h"
#include "ui/models/errortext.h"
#include "ui/runs/logwindow.h"

#include <QScreen>

namespace signalbox::ui {

OwnWindows::OwnWindows(const Context& context)
    : m_context(context), m_wall(std::make_unique<WallView>(context.themes, context.sources))
{
    connect(&context.engine, &host::AgentHost::agentsRunning, m_wall.get(), &WallView::setAgents);
}

OwnWindows::~OwnWindows()
{
    for (const auto& [approval, window] : m_approvals)
        delete window;
    for (const auto& window : m_logs)
        delete window;
}

void OwnWindows::adopt(LogWindow* window)
{
    std::erase_if(m_logs, [](const QPointer<LogWindow>& log) { return log.isNull(); });
    m_logs.emplace_back(window);
    window->restoreGeometry(m_context.preferences.geometry(Preferences::Window::Log));
    connect(window, &LogWindow::closing, this, [this](const QByteArray& geometry) {
        m_context.preferences.setGeometry(geometry, Preferences::Window::Log);
    });
    window->show();
    window->raise();
    window->activateWindow();
}

ApprovalWindow* OwnWindows::openApproval(ApprovalId approval)
{
    auto& window = m_approvals[approval];
    if (!window) {
        window = new ApprovalWindow(m_context.engine, m_context.themes, m_context.sources.clock, approval);
        window->setByClicks(m_context.preferences.approveByClicks());
        window->prompt()->setOffline(m_offline ? storeLock() : QString());
        window->restoreGeometry(m_context.preferences.geometry(Preferences::Window::Approval));
        connect(window, &ApprovalWindow::runAsked, this, &OwnWindows::runAsked);
        connect(window, &ApprovalWindow::closing, this, [this](const QByteArray& geometry) {
            m_context.preferences.setGeometry(geometry, Preferences::Window::Approval);
        });
        window->show();
    }
    window->raise();
    window->activateWindow();
    return window;
}

void OwnWindows::toggleWall(const QWidget& beside)
{
    if (m_wall->isVisible())
        return m_wall->leave();
    if (const QScreen* screen = beside.screen())
        m_wall->setGeometry(screen->geometry());
    m_wall->showFullScreen();
    m_wall->activateWindow();
}

void OwnWindows::setOffline(bool offline)
{
    m_offline = offline;
    m_wall->setStoreWorks(!offline);
    for (const auto& [approval, window] : m_approvals)
        if (window)
            window->prompt()->setOffline(offline ? storeLock() : QString());
}

void OwnWindows::takePreferences()
{
    for (const auto& [approval, window] : m_approvals)
        if (window)
            window->setByClicks(m_context.preferences.approveByClicks());
}

} // namespace signalbox::ui
