// SPDX-License-Identifier: GPL-3.0-or-later
// Where what the window shows comes from, and how old it is: asked for now and then, told each second.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
#pragma once

#include "core/base/time.h"
#include "core/host/agenthost.h"
#include "core/host/connectionhost.h"
#include "ui/models/connectiontext.h"

#include <QObject>

#include <optional>

namespace signalbox::ui {

class SourceWatch final : public QObject {
    Q_OBJECT

public:
    SourceWatch(host::AgentHost& engine, const Clock& clock, QObject* parent);

    void tick(); // each second
    void load(); // now: something has changed
    bool allWork() const; // every connection, as it was loaded since
    const QList<SourceWords>& told() const { return m_told; }
    /// Whether it is a fault of a server that does not answer, which is told of anyway.
    bool explains(const QString& fault) const;

signals:
    void changed(const QList<signalbox::ui::SourceWords>& sources);
    void loaded(); // or could not be: whatever has changed is told

private:
    void tell();

    host::AgentHost& m_engine;
    host::ConnectionHost& m_connections;
    const Clock& m_clock;
    std::vector<host::ConnectionView> m_known;
    bool m_isKnown = false; // since it was asked for
    QList<SourceWords> m_told;
    int m_untilLoad = 0; // ticks
    std::optional<host::RequestId> m_loading;
};

} // namespace signalbox::ui
