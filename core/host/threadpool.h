// SPDX-License-Identifier: GPL-3.0-or-later
// The threads on which node steps run, and the timers for their time limits.
//
// Thread    any may post; work runs on the pool's threads, timers on one of their own
// Shutdown  the destructor runs what is queued already, drops timers, and joins
#pragma once

#include "core/graph/runner.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace signalbox::host {

class ThreadPool final : public graph::Executor {
public:
    explicit ThreadPool(int threads);
    ~ThreadPool() override;

    void post(std::function<void()> work) override;
    std::shared_ptr<void> after(Milliseconds delay, std::function<void()> work) override;

private:
    using Moment = std::chrono::steady_clock::time_point;
    struct Timer {
        std::weak_ptr<void> wanted;
        std::function<void()> work;
    };

    void workUntil(std::stop_token stop);
    void fireUntil(std::stop_token stop);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::condition_variable_any m_timerWake;
    std::deque<std::function<void()>> m_queue; // guarded by m_mutex
    std::multimap<Moment, Timer> m_timers; // guarded by m_mutex
    std::vector<std::jthread> m_threads; // last: joined before the rest goes
};

} // namespace signalbox::host
