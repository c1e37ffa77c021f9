// SPDX-License-Identifier: GPL-3.0-or-later
// When the differences of a run's checkpoints have become twice as much text as its state: the next one is stored
// whole then, so that reading one costs no more than some times its state, however large the differences.
//
// Thread  any; one mutex
// Units   bytes of JSON text
#pragma once

#include "core/base/ids.h"

#include <cstddef>
#include <map>
#include <mutex>

namespace signalbox::store {

class WholeIntervals {
public:
    bool isDue(RunId run) const;
    void storedWhole(RunId run, std::size_t bytes);
    void storedDifference(RunId run, std::size_t bytes);
    /// It is driven no more for now; the fixed interval is enough for what it begins anew.
    void forget(RunId run);

private:
    struct Distance {
        std::size_t state = 0; // of the last whole one, at least
        std::size_t differences = 0; // since then
    };

    mutable std::mutex m_mutex;
    std::map<RunId, Distance> m_runs; // guarded by m_mutex
};

} // namespace signalbox::store
