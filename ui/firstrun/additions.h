// SPDX-License-Identifier: GPL-3.0-or-later
// Adds lines to the workspace: asks which, and sees the request through.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
#pragma once

#include "core/host/agenthost.h"

#include <QObject>

#include <optional>

class QWidget;

namespace signalbox {
class Clock;
}

namespace signalbox::ui {

class ThemeSource;

class Additions final : public QObject {
    Q_OBJECT

public:
    /// `window`: over which it asks.
    Additions(const ThemeSource& themes, host::AgentHost& engine, const Clock& clock, QWidget& window);

    void openDemo();
    void askForRepository();
    void askForWorkspace();

signals:
    void began();
    void ended();
    void failed(const QString& detail); // after ended

private:
    void begin(host::RequestId request);

    const ThemeSource& m_themes;
    host::AgentHost& m_engine;
    const Clock& m_clock;
    QWidget& m_window;
    std::optional<host::RequestId> m_request;
};

} // namespace signalbox::ui
