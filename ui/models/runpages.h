// SPDX-License-Identifier: GPL-3.0-or-later
// All runs of the store for a list: the newest, and older ones page by page, as somebody scrolls or looks for them.
//
// Thread     GUI
// Ownership  the AgentHost and the Clock outlive it
#pragma once

#include "core/host/agenthost.h"
#include "ui/models/runfilter.h"
#include "ui/models/runtablemodel.h"

#include <QTimer>

namespace signalbox::ui {

class RunPages final : public QObject {
    Q_OBJECT

public:
    /// `known`: by id, to begin with.
    RunPages(host::AgentHost& engine, const std::vector<host::RunSummary>& known, const Clock& clock,
             QObject* parent = nullptr);

    /// The newest, whether they match or not, and of the older ones those that match.
    RunTableModel& runs() { return m_runs; }
    /// Another filter counts: older ones that match it are looked for once it rests.
    void seek(const RunFilter& filter);
    void more(); // older ones are wanted
    void keep(RunId run) { m_kept = run; } // it stays, however many come: somebody looks at it
    int lookedAt() const; // runs, those that do not match too
    bool hasMore() const { return m_hasMore; } // older ones, as far as is known
    bool isLooking() const { return m_asked || m_rest.isActive(); }

signals:
    void changed();
    void failed(const signalbox::Error& error);

private:
    void takeNewest(std::vector<host::RunSummary> runs);
    void apply(const std::vector<host::RunDelta>& deltas);
    void take(const host::OlderRuns& older);
    void beginAnew(RunId kept = {});
    void askOn();
    bool isBeyond(const host::OlderRuns& older) const;

    host::AgentHost& m_engine;
    RunTableModel m_runs;
    RunFilter m_filter;
    QTimer m_rest;
    RunId m_oldestNewest;
    RunId m_kept;
    RunId m_at; // the next page is older than this
    int m_looked = 0; // older ones
    int m_wanted = 0; // that match
    bool m_isMany = false; // more than the newest, perhaps
    bool m_hasMore = false;
    std::optional<host::RequestId> m_asked;
};

} // namespace signalbox::ui
