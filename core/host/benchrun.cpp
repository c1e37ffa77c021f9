// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/benchrun.h"

#include "core/graph/memoryjournal.h"
#include "core/host/threadpool.h"
#include "core/store/leases.h"
#include "core/store/processowner.h"
#include "core/store/runjournal.h"
#include "core/store/runrepository.h"

#include <QTemporaryDir>

#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;
using graph::NodeContext;
using graph::State;
using graph::Update;

constexpr Milliseconds kLease{600'000};

Json payload(std::size_t bytes)
{
    Json json{
        {"repo", "acme/service"}, {"run", 123456}, {"branch", "main"}, {"status", "failure"}, {"items", Json::array()}};
    for (int i = 0; dumpJson(json).size() < bytes; ++i)
        json["items"].push_back({{"id", i}, {"name", "step-" + std::to_string(i)}, {"ok", i % 7 != 0}, {"ms", i * 13}});
    return json;
}

Result<Update> count(const State& state, const NodeContext&)
{
    const auto n = state.at("n").get<std::int64_t>();
    Json changed = state.at("payload");
    changed["run"] = n;
    return Update{{"n", n + 1}, {"payload", std::move(changed)}};
}

Result<std::shared_ptr<const graph::Graph>> cycle(int steps)
{
    const std::string end(graph::kEnd);
    graph::GraphBuilder builder("bench-cycle");
    builder.node("a", count)
        .node("b", count)
        .node("c", count)
        .entry("a")
        .edge("a", "b")
        .edge("b", "c")
        .stepLimit(steps + 10);
    builder.conditional(
        "c",
        {{"on", "over"}, [steps](const State& state) { return state.at("n").get<int>() >= steps ? "over" : "on"; }},
        {{"on", "a"}, {"over", end}});
    return builder.compile();
}

Result<std::shared_ptr<const graph::Graph>> fan(int rounds, int width)
{
    graph::GraphBuilder builder("bench-fan");
    builder.channel("done", {.reducer = graph::Reducer::Add, .custom = {}});
    builder
        .node("plan",
              [width](const State& state, const NodeContext&) -> Result<Update> {
                  Json items = Json::array();
                  for (int i = 0; i < width; ++i)
                      items.push_back(i);
                  return Update{{"items", std::move(items)}, {"n", state.at("n").get<int>() + 1}};
              })
        .node("work",
              [](const State&, const NodeContext&) -> Result<Update> {
                  return Update{{"done", 1}};
              })
        .node("gather", [](const State&, const NodeContext&) -> Result<Update> { return Update{}; })
        .entry("plan")
        .fanOut("plan", "items", "work")
        .edge("work", "gather")
        .stepLimit(3 * rounds + 10);
    builder.conditional(
        "gather",
        {{"on", "over"}, [rounds](const State& state) { return state.at("n").get<int>() >= rounds ? "over" : "on"; }},
        {{"on", "plan"}, {"over", std::string(graph::kEnd)}});
    return builder.compile();
}

Result<std::shared_ptr<const graph::Graph>> wait()
{
    graph::GraphBuilder builder("bench-wait");
    builder
        .node("wait",
              [](const State&, const NodeContext& context) -> Result<Update> {
                  Update update;
                  if (!context.answer)
                      update.waitFor(graph::Happening{"never", context.clock.now() + std::chrono::hours(24)});
                  return update;
              })
        .entry("wait")
        .edge("wait", std::string(graph::kEnd));
    return builder.compile();
}

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds
        = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double rssMb()
{
    std::ifstream statm("/proc/self/statm");
    double size = 0;
    double resident = 0;
    statm >> size >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

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
    live.at = graph::Runner::start(graph, {{"n", 0}, {"payload", payload(plan.stateBytes)}}, clock.now());
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
        if (m_failed)
            return Error{ErrorCode::Internal, "a run of the benchmark failed"};
        return {};
    }

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
    double m_began = 0;
    std::chrono::steady_clock::time_point m_start;
};

/// Many runs, one after the other, each left waiting.
Result<void> leaveWaiting(const BenchPlan& plan, TemporaryStore& there)
{
    const auto graph = wait();
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
    const auto graph = plan.fanOut > 0 ? fan(plan.steps, plan.fanOut) : cycle(plan.steps);
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
        if (auto left = leaveWaiting(plan, there); !left)
            return left.error();
    }
    Race race(plan, **graph, there);
    if (auto ran = race.run(); !ran)
        return ran.error();
    race.measure(figures);
    figures.rssMb = rssMb();
    if (there.database)
        figures.databaseBytes = sizeOf(there.file()) + sizeOf(there.file().string() + "-wal");
    return figures;
}

} // namespace signalbox::host
