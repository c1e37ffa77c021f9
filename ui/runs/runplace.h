// SPDX-License-Identifier: GPL-3.0-or-later
// Where a person stands in a run: at one of its checkpoints or with the present, and the part of a long run which that
// takes.
//
// Thread  GUI
#pragma once

#include "core/host/views.h"

#include <optional>

namespace signalbox::ui {

class RunPlace {
public:
    enum class Move : std::uint8_t { None, Shown, Elsewhere }; // Elsewhere: part() has to be loaded

    /// To stand at `wanted` as soon as it is here; below 0: with the present.
    explicit RunPlace(std::int64_t wanted = -1) : m_wanted(wanted) { }

    std::optional<std::int64_t> selection() const { return m_selection; } // empty: the present
    /// The checkpoint around which the run is to be loaded; below 0: its newest part.
    std::int64_t part() const { return m_part; }

    /// Of what has been loaded; Elsewhere: this is not the part.
    Move arrive(const host::RunDetail& run);
    Move select(const host::RunDetail& run, std::int64_t checkpoint);
    Move goToLive();
    Move stepBack(const host::RunDetail& run);
    Move stepForward(const host::RunDetail& run);

private:
    std::optional<std::int64_t> m_selection;
    std::int64_t m_wanted;
    std::int64_t m_part = -1;
};

/// The newest checkpoint of those loaded.
std::int64_t newestOf(const host::RunDetail& run);
/// The newest that a node has made; empty: none.
std::optional<std::int64_t> newestBy(const host::RunDetail& run, const std::string& node);

} // namespace signalbox::ui
