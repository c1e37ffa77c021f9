// SPDX-License-Identifier: GPL-3.0-or-later
// What runs, what failed, who is fixing it: the list of runs, its filter, and the selected run's summary.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
// Errors     what a request answers is shown in the strip above the table
#pragma once

#include "core/host/agenthost.h"
#include "ui/models/filteredruns.h"
#include "ui/models/runpages.h"
#include "ui/shell/page.h"
#include "ui/shell/theme.h"

#include <QTimer>

#include <array>
#include <optional>

class QHBoxLayout;
class QStackedWidget;
class QTableView;

namespace signalbox::ui {

class Button;
class EmptyState;
class ErrorStrip;
class Flow;
class FoldingAside;
class Label;
class LineField;
class RunAside;
class RunDelegate;
class Skeleton;

class RunsPage final : public Page {
    Q_OBJECT

public:
    RunsPage(const ThemeSource& themes, host::AgentHost& engine, RunTableModel& runs, const Clock& clock,
             QWidget* parent = nullptr);

    PageTitle title() const override;
    void entered() override;
    void restate() override;

    void setFilterLine(const QString& line);
    void focusFilter();
    void select(RunId run);
    std::optional<RunId> selected() const;
    void setEverythingHeld(bool held);
    void setStill(bool still); // reduced motion
    void rerunSelected(); // where it is not locked
    QString rerunLock() const; // why it is; empty: it is not
    void tick(); // once a second

signals:
    void logOpened(signalbox::RunId run); // the run, with its log in front
    void commandsChanged(); // another run is selected, or other things can be done with it

protected:
    void takeOffline() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Chip {
        Button* button = nullptr;
        QString value; // of state:
        int RunCounts::*count = nullptr;
    };

    void buildHeading();
    void buildFilter();
    void buildTable();
    void addChip(QHBoxLayout* row, std::size_t at, const QString& label, const QString& value, int RunCounts::*count);
    void applyFilter(const QString& line);
    void refreshCounts();
    /// Whether it is known that there are runs, or none; else nothing is said of them.
    bool isKnown() const { return m_known || m_runs.rowCount() > 0; }
    void refreshShown(); // which of table and empty state, and how many match
    void fitTable();
    void selectionMoved();
    void runChanged(const host::RunSummary& run);
    void tellListFailed(const Error& error);
    void finish(host::RequestId request, const Result<void>& result);
    void animate();
    void openSelected();

    const ThemeSource& m_themes;
    host::AgentHost& m_engine;
    RunTableModel& m_runs; // the newest, which are counted
    const Clock& m_clock;
    RunPages m_pages;
    FilteredRuns m_filtered; // of these

    Flow* m_sentence = nullptr;
    Label* m_updated = nullptr;
    LineField* m_filter = nullptr;
    Label* m_notUnderstood = nullptr;
    std::array<Chip, 4> m_chips;
    ErrorStrip* m_strip = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTableView* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    Skeleton* m_skeleton = nullptr;
    RunAside* m_aside = nullptr;
    FoldingAside* m_folding = nullptr;
    RunDelegate* m_delegate = nullptr;
    bool m_still = false;
    QTimer m_arc; // at most 4 a second, only while the page is visible and something runs
    QTimer m_loadDetail; // once the selection rests
    std::optional<host::RequestId> m_loading; // the list
    bool m_known = false; // it was loaded
    std::optional<host::RequestId> m_rerunning;
    bool m_listFailed = false; // and the strip says so
    UtcTime m_lastChange{};
    RunId m_fitted; // the newest when the table was fitted
    double m_angle = 0;
};

} // namespace signalbox::ui
