// SPDX-License-Identifier: GPL-3.0-or-later
// A Journal that does not outlive the process: durability none keeps nothing,
// memory keeps every checkpoint, as its difference from the one before.
// Refuses no record; holds no intent above Observe.
//
// Thread  any; one mutex
#pragma once

#include "core/graph/journal.h"

#include <map>
#include <mutex>

namespace signalbox::graph {

class MemoryJournal final : public Journal {
public:
    explicit MemoryJournal(Durability durability) : m_durability(durability) { }

    bool keepsEvents() const override { return m_durability == Durability::Memory; }
    Result<void> commit(const Lease& lease, StepRecord record) override;
    Result<std::optional<EffectRecord>> findEffect(RunId run, const std::string& key) override;
    Result<void> storeIntent(const Lease& lease, const EffectRecord& effect, const std::string& node) override;
    Result<void> storeResult(const Lease& lease, const EffectRecord& effect, const std::string& node) override;

    std::vector<Checkpoint> checkpoints(RunId run) const;
    std::vector<Event> events(RunId run) const;
    /// Begun waits in order, with their tokens.
    std::vector<NewWait> waits(RunId run) const;

private:
    struct Kept {
        std::vector<Checkpoint> heads; // without their states
        std::vector<std::string> differences; // that made each state; the first is all of it
        std::vector<Event> events;
        std::vector<NewWait> waits;
    };

    const Durability m_durability;
    mutable std::mutex m_mutex;
    std::map<RunId, Kept> m_runs; // guarded by m_mutex
    std::map<std::pair<RunId, std::string>, EffectRecord> m_effects; // guarded by m_mutex
};

} // namespace signalbox::graph
