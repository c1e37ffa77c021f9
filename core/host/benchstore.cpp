// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/benchstore.h"

#include "core/host/runsummary.h"
#include "core/host/usage.h"
#include "core/store/eventlog.h"
#include "core/store/runrepository.h"
#include "core/store/runtally.h"

#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <functional>
#include <random>
#include <thread>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;

constexpr int kEventsAStep = 20; // of one job for the writer
constexpr int kJobsInFlight = 64;
constexpr std::int64_t kDashboardDays = 90;
constexpr std::int64_t kDayMs = 86'400'000;

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The store with its thread.
struct OpenedStore {
    std::unique_ptr<store::Database> database;
    std::jthread thread;

    Result<void> open(const fs::path& file)
    {
        auto opened = store::Database::open(file.string());
        if (!opened)
            return opened.error();
        database = *std::move(opened);
        thread = std::jthread([this](const std::stop_token& stop) { database->writer().run(stop); });
        return {};
    }
};

/// Stores events for one run, many jobs at a time as many runs would, until it is told to stop.
class EventFeed {
public:
    EventFeed(store::Database& database, RunId run) : m_database(database), m_run(run)
    {
        for (int i = 0; i < kEventsAStep; ++i)
            m_events.push_back({.type = "node_finished",
                                .node = "verify",
                                .at = fromUnixMs(store::kHistoryBeginsMs),
                                .checkpoint = 1,
                                .data = R"({"ms":4711,"update":{"n":123456}})"});
        m_start = std::chrono::steady_clock::now();
        m_thread = std::jthread([this](const std::stop_token& stop) { feed(stop); });
    }

    Result<void> end()
    {
        m_thread.request_stop();
        m_thread.join();
        m_seconds = secondsSince(m_start);
        return m_failure;
    }

    std::int64_t rows() const { return m_rows; }
    double rowsPerSecond() const { return static_cast<double>(m_rows) / m_seconds; }

private:
    void feed(const std::stop_token& stop)
    {
        std::vector<std::future<Result<void>>> jobs;
        do { // once at least, however short the reads are
            for (int i = 0; i < kJobsInFlight; ++i) {
                m_rows += kEventsAStep;
                jobs.push_back(m_database.writer().post(
                    [this](store::Connection& connection, store::Changes&) { return append(connection); }));
            }
            for (auto& job : jobs) {
                if (auto done = job.get(); !done)
                    m_failure = done;
            }
            jobs.clear();
        } while (m_failure && !stop.stop_requested());
    }

    Result<void> append(store::Connection& connection)
    {
        if (auto counted = connection.execute(kCountEvents, m_run, kEventsAStep); !counted)
            return counted.error();
        return store::appendEvents(connection, m_run, m_events);
    }

    static constexpr std::string_view kCountEvents = "UPDATE run SET events = events + ?2 WHERE id = ?1";

    store::Database& m_database; // outlives this
    const RunId m_run;
    std::vector<store::EventText> m_events;
    std::chrono::steady_clock::time_point m_start;
    std::int64_t m_rows = 0; // of the feeding thread until end()
    Result<void> m_failure;
    double m_seconds = 1;
    std::jthread m_thread;
};

struct Read {
    std::string name;
    std::function<Result<std::size_t>()> rows;
};

class Reads {
public:
    Reads(store::Database& database, const store::HistorySize& size)
        : m_database(database), m_runs(database), m_tally(database), m_size(size)
    {
    }

    std::vector<Read> all()
    {
        return {{"latest_100_of_line", [this] { return latest(sampleLine()); }},
                {"latest_100", [this] { return latest({}); }},
                {"events_of_run", [this] { return countOf(m_runs.events(RunId{1 + below(m_size.runs)})); }},
                {"90_days_of_line", [this] { return days(sampleLine()); }},
                {"90_days_of_all", [this] { return days({}); }}};
    }

private:
    template <typename T>
    static Result<std::size_t> countOf(const Result<std::vector<T>>& rows)
    {
        if (!rows)
            return rows.error();
        return rows->size();
    }

    Result<std::size_t> latest(const std::string& line)
    {
        store::RunFilter filter;
        filter.line = line;
        filter.limit = 100;
        return countOf(summaries(m_database, filter));
    }

    Result<std::size_t> days(const std::string& line)
    {
        const std::int64_t last = store::kHistoryBeginsMs / kDayMs + store::kHistoryDays;
        return countOf(m_tally.days(line, {}, last - kDashboardDays));
    }

    std::string sampleLine() { return store::sampleLine(below(m_size.lines)); }
    std::int64_t below(std::int64_t limit)
    {
        return static_cast<std::int64_t>(m_dice() % static_cast<unsigned>(limit));
    }

    store::Database& m_database; // outlives this
    store::RunRepository m_runs;
    store::RunTally m_tally;
    const store::HistorySize m_size;
    std::mt19937 m_dice{4711};
};

double at(std::vector<double>& sorted, double share)
{
    return sorted[static_cast<std::size_t>(static_cast<double>(sorted.size() - 1) * share)];
}

Result<QueryFigures> measured(const Read& read, int times)
{
    std::vector<double> wall;
    std::vector<double> cpu;
    std::size_t rows = 0;
    for (int i = 0; i < times; ++i) {
        const auto start = std::chrono::steady_clock::now();
        const double spent = threadCpuSeconds();
        const auto found = read.rows();
        cpu.push_back((threadCpuSeconds() - spent) * 1e6);
        wall.push_back(secondsSince(start) * 1e6);
        if (!found)
            return found.error();
        rows += *found;
    }
    std::ranges::sort(wall);
    std::ranges::sort(cpu);
    return QueryFigures{.name = read.name,
                        .p50Us = at(wall, 0.5),
                        .p99Us = at(wall, 0.99),
                        .minUs = wall.front(),
                        .cpuUs = at(cpu, 0.5),
                        .rowsEach = static_cast<double>(rows) / times};
}

Result<void> load(OpenedStore& opened, const StoreBenchPlan& plan, const fs::path& file, StoreBenchFigures& figures)
{
    const bool isThere = fs::exists(file);
    if (auto ready = opened.open(file); !ready || isThere)
        return ready;
    const auto start = std::chrono::steady_clock::now();
    const double spent = cpuSeconds();
    if (auto filled = store::fillWithHistory(*opened.database, plan.size); !filled)
        return filled;
    figures.loadSeconds = secondsSince(start);
    figures.loadCpuSeconds = cpuSeconds() - spent;
    return {};
}

Result<void> readWhileStoring(store::Database& database, std::vector<Read>& reads, const StoreBenchPlan& plan,
                              StoreBenchFigures& figures)
{
    EventFeed feed(database, RunId{plan.size.runs});
    Result<void> done;
    for (std::size_t i = 0; i < reads.size() && done; ++i) {
        const auto read = measured(reads[i], plan.queries);
        if (read)
            figures.queries[i].p50UsWhileStoring = read->p50Us;
        else
            done = read.error();
    }
    const auto fed = feed.end();
    figures.ingestRows = feed.rows();
    figures.ingestRowsPerSecond = feed.rowsPerSecond();
    return done ? fed : done;
}

} // namespace

Result<StoreBenchFigures> benchStore(const StoreBenchPlan& plan)
{
    QTemporaryDir temporary;
    const fs::path folder = plan.folder.empty() ? temporary.path().toStdString() : plan.folder;
    const fs::path file = folder / "history.sqlite";
    OpenedStore opened;
    StoreBenchFigures figures;
    if (auto loaded = load(opened, plan, file, figures); !loaded)
        return loaded.error();
    std::error_code unknown;
    figures.databaseBytes = static_cast<std::int64_t>(fs::file_size(file, unknown));
    Reads queries(*opened.database, plan.size);
    std::vector<Read> reads = queries.all();
    for (const Read& read : reads) {
        auto figure = measured(read, plan.queries);
        if (!figure)
            return figure.error();
        figures.queries.push_back(*std::move(figure));
    }
    if (auto stored = readWhileStoring(*opened.database, reads, plan, figures); !stored)
        return stored.error();
    return figures;
}

} // namespace signalbox::host
