// SPDX-License-Identifier: GPL-3.0-or-later
// The summary of the selected run beside the table: root cause, fixes tried, jobs, and what can be done.
//
// Thread     GUI
// Ownership  the ThemeSource and the Clock outlive it
#pragma once

#include "core/base/time.h"
#include "core/host/views.h"
#include "ui/models/runtablemodel.h"
#include "ui/models/statusrole.h"
#include "ui/widgets/panel.h"

#include <optional>

class QVBoxLayout;

namespace signalbox::ui {

class Button;
class Label;
class StatusPill;

class RunAside final : public Panel {
    Q_OBJECT

public:
    RunAside(const ThemeSource& themes, const Clock& clock, QWidget* parent = nullptr);

    void showSummary(const host::RunSummary& run, LineHistory history); // what the table knows already
    void showDetail(const host::RunDetail& run); // and the rest, once it is loaded
    void showNothing();
    void setEverythingHeld(bool held);
    void setOffline(const QString& reason); // of the lock; empty: it is not
    void setRerunning(bool rerunning); // one was asked for: no other one before its answer
    QString rerunLock() const { return m_lock; } // why it cannot be re-run; empty: it can

signals:
    void openRun();
    void openLog();
    void rerun();
    void lockChanged(); // of re-run

private:
    void buildHeading();
    void buildFooter();
    void fillHeading();
    void refill();
    void fillBody();
    void addRootCause();
    void addFixes();
    void addJobs();
    void addHistory();
    void lockRerun();
    QVBoxLayout* section(const QString& heading, const QString& note = {});
    void addRow(QVBoxLayout* column, StatusRole role, QWidget* words, const QString& right = {});

    const Clock& m_clock;
    std::optional<host::RunSummary> m_run;
    std::optional<host::RunDetail> m_detail;
    LineHistory m_history;
    bool m_held = false;
    bool m_rerunning = false;
    QString m_lock;
    QString m_offline;
    Label* m_title = nullptr;
    Label* m_origin = nullptr;
    StatusPill* m_pill = nullptr;
    QWidget* m_body = nullptr; // made anew for each run
    Button* m_open = nullptr;
    Button* m_log = nullptr;
    Button* m_rerun = nullptr;
    Label* m_reason = nullptr;
};

} // namespace signalbox::ui
