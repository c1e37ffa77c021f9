// SPDX-License-Identifier: GPL-3.0-or-later
// What waits for a decision, by deadline, what was decided today, and the prompt of the one that is open.
//
// Thread     GUI
// Ownership  engine, themes and clock outlive the page
// Errors     of reading: a strip above the prompt; of a decision: in the prompt itself
#pragma once

#include "core/host/agenthost.h"
#include "ui/shell/page.h"
#include "ui/shell/theme.h"

#include <QTimer>

#include <optional>
#include <vector>

class QListView;
class QStackedWidget;

namespace signalbox::ui {

class ApprovalPrompt;
class ApprovalQueue;
class EmptyState;
class ErrorStrip;
class Skeleton;

class ApprovalsPage final : public Page {
    Q_OBJECT

public:
    ApprovalsPage(host::AgentHost& engine, const ThemeSource& themes, const Clock& clock, QWidget* parent = nullptr);

    void open(ApprovalId approval);
    void tick(); // four times a second while visible
    ApprovalPrompt* prompt() const { return m_prompt; }
    std::optional<ApprovalId> shown() const; // that is open in the prompt
    QListView* queue() const;

    PageTitle title() const override;
    void step(int by) override; // to another held one
    void entered() override;
    void restate() override;

protected:
    void takeOffline() override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void connectParts();
    void connectEngine();
    void load();
    void take(const std::vector<gate::Approval>& approvals);
    void select(ApprovalId approval);
    void showPrompt();
    void showNone(); // nothing is open: nothing is held, or it is not known yet
    void arrange();
    void finish(host::RequestId request, const Result<void>& result);

    host::AgentHost& m_engine;
    const Clock& m_clock;
    ApprovalQueue* m_queue;
    bool m_alone = false; // the queue is hidden
    ErrorStrip* m_strip;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    Skeleton* m_skeleton;
    ApprovalPrompt* m_prompt;
    QTimer m_ticker;
    ApprovalId m_shown;
    ApprovalId m_missing; // that was asked for, and is not among them; none: 0
    bool m_opened = false; // by a person, since it was last on screen
    bool m_loaded = false;
    std::optional<host::RequestId> m_loading;
    std::optional<host::RequestId> m_acknowledging;
};

} // namespace signalbox::ui
