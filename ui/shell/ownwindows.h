// SPDX-License-Identifier: GPL-3.0-or-later
// The windows beside the main one: approvals of their own, and the wall.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it; closes its windows when it goes
#pragma once

#include "core/host/agenthost.h"
#include "ui/models/preferences.h"
#include "ui/shell/theme.h"
#include "ui/shell/wallview.h"

#include <QPointer>

#include <map>
#include <memory>
#include <vector>

namespace signalbox::ui {

class ApprovalWindow;
class LogWindow;

class OwnWindows final : public QObject {
    Q_OBJECT

public:
    struct Context {
        host::AgentHost& engine;
        const ThemeSource& themes;
        Preferences& preferences;
        WallView::Sources sources;
    };

    explicit OwnWindows(const Context& context);
    ~OwnWindows() override;

    ApprovalWindow* openApproval(ApprovalId approval); // or brings the one that is open to the front
    void adopt(LogWindow* window); // shows it, where the last one stood
    void toggleWall(const QWidget& beside); // on the screen where that is
    WallView& wall() { return *m_wall; }
    void takePreferences(); // how approving is done
    void setOffline(bool offline); // the store cannot be written

signals:
    void runAsked(signalbox::RunId run);

private:
    const Context m_context;
    std::map<ApprovalId, QPointer<ApprovalWindow>> m_approvals;
    std::vector<QPointer<LogWindow>> m_logs;
    std::unique_ptr<WallView> m_wall;
    bool m_offline = false;
};

} // namespace signalbox::ui
