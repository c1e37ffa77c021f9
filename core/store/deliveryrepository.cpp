// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/deliveryrepository.h"

namespace signalbox::store {

namespace {

constexpr std::string_view kKeep = "INSERT INTO delivery (source, id, event, received_at, bytes, notice, state)"
                                   " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (source, id) DO NOTHING";
constexpr std::string_view kStored = "SELECT COALESCE(MAX(number), 0) FROM delivery";
constexpr std::string_view kWaiting = "SELECT COUNT(*) FROM delivery WHERE state = 'waiting'";
constexpr std::string_view kOldest = "SELECT number, source, id, event, received_at, bytes, notice FROM delivery"
                                     " WHERE state = 'waiting' AND source = ?1 ORDER BY number LIMIT ?2";
constexpr std::string_view kLastOf
    = "SELECT received_at FROM (SELECT received_at, source, notice FROM delivery ORDER BY number DESC LIMIT 10000)"
      " WHERE source = ?1 AND json_extract(notice, '$.repository') = ?2 COLLATE NOCASE LIMIT 1";
constexpr std::string_view kLast
    = "SELECT received_at FROM (SELECT received_at, source FROM delivery ORDER BY number DESC LIMIT 10000)"
      " WHERE source = ?1 LIMIT 1";
constexpr std::string_view kKnown = "SELECT COUNT(*) FROM delivery WHERE source = ?1 AND id = ?2";
constexpr std::string_view kDone = "UPDATE delivery SET state = 'done' WHERE number = ?1 AND state = 'waiting'";

Result<DeliveryRow> readRow(const Cursor& row)
{
    return DeliveryRow{.number = row.integer(0),
                       .delivery = {.source = row.text(1),
                                    .id = row.text(2),
                                    .event = row.text(3),
                                    .receivedAt = row.time(4),
                                    .bytes = row.integer(5),
                                    .isWatched = true,
                                    .notice = row.text(6)}};
}

} // namespace

Result<int> DeliveryRepository::keep(const std::vector<ci::Delivery>& deliveries)
{
    int fresh = 0;
    const auto kept = m_database.writer().write(
        [&](Connection& connection, Changes&) -> Result<void> {
            for (const ci::Delivery& one : deliveries) {
                const auto added = connection.execute(kKeep, one.source, one.id, one.event, one.receivedAt, one.bytes,
                                                      one.notice, one.isWatched ? "waiting" : "ignored");
                if (!added)
                    return added.error();
                fresh += static_cast<int>(*added);
            }
            return {};
        },
        Flush::Full);
    if (!kept)
        return kept.error();
    return fresh;
}

Result<DeliveryCount> DeliveryRepository::count()
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    const auto stored = (*connection)->number(kStored);
    if (!stored)
        return stored.error();
    const auto waiting = (*connection)->number(kWaiting);
    if (!waiting)
        return waiting.error();
    return DeliveryCount{.stored = *stored, .waiting = *waiting};
}

Result<std::optional<UtcTime>> DeliveryRepository::lastOf(const std::string& source, const std::string& repository)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return firstOf<UtcTime>((*connection)->query(kLastOf, source, repository),
                            [](const Cursor& row) -> Result<UtcTime> { return row.time(0); });
}

Result<std::optional<UtcTime>> DeliveryRepository::lastOf(const std::string& source)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return firstOf<UtcTime>((*connection)->query(kLast, source),
                            [](const Cursor& row) -> Result<UtcTime> { return row.time(0); });
}

Result<std::vector<std::string>> DeliveryRepository::unknownOf(const std::string& source,
                                                               const std::vector<std::string>& ids)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    std::vector<std::string> unknown;
    for (const std::string& id : ids) {
        const auto known = (*connection)->number(kKnown, source, id);
        if (!known)
            return known.error();
        if (*known == 0)
            unknown.push_back(id);
    }
    return unknown;
}

Result<std::vector<DeliveryRow>> DeliveryRepository::waiting(const std::string& source, int limit)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return collect<DeliveryRow>((*connection)->query(kOldest, source, limit), readRow);
}

Result<int> DeliveryRepository::takeUp(const std::vector<std::int64_t>& numbers, const Writer::Job& act)
{
    int taken = 0;
    const auto done = m_database.writer().write(
        [&](Connection& connection, Changes& changes) -> Result<void> {
            taken = 0;
            for (const std::int64_t number : numbers) {
                const auto changed = connection.execute(kDone, number);
                if (!changed)
                    return changed.error();
                taken += static_cast<int>(*changed);
            }
            return taken > 0 ? act(connection, changes) : Result<void>();
        },
        Flush::Full);
    if (!done)
        return done.error();
    return taken;
}

} // namespace signalbox::store
