// SPDX-License-Identifier: GPL-3.0-or-later
// Renders pages of the window, and what opens beside or above them, to PNG files, one after the other, each once its
// data has arrived.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
#pragma once

#include "core/host/agenthost.h"
#include "ui/shell/pagehistory.h"
#include "ui/shell/theme.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <deque>
#include <optional>

namespace signalbox::ui {

class MainWindow;

class Screenshots final : public QObject {
    Q_OBJECT

public:
    struct Wanted {
        QString folder; // one file a screen: "run-detail-healed-dark.png"
        QString file; // or just the one page that is asked for
        QString page; // "overview", "runs", "run-detail", "approval", "wall", …; empty: all
        std::optional<Mode> mode; // empty: both
    };

    Screenshots(MainWindow& window, host::AgentHost& engine, ThemeSource& themes, const Wanted& wanted);

    void start(); // the window is shown already

signals:
    void finished(int written, const QString& failure); // failure empty: all were written

private:
    /// What is opened once the page is there.
    enum class Further { Nothing, Palette, Wall, ApprovalWindow, LogWindow };
    struct Shot {
        QString name;
        Place place;
        Further further = Further::Nothing;
        ThemeSource::Choice theme = ThemeSource::Choice::Dark;
    };

    void answered();
    void settled();
    void plan();
    void planPlace(const QString& name, const Place& place, Further further = Further::Nothing);
    void planWindows();
    void next();
    QWidget* open(const Shot& shot);
    void close();
    void write();

    MainWindow& m_window;
    host::AgentHost& m_engine;
    ThemeSource& m_themes;
    const Wanted m_wanted;
    std::deque<Shot> m_shots;
    bool m_planned = false;
    QPointer<QWidget> m_open; // beside or above the page
    int m_written = 0;
    QTimer m_quiet; // no more answers for a while: what was asked for has come
    QTimer m_patience; // pages that ask for nothing
};

} // namespace signalbox::ui
