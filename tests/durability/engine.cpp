// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/durability/engine.h"

#include "core/store/checkpointrepository.h"
#include "core/store/processowner.h"
#include "core/store/runjournal.h"
#include "core/store/runrepository.h"
#include "tests/core/store/storefixture.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace signalbox::test {

namespace {

constexpr int kThreads = 4;
constexpr int kMostRuns = 10'000;
constexpr std::chrono::minutes kPatience{2}; // without any news
constexpr Milliseconds kHurry{10'000}; // more than the first pauses of a run that could not be driven

bool rests(const store::RunHead& run)
{
    return store::isTerminal(run.phase) || run.phase == graph::RunPhase::Waiting;
}

} // namespace

Engine::Engine(const std::string& store, World world, Probe probe)
    : Engine(must(store::Database::open(store)), std::move(world), std::move(probe))
{
}

Engine::Engine(std::unique_ptr<store::Database> database, World world, Probe probe)
    : m_world(std::move(world)),
      m_probe(std::move(probe)),
      m_graphs(scenarios({m_world, m_probe})),
      m_database(std::move(database))
{
    m_database->writer().setListener([this](const store::Changes&) {
        between(m_probe, JournalPoint::BeforeTelling, JournalPoint::AfterTelling, [this] {
            notice();
            return true;
        });
    });
    m_writer = std::jthread([this](const std::stop_token& stop) { m_database->writer().run(stop); });
    m_pool = std::make_unique<host::ThreadPool>(kThreads);
    m_scheduler = std::make_unique<host::Scheduler>(scene());
}

Engine::~Engine()
{
    m_scheduler->stop();
    m_writer.request_stop();
    m_writer.join(); // before the scheduler goes, as its last news still reaches this
}

host::Scheduler::Scene Engine::scene()
{
    return {.database = *m_database,
            .pool = *m_pool,
            .clock = m_clock,
            .graphs = m_graphs,
            .rehearsals = m_graphs,
            .owner = store::thisProcess(),
            .journal = [this](const graph::Graph& graph) -> std::unique_ptr<graph::Journal> {
                return std::make_unique<ProbedJournal>(std::make_unique<store::RunJournal>(*m_database, graph, m_clock),
                                                       m_probe);
            },
            .isHeld = [](const std::string&) { return false; },
            .hasHappened = [](const std::string&) { return true; },
            .cancelling = [](const store::Claimed&, const Json&) {},
            .afterRound = [] {},
            .failed = [this](const Error& error) { complain(error); }};
}

void Engine::complain(const Error& error)
{
    m_clock.hurry(kHurry);
    if (m_whenComplaining)
        m_whenComplaining();
    const std::lock_guard lock(m_mutex);
    m_complaints << QString::fromStdString(error.detail);
}

RunId Engine::create(const std::string& scenario, graph::Durability durability)
{
    const graph::Graph& graph = *m_graphs.at(scenario);
    const graph::Checkpoint start = graph::Runner::start(graph, scenarioInput(), m_clock.now());
    store::NewRun run;
    run.agent = scenario;
    run.line = "line";
    run.durability = durability;
    run.state = start.state;
    run.frontier = graph::toJson(start.frontier, graph);
    return must(store::RunRepository(*m_database).create(run, m_clock.now())).run;
}

void Engine::start()
{
    m_scheduler->start();
}

void Engine::notice()
{
    {
        const std::lock_guard lock(m_mutex);
        m_news = true;
    }
    m_changed.notify_all();
}

bool Engine::allRest()
{
    store::RunFilter all;
    all.limit = kMostRuns;
    const auto runs = store::RunRepository(*m_database).list(all);
    return runs && std::ranges::all_of(*runs, rests) && m_scheduler->driving() == 0;
}

bool Engine::untilAllRest()
{
    auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (!allRest()) {
        m_scheduler->wake();
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, Milliseconds(20), [this] { return m_news; });
        if (std::exchange(m_news, false)) // however slow the machine is
            deadline = std::chrono::steady_clock::now() + kPatience;
        if (std::chrono::steady_clock::now() > deadline)
            return false;
    }
    return true;
}

QStringList Engine::complaints() const
{
    const std::lock_guard lock(m_mutex);
    return m_complaints;
}

QString Engine::ending(RunId run)
{
    const store::RunRow row = must(store::RunRepository(*m_database).find(run));
    store::CheckpointRepository checkpoints(*m_database);
    QStringList lines{QString::fromUtf8(store::phaseName(row.phase)) + QStringLiteral(": ")
                      + QString::fromStdString(row.failure)};
    lines << QString::fromStdString(dumpJson(must(checkpoints.newest(run)).state));
    QStringList path;
    for (const store::CheckpointHead& head : must(checkpoints.list(run))) {
        QStringList nodes;
        for (const std::string& node : head.nodes)
            nodes << QString::fromStdString(node);
        path << QString::number(head.number) + u' ' + nodes.join(u'+');
    }
    lines << path.join(QStringLiteral(" > "));
    for (const auto& [key, times] : m_world.acts(run))
        lines << QString::fromStdString(key) + QStringLiteral(" x") + QString::number(times);
    return lines.join(u'\n');
}

} // namespace signalbox::test
