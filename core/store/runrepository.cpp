// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/runrepository.h"

#include "core/store/auditlog.h"
#include "core/store/eventlog.h"
#include "core/store/runreading.h"
#include "core/store/runstate.h"
#include "core/store/runtally.h"
#include "core/store/sqlerror.h"
#include "core/store/waits.h"

#include <nlohmann/json.hpp>

#include <array>

namespace signalbox::store {

namespace {

constexpr std::string_view kFind = "SELECT " SIGNALBOX_RUN_COLUMNS " FROM run WHERE id = ?1";
constexpr std::string_view kList
    = "SELECT " SIGNALBOX_HEAD_COLUMNS " FROM run WHERE id < ?1 AND (?2 = '' OR line = ?2) AND (?3 = '' OR agent = ?3)"
      " AND (?4 = '' OR state = ?4) ORDER BY id DESC LIMIT ?5";
// The same for one line, whose runs that go on and that have ended stand in an index each (migration 9).
#define SIGNALBOX_OF_LINE(WHICH)                                                                                       \
    "SELECT " SIGNALBOX_HEAD_COLUMNS " FROM run WHERE finished_at IS " WHICH " AND line = ?2 AND id < ?1"              \
    " AND (?3 = '' OR agent = ?3) AND (?4 = '' OR state = ?4) ORDER BY id DESC LIMIT ?5"
constexpr std::string_view kListOpen = SIGNALBOX_OF_LINE("NULL");
constexpr std::string_view kListEnded = SIGNALBOX_OF_LINE("NOT NULL");
#undef SIGNALBOX_OF_LINE
constexpr std::string_view kAllOpen
    = "SELECT " SIGNALBOX_HEAD_COLUMNS " FROM run WHERE finished_at IS NULL AND id < ?1 AND (?3 = '' OR agent = ?3)"
      " AND (?4 = '' OR state = ?4) ORDER BY id DESC LIMIT ?5";
constexpr std::string_view kChanged
    = "SELECT " SIGNALBOX_RUN_COLUMNS " FROM run WHERE changed_seq > ?1 ORDER BY changed_seq LIMIT ?2";
// A run that is being driven may have gone on at any time.
constexpr std::string_view kDriven
    = "SELECT " SIGNALBOX_RUN_COLUMNS " FROM run WHERE lease_owner <> '' AND lease_owner > ''"
      " AND changed_seq <= ?1 LIMIT ?2";

constexpr std::string_view kInsert
    = "INSERT INTO run (subject, agent, graph_version, line, state, durability, origin, facts, events, created_at,"
      " origin_run, origin_checkpoint, acting, changed_seq)"
      " VALUES (?1, ?2, ?3, ?4, 'queued', ?5, ?6, ?7, 1, ?8, ?9, ?10, ?11,"
      " (SELECT COALESCE(MAX(changed_seq), 0) + 1 FROM run))"
      " ON CONFLICT (subject) DO NOTHING RETURNING id";
constexpr std::string_view kInsertCheckpoint
    = "INSERT INTO checkpoint (run, number, at, whole, waits, nodes, frontier, state)"
      " VALUES (?1, 0, ?2, 1, 0, '[]', ?3, ?4)";
constexpr std::string_view kAncestors
    = "WITH RECURSIVE ancestor (id, distance) AS (SELECT origin_run, 1 FROM run WHERE id = ?1 UNION ALL"
      " SELECT run.origin_run, distance + 1 FROM ancestor JOIN run ON run.id = ancestor.id)"
      " SELECT id FROM ancestor WHERE id IS NOT NULL ORDER BY distance";
constexpr std::string_view kFindSubject = "SELECT id FROM run WHERE subject = ?1";
constexpr std::string_view kNewestAbout
    = "SELECT COALESCE(MAX(id), 0) FROM (SELECT id FROM run WHERE subject = ?1 UNION ALL"
      " SELECT id FROM run WHERE subject >= ?1 || ', ' AND subject < ?1 || ',!')";
constexpr std::string_view kLastChange = "SELECT COALESCE(MAX(changed_seq), 0) FROM run";
constexpr std::string_view kState = "SELECT state FROM run WHERE id = ?1";
constexpr std::string_view kLineOf = "SELECT line FROM run WHERE id = ?1";
constexpr std::string_view kAskToCancel = "UPDATE run SET cancel_asked = 1, changed_seq = (SELECT "
                                          "COALESCE(MAX(changed_seq), 0) + 1 FROM run) WHERE id = ?1";
constexpr std::string_view kResume
    = "UPDATE run SET state = 'queued', failure = '', finished_at = NULL, pruned_at = NULL, cancel_asked = 0,"
      " changed_seq = (SELECT COALESCE(MAX(changed_seq), 0) + 1 FROM run) WHERE id = ?1";

Error noRun(RunId run)
{
    return {ErrorCode::NotFound, "there is no run " + std::to_string(run.value)};
}

Result<graph::RunPhase> phaseOf(Connection& connection, RunId run)
{
    const auto name = firstOf<std::string>(connection.query(kState, run),
                                           [](const Cursor& row) -> Result<std::string> { return row.text(0); });
    if (!name)
        return name.error();
    if (!*name)
        return noRun(run);
    const auto phase = phaseFromName(**name);
    return phase ? Result<graph::RunPhase>(*phase) : damaged(connection.path(), "a run has no state");
}

/// The id of the new row, or nothing where the subject has a run.
Result<std::optional<RunId>> insertRun(Connection& connection, const NewRun& run, const std::string& facts, UtcTime now)
{
    const auto subject = run.subject.empty() ? std::optional<std::string>() : std::optional(run.subject);
    std::optional<RunId> from;
    std::optional<std::int64_t> at;
    if (run.origin) {
        from = run.origin->run;
        at = run.origin->checkpoint;
    }
    const std::string_view kind = run.origin ? "fork" : "new";
    return firstOf<RunId>(connection.query(kInsert, subject, run.agent, run.graphVersion, run.line,
                                           durabilityName(run.durability), kind, facts, now, from, at,
                                           actingName(run.acting)),
                          [](const Cursor& row) -> Result<RunId> { return RunId{row.integer(0)}; });
}

/// What a person does to a run.
Result<void> auditAct(Connection& connection, Changes& changes, const Act& act, const char* action, RunId run)
{
    const auto line = firstOf<std::string>(connection.query(kLineOf, run),
                                           [](const Cursor& row) -> Result<std::string> { return row.text(0); });
    if (!line)
        return line.error();
    return appendAudit(connection, changes,
                       {.at = act.at,
                        .actor = act.by,
                        .action = action,
                        .subject = "run " + std::to_string(run.value),
                        .line = line->value_or(std::string()),
                        .reason = {},
                        .evidenceHash = {}});
}

/// Who forked what, and what the fork may do. Nothing where an agent began the run.
Result<void> auditFork(Connection& connection, Changes& changes, const NewRun& run, RunId made, UtcTime now)
{
    if (!run.origin)
        return {};
    const Json data{{"run", run.origin->run.value},
                    {"checkpoint", run.origin->checkpoint},
                    {"acting", actingName(run.acting)},
                    {"patch", run.patch}};
    return appendAudit(connection, changes,
                       {.at = now,
                        .actor = run.by,
                        .action = "run_forked",
                        .subject = "run " + std::to_string(made.value),
                        .line = run.line,
                        .reason = {},
                        .evidenceHash = {},
                        .data = dumpJson(data)});
}

/// What the event run_started says of it.
Json introduction(const NewRun& run)
{
    Json told{{"agent", run.agent}, {"graph_version", run.graphVersion}, {"origin", "new"}};
    if (run.origin) {
        told["origin"] = {{"run", run.origin->run.value}, {"checkpoint", run.origin->checkpoint}};
        told["rehearsal"] = run.acting == graph::Acting::Rehearsal;
    }
    return told;
}

} // namespace

Result<CreatedRun> RunRepository::create(const NewRun& run, UtcTime now)
{
    const std::string state = dumpJson(run.state);
    const std::string frontier = dumpJson(run.frontier);
    const std::string facts = dumpJson(run.facts);
    const EventText started = eventText({.type = "run_started", .node = {}, .at = now, .data = introduction(run)}, 0);
    CreatedRun created;
    const auto job = [&](Connection& connection, Changes& changes) -> Result<void> {
        const auto id = insertRun(connection, run, facts, now);
        if (!id)
            return id.error();
        if (!*id) {
            const auto known = connection.number(kFindSubject, run.subject);
            created = {{known ? *known : 0}, false};
            return known ? Result<void>() : Result<void>(known.error());
        }
        created = {**id, true};
        if (auto first = connection.execute(kInsertCheckpoint, created.run, now, frontier, state); !first)
            return first.error();
        changes.runs.insert(created.run);
        if (auto audited = auditFork(connection, changes, run, created.run, now); !audited)
            return audited;
        return appendEvents(connection, created.run, std::span(&started, 1));
    };
    const bool full = run.durability == graph::Durability::Full;
    if (auto written = m_database.writer().write(job, full ? Flush::Full : Flush::Normal); !written)
        return written.error();
    return created;
}

Result<RunRow> RunRepository::find(RunId run)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    auto found = firstOf<RunRow>((*connection)->query(kFind, run),
                                 [this](const Cursor& row) { return readRow(row, m_database.path()); });
    if (!found)
        return found.error();
    return *found ? Result<RunRow>(**std::move(found)) : Result<RunRow>(noRun(run));
}

Result<std::optional<RunRow>> RunRepository::newestAbout(const std::string& subject)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    const auto id = (*connection)->number(kNewestAbout, subject);
    if (!id)
        return id.error();
    if (*id == 0)
        return std::optional<RunRow>();
    auto found = find({*id});
    return found ? Result<std::optional<RunRow>>(*std::move(found)) : found.error();
}

Result<std::vector<RunId>> RunRepository::ancestors(RunId run)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return collect<RunId>((*connection)->query(kAncestors, run),
                          [](const Cursor& row) -> Result<RunId> { return RunId{row.integer(0)}; });
}

Result<std::vector<RunHead>> RunRepository::list(const RunFilter& filter)
{
    std::vector<RunHead> runs;
    auto visited = visit(filter, [&](const RunHead& run) { runs.push_back(run); });
    return visited ? Result<std::vector<RunHead>>(std::move(runs)) : visited.error();
}

Result<void> RunRepository::visit(const RunFilter& filter, const std::function<void(const RunHead& run)>& each,
                                  std::vector<RunId>* unreadable)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    const std::int64_t before = filter.before.value > 0 ? filter.before.value : INT64_MAX;
    const std::string_view phase = filter.phase ? phaseName(*filter.phase) : std::string_view();
    const auto query = [&](std::string_view sql) {
        return (*connection)->query(sql, before, filter.line, filter.agent, phase, filter.limit);
    };
    const RunVisit visit{m_database.path(), filter.limit, each, unreadable};
    if (filter.line.empty()) {
        auto rows = query(filter.areOpen ? kAllOpen : kList);
        return rows ? visitNewest(*rows, nullptr, visit) : rows.error();
    }
    auto open = query(kListOpen);
    if (!open)
        return open.error();
    auto ended = query(kListEnded);
    return ended ? visitNewest(*open, &*ended, visit) : ended.error();
}

Result<std::vector<RunRow>> RunRepository::changedSince(std::int64_t seq, int limit)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    auto driven = readSound((*connection)->query(kDriven, seq, limit), m_database.path());
    if (!driven)
        return driven;
    auto changed = readSound((*connection)->query(kChanged, seq, limit), m_database.path());
    if (!changed)
        return changed;
    driven->insert(driven->end(), std::make_move_iterator(changed->begin()), std::make_move_iterator(changed->end()));
    return driven;
}

Result<std::int64_t> RunRepository::lastChange()
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return (*connection)->number(kLastChange);
}

Result<std::vector<StoredEvent>> RunRepository::events(RunId run, std::int64_t afterSeq, int limit)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return readEvents(**connection, run, afterSeq, limit);
}

std::span<const std::string_view> RunRepository::readStatements()
{
    static constexpr std::array kReads{kFind,   kList,        kListOpen,    kListEnded,  kChanged,
                                       kDriven, kAllOpen, kFindSubject, kNewestAbout, kLastChange, kReadEvents};
    return kReads;
}

Result<void> RunRepository::askToCancel(RunId run, const Act& act)
{
    return m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        const auto phase = phaseOf(connection, run);
        if (!phase)
            return phase.error();
        if (isTerminal(*phase))
            return Error{ErrorCode::Conflict,
                         "run " + std::to_string(run.value) + " has ended: " + std::string(phaseName(*phase))};
        if (auto asked = connection.execute(kAskToCancel, run); !asked)
            return asked.error();
        if (auto audited = auditAct(connection, changes, act, "run_cancelled", run); !audited)
            return audited;
        return queueWaiting(connection, changes, run);
    });
}

Result<void> RunRepository::resume(RunId run, const Act& act)
{
    return m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        const auto phase = phaseOf(connection, run);
        if (!phase)
            return phase.error();
        if (*phase != graph::RunPhase::Failed && *phase != graph::RunPhase::Cancelled)
            return Error{ErrorCode::Conflict,
                         "run " + std::to_string(run.value) + " is " + std::string(phaseName(*phase))
                             + "; only a failed or cancelled run can be resumed"};
        if (auto tallied = tallyRun(connection, run, Tally::TakesBack); !tallied)
            return tallied;
        if (auto reopened = reopenWaits(connection, changes, run, act.at); !reopened)
            return reopened;
        if (auto queued = connection.execute(kResume, run); !queued)
            return queued.error();
        changes.runs.insert(run);
        return auditAct(connection, changes, act, "run_resumed", run);
    });
}

} // namespace signalbox::store
