// SPDX-License-Identifier: GPL-3.0-or-later
// Below the checkpoints: the log, the tool calls, the exchanges with a language model where there are any, and the
// failed jobs of a run.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/host/views.h"
#include "ui/widgets/surface.h"

class QBoxLayout;
class QListView;
class QStackedWidget;

namespace signalbox::ui {

class LineField;
class LogPane;
class ModelPane;
class RowListModel;
class TabStrip;

class RunTabs final : public Surface {
    Q_OBJECT

public:
    explicit RunTabs(const ThemeSource& themes, QWidget* parent = nullptr);

    void show(const host::RunDetail& run);
    void find(); // puts the focus into the search field
    void jumpToRootCause();
    /// Shows a panel of the page as one more tab, where there is no room beside; null: gives it back.
    void adopt(QWidget* panel, const QString& name);
    void showAdopted(); // where there is one
    LogPane* log() const { return m_log; }
    TabStrip* tabs() const { return m_tabs; }
    LineField* search() const { return m_search; }

signals:
    void logWanted(const std::string& job, int attempt);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange(); // the search beside the tabs, or below them for want of room
    void showCalls(const host::RunDetail& run);
    void showMessages(const host::RunDetail& run);
    void showFailedJobs(const host::RunDetail& run);
    int failedTab() const { return m_hasMessages ? kMessagesTab + 1 : kMessagesTab; }

    static constexpr int kMessagesTab = 2;

    QBoxLayout* m_bar = nullptr;
    TabStrip* m_tabs;
    LineField* m_search;
    QStackedWidget* m_stack;
    LogPane* m_log;
    RowListModel* m_calls;
    ModelPane* m_messages;
    RowListModel* m_jobs;
    bool m_hasMessages = false;
    QWidget* m_adopted = nullptr;
};

} // namespace signalbox::ui
