// SPDX-License-Identifier: GPL-3.0-or-later
// The engine as the program has it (store, writer, pool, scheduler) on the scenarios and
// with probes, in a test or in a child to be killed.
//
// Thread    that of the test
// Shutdown  the destructor parks what is driven, as the program does
#pragma once

#include "core/host/scheduler.h"
#include "tests/durability/scenarios.h"

#include <QStringList>

namespace signalbox::test {

/// The time of the system, and what it was hurried by.
class HurriedClock final : public Clock {
public:
    UtcTime now() const override { return m_system.now() + Milliseconds(m_ahead.load()); }
    void hurry(Milliseconds by) { m_ahead += by.count(); }

private:
    const SystemClock m_system;
    std::atomic<std::int64_t> m_ahead{0};
};

class Engine {
public:
    Engine(const std::string& store, World world, Probe probe = {});
    Engine(std::unique_ptr<store::Database> database, World world, Probe probe = {});
    ~Engine();

    store::Database& database() { return *m_database; }

    RunId create(const std::string& scenario, graph::Durability durability = graph::Durability::Normal);
    void start();
    /// Until every run has ended or waits for a person; false where that takes more than two minutes. Whatever the
    /// scheduler cannot do makes the clock go on, so that it is tried again at once.
    bool untilAllRest();
    /// Called with each complaint; before start().
    void whenComplaining(std::function<void()> call) { m_whenComplaining = std::move(call); }
    /// What the scheduler could not do.
    QStringList complaints() const;

    /// How a run stands, as lines to compare: phase, state, path, acts.
    QString ending(RunId run);

private:
    bool allRest();
    void notice();
    void complain(const Error& error);
    host::Scheduler::Scene scene();

    const World m_world;
    const Probe m_probe;
    const host::GraphSet m_graphs;
    HurriedClock m_clock;
    std::function<void()> m_whenComplaining;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_news = false; // guarded by m_mutex
    QStringList m_complaints; // guarded by m_mutex
    std::unique_ptr<store::Database> m_database;
    std::jthread m_writer;
    std::unique_ptr<host::ThreadPool> m_pool;
    std::unique_ptr<host::Scheduler> m_scheduler;
};

} // namespace signalbox::test
