// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/benchrun.h"

#include "core/graph/memoryjournal.h"
#include "core/host/benchgraphs.h"
#include "core/host/threadpool.h"
#include "core/host/usage.h"
#include "core/store/checkpointrepository.h"
#include "core/store/checkpointtext.h"
#include "core/store/leases.h"
#include "core/store/processowner.h"
#include "core/store/runjournal.h"
#include "core/store/runrepository.h"

#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <filesystem>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;
constexpr Milliseconds kLease{600'000};
constexpr std::size_t kLoads = 21;

std::int64_t sizeOf(const fs::path& file)
{
    std::error_code error;
    const auto bytes = fs::file_size(file, error);
    return error ? 0 : static_cast<std::int64_t>(bytes);
}

/// A store in a folder that goes with it.
struct TemporaryStore {
    QTemporaryDir folder;
    std::unique_ptr<store::Database> database;
    std::jthread writer;

    fs::path file() const { return fs::path(folder.path().toStdString()) / "bench.sqlite"; }
    ~TemporaryStore()
    {
        writer.request_stop();
        if (writer.joinable())
            writer.join();
    }
};

Result<void> openStore(TemporaryStore& there)
{
    auto opened = store::Database::open(there.file().string());
    if (!opened)
        return opened.error();
    there.database = *std::move(opened);
    there.writer = std::jthread([&](std::stop_token stop) { there.database->writer().run(std::move(stop)); });
    return {};
}

Result<graph::LiveRun> begin(TemporaryStore& there, const graph::Graph& graph, const BenchPlan& plan,
                             const Clock& clock)
{
    graph::LiveRun live;
    live.at = graph::Runner::start(graph, benchInput(plan.stateBytes), clock.now());
    live.lease.durability = plan.durability;
    if (plan.durability < graph::Durability::Normal)
        return live;
    store::NewRun run;
    run.agent = graph.name();
    run.durability = plan.durability;
    run.state = live.at.state;
    run.frontier = graph::toJson(live.at.frontier, graph);
    const auto created = store::RunRepository(*there.database).create(run, clock.now());
    if (!created)
        return created.error();
    const auto claimed = store::Leases(*there.database, store::thisProcess(), kLease).claim(created->run, clock.now());
    if (!claimed)
        return claimed.error();
    live.lease = claimed->lease;
    return live;
}

class Race {
public:
    Race(const BenchPlan& plan, const graph::Graph& graph, TemporaryStore& there)
        : m_plan(plan), m_graph(graph), m_there(there), m_pool(plan.fanOut > 0 ? 2 : 1)
    {
    }

    Result<void> run()
    {
        std::vector<graph::LiveRun> lives;
        for (int i = 0; i < m_plan.runs; ++i) {
            auto live = begin(m_there, m_graph, m_plan, m_clock);
            if (!live)
                return live.error();
            lives.push_back(*std::move(live));
        }
        m_began = cpuSeconds();
        m_start = std::chrono::steady_clock::now();
        {
            std::vector<std::jthread> drivers;
            for (graph::LiveRun& live : lives)
                drivers.emplace_back([this, &live] { drive(live); });
        }
        m_one = lives.front().lease.run;
        if (m_failed)
            return Error{ErrorCode::Internal, "a run of the benchmark failed"};
        return {};
    }

    RunId one() const { return m_one; }

    void measure(BenchFigures& figures) const
    {
        figures.wallSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
        figures.steps = m_steps;
        figures.cpuUsPerStep = (cpuSeconds() - m_began) * 1e6 / static_cast<double>(std::max<std::int64_t>(1, m_steps));
    }

private:
    void drive(graph::LiveRun& live)
    {
        graph::MemoryJournal memory(m_plan.durability);
        std::optional<store::RunJournal> stored;
        if (m_there.database)
            stored.emplace(*m_there.database, m_graph, m_clock);
        graph::Journal& journal = stored ? static_cast<graph::Journal&>(*stored) : memory;
        const auto rest = graph::Runner(m_graph, journal, m_pool, m_clock).drive(live, {});
        m_steps += live.at.number;
        if (!rest || (*rest != graph::Rest::Succeeded && *rest != graph::Rest::Waiting))
            m_failed = true;
    }

    const BenchPlan& m_plan;
    const graph::Graph& m_graph;
    TemporaryStore& m_there;
    SystemClock m_clock;
    ThreadPool m_pool;
    std::atomic<std::int64_t> m_steps{0};
    std::atomic<bool> m_failed{false};
    RunId m_one;
    double m_began = 0;
    std::chrono::steady_clock::time_point m_start;
};

/// How long it takes to read a late state that is as far from a whole one as any: the median of some tries.
Result<double> loadMs(store::Database& database, RunId run)
{
    store::CheckpointRepository checkpoints(database);
    const auto newest = checkpoints.newest(run);
    if (!newest)
        return newest.error();
    const std::int64_t farthest = newest->number - newest->number % store::kWholeEvery - 1;
    std::vector<double> tries(kLoads);
    for (double& each : tries) {
        const auto began = std::chrono::steady_clock::now();
        const auto loaded = checkpoints.at(run, farthest < 0 ? newest->number : farthest);
        each = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
        if (!loaded)
            return loaded.error();
    }
    std::ranges::sort(tries);
    return tries[tries.size() / 2];
}

/// Many runs, one after the other, each left waiting.
Result<void> leaveWaiting(const BenchPlan& plan, TemporaryStore& there)
{
    const auto graph = waitGraph();
    if (!graph)
        return graph.error();
    BenchPlan few = plan;
    few.runs = std::min(plan.waiting, 64);
    for (int left = plan.waiting; left > 0; left -= few.runs) {
        few.runs = std::min(left, few.runs);
        if (auto ran = Race(few, **graph, there).run(); !ran)
            return ran;
    }
    return {};
}

} // namespace

Result<BenchFigures> benchGraph(const BenchPlan& plan)
{
    const auto graph = plan.fanOut > 0 ? fanGraph(plan.steps, plan.fanOut) : cycleGraph(plan.steps, plan.returnsAll);
    if (!graph)
        return graph.error();
    TemporaryStore there;
    if (plan.durability >= graph::Durability::Normal) {
        if (auto opened = openStore(there); !opened)
            return opened.error();
    } else if (plan.waiting > 0) {
        return Error{ErrorCode::InvalidInput, "--waiting needs durability normal or full"};
    }
    BenchFigures figures;
    if (plan.waiting > 0) {
        const double before = residentMb();
        if (auto left = leaveWaiting(plan, there); !left)
            return left.error();
        figures.waitingMb = residentMb() - before;
    }
    Race race(plan, **graph, there);
    if (auto ran = race.run(); !ran)
        return ran.error();
    race.measure(figures);
    figures.rssMb = residentMb();
    if (there.database) {
        const auto load = loadMs(*there.database, race.one());
        if (!load)
            return load.error();
        figures.loadMs = *load;
        figures.databaseBytes = sizeOf(there.file()) + sizeOf(there.file().string() + "-wal");
    }
    return figures;
}

} // namespace signalbox::host
