// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/runtally.h"

#include "core/base/jsonmembers.h"

#include <array>
#include <set>
#include <utility>

namespace signalbox::store {

namespace {

constexpr std::string_view kFinished
    = "SELECT line, agent, state, facts, COALESCE(started_at, created_at), finished_at, acting FROM run"
      " WHERE id = ?1 AND finished_at IS NOT NULL";
constexpr std::string_view kAdd
    = "INSERT INTO run_day (line, agent, day, runs, failed, cancelled, healed, retried, escalated, attempts,"
      " duration_ms, longest_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
      " ON CONFLICT (line, agent, day) DO UPDATE SET runs = run_day.runs + excluded.runs, failed = run_day.failed + "
      "excluded.failed,"
      " cancelled = run_day.cancelled + excluded.cancelled, healed = run_day.healed + excluded.healed,"
      " retried = run_day.retried + excluded.retried, escalated = run_day.escalated + excluded.escalated,"
      " attempts = run_day.attempts + excluded.attempts, duration_ms = run_day.duration_ms + excluded.duration_ms,"
      " longest_ms = CASE WHEN excluded.longest_ms > run_day.longest_ms THEN excluded.longest_ms"
      " ELSE run_day.longest_ms END";
constexpr std::array<std::string_view, 1> kReads{
    "SELECT day, runs, failed, cancelled, healed, retried, escalated, attempts, duration_ms, longest_ms FROM run_day"
    " WHERE line = ?1 AND agent = ?2 AND day >= ?3 ORDER BY day"};
constexpr std::int64_t kDayMs = 86'400'000;

struct FinishedRun {
    std::string line;
    std::string agent;
    DayFigures figures;
    bool rehearsal = false;
};

Result<FinishedRun> readFinished(const Cursor& row)
{
    const std::string_view facts = row.utf8(3);
    const std::string_view state = row.utf8(2);
    const std::string outcome = jsonText(jsonMember(facts, "outcome"));
    FinishedRun run{.line = row.text(0), .agent = row.text(1), .figures = {}};
    run.rehearsal = row.text(6) == "rehearsal";
    run.figures.day = row.integer(5) / kDayMs;
    run.figures.runs = 1;
    run.figures.failed = state == "failed" ? 1 : 0;
    run.figures.cancelled = state == "cancelled" ? 1 : 0;
    run.figures.healed = outcome == "healed" ? 1 : 0;
    run.figures.retried = outcome == "retried" ? 1 : 0;
    run.figures.escalated = outcome == "escalated" ? 1 : 0;
    run.figures.attempts = jsonInteger(jsonMember(facts, "attempt"), 1);
    run.figures.duration = Milliseconds(row.integer(5) - row.integer(4));
    run.figures.longest = run.figures.duration;
    return run;
}

Result<DayFigures> readDay(const Cursor& row)
{
    return DayFigures{.day = row.integer(0),
                      .runs = row.integer(1),
                      .failed = row.integer(2),
                      .cancelled = row.integer(3),
                      .healed = row.integer(4),
                      .retried = row.integer(5),
                      .escalated = row.integer(6),
                      .attempts = row.integer(7),
                      .duration = Milliseconds(row.integer(8)),
                      .longest = Milliseconds(row.integer(9))};
}

} // namespace

Result<void> tallyRun(Connection& connection, RunId run, Tally tally)
{
    const auto finished = firstOf<FinishedRun>(connection.query(kFinished, run), readFinished);
    if (!finished)
        return finished.error();
    if (!*finished)
        return Error{ErrorCode::NotFound, "run " + std::to_string(run.value) + " has not finished"};
    const FinishedRun& of = **finished;
    if (of.rehearsal)
        return {}; // it has done nothing
    const DayFigures& f = of.figures;
    const std::int64_t by = tally == Tally::Adds ? 1 : -1;
    const std::set<std::pair<std::string, std::string>> rows{
        {of.line, of.agent}, {of.line, {}}, {{}, of.agent}, {{}, {}}};
    for (const auto& [line, agent] : rows) {
        auto added = connection.execute(kAdd, line, agent, f.day, by, by * f.failed, by * f.cancelled, by * f.healed,
                                        by * f.retried, by * f.escalated, by * f.attempts,
                                        Milliseconds(by * f.duration.count()), f.longest);
        if (!added)
            return added.error();
    }
    return {};
}

Result<std::vector<DayFigures>> RunTally::days(const std::string& line, const std::string& agent, std::int64_t firstDay)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return collect<DayFigures>((*connection)->query(kReads.front(), line, agent, firstDay), readDay);
}

std::span<const std::string_view> RunTally::readStatements()
{
    return kReads;
}

} // namespace signalbox::store
