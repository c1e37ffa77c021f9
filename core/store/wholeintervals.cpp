// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/wholeintervals.h"

#include <algorithm>

namespace signalbox::store {

namespace {

constexpr std::size_t kLittle = 4096; // differences that are read in no time

} // namespace

bool WholeIntervals::isDue(RunId run) const
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_runs.find(run);
    return at != m_runs.end() && at->second.differences > std::max(kLittle, 2 * at->second.state);
}

void WholeIntervals::storedWhole(RunId run, std::size_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_runs.insert_or_assign(run, Distance{bytes, 0});
}

void WholeIntervals::storedDifference(RunId run, std::size_t bytes)
{
    const std::lock_guard lock(m_mutex);
    Distance& distance = m_runs[run];
    distance.differences += bytes;
    distance.state = std::max(distance.state, bytes); // what has been set is part of it
}

void WholeIntervals::forget(RunId run)
{
    const std::lock_guard lock(m_mutex);
    m_runs.erase(run);
}

} // namespace signalbox::store
