// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/memoryjournal.h"

#include "core/base/jsonpatch.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace signalbox::graph {

namespace {

Checkpoint headOf(const Checkpoint& at)
{
    Checkpoint head;
    head.number = at.number;
    head.at = at.at;
    head.frontier = at.frontier;
    head.waits = at.waits;
    head.nodes = at.nodes;
    return head;
}

} // namespace

Result<void> MemoryJournal::commit(const Lease& lease, StepRecord record)
{
    if (m_durability == Durability::None)
        return {};
    const std::lock_guard lock(m_mutex);
    Kept& kept = m_runs[lease.run];
    const bool first = kept.heads.empty();
    if (record.isNew || first) {
        kept.heads.push_back(headOf(*record.checkpoint));
        kept.differences.push_back(dumpJson(first ? record.checkpoint->state : record.difference));
    } else {
        kept.heads.back() = headOf(*record.checkpoint);
    }
    std::ranges::move(record.events, std::back_inserter(kept.events));
    std::ranges::move(record.waits, std::back_inserter(kept.waits));
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
    if (at == m_runs.end())
        return {};
    std::vector<Checkpoint> checkpoints = at->second.heads;
    Json state = Json::object();
    for (std::size_t i = 0; i < checkpoints.size(); ++i) {
        auto made = parseJson(at->second.differences[i]);
        if (i == 0 && made)
            state = *std::move(made);
        else if (made)
            static_cast<void>(applyPatch(state, *made)); // made from these very states
        checkpoints[i].state = state;
    }
    return checkpoints;
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
