// SPDX-License-Identifier: GPL-3.0-or-later
// One run: its steps, the live graph, its checkpoints, its log and what changed from one checkpoint to the next.
// Step, node and slider share one selection; without one the page follows the present.
//
// Thread     GUI
// Ownership  themes, engine and clock outlive the page
// Errors     what a request answers is shown in the strip above the graph, or in the log's own
#pragma once

#include "core/host/agenthost.h"
#include "ui/runs/runplace.h"
#include "ui/shell/page.h"
#include "ui/shell/theme.h"
#include "ui/widgets/turns.h"

#include <QTimer>

#include <map>
#include <optional>
#include <set>

namespace signalbox::ui {

class LogWindow;
class RunDetailBody;
class RunTabs;

class RunDetailPage final : public Page {
    Q_OBJECT

public:
    /// `tabs`: as RunDetailBody has them.
    RunDetailPage(const ThemeSource& themes, host::AgentHost& engine, const Clock& clock, std::unique_ptr<RunTabs> tabs,
                  QWidget* parent = nullptr);

    void open(RunId run, std::int64_t checkpoint = -1); // below 0: follow the present
    RunId run() const { return m_run; }
    std::optional<std::int64_t> selection() const { return m_place.selection(); } // empty: follows the present
    void setStill(bool still); // reduced motion
    void tick(); // at most four times a second while something runs

    /// The log on screen in a window of its own; null: there is none yet.
    LogWindow* openLog() const;
    const host::RunSummary* summary() const { return m_loaded ? &m_detail.summary : nullptr; }
    RunDetailBody* body() const { return m_body; }

    PageTitle title() const override;
    void entered() override;
    void restate() override;

public slots:
    void select(qint64 checkpoint) { follow(m_place.select(m_detail, checkpoint)); }
    void goToLive() { follow(m_place.goToLive()); }
    void stepBack() { follow(m_place.stepBack(m_detail)); }
    void stepForward() { follow(m_place.stepForward(m_detail)); }
    void editFork(); // the state of the shown checkpoint, to be changed before the fork
    void showLog(); // the search field of the log has the focus then

protected:
    void takeOffline() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Asked { Run, State, Log, Command, Fork };

    void connectParts();
    void connectEngine();
    void addKeys();
    void askForRun(); // one request at a time; what changed meanwhile is asked for after it
    void askForState(std::int64_t checkpoint);
    void take(const host::RunDetail& detail);
    void fill();
    void showLoaded();
    void keepState(std::int64_t checkpoint, const Json& state);
    void follow(RunPlace::Move move);
    void showSelection();
    void showDiff();
    void pickNode(const QString& name);
    void send(host::RequestId request, Asked what) { m_asked.emplace(request, what); }
    void finish(host::RequestId request, const Result<void>& result);
    std::int64_t shown() const { return selection().value_or(newestOf(m_detail)); }

    const ThemeSource& m_themes;
    host::AgentHost& m_engine;
    const Clock& m_clock;
    RunDetailBody* m_body;
    QTimer m_ticker;
    QTimer m_refresh; // gathers changes before the run is read again
    RunId m_run;
    host::RunDetail m_detail;
    bool m_loaded = false;
    RunPlace m_place;
    Turns m_filling; // of the panels with what was loaded
    std::optional<std::int64_t> m_editWanted; // the checkpoint to edit once its state is here
    std::map<std::int64_t, Json> m_states; // by checkpoint, masked
    std::set<std::int64_t> m_statesAsked;
    std::map<host::RequestId, Asked> m_asked;
    std::optional<host::RequestId> m_asking; // for the run
    bool m_askAgain = false;
};

} // namespace signalbox::ui
