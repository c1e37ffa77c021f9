// SPDX-License-Identifier: GPL-3.0-or-later
// A real store in a temporary folder, with its writer running, a clock to set, and
// short words for the runs that the tests make.
#pragma once

#include "core/graph/graph.h"
#include "core/store/checkpointrepository.h"
#include "core/store/database.h"
#include "core/store/leases.h"
#include "core/store/processowner.h"
#include "core/store/runjournal.h"
#include "core/store/runrepository.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

namespace signalbox::test {

/// Reads `result` or ends the test program with its error: for steps that are not what a test is about.
template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", result.error().detail.c_str());
    return *std::move(result);
}

inline void must(const Result<void>& result)
{
    if (!result)
        qFatal("%s", result.error().detail.c_str());
}

inline QString why(const Error& error)
{
    return QString::fromStdString(error.detail);
}

class SetClock final : public Clock {
public:
    UtcTime now() const override { return fromUnixMs(m_now.load()); }
    void set(UtcTime now) { m_now = toUnixMs(now); }

private:
    std::atomic<std::int64_t> m_now{1'800'000'000'000};
};

/// A database whose writer runs until it goes out of scope.
class OpenStore {
public:
    explicit OpenStore(const std::string& path, store::Listener listener = {})
        : m_database(must(store::Database::open(path)))
    {
        m_database->writer().setListener(std::move(listener));
        m_thread = std::jthread([this](std::stop_token stop) { m_database->writer().run(stop); });
    }

    store::Database& operator*() { return *m_database; }
    store::Database* operator->() { return m_database.get(); }

private:
    std::unique_ptr<store::Database> m_database;
    std::jthread m_thread;
};

/// a → b → c, whose nodes do nothing: the tests write their records themselves.
inline std::shared_ptr<const graph::Graph> threeSteps()
{
    const auto nothing
        = [](const graph::State&, const graph::NodeContext&) -> Result<graph::Update> { return graph::Update(); };
    graph::GraphBuilder builder("three-steps");
    builder.node("a", nothing).node("b", nothing).node("c", nothing);
    builder.entry("a").edge("a", "b").edge("b", "c").edge("c", "__end__");
    return must(builder.compile());
}

/// One run in a store, written by hand.
class RunByHand {
public:
    RunByHand(store::Database& database, const graph::Graph& graph, const Clock& clock, std::string line = "parser")
        : RunByHand(database, graph, clock,
                    store::NewRun{.agent = "three-steps", .line = std::move(line), .subject = {}, .frontier = {}})
    {
    }

    /// As `run` says, but for where it begins.
    RunByHand(store::Database& database, const graph::Graph& graph, const Clock& clock, store::NewRun run)
        : m_database(database), m_graph(graph), m_clock(clock), m_journal(database, graph, clock)
    {
        m_at.frontier.tasks = {{.node = 0}};
        m_at.at = clock.now();
        run.frontier = graph::toJson(m_at.frontier, graph);
        m_lease.run = must(store::RunRepository(database).create(run, clock.now())).run;
    }

    /// As another worker that drives the same run.
    RunByHand(const RunByHand& other)
        : m_database(other.m_database),
          m_graph(other.m_graph),
          m_clock(other.m_clock),
          m_journal(m_database, m_graph, m_clock),
          m_at(other.m_at),
          m_lease(other.m_lease)
    {
    }

    RunId id() const { return m_lease.run; }
    const graph::Lease& lease() const { return m_lease; }
    graph::Checkpoint& at() { return m_at; }
    store::RunJournal& journal() { return m_journal; }

    RunByHand& claim()
    {
        store::Leases leases(m_database, store::thisProcess(), Milliseconds(60'000));
        m_lease = must(leases.claim(m_lease.run, m_clock.now())).lease;
        return *this;
    }

    /// The next checkpoint, with these channels.
    Result<void> step(const Json& channels, graph::RunPhase phase = graph::RunPhase::Running)
    {
        graph::StepRecord record = next(phase);
        for (const auto& [name, value] : channels.items()) {
            m_at.state[name] = value;
            record.changed.push_back(name);
        }
        return m_journal.commit(m_lease, std::move(record));
    }

    /// Node b begins to wait, and the run rests.
    Result<void> wait(const graph::Wait& wait, graph::RunPhase phase = graph::RunPhase::Waiting)
    {
        m_at.frontier.tasks
            = {{.node = 1, .phase = graph::Task::Phase::Waiting, .token = std::to_string(++m_at.waits)}};
        graph::StepRecord record = next(phase);
        record.waits = {{m_at.frontier.tasks.front().token, "b", wait}};
        return m_journal.commit(m_lease, std::move(record));
    }

    graph::StepRecord next(graph::RunPhase phase)
    {
        ++m_at.number;
        m_at.at = m_clock.now();
        m_at.nodes = {"a"};
        graph::StepRecord record;
        record.checkpoint = &m_at;
        record.isNew = true;
        record.phase = phase;
        record.step = std::string("b"); // GCC 12 warns of overlap where a literal is assigned here
        return record;
    }

private:
    store::Database& m_database;
    const graph::Graph& m_graph;
    const Clock& m_clock;
    store::RunJournal m_journal;
    graph::Checkpoint m_at;
    graph::Lease m_lease;
};

/// A request that a person is asked, as a node would.
inline Json request(const char* subject = "parser #3", Json more = Json::object())
{
    Json json{{"kind", "escalation"},
              {"subject", subject},
              {"evidence", {{"job", "compile"}}},
              {"choices", {"take_over", "dismiss"}},
              {"patience_ms", 3'600'000}};
    json.update(more);
    return json;
}

} // namespace signalbox::test
