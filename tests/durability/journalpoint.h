// SPDX-License-Identifier: GPL-3.0-or-later
// The moments between which a run may be killed, and a journal, an act and a listener that
// stop at each of them. They stand in the ports that the engine has anyway (graph::Journal,
// graph::Effect, store::Listener), so the program itself knows nothing of them.
//
// Thread  any; the probe is called on the thread that passes the point
#pragma once

#include "core/graph/journal.h"
#include "core/store/changes.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace signalbox::test {

enum class JournalPoint : std::uint8_t {
    BeforeIntent,
    AfterIntent,
    BeforeAct,
    AfterAct,
    BeforeResult,
    AfterResult,
    BeforeCheckpoint,
    AfterCheckpoint,
    BeforeTelling,
    AfterTelling,
    BeforeReconcile, // passed only by a run that was killed before
    AfterReconcile
};
inline constexpr std::size_t kJournalPoints = static_cast<std::size_t>(JournalPoint::AfterReconcile) + 1;

inline constexpr std::array<std::string_view, kJournalPoints> kPointNames{
    "before-intent",     "after-intent",     "before-act",     "after-act",     "before-result",    "after-result",
    "before-checkpoint", "after-checkpoint", "before-telling", "after-telling", "before-reconcile", "after-reconcile"};

constexpr std::string_view pointName(JournalPoint point)
{
    return kPointNames[static_cast<std::size_t>(point)];
}
std::optional<JournalPoint> pointFromName(std::string_view name);

using Probe = std::function<void(JournalPoint)>;

/// Does `what` between two points.
template <typename What>
auto between(const Probe& probe, JournalPoint before, JournalPoint after, What what)
{
    if (probe)
        probe(before);
    auto answer = what();
    if (probe)
        probe(after);
    return answer;
}

class ProbedJournal final : public graph::Journal {
public:
    ProbedJournal(std::unique_ptr<graph::Journal> journal, const Probe& probe)
        : m_journal(std::move(journal)), m_probe(probe)
    {
    }

    bool keepsEvents() const override { return m_journal->keepsEvents(); }
    Result<void> commit(const graph::Lease& lease, graph::StepRecord record) override;
    Result<std::optional<graph::EffectRecord>> findEffect(RunId run, const std::string& key) override;
    Result<void> storeIntent(const graph::Lease& lease, const graph::EffectRecord& effect,
                             const std::string& node) override;
    Result<void> storeResult(const graph::Lease& lease, const graph::EffectRecord& effect,
                             const std::string& node) override;

private:
    std::unique_ptr<graph::Journal> m_journal;
    const Probe& m_probe; // outlives this
};

} // namespace signalbox::test
