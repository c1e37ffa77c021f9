// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventlog.h"

#include "core/store/sqlerror.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <span>

namespace signalbox::store {

namespace {

// The run's row counts them already: that of the last one is its `events`, and `?2` come after this row.
constexpr std::string_view kInsert = "INSERT INTO event (run, seq, at, type, node, checkpoint, data)"
                                     " VALUES (?1, (SELECT events FROM run WHERE id = ?1) - ?2, ?3, ?4, ?5, ?6,"
                                     " ?7)";
constexpr std::size_t kMostInRow = 64;
constexpr std::size_t kColumns = 5; // of an event within a row of several: at, type, node, checkpoint, data

/// The data of a row that holds several.
std::string packed(std::span<const EventText> events)
{
    std::string text;
    for (const EventText& event : events) {
        text += text.empty() ? "[[" : ",[";
        text += std::to_string(toUnixMs(event.at)) + ",\"" + event.type + "\"," + dumpJson(Json(event.node)) + ','
            + std::to_string(event.checkpoint) + ',';
        text += event.data;
        text += ']';
    }
    text += ']';
    return text;
}

Result<std::int64_t> insertRow(Connection& connection, RunId run, std::size_t back, std::span<const EventText> events)
{
    const EventText& last = events.back();
    const auto after = static_cast<std::int64_t>(back);
    if (events.size() == 1)
        return connection.execute(kInsert, run, after, last.at, last.type, last.node, last.checkpoint, last.data);
    const std::string data = packed(events);
    return connection.execute(kInsert, run, after, last.at, "", "", last.checkpoint, data);
}

Result<StoredEvent> unpacked(Json& json)
{
    if (!json.is_array() || json.size() != kColumns || !json[0].is_number_integer() || !json[1].is_string()
        || !json[2].is_string() || !json[3].is_number_integer())
        return Error{ErrorCode::Io, "no event"};
    return StoredEvent{.seq = 0,
                       .at = fromUnixMs(json[0].get<std::int64_t>()),
                       .type = std::move(json[1].get_ref<std::string&>()),
                       .node = std::move(json[2].get_ref<std::string&>()),
                       .checkpoint = json[3].get<std::int64_t>(),
                       .data = std::move(json[4])};
}

/// Appends the events of one row; false: they cannot be read.
bool readRow(const Cursor& row, std::vector<StoredEvent>& into)
{
    auto data = row.json(5);
    if (!data)
        return false;
    const std::int64_t last = row.integer(0);
    std::string type = row.text(2);
    if (!type.empty()) {
        into.push_back({.seq = last,
                        .at = row.time(1),
                        .type = std::move(type),
                        .node = row.text(3),
                        .checkpoint = row.integer(4),
                        .data = *std::move(data)});
        return true;
    }
    std::int64_t seq = last - static_cast<std::int64_t>(data->size());
    return std::ranges::all_of(*data, [&](Json& packed) {
        auto event = unpacked(packed);
        if (event) {
            event->seq = ++seq;
            into.push_back(*std::move(event));
        }
        return bool(event);
    });
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
        const std::size_t taken = std::min(left.size(), kMostInRow);
        if (auto stored = insertRow(connection, run, left.size() - taken, left.first(taken)); !stored)
            return stored.error();
        left = left.subspan(taken);
    }
    return {};
}

Result<std::vector<StoredEvent>> readEvents(Connection& connection, RunId run, std::int64_t afterSeq, int limit)
{
    auto rows = connection.query(kReadEvents, run, afterSeq, limit);
    if (!rows)
        return rows.error();
    std::vector<StoredEvent> events;
    const auto most = static_cast<std::size_t>(std::max(limit, 0));
    while (events.size() < most) {
        const auto found = rows->next();
        if (!found)
            return found.error();
        if (!*found)
            break;
        if (!readRow(*rows, events))
            return damaged(connection.path(), "an event of run " + std::to_string(run.value) + " cannot be read");
        std::erase_if(events, [&](const StoredEvent& event) { return event.seq <= afterSeq; });
    }
    events.resize(std::min(events.size(), most));
    return events;
}

} // namespace signalbox::store
