// SPDX-License-Identifier: GPL-3.0-or-later
// The window: rail, header, pages, status line; and the way from one page to another.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
#pragma once

#include "core/host/agenthost.h"
#include "ui/models/approvallistmodel.h"
#include "ui/models/preferences.h"
#include "ui/models/runtablemodel.h"
#include "ui/shell/desktopsettings.h"
#include "ui/shell/motion.h"
#include "ui/shell/pagehistory.h"
#include "ui/shell/stagedpaint.h"
#include "ui/shell/theme.h"
#include "ui/widgets/turns.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <vector>

class QAction;
class QMessageBox;
class QStackedWidget;

namespace signalbox::ui {

class Additions;
class Announcer;
class ApprovalsPage;
class AuditPage;
class Commands;
class ErrorStrip;
class HeaderBar;
class HoldBanner;
class KnowledgePage;
class LetterKeys;
class OverviewPage;
class OwnWindows;
class Page;
class Palette;
class Rail;
class RunDetailPage;
class RunTabs;
class RunsPage;
class SettingsPage;
class SourceWatch;
class StatusLine;
struct Notice;
struct SourceWords;

class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(host::AgentHost& engine, ThemeSource& themes, Preferences& preferences, const Clock& clock);

    void go(const Place& place); // and remembers it
    bool isPainted() const { return m_paint.isDone(); } // all of the page that was gone to
    const Place& place() const { return m_place; }
    const RunTableModel& runs() const { return m_runs; }
    const ApprovalListModel& approvals() const { return m_approvals; }

    ~MainWindow() override;

    OwnWindows& ownWindows() { return *m_own; }
    void openOwnWindow(); // of the approval or log that is shown or selected
    void openPalette();
    void bringToFront();
    void showNotices(const QString& words, bool on); // whether the desktop is told, in the status line
    void announce(const Notice& notice); // to screen readers
    void askToQuit(); // at once where no agent would stop

    void holdAll(); // at once, asks nothing
    void askRelease(const QString& line); // asks for a reason first; empty: everything

signals:
    void sourcesChanged(const QList<signalbox::ui::SourceWords>& sources); // where what is shown comes from

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildFrame();
    OverviewPage& overview();
    // Made when they are first asked for, or once the window is painted, one a turn.
    ApprovalsPage& approvalsPage();
    RunsPage& runsPage();
    RunDetailPage& runDetail();
    AuditPage& auditPage();
    KnowledgePage& knowledgePage();
    SettingsPage& settingsPage();
    Page& pageOf(PageKind kind);
    void buildPages(); // bit by bit
    template <typename T>
    T& adopt(T* page); // one more page
    void connectCommands();
    void connectLooks(); // commands of theme, rail, wall and windows
    void setOffline(std::optional<UtcTime> since);
    void connectEngine();
    void connectSources();
    void tellFaults();
    void takeSources(const QList<SourceWords>& sources);
    void showSilence(); // of servers, above the pages that show something of them
    void showPlace(const Place& place);
    void refreshHeader();
    void openNeedsYou();
    // Of the page that is shown; null, empty: nothing there is.
    const gate::Approval* shownApproval();
    const host::RunSummary* selectedRun();
    QString selectedLine();
    void lockCommands(); // those that have nothing to act upon, each with its reason
    bool isAsked(const QAction* command) const; // and not answered yet
    void ask(host::RequestId request, const QAction* command);
    void cancelRun();
    void showAbout();
    bool collapsesRail() const; // by choice, or for want of room
    void collapseRail();
    void switchZone(); // to the next one
    void takeZone(); // as the settings say
    void takeApproving(); // as the settings say
    void takeLetterKeys(); // likewise
    void takeMotion(); // as they or the desktop say
    void holdLine(); // the selected one
    void holdsChanged(const std::vector<host::Hold>& holds);
    void finished(host::RequestId request, const Result<void>& result);
    void nameWorkspace();
    void dress();
    void tick();

    host::AgentHost& m_engine;
    ThemeSource& m_themes;
    Preferences& m_preferences;
    const Clock& m_clock;
    RunTableModel m_runs;
    ApprovalListModel m_approvals;
    PageHistory m_history;
    Place m_place;
    DesktopSettings m_desktop;
    Motion m_motion;

    Additions* m_additions = nullptr;
    Commands* m_commands = nullptr;
    LetterKeys* m_letters = nullptr;
    Rail* m_rail = nullptr;
    HeaderBar* m_header = nullptr;
    HoldBanner* m_hold = nullptr;
    ErrorStrip* m_strip = nullptr; // of the store, and of Hold all
    ErrorStrip* m_silence = nullptr; // of servers that do not answer
    QStackedWidget* m_stack = nullptr;
    StagedPaint m_paint; // of the page that is shown
    OverviewPage* m_overview = nullptr;
    KnowledgePage* m_knowledge = nullptr;
    AuditPage* m_audit = nullptr;
    SettingsPage* m_settings = nullptr;
    ApprovalsPage* m_approvalsPage = nullptr;
    RunsPage* m_runsPage = nullptr;
    std::unique_ptr<RunTabs> m_runTabs; // of the run page, made in a turn before it
    RunDetailPage* m_runDetail = nullptr;
    Turns m_building; // of pages, before anybody asks for them
    StatusLine* m_status = nullptr;
    SourceWatch* m_sources = nullptr;
    Announcer* m_announcer = nullptr;
    std::unique_ptr<OwnWindows> m_own;
    QTimer m_second;
    Palette* m_palette = nullptr;
    std::vector<std::function<void()>> m_paletteActs; // of what it shows
    std::map<int, std::function<void()>> m_paletteWindows; // of what opens in one of its own
    std::map<host::RequestId, const QAction*> m_asked; // by the window itself, for which command
    QPointer<QMessageBox> m_quitQuestion;
    int m_agents = 0; // running now
    bool m_mayClose = false; // was asked, and quitting was chosen
    QStringList m_faults; // of connections, until it is known whether their servers do not answer at all
    QString m_toldFault; // of them, in the strip
    std::optional<UtcTime> m_offline; // since when the store cannot be written
};

} // namespace signalbox::ui
