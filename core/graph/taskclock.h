// SPDX-License-Identifier: GPL-3.0-or-later
// The clock of one execution of a node: remembers what it said, so that a replay can
// say the same again.
//
// Thread  that of the node
#pragma once

#include "core/base/time.h"

#include <utility>
#include <vector>

namespace signalbox::graph {

class TaskClock final : public Clock {
public:
    static constexpr std::size_t kMost = 16; // reads that are remembered

    /// Says what is in `recorded` first, where there is anything.
    TaskClock(const Clock& real, std::vector<UtcTime> recorded) : m_real(real), m_recorded(std::move(recorded)) { }

    UtcTime now() const override
    {
        if (m_acting)
            return m_real.now();
        const UtcTime time = m_said < m_recorded.size() ? m_recorded[m_said] : m_real.now();
        ++m_said;
        if (m_times.size() < kMost)
            m_times.push_back(time);
        return time;
    }

    /// While an act runs: a replay does not act, so what the clock says to it is not remembered.
    void setActing(bool acting) { m_acting = acting; }

    std::vector<UtcTime> takeTimes() { return std::move(m_times); }

private:
    const Clock& m_real;
    const std::vector<UtcTime> m_recorded;
    bool m_acting = false;
    mutable std::size_t m_said = 0;
    mutable std::vector<UtcTime> m_times;
};

} // namespace signalbox::graph
