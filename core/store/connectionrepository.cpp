// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connectionrepository.h"

#include "core/base/redaction.h"
#include "core/store/news.h"

namespace signalbox::store {

namespace {

constexpr std::string_view kFind = "SELECT lost_at, told FROM connection WHERE line = ?1";
constexpr std::string_view kLose = "INSERT INTO connection (line, lost_at, why) VALUES (?1, ?2, ?3)";
constexpr std::string_view kTold = "UPDATE connection SET told = 1, why = ?2 WHERE line = ?1";
constexpr std::string_view kFound = "DELETE FROM connection WHERE line = ?1";

constexpr std::string_view kLost = "SELECT line, why FROM connection";

struct Lost {
    UtcTime at;
    bool isTold = false;
};

Result<std::optional<Lost>> find(Connection& connection, const std::string& line)
{
    return firstOf<Lost>(connection.query(kFind, line), [](const Cursor& row) -> Result<Lost> {
        return Lost{row.time(0), row.integer(1) != 0};
    });
}

notify::Message message(const std::string& line, UtcTime lostAt)
{
    return {.event = notify::Event::ConnectionLost,
            .severity = notify::Severity::Error,
            .incident = "connection/" + line + "/" + std::to_string(toUnixMs(lostAt)),
            .at = lostAt,
            .since = lostAt,
            .until = {},
            .line = line,
            .subject = line,
            .place = {},
            .about = {}};
}

} // namespace

Result<void> ConnectionRepository::wentWell(const std::string& line, UtcTime now)
{
    auto reader = m_database.reader();
    if (!reader)
        return reader.error();
    const auto known = find(**reader, line);
    if (!known || !*known)
        return known ? Result<void>() : Result<void>(known.error());
    return m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        const auto lost = find(connection, line);
        if (!lost || !*lost)
            return lost ? Result<void>() : Result<void>(lost.error());
        if (auto gone = connection.execute(kFound, line); !gone)
            return gone.error();
        if (!(*lost)->isTold)
            return {};
        notify::Message back = message(line, (*lost)->at);
        back.event = notify::Event::ConnectionBack;
        back.at = now;
        return tell(connection, changes, back);
    });
}

Result<void> ConnectionRepository::failed(const std::string& line, const std::string& why, UtcTime now)
{
    auto reader = m_database.reader();
    if (!reader)
        return reader.error();
    const auto known = find(**reader, line);
    if (!known)
        return known.error();
    if (*known && ((*known)->isTold || now - (*known)->at < kPatience))
        return {};
    return m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        const auto lost = find(connection, line);
        if (!lost)
            return lost.error();
        if (!*lost) {
            const auto begun = connection.execute(kLose, line, now, withoutSecrets(why));
            return begun ? Result<void>() : Result<void>(begun.error());
        }
        if ((*lost)->isTold)
            return {};
        if (auto told = connection.execute(kTold, line, withoutSecrets(why)); !told)
            return told.error();
        notify::Message gone = message(line, (*lost)->at);
        gone.about.emplace("why", why);
        return tell(connection, changes, gone);
    });
}

Result<std::map<std::string, std::string>> ConnectionRepository::lost()
{
    auto reader = m_database.reader();
    if (!reader)
        return reader.error();
    using Entry = std::pair<std::string, std::string>;
    auto rows = collect<Entry>((*reader)->query(kLost), [](const Cursor& row) -> Result<Entry> {
        return Entry{row.text(0), row.text(1)};
    });
    if (!rows)
        return rows.error();
    return std::map<std::string, std::string>(rows->begin(), rows->end());
}

} // namespace signalbox::store
