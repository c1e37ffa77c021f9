// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/wakeups.h"

#include "core/gate/decisionrules.h"
#include "core/store/waits.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::store {

namespace {

constexpr std::string_view kNextTimer = "SELECT MIN(at) FROM wait WHERE at IS NOT NULL AND answered_at IS NULL";
constexpr std::string_view kNextDeadline
    = "SELECT MIN(deadline) FROM approval WHERE closed_at IS NULL AND effective_at IS NULL";
constexpr std::string_view kNextEffect
    = "SELECT MIN(effective_at) FROM approval WHERE effective_at IS NOT NULL AND closed_at IS NULL";
constexpr std::string_view kDueTimers = "SELECT run, token FROM wait WHERE at IS NOT NULL AND answered_at IS NULL"
                                        " AND at <= ?1 ORDER BY at LIMIT ?2";
constexpr std::string_view kDueDeadlines
    = "SELECT id FROM approval WHERE closed_at IS NULL AND effective_at IS NULL AND deadline <= ?1"
      " ORDER BY deadline LIMIT ?2";
constexpr std::string_view kDueEffects = "SELECT id FROM approval WHERE effective_at IS NOT NULL"
                                         " AND closed_at IS NULL AND effective_at <= ?1 ORDER BY effective_at LIMIT ?2";
constexpr std::string_view kOfEvent = "SELECT run, token FROM wait WHERE event IS NOT NULL AND answered_at IS NULL"
                                      " AND event = ?1 LIMIT ?2";
constexpr std::string_view kOpenEvents = "SELECT DISTINCT event FROM wait WHERE event IS NOT NULL"
                                         " AND answered_at IS NULL AND event > ?1 ORDER BY event LIMIT ?2";

Result<WaitKey> readKey(const Cursor& row)
{
    return WaitKey{{row.integer(0)}, row.text(1)};
}
Result<ApprovalId> readId(const Cursor& row)
{
    return ApprovalId{row.integer(0)};
}

/// How many of the waits had no answer yet.
Result<int> answerAll(Connection& connection, Changes& changes, const Result<std::vector<WaitKey>>& waits,
                      const Json& answer, UtcTime now)
{
    if (!waits)
        return waits.error();
    int count = 0;
    for (const WaitKey& wait : *waits) {
        const auto answered = answerWait(connection, changes, wait, answer, now);
        if (!answered)
            return answered.error();
        count += *answered ? 1 : 0;
    }
    return count;
}

/// Closes a request and lets its run go on with `answer`.
Result<void> close(Connection& connection, Changes& changes, const gate::Approval& approval, const Json& answer,
                   UtcTime now)
{
    if (auto closed = closeApproval(connection, changes, approval.id, approval.state, now); !closed)
        return closed;
    const auto wait = waitOf(connection, approval.id);
    if (!wait)
        return wait.error();
    const auto answered = answerWait(connection, changes, *wait, answer, now);
    return answered ? Result<void>() : Result<void>(answered.error());
}

Result<int> expire(Connection& connection, Changes& changes, UtcTime now)
{
    const auto due = collect<ApprovalId>(connection.query(kDueDeadlines, now, WakeUps::kAtOnce), readId);
    if (!due)
        return due.error();
    for (const ApprovalId id : *due) {
        auto approval = readApproval(connection, id);
        if (!approval)
            return approval.error();
        approval->state = gate::ApprovalState::Expired;
        if (auto closed = close(connection, changes, *approval, expiredAnswer(*approval), now); !closed)
            return closed.error();
    }
    return static_cast<int>(due->size());
}

Result<int> takeEffect(Connection& connection, Changes& changes, UtcTime now)
{
    const auto due = collect<ApprovalId>(connection.query(kDueEffects, now, WakeUps::kAtOnce), readId);
    if (!due)
        return due.error();
    for (const ApprovalId id : *due) {
        auto approval = readApproval(connection, id);
        if (!approval)
            return approval.error();
        approval->state = gate::outcome(*approval).value_or(gate::ApprovalState::Void);
        if (auto closed = close(connection, changes, *approval, decidedAnswer(*approval), now); !closed)
            return closed.error();
    }
    return static_cast<int>(due->size());
}

/// Runs `work`, which counts what it did, as one job of the writer.
Result<int> counted(Database& database, const std::function<Result<int>(Connection&, Changes&)>& work)
{
    int count = 0;
    auto written = database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        const auto done = work(connection, changes);
        if (!done)
            return done.error();
        count = *done;
        return {};
    });
    if (!written)
        return written.error();
    return count;
}

} // namespace

Result<std::optional<UtcTime>> WakeUps::nextTimer()
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    std::optional<UtcTime> next;
    for (const std::string_view sql : {kNextTimer, kNextDeadline, kNextEffect}) {
        const auto read = [](const Cursor& row) -> Result<std::optional<UtcTime>> { return row.maybeTime(0); };
        const auto earliest = firstOf<std::optional<UtcTime>>((*connection)->query(sql), read);
        if (!earliest)
            return earliest.error();
        const std::optional<UtcTime> found = earliest->value_or(std::nullopt);
        if (found && (!next || *found < *next))
            next = found;
    }
    return next;
}

Result<int> WakeUps::answerDueTimers(UtcTime now)
{
    return counted(m_database, [&](Connection& connection, Changes& changes) -> Result<int> {
        auto rung
            = answerAll(connection, changes, collect<WaitKey>(connection.query(kDueTimers, now, kAtOnce), readKey),
                        Json{{"by", "time"}, {"data", nullptr}}, now);
        if (!rung)
            return rung;
        const auto expired = expire(connection, changes, now);
        return expired ? Result<int>(*rung + *expired) : expired;
    });
}

Result<int> WakeUps::answerEvent(const std::string& name, const Json& data, UtcTime now)
{
    const Json answer{{"by", "event"}, {"data", data}};
    return counted(m_database, [&](Connection& connection, Changes& changes) {
        return answerAll(connection, changes, collect<WaitKey>(connection.query(kOfEvent, name, kAtOnce), readKey),
                         answer, now);
    });
}

Result<int> WakeUps::effectDecisions(UtcTime now)
{
    return counted(m_database,
                   [&](Connection& connection, Changes& changes) { return takeEffect(connection, changes, now); });
}

Result<std::vector<std::string>> WakeUps::openEvents(const std::string& after, int limit)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return collect<std::string>((*connection)->query(kOpenEvents, after, limit),
                                [](const Cursor& row) -> Result<std::string> { return row.text(0); });
}

} // namespace signalbox::store
