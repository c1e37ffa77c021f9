// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/durability/journalpoint.h"

#include <algorithm>

namespace signalbox::test {

std::optional<JournalPoint> pointFromName(std::string_view name)
{
    const auto at = std::ranges::find(kPointNames, name);
    if (at == kPointNames.end())
        return std::nullopt;
    return static_cast<JournalPoint>(at - kPointNames.begin());
}

Result<void> ProbedJournal::commit(const graph::Lease& lease, graph::StepRecord record)
{
    return between(m_probe, JournalPoint::BeforeCheckpoint, JournalPoint::AfterCheckpoint,
                   [&] { return m_journal->commit(lease, std::move(record)); });
}

Result<std::optional<graph::EffectRecord>> ProbedJournal::findEffect(RunId run, const std::string& key)
{
    return m_journal->findEffect(run, key);
}

Result<void> ProbedJournal::storeIntent(const graph::Lease& lease, const graph::EffectRecord& effect,
                                        const std::string& node)
{
    return between(m_probe, JournalPoint::BeforeIntent, JournalPoint::AfterIntent,
                   [&] { return m_journal->storeIntent(lease, effect, node); });
}

Result<void> ProbedJournal::storeResult(const graph::Lease& lease, const graph::EffectRecord& effect,
                                        const std::string& node)
{
    return between(m_probe, JournalPoint::BeforeResult, JournalPoint::AfterResult,
                   [&] { return m_journal->storeResult(lease, effect, node); });
}

} // namespace signalbox::test
