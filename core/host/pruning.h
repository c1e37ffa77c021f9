// SPDX-License-Identifier: GPL-3.0-or-later
// Takes old checkpoints out of the store, a little after each round of the scheduler, so that nobody waits for it.
//
// Thread     look(): one at a time; the work is done on the pool
// Ownership  what is in Scene outlives it, but the pool: that goes first
#pragma once

#include "core/host/threadpool.h"
#include "core/store/database.h"

#include <atomic>
#include <functional>

namespace signalbox::host {

class Pruning {
public:
    struct Scene {
        store::Database& database;
        graph::Executor& pool;
        const Clock& clock;
        std::function<int()> keepDays; // after a run has ended; 0: for ever; any thread
        std::function<void(const Error&)> failed; // any thread; may be empty
    };

    explicit Pruning(Scene scene) : m_scene(std::move(scene)) { }

    /// Has one transaction's worth removed, unless that is being done, or nothing was left a short while ago.
    void look();

private:
    void prune();

    const Scene m_scene;
    std::atomic<bool> m_busy{false};
    std::atomic<std::int64_t> m_restsUntil{0}; // UTC milliseconds
};

} // namespace signalbox::host
