// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outboxrepository.h"

#include "core/store/processowner.h"
#include "core/store/sqlerror.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::store {

namespace {

using notify::Reception;
using Rows = std::vector<OutboxRow>;

constexpr int kNewsAtOnce = 500;
constexpr Milliseconds kKept{std::chrono::hours(24 * 7)}; // after it was taken
constexpr Milliseconds kLongestCall{std::chrono::minutes(10)}; // of a process that cannot be asked whether it lives
constexpr Milliseconds kRefusedRests{std::chrono::hours(1)};

constexpr std::string_view kAnyNews = "SELECT EXISTS (SELECT 1 FROM news)";
constexpr std::string_view kNews = "SELECT number, message FROM news ORDER BY number LIMIT ?1";
constexpr std::string_view kRead = "DELETE FROM news WHERE number = ?1";
constexpr std::string_view kWrite = "INSERT INTO outbox (receiver, message, written_at, state, due_at)"
                                    " VALUES (?1, ?2, ?3, 'waiting', ?3)";
constexpr std::string_view kKnow = "INSERT INTO receiver (name) VALUES (?1) ON CONFLICT (name) DO NOTHING";
constexpr std::string_view kForgetTaken = "DELETE FROM outbox WHERE state = 'taken' AND taken_at < ?1";

constexpr std::string_view kSending
    = "SELECT number, owner, begun_at FROM outbox WHERE state <> 'taken' AND state = 'sending'";
constexpr std::string_view kReclaim
    = "UPDATE outbox SET state = 'waiting', owner = '', again = 1, fault = ?2 WHERE number = ?1 AND state = 'sending'";

#define SIGNALBOX_OUTBOX_COLUMNS                                                                                       \
    "SELECT number, receiver, message, written_at, tries, again, due_at, fault, alone, batch FROM outbox"
constexpr std::string_view kDue = SIGNALBOX_OUTBOX_COLUMNS
    " WHERE receiver = ?1 AND state <> 'taken' AND state = 'waiting' AND due_at <= ?2 ORDER BY number LIMIT ?3";
constexpr std::string_view kSameBatch = SIGNALBOX_OUTBOX_COLUMNS
    " WHERE receiver = ?1 AND state <> 'taken' AND state = 'waiting' AND again = 1 AND batch = ?2 ORDER BY number";
constexpr std::string_view kWaiting
    = SIGNALBOX_OUTBOX_COLUMNS " WHERE receiver = ?1 AND state <> 'taken' ORDER BY number LIMIT ?2";
#undef SIGNALBOX_OUTBOX_COLUMNS
constexpr std::string_view kIsSent
    = "SELECT EXISTS (SELECT 1 FROM outbox WHERE receiver = ?1 AND state <> 'taken' AND state = 'sending')";
constexpr std::string_view kBegin = "UPDATE outbox SET state = 'sending', owner = ?2, batch = ?3, begun_at = ?4,"
                                    " tries = tries + 1 WHERE number = ?1 AND state = 'waiting'";
constexpr std::string_view kEndTaken = "UPDATE outbox SET state = 'taken', owner = '', taken_at = ?3, fault = ''"
                                       " WHERE number = ?1 AND state = 'sending' AND owner = ?2";
constexpr std::string_view kEndWaiting
    = "UPDATE outbox SET state = 'waiting', owner = '', due_at = ?3, fault = ?4, again = again OR ?5,"
      " alone = alone OR ?6 WHERE number = ?1 AND state = 'sending' AND owner = ?2";
constexpr std::string_view kFirstDue
    = "SELECT due_at FROM outbox WHERE receiver = ?1 AND state <> 'taken' ORDER BY due_at LIMIT 1";

constexpr std::string_view kStanding = "SELECT failures, not_before, paced_until FROM receiver WHERE name = ?1";
constexpr std::string_view kTook = "UPDATE receiver SET failures = 0, not_before = 0, fault = '', taken_at = ?2,"
                                   " paced_until = ?3 WHERE name = ?1";
constexpr std::string_view kFailed
    = "UPDATE receiver SET failures = failures + 1, not_before = ?2, fault = ?3 WHERE name = ?1";
constexpr std::string_view kStandings
    = "SELECT name, failures, not_before,"
      " CASE WHEN fault <> '' THEN fault ELSE COALESCE((SELECT outbox.fault FROM outbox WHERE outbox.receiver ="
      " receiver.name AND state <> 'taken' AND outbox.fault <> '' ORDER BY number LIMIT 1), '') END, taken_at,"
      " (SELECT COUNT(*) FROM outbox WHERE outbox.receiver = receiver.name AND state <> 'taken'),"
      " (SELECT MIN(written_at) FROM outbox WHERE outbox.receiver = receiver.name AND state <> 'taken')"
      " FROM receiver ORDER BY name";
constexpr std::string_view kDrop = "DELETE FROM outbox WHERE receiver = ?1 AND state <> 'taken'";
constexpr std::string_view kDropTaken = "DELETE FROM outbox WHERE receiver = ?1";
constexpr std::string_view kForget = "DELETE FROM receiver WHERE name = ?1";

/// With what claim() needs to know besides.
struct Candidate {
    OutboxRow row;
    bool alone = false; // a call that carried it with others was refused
    std::int64_t batch = 0; // the last one
};

Result<Candidate> readCandidate(const Cursor& row, const std::string& path)
{
    const auto json = row.json(2);
    auto message = json ? notify::messageFromJson(*json) : Result<notify::Message>(json.error());
    if (!message)
        return damaged(path, "a message of the outbox cannot be read");
    return Candidate{.row = {.number = row.integer(0),
                             .receiver = row.text(1),
                             .message = *std::move(message),
                             .writtenAt = row.time(3),
                             .tries = row.count(4),
                             .again = row.integer(5) != 0,
                             .dueAt = row.time(6),
                             .fault = row.text(7)},
                     .alone = row.integer(8) != 0,
                     .batch = row.integer(9)};
}

struct Rests {
    int failures = 0;
    UtcTime notBefore;
    UtcTime pacedUntil; // when its allowance would be whole again
};

Result<Rests> readRests(const Cursor& row)
{
    return Rests{.failures = row.count(0), .notBefore = row.time(1), .pacedUntil = row.time(2)};
}

/// When it may be called again: a bucket that holds `burst` calls and gains one each `interval`.
UtcTime allowedAt(const Rests& rests, const notify::Pace& pace)
{
    return std::max(rests.notBefore, rests.pacedUntil - pace.interval * (pace.burst - 1));
}

/// What stays together from before, what goes alone, what is grouped, or the first one.
Result<std::vector<Candidate>> chosen(Connection& connection, std::vector<Candidate> due, const notify::Pace& pace)
{
    const Candidate& first = due.front();
    if (first.row.again && !first.alone) {
        const auto read = [&connection](const Cursor& row) { return readCandidate(row, connection.path()); };
        return collect<Candidate>(connection.query(kSameBatch, first.row.receiver, first.batch), read);
    }
    const auto end = std::ranges::find_if(due, [](const Candidate& one) { return one.row.again || one.alone; });
    const auto together = static_cast<std::size_t>(end - due.begin());
    const bool grouped = pace.groupFrom > 0 && together >= pace.groupFrom;
    due.resize(grouped ? together : 1);
    return due;
}

} // namespace

bool OutboxRepository::hasNews()
{
    const auto connection = m_database.reader();
    if (!connection)
        return false; // who reads more says so
    const auto any = (*connection)->number(kAnyNews);
    return any && *any != 0;
}

Result<int> OutboxRepository::distribute(const Receivers& receivers, UtcTime now)
{
    struct News {
        std::int64_t number = 0;
        std::string text;
    };
    int written = 0;
    const auto job = [&](Connection& connection, Changes& changes) -> Result<void> {
        const auto news = collect<News>(connection.query(kNews, kNewsAtOnce), [](const Cursor& row) -> Result<News> {
            return News{row.integer(0), row.text(1)};
        });
        if (!news)
            return news.error();
        for (const News& one : *news) {
            const auto json = parseJson(one.text);
            const auto message = json ? notify::messageFromJson(*json) : Result<notify::Message>(json.error());
            if (!message)
                return damaged(connection.path(), "news cannot be read");
            for (const auto& [name, receiver] : receivers) {
                if (!notify::takes(receiver, *message))
                    continue;
                if (auto known = connection.execute(kKnow, name); !known)
                    return known.error();
                if (auto put = connection.execute(kWrite, name, one.text, now); !put)
                    return put.error();
                ++written;
            }
            if (auto read = connection.execute(kRead, one.number); !read)
                return read.error();
        }
        changes.news = news->size() == static_cast<std::size_t>(kNewsAtOnce); // there may be more
        const auto forgotten = connection.execute(kForgetTaken, now - kKept);
        return forgotten ? Result<void>() : Result<void>(forgotten.error());
    };
    if (auto done = m_database.writer().write(job, Flush::Full); !done)
        return done.error();
    return written;
}

Result<void> OutboxRepository::reclaim(UtcTime now, bool ownToo)
{
    struct Sent {
        std::int64_t number = 0;
        std::string owner;
        UtcTime begunAt;
    };
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    auto sent = collect<Sent>((*connection)->query(kSending), [](const Cursor& row) -> Result<Sent> {
        return Sent{row.integer(0), row.text(1), row.time(2)};
    });
    if (!sent)
        return sent.error();
    std::erase_if(*sent, [&](const Sent& one) {
        if (one.owner == m_owner)
            return !ownToo;
        return !isGone(one.owner) && now - one.begunAt < kLongestCall;
    });
    if (sent->empty())
        return {};
    return m_database.writer().write(
        [&](Connection& writing, Changes&) -> Result<void> {
            for (const Sent& one : *sent) {
                const auto freed = writing.execute(kReclaim, one.number, "who sent it died before an answer came");
                if (!freed)
                    return freed.error();
            }
            return {};
        },
        Flush::Full);
}

Result<std::optional<Batch>> OutboxRepository::claim(const std::string& receiver, const notify::Pace& pace, UtcTime now)
{
    std::optional<Batch> batch;
    const auto job = [&](Connection& connection, Changes&) -> Result<void> {
        const auto busy = connection.number(kIsSent, receiver);
        if (!busy)
            return busy.error();
        const auto rests = firstOf<Rests>(connection.query(kStanding, receiver), readRests);
        if (!rests)
            return rests.error();
        if (*busy != 0 || !*rests || allowedAt(**rests, pace) > now)
            return {};
        const auto read = [&connection](const Cursor& row) { return readCandidate(row, connection.path()); };
        auto due
            = collect<Candidate>(connection.query(kDue, receiver, now, static_cast<std::int64_t>(pace.most)), read);
        if (!due)
            return due.error();
        if (due->empty())
            return {};
        auto picked = chosen(connection, *std::move(due), pace);
        if (!picked)
            return picked.error();
        batch.emplace(Batch{.number = picked->front().row.number, .receiver = receiver, .owner = m_owner, .rows = {}});
        for (Candidate& one : *picked) {
            if (auto begun = connection.execute(kBegin, one.row.number, m_owner, batch->number, now); !begun)
                return begun.error();
            batch->again |= one.row.again;
            batch->rows.push_back(std::move(one.row));
        }
        return {};
    };
    if (auto done = m_database.writer().write(job, Flush::Full); !done)
        return done.error();
    return batch;
}

Result<void> OutboxRepository::settle(const Batch& batch, const notify::Receipt& receipt, const notify::Pace& pace,
                                      UtcTime now)
{
    const bool refused = receipt.reception == Reception::Refused;
    const bool alone = refused && batch.rows.size() > 1; // one of them spoils the others
    const UtcTime due = refused && !alone ? now + kRefusedRests : now;
    const auto endOf = [&](Connection& connection, std::int64_t row) {
        if (receipt.reception == Reception::Taken)
            return connection.execute(kEndTaken, row, batch.owner, now);
        return connection.execute(kEndWaiting, row, batch.owner, due, receipt.why,
                                  receipt.reception == Reception::Unknown, alone);
    };
    const auto job = [&](Connection& connection, Changes&) -> Result<void> {
        for (const OutboxRow& row : batch.rows)
            if (auto ended = endOf(connection, row.number); !ended)
                return ended.error();
        const auto rests = firstOf<Rests>(connection.query(kStanding, batch.receiver), readRests);
        if (!rests)
            return rests.error();
        const Rests before = rests->value_or(Rests{});
        if (receipt.reception == Reception::Taken) {
            const UtcTime paced = std::max(before.pacedUntil, now) + pace.interval;
            const auto took = connection.execute(kTook, batch.receiver, now, paced);
            return took ? Result<void>() : Result<void>(took.error());
        }
        if (refused)
            return {};
        const UtcTime rest = now + notify::restAfter(before.failures + 1);
        const auto failed = connection.execute(kFailed, batch.receiver,
                                               std::max(rest, receipt.notBefore.value_or(rest)), receipt.why);
        return failed ? Result<void>() : Result<void>(failed.error());
    };
    return m_database.writer().write(job, Flush::Full);
}

Result<std::optional<UtcTime>> OutboxRepository::nextDue(const std::string& receiver, const notify::Pace& pace)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    const auto first = firstOf<UtcTime>((*connection)->query(kFirstDue, receiver),
                                        [](const Cursor& row) -> Result<UtcTime> { return row.time(0); });
    if (!first)
        return first.error();
    if (!*first)
        return std::optional<UtcTime>();
    const auto rests = firstOf<Rests>((*connection)->query(kStanding, receiver), readRests);
    if (!rests)
        return rests.error();
    return std::optional(*rests ? std::max(**first, allowedAt(**rests, pace)) : **first);
}

Result<Rows> OutboxRepository::waiting(const std::string& receiver, int limit)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return collect<OutboxRow>((*connection)->query(kWaiting, receiver, limit),
                              [this](const Cursor& row) -> Result<OutboxRow> {
                                  auto read = readCandidate(row, m_database.path());
                                  if (!read)
                                      return read.error();
                                  return std::move(read->row);
                              });
}

Result<std::vector<ReceiverStanding>> OutboxRepository::standings()
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return collect<ReceiverStanding>((*connection)->query(kStandings),
                                     [](const Cursor& row) -> Result<ReceiverStanding> {
                                         return ReceiverStanding{.name = row.text(0),
                                                                 .waiting = row.integer(5),
                                                                 .oldest = row.maybeTime(6),
                                                                 .failures = row.count(1),
                                                                 .notBefore = row.time(2),
                                                                 .fault = row.text(3),
                                                                 .takenAt = row.maybeTime(4)};
                                     });
}

Result<int> OutboxRepository::drop(const std::string& receiver)
{
    int dropped = 0;
    const auto job = [&](Connection& connection, Changes&) -> Result<void> {
        const auto open = connection.execute(kDrop, receiver);
        if (!open)
            return open.error();
        dropped = static_cast<int>(*open);
        for (const std::string_view sql : {kDropTaken, kForget})
            if (auto gone = connection.execute(sql, receiver); !gone)
                return gone.error();
        return {};
    };
    if (auto done = m_database.writer().write(job, Flush::Full); !done)
        return done.error();
    return dropped;
}

} // namespace signalbox::store
