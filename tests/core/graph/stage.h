// SPDX-License-Identifier: GPL-3.0-or-later
// A stage for runs of a graph: real threads, a clock and timers in the test's hand,
// and a journal that remembers every record.
//
// Thread  Stage belongs to the test; its parts may be called by any
#pragma once

#include "core/graph/runner.h"

#include <QString>
#include <QStringList>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace signalbox::test {

class FakeClock final : public Clock {
public:
    UtcTime now() const override { return fromUnixMs(m_ms.load()); }
    void advance(Milliseconds by) { m_ms.fetch_add(by.count()); }

private:
    std::atomic<std::int64_t> m_ms{1'700'000'000'000};
};

/// A pool of threads. Timers never fire, or at once: `timePasses`.
class Pool final : public graph::Executor {
public:
    explicit Pool(int threads);
    ~Pool() override;

    void post(std::function<void()> work) override;
    std::shared_ptr<void> after(Milliseconds delay, std::function<void()> work) override;

    std::atomic<bool> timePasses{false};
    std::vector<Milliseconds> delays() const; // asked for so far

private:
    void serve();

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_work; // guarded by m_mutex
    std::vector<Milliseconds> m_delays; // guarded by m_mutex
    bool m_closing = false; // guarded by m_mutex
    std::vector<std::jthread> m_threads;
};

/// One StepRecord as it was committed.
struct Committed {
    graph::Checkpoint checkpoint;
    graph::StepRecord record; // its checkpoint pointer is null
    std::map<std::string, graph::EffectRecord> effects; // as stored at that moment
};

/// Keeps everything of one run, and claims to be a disk.
class KeepingJournal final : public graph::Journal {
public:
    bool keepsEvents() const override { return true; }
    Result<void> commit(const graph::Lease& lease, graph::StepRecord record) override;
    Result<std::optional<graph::EffectRecord>> findEffect(RunId run, const std::string& key) override;
    Result<void> storeIntent(const graph::Lease& lease, const graph::EffectRecord& effect,
                             const std::string& node) override;
    Result<void> storeResult(const graph::Lease& lease, const graph::EffectRecord& effect,
                             const std::string& node) override;

    /// Called in commit(), with the number of records before; an error is given back and nothing kept.
    std::function<Result<void>(std::size_t)> beforeCommit;

    std::atomic<bool> failsResults{false}; // storeResult() cannot write

    std::vector<Committed> records() const;
    std::optional<graph::EffectRecord> effect(const std::string& key) const;
    void setEffects(std::map<std::string, graph::EffectRecord> effects);
    void note(const std::string& what); // into order()
    QStringList order() const; // "commit 1", "intent key", "result key", and what tests noted
    QStringList events() const; // "node_finished a", in order
    QStringList eventTypesOf(const std::string& node) const;
    std::vector<graph::Event> allEvents() const;

private:
    mutable std::mutex m_mutex;
    std::vector<Committed> m_records; // guarded by m_mutex
    std::map<std::string, graph::EffectRecord> m_effects; // guarded by m_mutex
    QStringList m_order; // guarded by m_mutex
};

class Stage {
public:
    explicit Stage(graph::GraphBuilder& builder, int threads = 4);
    explicit Stage(std::shared_ptr<const graph::Graph> compiled, int threads = 4);

    void start(Json input = Json::object());
    /// "succeeded", "waiting", …, or "error: detail".
    QString drive();
    /// Answers every open wait of this node; the same answer for each.
    void answer(const std::string& node, const Json& answer);
    /// Answers all that wait for a time.
    void timeComes();

    QString state(const std::string& channel) const; // as JSON text; empty: no such channel
    QStringList tasks() const; // "b waiting", in order
    QString failure() const; // of the last record

    std::shared_ptr<const graph::Graph> graph;
    FakeClock clock;
    Pool pool;
    KeepingJournal journal;
    std::stop_source stop;
    graph::DriveControl control;
    graph::LiveRun run;
};

/// A place where `guests` threads meet. False: the others did not come within ten seconds.
class Meeting {
public:
    explicit Meeting(int guests) : m_awaited(guests) { }
    bool meet();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_awaited; // guarded by m_mutex
};

/// Blocks until the token stops; false after ten seconds.
bool waitForStop(const std::stop_token& stop);

graph::FunctionNode::Function writes(const std::string& channel, const Json& value);
graph::FunctionNode::Function doesNothing();
graph::FunctionNode::Function fails(ErrorCode code, const std::string& detail);

QStringList words(std::initializer_list<const char*> lines);

/// The detail of a graph that does not compile; empty: it does.
QString faultsOf(graph::GraphBuilder& builder);

} // namespace signalbox::test
