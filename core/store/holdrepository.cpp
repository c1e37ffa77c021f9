// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/holdrepository.h"

#include "core/base/redaction.h"
#include "core/store/auditlog.h"
#include "core/store/news.h"

namespace signalbox::store {

namespace {

constexpr std::string_view kList
    = "SELECT line, person, reason, since FROM hold WHERE released_at IS NULL ORDER BY line";
constexpr std::string_view kFind
    = "SELECT line, person, reason, since FROM hold WHERE released_at IS NULL AND line = ?1";
constexpr std::string_view kPut = "INSERT INTO hold (line, person, reason, since) VALUES (?1, ?2, ?3, ?4)";
constexpr std::string_view kRelease = "UPDATE hold SET released_at = ?2, released_by = ?3, released_why = ?4"
                                      " WHERE released_at IS NULL AND line = ?1";

Result<gate::Hold> readHold(const Cursor& row)
{
    return gate::Hold{.line = row.text(0), .by = row.text(1), .reason = row.text(2), .since = row.time(3)};
}

std::string what(const std::string& line)
{
    return line.empty() ? "everything" : "line " + line;
}

Result<void> audit(Connection& connection, Changes& changes, const char* action, const std::string& line,
                   const gate::Release& act)
{
    return appendAudit(connection, changes,
                       {.at = act.at,
                        .actor = act.by,
                        .action = action,
                        .subject = what(line),
                        .line = line,
                        .reason = act.reason,
                        .evidenceHash = {}});
}

} // namespace

Result<std::vector<gate::Hold>> HoldRepository::list()
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return collect<gate::Hold>((*connection)->query(kList), readHold);
}

Result<bool> HoldRepository::isHeld(const std::string& line)
{
    const auto all = list();
    if (!all)
        return all.error();
    return gate::holds(*all, line);
}

Result<void> HoldRepository::put(const gate::Hold& hold)
{
    return m_database.writer().write(
        [&](Connection& connection, Changes& changes) -> Result<void> {
            const auto held = firstOf<gate::Hold>(connection.query(kFind, hold.line), readHold);
            if (!held)
                return held.error();
            if (*held)
                return Error{ErrorCode::Conflict, what(hold.line) + " is held already, by " + (*held)->by};
            if (auto stored = connection.execute(kPut, hold.line, hold.by, withoutSecrets(hold.reason), hold.since);
                !stored)
                return stored.error();
            changes.holds = true;
            if (auto told = tellHeld(connection, changes, hold); !told)
                return told;
            return audit(connection, changes, "held", hold.line,
                         {.by = hold.by, .reason = hold.reason, .at = hold.since});
        },
        Flush::Full);
}

Result<void> HoldRepository::release(const std::string& line, const gate::Release& release)
{
    if (release.reason.find_first_not_of(" \t\r\n") == std::string::npos)
        return Error{ErrorCode::InvalidInput, "A reason is needed to release a hold."};
    return m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        const auto held = firstOf<gate::Hold>(connection.query(kFind, line), readHold);
        if (!held)
            return held.error();
        if (!*held)
            return Error{ErrorCode::NotFound,
                         line.empty() ? "there is no hold of all lines" : what(line) + " is not held"};
        const auto released
            = connection.execute(kRelease, line, release.at, release.by, withoutSecrets(release.reason));
        if (!released)
            return released.error();
        changes.holds = true;
        if (auto told = tellReleased(connection, changes, **held, release); !told)
            return told;
        return audit(connection, changes, "released", line, release);
    });
}

} // namespace signalbox::store
