// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventlog.h"

#include <span>

namespace signalbox::store {

namespace {

// The run's row counts them already: that of the last of `?2` + 1 events is its `events`.
#define SIGNALBOX_SEQ(back) "(SELECT events FROM run WHERE id = ?1) - " back
#define SIGNALBOX_EVENT(at, type, node, checkpoint, data)                                                              \
    ", " at ", CAST(" type " AS TEXT), CAST(" node " AS TEXT), " checkpoint ", CAST(" data " AS TEXT))"
constexpr std::string_view kInsert = "INSERT INTO event (run, seq, at, type, node, checkpoint, data)"
                                     " VALUES (?1, " SIGNALBOX_SEQ("?2") SIGNALBOX_EVENT("?3", "?4", "?5", "?6", "?7");
// What a superstep of one node tells: it has finished, an edge was taken, the next one has started.
constexpr std::string_view kInsertThree
    = "INSERT INTO event (run, seq, at, type, node, checkpoint, data)"
      " VALUES (?1, " SIGNALBOX_SEQ("?2")
          SIGNALBOX_EVENT("?3", "?4", "?5", "?6", "?7") ", (?1, " SIGNALBOX_SEQ("?2 + 1")
              SIGNALBOX_EVENT("?8", "?9", "?10", "?11", "?12") ", (?1, " SIGNALBOX_SEQ("?2 + 2")
                  SIGNALBOX_EVENT("?13", "?14", "?15", "?16", "?17");
#undef SIGNALBOX_SEQ
#undef SIGNALBOX_EVENT

/// `back`: how many of the run's events come after this one.
Result<std::int64_t> insertOne(Connection& connection, RunId run, std::int64_t back, const EventText& event)
{
    return connection.execute(kInsert, run, back, event.at, Utf8{event.type}, Utf8{event.node}, event.checkpoint,
                              Utf8{event.data});
}

Result<std::int64_t> insertThree(Connection& connection, RunId run, std::int64_t back, std::span<const EventText, 3> of)
{
    return connection.execute(kInsertThree, run, back, of[0].at, Utf8{of[0].type}, Utf8{of[0].node}, of[0].checkpoint,
                              Utf8{of[0].data}, of[1].at, Utf8{of[1].type}, Utf8{of[1].node}, of[1].checkpoint,
                              Utf8{of[1].data}, of[2].at, Utf8{of[2].type}, Utf8{of[2].node}, of[2].checkpoint,
                              Utf8{of[2].data});
}

} // namespace

EventText eventText(const graph::Event& event, std::int64_t checkpoint)
{
    return {
        .type = event.type, .node = event.node, .at = event.at, .checkpoint = checkpoint, .data = dumpJson(event.data)};
}

Result<void> appendEvents(Connection& connection, RunId run, const std::vector<EventText>& events)
{
    for (std::span<const EventText> left(events); !left.empty();) {
        const std::size_t taken = left.size() < 3 ? 1 : 3;
        const auto back = static_cast<std::int64_t>(left.size()) - 1;
        const auto stored = taken == 3 ? insertThree(connection, run, back, left.first<3>())
                                       : insertOne(connection, run, back, left.front());
        if (!stored)
            return stored.error();
        left = left.subspan(taken);
    }
    return {};
}

} // namespace signalbox::store
