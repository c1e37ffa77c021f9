// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventlog.h"

#include "core/store/sqlerror.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::store {

namespace {

// The run's row counts them already: that of the last one is its `events`, and `?2` come after this row.
constexpr std::string_view kInsert = "INSERT INTO event (run, seq, at, type, node, checkpoint, data)"
                                     " VALUES (?1, (SELECT events FROM run WHERE id = ?1) - ?2, ?3, ?4, ?5, ?6,"
                                     " ?7)";
constexpr std::string_view kNewest = "SELECT checkpoint FROM run WHERE id = ?1";
constexpr std::string_view kSeq = "SELECT number, seq FROM checkpoint WHERE run = ?1 AND number >= ?2"
                                  " ORDER BY number LIMIT 1";
constexpr std::size_t kColumns = 5; // of an event within a row of several: at, type, node, checkpoint, data

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
    auto data = row.json(6);
    if (!data)
        return false;
    const std::int64_t last = row.integer(1);
    std::string type = row.text(3);
    if (!type.empty()) {
        into.push_back({.seq = last,
                        .at = row.time(2),
                        .type = std::move(type),
                        .node = row.text(4),
                        .checkpoint = row.integer(5),
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

/// The first checkpoint at `number` or behind it: whether it tells of something after `afterSeq`. What was stored by a
/// version that kept events apart has no seq, and tells of nothing.
Result<bool> tellsAfter(Connection& connection, RunId run, std::int64_t number, std::int64_t afterSeq)
{
    const auto found = firstOf<bool>(connection.query(kSeq, run, number), [&](const Cursor& row) -> Result<bool> {
        return !row.isNull(1) && row.integer(1) > afterSeq;
    });
    if (!found)
        return found.error();
    return found->value_or(false);
}

/// The number of the first checkpoint that tells of something after `afterSeq`; one more than the newest where none
/// does. Sought from the newest back in steps that double, then between the last two: who reads the end finds it at
/// once.
Result<std::int64_t> firstStepAfter(Connection& connection, RunId run, std::int64_t afterSeq)
{
    if (afterSeq <= 0)
        return 1;
    const auto newest = connection.number(kNewest, run);
    if (!newest)
        return newest.error().code == ErrorCode::NotFound ? Result<std::int64_t>(1) : newest;
    std::int64_t before = *newest; // tells of nothing that is wanted, once the loops have ended
    std::int64_t behind = *newest + 1; // does, if it is there
    for (std::int64_t step = 1; before > 0; step *= 2) {
        const auto tells = tellsAfter(connection, run, before, afterSeq);
        if (!tells)
            return tells.error();
        if (!*tells)
            break;
        behind = before;
        before = std::max<std::int64_t>(behind - step, 0);
    }
    while (behind - before > 1) {
        const std::int64_t middle = before + (behind - before) / 2;
        const auto tells = tellsAfter(connection, run, middle, afterSeq);
        if (!tells)
            return tells.error();
        (*tells ? behind : before) = middle;
    }
    return behind;
}

} // namespace

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

EventText eventText(const graph::Event& event, std::int64_t checkpoint)
{
    return {
        .type = event.type, .node = event.node, .at = event.at, .checkpoint = checkpoint, .data = dumpJson(event.data)};
}

Result<void> appendEvents(Connection& connection, RunId run, std::span<const EventText> events, std::size_t after)
{
    for (std::span<const EventText> left = events; !left.empty();) {
        const std::size_t taken = std::min(left.size(), kMostInRow);
        if (auto stored = insertRow(connection, run, left.size() - taken + after, left.first(taken)); !stored)
            return stored.error();
        left = left.subspan(taken);
    }
    return {};
}

Result<std::vector<StoredEvent>> readEvents(Connection& connection, RunId run, std::int64_t afterSeq, int limit)
{
    const auto first = firstStepAfter(connection, run, afterSeq);
    if (!first)
        return first.error();
    auto rows = connection.query(kReadEvents, run, afterSeq, limit, *first);
    if (!rows)
        return rows.error();
    const auto most = static_cast<std::size_t>(std::max(limit, 0));
    std::vector<StoredEvent> events;
    std::size_t apart = 0; // those that stand in no checkpoint
    const auto isWanted = [&](const StoredEvent& event) { return event.seq > afterSeq; };
    for (;;) {
        const auto found = rows->next();
        if (!found)
            return found.error();
        if (!*found)
            break;
        const bool ofStep = rows->integer(0) != 0;
        const std::size_t known = events.size();
        if (known - (ofStep ? apart : 0) >= most)
            continue;
        if (!readRow(*rows, events))
            return damaged(connection.path(), "an event of run " + std::to_string(run.value) + " cannot be read");
        const auto fresh = events.begin() + static_cast<std::ptrdiff_t>(known);
        events.erase(fresh, std::find_if(fresh, events.end(), isWanted));
        if (!ofStep)
            apart = events.size();
    }
    std::ranges::inplace_merge(events, events.begin() + static_cast<std::ptrdiff_t>(apart), {}, &StoredEvent::seq);
    events.resize(std::min(events.size(), most));
    return events;
}

} // namespace signalbox::store
