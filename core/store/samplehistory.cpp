// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/samplehistory.h"

#include "core/store/eventlog.h"
#include "core/store/runtally.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <random>

namespace signalbox::store {

namespace {

constexpr std::int64_t kRunsAJob = 5000; // many rows of a day and a line: their pages are written once
constexpr std::int64_t kDayMs = 86'400'000;

constexpr std::string_view kInsert
    = "INSERT INTO run (id, subject, agent, graph_version, line, state, step, durability, origin, failure, facts,"
      " checkpoint, events, created_at, started_at, finished_at, changed_seq)"
      " VALUES (?1, ?2, 'self-healing', 1, ?3, ?4, ?5, 'normal', 'new', '', ?6, 4, ?7, ?8, ?8, ?9, ?1)";

constexpr std::array<std::string_view, 4> kOutcomes{"green", "healed", "retried", "escalated"};
constexpr std::array<std::string_view, 5> kNodes{"detect", "analyze", "attempt-fix", "verify", "update-knowledge"};

class History {
public:
    explicit History(const HistorySize& size) : m_size(size) { }

    Result<void> store(Connection& connection, std::int64_t first, std::int64_t last)
    {
        for (std::int64_t id = first; id <= last; ++id) {
            if (auto stored = storeRun(connection, RunId{id}); !stored)
                return stored;
        }
        return {};
    }

private:
    std::int64_t below(std::int64_t limit)
    {
        return static_cast<std::int64_t>(m_dice() % static_cast<unsigned>(limit));
    }

    Result<void> storeRun(Connection& connection, RunId run)
    {
        const std::int64_t began = kHistoryBeginsMs + run.value * kHistoryDays * kDayMs / m_size.runs;
        const std::int64_t ended = began + 10'000 + below(900'000);
        const std::string line = sampleLine(below(m_size.lines));
        const std::string number = std::to_string(run.value);
        const std::string_view outcome = kOutcomes[static_cast<std::size_t>(below(10) < 7 ? 0 : 1 + below(3))];
        Json facts{{"line", line},          {"number", number},        {"branch", below(3) ? "main" : "feature/x"},
                   {"outcome", outcome},    {"attempt", 1 + below(3)}, {"trigger", "push"},
                   {"author", "A. Author"}, {"commit", commitName()}};
        if (outcome != kOutcomes.front())
            facts.update(
                {{"failure_class", "net_timeout"},
                 {"fix", "rerun_failed_jobs"},
                 {"root_cause", {{{"line", below(90'000)}, {"text", "Error: connect ETIMEDOUT 10.0.0.7:443"}}}}});
        auto stored = connection.execute(kInsert, run, "self-healing " + line + " #" + number, line,
                                         below(10) == 0 ? "failed" : "succeeded", kNodes.back(), dumpJson(facts),
                                         m_size.eventsARun, fromUnixMs(began), fromUnixMs(ended));
        if (!stored)
            return stored.error();
        if (auto told = appendEvents(connection, run, eventsOf(began)); !told)
            return told;
        return tallyRun(connection, run, Tally::Adds);
    }

    std::vector<EventText> eventsOf(std::int64_t began)
    {
        std::vector<EventText> events;
        for (int i = 0; i < m_size.eventsARun; ++i) {
            const std::string_view node = kNodes[static_cast<std::size_t>(i) % kNodes.size()];
            events.push_back({.type = i % 2 == 0 ? "node_started" : "node_finished",
                              .node = std::string(node),
                              .at = fromUnixMs(began + i * 1000),
                              .checkpoint = i / 2,
                              .data = "{\"ms\":" + std::to_string(below(9000))
                                  + ",\"update\":{\"n\":" + std::to_string(below(1'000'000)) + "}}"});
        }
        return events;
    }

    std::string commitName()
    {
        std::array<char, 48> name{};
        std::snprintf(name.data(), name.size(), "%08x%08x%08x%08x%08x", draw(), draw(), draw(), draw(), draw());
        return name.data();
    }

    unsigned draw() { return static_cast<unsigned>(m_dice()); }

    const HistorySize m_size;
    std::mt19937 m_dice{20'251'122};
};

} // namespace

std::string sampleLine(std::int64_t number)
{
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "line-%03lld", static_cast<long long>(number));
    return name.data();
}

Result<void> fillWithHistory(Database& database, const HistorySize& size)
{
    History history(size);
    for (std::int64_t first = 1; first <= size.runs; first += kRunsAJob) {
        const std::int64_t last = std::min(size.runs, first + kRunsAJob - 1);
        auto stored = database.writer().write(
            [&](Connection& connection, Changes&) { return history.store(connection, first, last); });
        if (!stored)
            return stored;
    }
    return {};
}

} // namespace signalbox::store
