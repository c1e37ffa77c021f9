// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/leases.h"

#include "core/store/processowner.h"
#include "core/store/runrow.h"
#include "core/store/sqlerror.h"

#include <nlohmann/json.hpp>

namespace signalbox::store {

namespace {

// ?1: lines that are left to others, as JSON; what only rehearses asks nobody elsewhere.
constexpr std::string_view kQueued
    = "SELECT id, fence FROM run WHERE state = 'queued' AND (cancel_asked = 1 OR (NOT EXISTS"
      " (SELECT 1 FROM hold WHERE hold.released_at IS NULL AND (hold.line = '' OR hold.line = run.line))"
      " AND (acting = 'rehearsal' OR line NOT IN (SELECT value FROM json_each(?1)))))"
      " ORDER BY changed_seq LIMIT ?2";
constexpr std::string_view kLeased
    = "SELECT id, lease_owner, lease_until FROM run WHERE lease_owner <> ''"
      " AND state = 'running' AND (cancel_asked = 1 OR (NOT EXISTS"
      " (SELECT 1 FROM hold WHERE hold.released_at IS NULL AND (hold.line = '' OR hold.line = run.line))"
      " AND (acting = 'rehearsal' OR line NOT IN (SELECT value FROM json_each(?1)))))";
constexpr std::string_view kOne = "SELECT state, fence, lease_owner, lease_until FROM run WHERE id = ?1";
constexpr std::string_view kTake
    = "UPDATE run SET state = 'running', lease_owner = ?2, lease_until = ?3, fence = fence + 1,"
      " started_at = COALESCE(started_at, ?4), changed_seq = (SELECT COALESCE(MAX(changed_seq), 0) + 1 FROM run)"
      " WHERE id = ?1 RETURNING fence, durability, agent, graph_version, line, cancel_asked, acting";
constexpr std::string_view kRenew = "UPDATE run SET lease_until = ?2 WHERE lease_owner = ?1 AND lease_owner <> ''";
constexpr std::string_view kAskedToCancel
    = "SELECT id FROM run WHERE lease_owner <> '' AND lease_owner = ?1 AND cancel_asked = 1 ORDER BY id";
constexpr std::string_view kRelease = "UPDATE run SET state = 'queued', lease_owner = '', lease_until = 0,"
                                      " changed_seq = (SELECT COALESCE(MAX(changed_seq), 0) + 1 FROM run)"
                                      " WHERE id = ?1 AND fence = ?2 AND state = 'running'";

struct Due {
    RunId run;
    std::string resumed;
};

std::string reasonToGoOn(std::int64_t fence)
{
    return fence == 0 ? std::string() : "woken";
}

/// Why a lease no longer counts; empty while it does.
std::string whyFree(const std::string& owner, UtcTime until, UtcTime now)
{
    if (until <= now)
        return "lease expired";
    return isGone(owner) ? "process gone" : "";
}

Result<std::vector<Due>> abandoned(Connection& connection, UtcTime now, const std::string& left)
{
    auto leased = collect<Due>(connection.query(kLeased, left), [&](const Cursor& row) -> Result<Due> {
        return Due{{row.integer(0)}, whyFree(row.text(1), row.time(2), now)};
    });
    if (leased)
        std::erase_if(*leased, [](const Due& due) { return due.resumed.empty(); });
    return leased;
}

Result<std::vector<Due>> allDue(Connection& connection, UtcTime now, int limit, const std::string& left)
{
    auto due = abandoned(connection, now, left);
    if (!due)
        return due;
    auto queued = collect<Due>(connection.query(kQueued, left, limit), [](const Cursor& row) -> Result<Due> {
        return Due{{row.integer(0)}, reasonToGoOn(row.integer(1))};
    });
    if (!queued)
        return queued;
    due->insert(due->end(), queued->begin(), queued->end());
    if (due->size() > static_cast<std::size_t>(limit))
        due->resize(static_cast<std::size_t>(limit));
    return due;
}

/// Whether this run may be taken, and why it goes on.
Result<Due> mayTake(const Cursor& row, RunId run, UtcTime now)
{
    const auto phase = phaseFromName(row.text(0));
    const std::string name = "run " + std::to_string(run.value);
    if (!phase || isTerminal(*phase))
        return Error{ErrorCode::Conflict, name + " has ended: " + row.text(0)};
    if (*phase == graph::RunPhase::Queued)
        return Due{run, reasonToGoOn(row.integer(1))};
    if (*phase != graph::RunPhase::Running)
        return Error{ErrorCode::Conflict, name + " waits"};
    std::string free = whyFree(row.text(2), row.time(3), now);
    if (free.empty())
        return Error{ErrorCode::Conflict, name + " is driven by another program"};
    return Due{run, std::move(free)};
}

Result<Claimed> readClaim(const Cursor& row, const Due& due, const std::string& path)
{
    const auto durability = durabilityFromName(row.text(1));
    const auto acting = actingFromName(row.text(6));
    if (!durability || !acting)
        return damaged(path, "run " + std::to_string(due.run.value) + " cannot be read");
    return Claimed{
        .lease = {.run = due.run, .fence = row.integer(0), .durability = *durability, .acting = *acting, .record = {}},
        .agent = row.text(2),
        .graphVersion = row.count(3),
        .line = row.text(4),
        .cancelAsked = row.integer(5) != 0,
        .resumed = due.resumed};
}

Result<Claimed> take(Connection& connection, const Due& due, const std::string& owner, UtcTime until, UtcTime now)
{
    auto claimed = firstOf<Claimed>(connection.query(kTake, due.run, owner, until, now),
                                    [&](const Cursor& row) { return readClaim(row, due, connection.path()); });
    if (!claimed)
        return claimed.error();
    if (!*claimed) // seen in this very transaction, so the store did not do what it said
        return Error{ErrorCode::Internal, "run " + std::to_string(due.run.value) + " could not be leased"};
    return **std::move(claimed);
}

} // namespace

Leases::Leases(Database& database, std::string owner, Milliseconds length)
    : m_database(database), m_owner(std::move(owner)), m_length(length)
{
}

Result<std::vector<Claimed>> Leases::claimDue(UtcTime now, int limit, const std::set<std::string>& left)
{
    const std::string lines = dumpJson(Json(left));
    std::vector<Claimed> claimed;
    auto written = m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        claimed.clear();
        const auto due = allDue(connection, now, limit, lines);
        if (!due)
            return due.error();
        for (const Due& each : *due) {
            auto taken = take(connection, each, m_owner, now + m_length, now);
            if (!taken)
                return taken.error();
            changes.runs.insert(each.run);
            claimed.push_back(*std::move(taken));
        }
        return {};
    });
    if (!written)
        return written.error();
    return claimed;
}

Result<Claimed> Leases::claim(RunId run, UtcTime now)
{
    Claimed claimed;
    auto written = m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        const auto due
            = firstOf<Due>(connection.query(kOne, run), [&](const Cursor& row) { return mayTake(row, run, now); });
        if (!due)
            return due.error();
        if (!*due)
            return Error{ErrorCode::NotFound, "there is no run " + std::to_string(run.value)};
        auto taken = take(connection, **due, m_owner, now + m_length, now);
        if (!taken)
            return taken.error();
        changes.runs.insert(run);
        claimed = *std::move(taken);
        return {};
    });
    if (!written)
        return written.error();
    return claimed;
}

Result<int> Leases::renew(UtcTime now)
{
    std::int64_t renewed = 0;
    auto written = m_database.writer().write([&](Connection& connection, Changes&) -> Result<void> {
        const auto changed = connection.execute(kRenew, m_owner, now + m_length);
        if (!changed)
            return changed.error();
        renewed = *changed;
        return {};
    });
    if (!written)
        return written.error();
    return static_cast<int>(renewed);
}

Result<std::vector<RunId>> Leases::askedToCancel()
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return collect<RunId>((*connection)->query(kAskedToCancel, m_owner),
                          [](const Cursor& row) -> Result<RunId> { return RunId{row.integer(0)}; });
}

Result<void> Leases::release(const graph::Lease& lease)
{
    return m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        const auto released = connection.execute(kRelease, lease.run, lease.fence);
        if (!released)
            return released.error();
        if (*released > 0)
            changes.runs.insert(lease.run);
        return {};
    });
}

} // namespace signalbox::store
