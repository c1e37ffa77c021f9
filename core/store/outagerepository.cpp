// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outagerepository.h"

#include "core/store/auditlog.h"
#include "core/store/waits.h"

#include <nlohmann/json.hpp>

namespace signalbox::store {

namespace {

constexpr std::string_view kHit = "INSERT INTO hit (signature, run, at) VALUES (?1, ?2, ?3)"
                                  " ON CONFLICT (signature, run) DO UPDATE SET at = excluded.at";
constexpr std::string_view kOpen = "SELECT id, lead, decision FROM outage WHERE signature = ?1 AND closed_at IS NULL";
constexpr std::string_view kLastClosed = "SELECT COALESCE(MAX(closed_at), 0) FROM outage WHERE signature = ?1";
// What was healed or decided meanwhile is no part of it.
constexpr std::string_view kRecent
    = "SELECT hit.run FROM hit JOIN run ON run.id = hit.run WHERE hit.signature = ?1 AND hit.at >= ?2"
      " AND run.state NOT IN ('succeeded', 'failed', 'cancelled') ORDER BY hit.at, hit.run";
constexpr std::string_view kInsert
    = "INSERT INTO outage (signature, class, lead, opened_at) VALUES (?1, ?2, ?3, ?4) RETURNING id";
constexpr std::string_view kJoin
    = "INSERT INTO outage_run (run, outage, at) VALUES (?1, ?2, ?3) ON CONFLICT (run, outage) DO NOTHING";
constexpr std::string_view kOfRun
    = "SELECT outage.id, outage.lead, outage.decision FROM outage_run JOIN outage ON outage.id = outage_run.outage"
      " WHERE outage_run.run = ?1 ORDER BY outage.id DESC LIMIT 1";
constexpr std::string_view kLeadEnded
    = "SELECT COUNT(*) FROM run WHERE id = ?1 AND state IN ('succeeded', 'failed', 'cancelled')";
constexpr std::string_view kLead = "UPDATE outage SET lead = ?2 WHERE id = ?1 AND closed_at IS NULL";
constexpr std::string_view kMembers
    = "SELECT outage_run.run, run.line, run.facts FROM outage_run JOIN run ON run.id = outage_run.run"
      " JOIN outage ON outage.id = outage_run.outage WHERE outage_run.outage = ?1"
      " ORDER BY CASE WHEN outage_run.run = outage.lead THEN 0 ELSE 1 END, outage_run.at, outage_run.run";
constexpr std::string_view kClose
    = "UPDATE outage SET closed_at = ?2, decision = ?3 WHERE id = ?1 AND closed_at IS NULL";
constexpr std::string_view kOver = "SELECT COUNT(*) FROM outage JOIN run ON run.id = outage.lead WHERE outage.id = ?1"
                                   " AND (outage.closed_at IS NOT NULL"
                                   " OR run.state IN ('succeeded', 'failed', 'cancelled'))";
constexpr std::string_view kAsked = "SELECT id, run, token FROM approval WHERE run = ?1 AND kind = 'escalation'"
                                    " AND closed_at IS NULL";
constexpr std::string_view kFollows = "SELECT COUNT(*) FROM outage_run JOIN outage ON outage.id = outage_run.outage"
                                      " WHERE outage_run.run = ?1 AND outage.closed_at IS NULL AND outage.lead <> ?1";

struct Question {
    ApprovalId approval;
    WaitKey wait;
};

Result<Outage> readOutage(const Cursor& row)
{
    Outage outage{.id = row.integer(0), .lead = {row.integer(1)}, .decision = {}};
    if (!row.isNull(2))
        outage.decision = row.text(2);
    return outage;
}

Result<RunId> readRun(const Cursor& row)
{
    return RunId{row.integer(0)};
}

Result<void> audit(Connection& connection, Changes& changes, const char* action, std::int64_t outage, const Json& data,
                   UtcTime now)
{
    return appendAudit(connection, changes,
                       {.at = now,
                        .actor = std::string(kSystemActor),
                        .action = action,
                        .subject = "outage " + std::to_string(outage),
                        .line = {},
                        .reason = {},
                        .evidenceHash = {},
                        .data = dumpJson(data)});
}

/// What this run asks on its own is asked by the lead from now on.
Result<void> withdraw(Connection& connection, Changes& changes, RunId run, UtcTime now)
{
    const auto asked = collect<Question>(connection.query(kAsked, run), [](const Cursor& row) -> Result<Question> {
        return Question{{row.integer(0)}, {{row.integer(1)}, row.text(2)}};
    });
    if (!asked)
        return asked.error();
    for (const Question& question : *asked) {
        if (auto closed = closeApproval(connection, changes, question.approval, gate::ApprovalState::Superseded, now);
            !closed)
            return closed;
        if (auto answered = answerWait(connection, changes, question.wait, supersededAnswer(), now); !answered)
            return answered.error();
    }
    return {};
}

Result<void> join(Connection& connection, Changes& changes, const Outage& outage, RunId run, UtcTime now)
{
    const auto joined = connection.execute(kJoin, run, outage.id, now);
    if (!joined)
        return joined.error();
    if (*joined == 0)
        return {};
    if (run != outage.lead) {
        if (auto withdrawn = withdraw(connection, changes, run, now); !withdrawn)
            return withdrawn;
    }
    return audit(connection, changes, "outage_joined", outage.id, {{"run", run.value}}, now);
}

/// The outage that this hit makes, or nothing while there are too few.
Result<std::optional<Outage>> opened(Connection& connection, Changes& changes, const Hit& hit, const OutageRule& rule)
{
    const auto closed = connection.number(kLastClosed, hit.signature);
    if (!closed)
        return closed.error();
    const UtcTime since = std::max(hit.at - rule.window, fromUnixMs(*closed));
    const auto runs = collect<RunId>(connection.query(kRecent, hit.signature, since), readRun);
    if (!runs)
        return runs.error();
    if (static_cast<int>(runs->size()) < rule.runs)
        return std::optional<Outage>();
    const auto id = connection.number(kInsert, hit.signature, hit.failureClass, hit.run, hit.at);
    if (!id)
        return id.error();
    const Outage outage{.id = *id, .lead = hit.run, .decision = {}};
    const Json data{{"signature", hit.signature}, {"class", hit.failureClass}, {"lead", hit.run.value}};
    if (auto audited = audit(connection, changes, "outage_opened", outage.id, data, hit.at); !audited)
        return audited.error();
    for (const RunId run : *runs)
        if (auto joined = join(connection, changes, outage, run, hit.at); !joined)
            return joined.error();
    return std::optional(outage);
}

} // namespace

Result<std::optional<Outage>> OutageRepository::hit(const Hit& hit, const OutageRule& rule)
{
    std::optional<Outage> found;
    auto written = m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        if (auto counted = connection.execute(kHit, hit.signature, hit.run, hit.at); !counted)
            return counted.error();
        auto open = firstOf<Outage>(connection.query(kOpen, hit.signature), readOutage);
        if (!open)
            return open.error();
        if (!*open) {
            open = opened(connection, changes, hit, rule);
            if (!open)
                return open.error();
        } else if (auto joined = join(connection, changes, **open, hit.run, hit.at); !joined) {
            return joined;
        }
        found = *open;
        return {};
    });
    if (!written)
        return written.error();
    return found;
}

Result<std::optional<Outage>> OutageRepository::ofRun(RunId run, UtcTime now)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    auto found = firstOf<Outage>((*connection)->query(kOfRun, run), readOutage);
    if (!found || !*found || (*found)->decision || (*found)->lead == run)
        return found;
    auto written = m_database.writer().write([&](Connection& writing, Changes& changes) -> Result<void> {
        found = firstOf<Outage>(writing.query(kOfRun, run), readOutage);
        if (!found)
            return found.error();
        const auto ended = writing.number(kLeadEnded, (*found)->lead);
        if (!ended)
            return ended.error();
        if (*ended == 0 || (*found)->decision)
            return {};
        if (auto led = writing.execute(kLead, (*found)->id, run); !led)
            return led.error();
        found = std::optional(Outage{.id = (*found)->id, .lead = run, .decision = {}});
        return audit(writing, changes, "outage_led", (*found)->id, {{"lead", run.value}}, now);
    });
    return written ? found : Result<std::optional<Outage>>(written.error());
}

Result<std::vector<OutageMember>> OutageRepository::members(std::int64_t outage)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return collect<OutageMember>((*connection)->query(kMembers, outage), [](const Cursor& row) -> Result<OutageMember> {
        const auto facts = row.json(2);
        if (!facts)
            return facts.error();
        return OutageMember{
            .run = {row.integer(0)}, .line = row.text(1), .number = fieldOr<std::string>(*facts, "number", {})};
    });
}

Result<void> OutageRepository::decide(std::int64_t outage, const std::string& decision, UtcTime now)
{
    return m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        const auto closed = connection.execute(kClose, outage, now, decision);
        if (!closed)
            return closed.error();
        if (*closed == 0)
            return {};
        const auto json = parseJson(decision);
        return audit(connection, changes, "outage_closed", outage, json ? *json : Json(), now);
    });
}

Result<bool> OutageRepository::isOver(std::int64_t outage)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    const auto over = (*connection)->number(kOver, outage);
    if (!over)
        return over.error();
    return *over > 0;
}

Result<bool> isAskedForByOthers(Connection& connection, RunId run)
{
    const auto follows = connection.number(kFollows, run);
    if (!follows)
        return follows.error();
    return *follows > 0;
}

} // namespace signalbox::store
