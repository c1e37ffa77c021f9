// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window over a canned engine; WindowBench: with one run that goes on and one approval that is held.
#pragma once

#include "tests/ui/cannedhost.h"
#include "tests/ui/cannedruns.h"
#include "ui/shell/mainwindow.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace signalbox::test {

struct WindowParts {
    CannedHost engine;
    StoppedClock clock{noon()};
    ui::ThemeSource themes{ui::ThemeSource::Choice::Dark};
    QTemporaryDir folder;
    ui::Preferences preferences{folder.filePath(QStringLiteral("console.ini"))};
    std::unique_ptr<ui::MainWindow> window;

    void openWindow()
    {
        window = std::make_unique<ui::MainWindow>(engine, themes, preferences, clock);
        window->resize(1440, 900);
        window->show();
        window->activateWindow();
    }
};

struct WindowBench : WindowParts {
    WindowBench()
    {
        engine.runs = {aRun(2, "search", host::RunState::Running), aRun(1, "parser", host::RunState::Waiting)};
        engine.approvals = {anApproval(7, RunId{1})};
        for (const auto& run : engine.runs) {
            host::RunDetail detail;
            detail.summary = run;
            engine.details.emplace(run.id, detail);
        }
        openWindow();
    }

    bool isLoaded() const { return window->runs().rowCount() == 2 && window->approvals().openCount() == 1; }
    template <typename T>
    T* named(const QString& name) const
    {
        return window->findChild<T*>(name);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window.get(), key, modifiers);
    }
};

} // namespace signalbox::test
