// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/memoryjournal.h"

namespace signalbox::graph {

Result<void> MemoryJournal::commit(const Lease& lease, StepRecord record)
{
    if (m_durability == Durability::None)
        return {};
    const std::lock_guard lock(m_mutex);
    Kept& kept = m_runs[lease.run];
    if (record.isNew || kept.checkpoints.empty())
        kept.checkpoints.push_back(*record.checkpoint);
    else
        kept.checkpoints.back() = *record.checkpoint;
    kept.events.insert(kept.events.end(), record.events.begin(), record.events.end());
    kept.waits.insert(kept.waits.end(), record.waits.begin(), record.waits.end());
    return {};
}

Result<std::optional<EffectRecord>> MemoryJournal::findEffect(RunId run, const std::string& key)
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_effects.find({run, key});
    return at == m_effects.end() ? std::nullopt : std::optional(at->second);
}

Result<void> MemoryJournal::storeIntent(const Lease& lease, const EffectRecord& effect, const std::string&)
{
    const std::lock_guard lock(m_mutex);
    m_effects.insert_or_assign({lease.run, effect.key}, effect);
    return {};
}

Result<void> MemoryJournal::storeResult(const Lease& lease, const EffectRecord& effect, const std::string& node)
{
    return storeIntent(lease, effect, node);
}

std::vector<Checkpoint> MemoryJournal::checkpoints(RunId run) const
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_runs.find(run);
    return at == m_runs.end() ? std::vector<Checkpoint>{} : at->second.checkpoints;
}

std::vector<Event> MemoryJournal::events(RunId run) const
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_runs.find(run);
    return at == m_runs.end() ? std::vector<Event>{} : at->second.events;
}

std::vector<NewWait> MemoryJournal::waits(RunId run) const
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_runs.find(run);
    return at == m_runs.end() ? std::vector<NewWait>{} : at->second.waits;
}

} // namespace signalbox::graph
