// SPDX-License-Identifier: GPL-3.0-or-later
// One approval in a window of its own, beside whatever else is looked at.
//
// Thread     GUI
// Ownership  engine, themes and clock outlive it; deletes itself when closed
#pragma once

#include "core/host/agenthost.h"
#include "ui/shell/theme.h"

#include <QTimer>
#include <QWidget>

namespace signalbox::ui {

class ApprovalPrompt;

class ApprovalWindow final : public QWidget {
    Q_OBJECT

public:
    ApprovalWindow(host::AgentHost& engine, const ThemeSource& themes, const Clock& clock, ApprovalId approval);

    ApprovalPrompt* prompt() const { return m_prompt; }
    void setByClicks(bool byClicks); // approving takes two clicks, not a pressed button
    void tick(); // four times a second

signals:
    void runAsked(signalbox::RunId run);
    void closing(const QByteArray& geometry);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void take(const std::vector<gate::Approval>& approvals);

    host::AgentHost& m_engine;
    const ThemeSource& m_themes;
    const ApprovalId m_approval;
    ApprovalPrompt* m_prompt = nullptr;
    QTimer m_ticker;
};

} // namespace signalbox::ui
