// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sourcewatch.h"

#include "ui/models/words.h"

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kLoadEvery = 10; // ticks
} // namespace

SourceWatch::SourceWatch(host::AgentHost& engine, const Clock& clock, QObject* parent)
    : QObject(parent), m_engine(engine), m_connections(engine.connections()), m_clock(clock)
{
    connect(&m_connections, &host::ConnectionHost::connectionsLoaded, this,
            [this](const std::vector<host::ConnectionView>& connections) {
                m_known = connections;
                m_isKnown = true;
                tell();
            });
    connect(&m_connections, &host::ConnectionHost::requestFinished, this, [this](host::RequestId request) {
        if (m_loading != request)
            return;
        m_loading.reset();
        emit loaded();
    });
    connect(&m_connections, &host::ConnectionHost::connectionsChanged, this, &SourceWatch::load);
    connect(&engine, &host::AgentHost::workspaceChanged, this, &SourceWatch::load);
}

void SourceWatch::load()
{
    m_untilLoad = kLoadEvery;
    m_isKnown = false;
    if (!m_loading)
        m_loading = m_connections.loadConnections();
    tell();
}

void SourceWatch::tick()
{
    if (--m_untilLoad <= 0)
        load();
    else
        tell();
}

bool SourceWatch::allWork() const
{
    return m_isKnown && std::ranges::all_of(m_known, [](const host::ConnectionView& one) { return one.fault.empty(); });
}

bool SourceWatch::explains(const QString& fault) const
{
    return std::ranges::any_of(m_known, [&fault](const host::ConnectionView& one) {
        return one.lostAt && (fault == text(one.fault) || fault.contains(text(one.address)));
    });
}

void SourceWatch::tell()
{
    const bool local = std::ranges::any_of(m_engine.lines(), [](const std::string& line) { return !isOnServer(line); });
    const QList<SourceWords> sources = sourcesOf(m_known, local, m_clock.now());
    if (m_told == sources)
        return;
    m_told = sources;
    emit changed(sources);
}

} // namespace signalbox::ui
