// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runplace.h"

#include <algorithm>
#include <utility>

namespace signalbox::ui {

namespace {

bool isBefore(const host::RunDetail& run, std::int64_t checkpoint)
{
    return run.earlier.count > 0 && checkpoint < run.checkpoints.front().number;
}

bool isBehind(const host::RunDetail& run, std::int64_t checkpoint)
{
    return run.later && checkpoint > run.checkpoints.back().number;
}

} // namespace

std::int64_t newestOf(const host::RunDetail& run)
{
    return run.checkpoints.empty() ? 0 : run.checkpoints.back().number;
}

RunPlace::Move RunPlace::arrive(const host::RunDetail& run)
{
    if (m_wanted < 0 && !m_selection)
        return Move::Shown;
    const std::int64_t looked = m_wanted >= 0 ? m_wanted : *m_selection;
    const bool here = run.checkpoints.empty() || !(isBefore(run, looked) || isBehind(run, looked));
    if (!here && std::exchange(m_part, looked) != looked) // else it is as near as it can be
        return Move::Elsewhere;
    m_wanted = -1;
    m_selection = looked;
    return Move::Shown;
}

RunPlace::Move RunPlace::select(const host::RunDetail& run, std::int64_t checkpoint)
{
    const auto& rows = run.checkpoints;
    if (rows.empty() || m_selection == checkpoint)
        return Move::None;
    // The first one of a part is shown with what came before it, so that its difference can be told.
    const bool first = run.earlier.count > 0 && checkpoint == rows.front().number;
    if (const bool elsewhere = first || isBefore(run, checkpoint) || isBehind(run, checkpoint);
        elsewhere && m_part != checkpoint) {
        m_part = m_wanted = checkpoint;
        return Move::Elsewhere;
    }
    m_selection = std::clamp<std::int64_t>(checkpoint, rows.front().number, rows.back().number);
    return Move::Shown;
}

RunPlace::Move RunPlace::goToLive()
{
    m_wanted = -1;
    m_selection.reset();
    return std::exchange(m_part, -1) >= 0 ? Move::Elsewhere : Move::Shown;
}

RunPlace::Move RunPlace::stepBack(const host::RunDetail& run)
{
    const std::int64_t newest = newestOf(run);
    const bool running = !host::isTerminal(run.summary.state);
    return select(run, !m_selection && running ? newest : m_selection.value_or(newest) - 1);
}

RunPlace::Move RunPlace::stepForward(const host::RunDetail& run)
{
    if (!m_selection)
        return Move::None;
    return *m_selection >= newestOf(run) && !run.later ? goToLive() : select(run, *m_selection + 1);
}

std::optional<std::int64_t> newestBy(const host::RunDetail& run, const std::string& node)
{
    const auto& rows = run.checkpoints;
    const auto made = std::find_if(rows.rbegin(), rows.rend(), [&node](const host::CheckpointRow& row) {
        return std::ranges::find(row.nodes, node) != row.nodes.end();
    });
    return made == rows.rend() ? std::nullopt : std::optional(made->number);
}

} // namespace signalbox::ui
