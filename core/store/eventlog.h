// SPDX-License-Identifier: GPL-3.0-or-later
// Writes events of a run, in the transaction of what they tell, and reads them. What one transaction tells of a run
// stands in one row, and what a superstep tells in that of its checkpoint: it writes one page, not three.
//
// Thread  writing: the store thread. Reading: that of the connection
// Errors  Io
// Disk    schema.md, event
#pragma once

#include "core/graph/journal.h"
#include "core/store/connection.h"
#include "core/store/runrow.h"

#include <span>
#include <vector>

namespace signalbox::store {

/// An event with its data as text, made on the caller's thread so that the writer only binds it.
struct EventText {
    std::string type;
    std::string node;
    UtcTime at;
    std::int64_t checkpoint = 0;
    std::string data;
};

EventText eventText(const graph::Event& event, std::int64_t checkpoint);

/// The most that stand in one row.
inline constexpr std::size_t kMostInRow = 64;

/// The text of a row that holds several.
std::string packed(std::span<const EventText> events);

/// The run's row counts these events already, and those `after` them.
Result<void> appendEvents(Connection& connection, RunId run, std::span<const EventText> events, std::size_t after = 0);

/// Run, seq, limit, number of the first checkpoint to look at; public for a test of how it is answered. Both places in
/// one statement, so that both are read as they were at one time; those of checkpoints begin with 1.
inline constexpr std::string_view kReadEvents
    = "SELECT * FROM (SELECT 0, seq, at, type, node, checkpoint, data FROM event"
      " WHERE run = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3)"
      " UNION ALL SELECT * FROM (SELECT 1, seq, at, '', '', number, events FROM checkpoint"
      " WHERE run = ?1 AND number >= ?4 AND events IS NOT NULL ORDER BY number LIMIT ?3)";
/// Those that come after `afterSeq`, up to `limit`.
Result<std::vector<StoredEvent>> readEvents(Connection& connection, RunId run, std::int64_t afterSeq, int limit);

} // namespace signalbox::store
