// SPDX-License-Identifier: GPL-3.0-or-later
// The signal in the desktop's tray, what it says there, and the notices. Nothing is decided from here but to hold.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
// Source     DESIGN 7, COPY 6
#pragma once

#include "core/host/agenthost.h"
#include "ui/models/notices.h"
#include "ui/shell/desktopnotices.h"
#include "ui/shell/theme.h"

#include <QMenu>
#include <QSystemTrayIcon>
#include <QTimer>

namespace signalbox::ui {

class MainWindow;
struct Need;

class Tray final : public QObject {
    Q_OBJECT

public:
    enum class Arm { Clear, Held, Offline };

    Tray(MainWindow& window, host::AgentHost& engine, const ThemeSource& themes, const Clock& clock);

    Arm arm() const { return m_arm; }
    QString toolTip() const { return m_icon.toolTip(); }
    QMenu& menu() { return m_menu; }
    void tick(); // every few seconds: reminders by deadline

signals:
    void noticed(const signalbox::ui::Notice& notice); // and shown on the desktop

private:
    void build();
    void take(const std::vector<gate::Approval>& approvals);
    void show();
    void showNeeds(UtcTime now);
    void open(const Notice& notice);
    void disturbNot(std::optional<UtcTime> until);
    UtcTime morning() const;
    QString nextDeadline(const Need& first) const;
    QString clearText() const;
    std::optional<UtcTime> silentSince(UtcTime now) const; // every server; empty: one answers, or there is none
    void tell(const std::vector<Notice>& notices);

    MainWindow& m_window;
    const host::AgentHost& m_engine;
    const ThemeSource& m_themes;
    const Clock& m_clock;
    Notices m_notices;
    DesktopNotices m_desktop;
    std::vector<gate::Approval> m_approvals;
    std::vector<gate::Hold> m_holds;
    QList<SourceWords> m_sources;
    std::optional<UtcTime> m_lostAt; // the store cannot be written since
    std::optional<Notice> m_inTray; // shown by the tray itself, for want of a service
    Arm m_arm = Arm::Clear;
    QMenu m_menu;
    QList<QAction*> m_needs;
    QAction* m_firstFixed = nullptr; // needs stand above it
    QAction* m_quietHour = nullptr;
    QAction* m_quietNight = nullptr;
    QAction* m_loud = nullptr;
    QSystemTrayIcon m_icon;
    QTimer m_ticker;
};

} // namespace signalbox::ui
