// SPDX-License-Identifier: GPL-3.0-or-later
// Is anything wrong, does anything need me: every line on its track, what waits, what agents did.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
// Errors     what a request answers is shown in the strip of the panel that asked
#pragma once

#include "core/host/agenthost.h"
#include "ui/models/connectiontext.h"
#include "ui/models/runtablemodel.h"
#include "ui/models/trackmodel.h"
#include "ui/shell/page.h"
#include "ui/shell/theme.h"

#include <QTimer>

#include <functional>

class QLayout;
class QListView;
class QStackedWidget;

namespace signalbox::ui {

class ActivityPanel;
class EmptyState;
class ErrorStrip;
class Flow;
class FoldingAside;
class Label;
class NeedsYou;
class Pace;
class Skeleton;

class OverviewPage final : public Page {
    Q_OBJECT

public:
    OverviewPage(const ThemeSource& themes, host::AgentHost& engine, const RunTableModel& runs, const Clock& clock,
                 QWidget* parent = nullptr);

    /// Makes what is shown while there are no lines, once it is needed; the page owns it.
    void setSources(const QList<SourceWords>& sources); // where it all comes from
    void setFirstRun(std::function<QWidget*()> make);
    PageTitle title() const override;
    void entered() override;
    void tick(); // once a second
    void setStill(bool still); // reduced motion
    std::optional<ApprovalId> selectedApproval() const; // of the selected line; else the first that needs a person
    std::optional<ApprovalId> firstNeed() const; // of those that need a person
    QString markedLine() const; // in the track diagram; empty: none, or it is not in sight

signals:
    void lineMarked(); // perhaps another one
    void firstNeedAsked();

protected:
    void takeOffline() override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QLayout* buildHeading();
    QWidget* buildTracks();
    QWidget* buildActivity();
    void listen();
    void load(); // what is not known, and the newest of what agents did
    void finish(host::RequestId request, const Result<void>& result);
    void refreshTracks();
    void move(); // what moves, as long as it is seen
    void refreshNeeds();
    void refreshActivity();
    void refreshFirstRun();
    void say(const QList<SentencePart>& parts);

    const ThemeSource& m_themes;
    host::AgentHost& m_engine;
    const RunTableModel& m_runs;
    const Clock& m_clock;
    TrackModel m_tracks;
    std::vector<gate::Approval> m_approvals;
    std::vector<record::AuditRecord> m_records; // newest first
    std::vector<host::Hold> m_holds;
    QList<SourceWords> m_silent; // sources that tell nothing now
    bool m_runsKnown = false; // what is not loaded yet is not said to be nothing
    bool m_approvalsKnown = false;
    bool m_recordsKnown = false;
    bool m_failed = false; // to load them: nothing is on its way
    bool m_isMarked = false; // the first of the lines as they were once runs were known, or another since

    QStackedWidget* m_whole = nullptr; // the tracks and what belongs to them, or first run
    std::function<QWidget*()> m_makeFirstRun;
    QWidget* m_firstRun = nullptr;
    Flow* m_sentence = nullptr;
    Label* m_updated = nullptr;
    QListView* m_list = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    Skeleton* m_skeleton = nullptr; // of the tracks
    ErrorStrip* m_damage = nullptr; // of the runs
    ActivityPanel* m_activity = nullptr;
    NeedsYou* m_needs = nullptr;
    FoldingAside* m_folding = nullptr;
    Pace* m_pace = nullptr; // of the tracks
    QTimer m_redraw; // changes come together: at most 4 a second
    std::optional<host::RequestId> m_loading;
    UtcTime m_lastChange{};
};

} // namespace signalbox::ui
