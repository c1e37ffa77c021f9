// SPDX-License-Identifier: GPL-3.0-or-later
// Adds lines to the workspace: asks which, and sees the request through.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
#pragma once

#include "core/host/agenthost.h"

#include <QObject>

#include <optional>

class QFileDialog;
class QWidget;

namespace signalbox::ui {

class Additions final : public QObject {
    Q_OBJECT

public:
    /// `window`: over which it asks.
    Additions(host::AgentHost& engine, QWidget& window);

    void openDemo();
    void askForRepository();
    void askForWorkspace();

signals:
    void began();
    void ended();
    void failed(const QString& detail); // after ended

private:
    QFileDialog& dialog(const QString& title);
    void begin(host::RequestId request);

    host::AgentHost& m_engine;
    QWidget& m_window;
    std::optional<host::RequestId> m_request;
};

} // namespace signalbox::ui
