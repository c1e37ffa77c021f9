// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventlog.h"

namespace signalbox::store {

namespace {

constexpr std::string_view kInsert = "INSERT INTO event (run, seq, at, type, node, checkpoint, data)"
                                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

} // namespace

EventText eventText(const graph::Event& event, std::int64_t checkpoint)
{
    return {
        .type = event.type, .node = event.node, .at = event.at, .checkpoint = checkpoint, .data = dumpJson(event.data)};
}

Result<void> appendEvents(Connection& connection, RunId run, std::int64_t lastSeq, const std::vector<EventText>& events)
{
    for (const EventText& event : events) {
        auto stored = connection.execute(kInsert, run, ++lastSeq, event.at, event.type, event.node, event.checkpoint,
                                         event.data);
        if (!stored)
            return stored.error();
    }
    return {};
}

} // namespace signalbox::store
