// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/retention.h"

#include "core/store/checkpointrows.h"

#include <nlohmann/json.hpp>

namespace signalbox::store {

namespace {

constexpr int kRunsAtOnce = 64;
constexpr int kCheckpointsAtOnce = 200; // some milliseconds of the writer's time

constexpr std::string_view kEnded = "SELECT id FROM run WHERE finished_at IS NOT NULL AND pruned_at IS NULL"
                                    " AND finished_at < ?1 ORDER BY finished_at LIMIT ?2";
// Asked again in the job: a run may have been resumed since it was found.
constexpr std::string_view kIsEnded
    = "SELECT COUNT(*) FROM run WHERE id = ?1 AND finished_at < ?2 AND pruned_at IS NULL";
#define SIGNALBOX_OLD " FROM checkpoint WHERE run = ?1 AND number > 0"
#define SIGNALBOX_NEWEST "(SELECT run.checkpoint FROM run WHERE run.id = ?1)"
#define SIGNALBOX_FORKED                                                                                               \
    "EXISTS (SELECT 1 FROM run WHERE run.origin_run = ?1 AND run.origin_checkpoint = checkpoint.number)"
#define SIGNALBOX_SPARE " AND number < " SIGNALBOX_NEWEST " AND NOT " SIGNALBOX_FORKED
// From the newest down, so that what stays never lacks what it differs from.
constexpr std::string_view kSpare = "SELECT number" SIGNALBOX_OLD SIGNALBOX_SPARE " ORDER BY number DESC LIMIT ?2";
constexpr std::string_view kKeptDifferences
    = "SELECT number" SIGNALBOX_OLD " AND number > ?2 AND whole = 0"
      " AND (number = " SIGNALBOX_NEWEST " OR " SIGNALBOX_FORKED ") ORDER BY number";
// What happened is not forgotten with the state.
constexpr std::string_view kKeepEvents
    = "INSERT INTO event (run, seq, at, type, node, checkpoint, data) SELECT run, seq, at, '', '', number, "
      "events" SIGNALBOX_OLD " AND number >= ?2 AND events IS NOT NULL" SIGNALBOX_SPARE;
constexpr std::string_view kRemove = "DELETE" SIGNALBOX_OLD " AND number >= ?2" SIGNALBOX_SPARE;
constexpr std::string_view kPreview
    = "SELECT COUNT(DISTINCT checkpoint.run), COUNT(*), COALESCE(SUM(LENGTH(checkpoint.state)"
      " + LENGTH(checkpoint.frontier) + LENGTH(checkpoint.nodes)), 0) FROM run JOIN checkpoint ON checkpoint.run = "
      "run.id"
      " WHERE run.finished_at IS NOT NULL AND run.pruned_at IS NULL AND run.finished_at < ?1 AND checkpoint.number > 0"
      " AND checkpoint.number < run.checkpoint AND NOT EXISTS (SELECT 1 FROM run AS fork"
      " WHERE fork.origin_run = run.id AND fork.origin_checkpoint = checkpoint.number)";
#undef SIGNALBOX_OLD
#undef SIGNALBOX_NEWEST
#undef SIGNALBOX_FORKED
#undef SIGNALBOX_SPARE
constexpr std::string_view kMakeWhole = "UPDATE checkpoint SET whole = 1, state = ?3 WHERE run = ?1 AND number = ?2";
constexpr std::string_view kDone = "UPDATE run SET pruned_at = ?2 WHERE id = ?1";

Result<std::int64_t> numberIn(const Cursor& row)
{
    return row.integer(0);
}

/// What stays above `lowest` no longer leans on what goes.
Result<void> makeWhole(Connection& connection, RunId run, std::int64_t lowest)
{
    const auto kept = collect<std::int64_t>(connection.query(kKeptDifferences, run, lowest), numberIn);
    if (!kept)
        return kept.error();
    for (const std::int64_t number : *kept) {
        const auto state = readState(connection, run, number);
        if (!state)
            return state.error();
        const std::string text = dumpJson(*state);
        if (auto made = connection.execute(kMakeWhole, run, number, text); !made)
            return made.error();
    }
    return {};
}

/// Removes up to `most` of its checkpoints, and says how many.
Result<int> pruneRun(Connection& connection, RunId run, const Retention::Limit& limit, int most)
{
    const auto ended = connection.number(kIsEnded, run, limit.endedBefore);
    if (!ended)
        return ended.error();
    if (*ended == 0)
        return 0;
    const auto spare = collect<std::int64_t>(connection.query(kSpare, run, most), numberIn);
    if (!spare)
        return spare.error();
    if (!spare->empty()) {
        if (auto whole = makeWhole(connection, run, spare->back()); !whole)
            return whole.error();
        if (auto kept = connection.execute(kKeepEvents, run, spare->back()); !kept)
            return kept.error();
        if (auto removed = connection.execute(kRemove, run, spare->back()); !removed)
            return removed.error();
    }
    const int count = static_cast<int>(spare->size());
    if (count == most)
        return count;
    const auto done = connection.execute(kDone, run, limit.now);
    return done ? Result<int>(count) : Result<int>(done.error());
}

} // namespace

Result<Retention::Preview> Retention::preview(UtcTime endedBefore)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    auto found
        = firstOf<Preview>((*connection)->query(kPreview, endedBefore), [](const Cursor& row) -> Result<Preview> {
              return Preview{.runs = row.integer(0), .checkpoints = row.integer(1), .bytes = row.integer(2)};
          });
    if (!found)
        return found.error();
    return found->value_or(Preview());
}

Result<Retention::Pruned> Retention::pruneSome(const Limit& limit)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    const auto ended = collect<std::int64_t>((*connection)->query(kEnded, limit.endedBefore, kRunsAtOnce), numberIn);
    if (!ended)
        return ended.error();
    Pruned pruned;
    if (ended->empty())
        return pruned;
    const auto written = m_database.writer().write([&](Connection& writing, Changes& changes) -> Result<void> {
        pruned = {.checkpoints = 0, .more = ended->size() == kRunsAtOnce};
        for (const std::int64_t id : *ended) {
            const int left = kCheckpointsAtOnce - pruned.checkpoints;
            const auto removed = pruneRun(writing, RunId{id}, limit, left);
            if (!removed)
                return removed.error();
            pruned.checkpoints += *removed;
            changes.runs.insert(RunId{id});
            pruned.more = pruned.more || *removed == left;
            if (*removed == left)
                return {};
        }
        return {};
    });
    return written ? Result<Pruned>(pruned) : Result<Pruned>(written.error());
}

} // namespace signalbox::store
