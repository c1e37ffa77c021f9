// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/threadpool.h"

namespace signalbox::host {

ThreadPool::ThreadPool(int threads)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this](std::stop_token stop) { workUntil(std::move(stop)); });
    m_threads.emplace_back([this](std::stop_token stop) { fireUntil(std::move(stop)); });
}

ThreadPool::~ThreadPool()
{
    for (std::jthread& thread : m_threads)
        thread.request_stop();
    m_threads.clear();
}

void ThreadPool::post(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(work));
    }
    m_wake.notify_one();
}

std::shared_ptr<void> ThreadPool::after(Milliseconds delay, std::function<void()> work)
{
    auto wanted = std::make_shared<char>();
    {
        const std::lock_guard lock(m_mutex);
        m_timers.emplace(std::chrono::steady_clock::now() + delay, Timer{wanted, std::move(work)});
    }
    m_timerWake.notify_one();
    return wanted;
}

void ThreadPool::workUntil(std::stop_token stop)
{
    for (;;) {
        std::function<void()> work;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [this] { return !m_queue.empty(); });
            if (m_queue.empty())
                return;
            work = std::move(m_queue.front());
            m_queue.pop_front();
        }
        work();
    }
}

void ThreadPool::fireUntil(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (m_timers.empty()) {
            m_timerWake.wait(lock, stop, [this] { return !m_timers.empty(); });
            continue;
        }
        const Moment next = m_timers.begin()->first;
        const bool earlier = m_timerWake.wait_until(lock, stop, next, [&] { return m_timers.begin()->first < next; });
        if (earlier || std::chrono::steady_clock::now() < next)
            continue;
        const Timer timer = std::move(m_timers.extract(m_timers.begin()).mapped());
        if (const auto wanted = timer.wanted.lock()) {
            lock.unlock();
            timer.work();
            lock.lock();
        }
    }
}

} // namespace signalbox::host
