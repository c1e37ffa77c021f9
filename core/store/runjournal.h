// SPDX-License-Identifier: GPL-3.0-or-later
// Stores what the runs of one graph do: checkpoint, events, waits and the run's row
// in one transaction, guarded by the fence of the lease.
//
// Thread     any but the store thread; calls block until the commit
// Ownership  Database, Graph and Clock outlive it
// Errors     Conflict: the lease has passed to another worker. InvalidInput: a wait asks a person for nothing.
// Disk       schema.md. For durability normal and full; graph::MemoryJournal holds the others.
#pragma once

#include "core/graph/journal.h"
#include "core/store/database.h"
#include "core/store/wholeintervals.h"

namespace signalbox::store {

class RunJournal final : public graph::Journal {
public:
    RunJournal(Database& database, const graph::Graph& graph, const Clock& clock)
        : m_database(database), m_graph(graph), m_clock(clock)
    {
    }

    bool keepsEvents() const override { return true; }
    Result<void> commit(const graph::Lease& lease, graph::StepRecord record) override;
    Result<std::optional<graph::EffectRecord>> findEffect(RunId run, const std::string& key) override;
    Result<void> storeIntent(const graph::Lease& lease, const graph::EffectRecord& effect,
                             const std::string& node) override;
    Result<void> storeResult(const graph::Lease& lease, const graph::EffectRecord& effect,
                             const std::string& node) override;

private:
    Database& m_database;
    const graph::Graph& m_graph;
    const Clock& m_clock;
    WholeIntervals m_intervals;
};

} // namespace signalbox::store
