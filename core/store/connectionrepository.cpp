// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connectionrepository.h"

#include "core/base/redaction.h"
#include "core/store/news.h"
#include "core/store/processowner.h"

namespace signalbox::store {

namespace {

constexpr std::string_view kFind = "SELECT lost_at, told FROM connection WHERE line = ?1";
constexpr std::string_view kLose = "INSERT INTO connection (line, lost_at, why) VALUES (?1, ?2, ?3)";
constexpr std::string_view kTold = "UPDATE connection SET told = 1, why = ?2 WHERE line = ?1";
constexpr std::string_view kFound = "DELETE FROM connection WHERE line = ?1";

constexpr std::string_view kLost = "SELECT line, lost_at, why FROM connection";

constexpr std::string_view kWatcher = "SELECT owner FROM watcher WHERE line = ?1";
constexpr std::string_view kWatch = "INSERT INTO watcher (line, owner) VALUES (?1, ?2)"
                                    " ON CONFLICT (line) DO UPDATE SET owner = ?2";
constexpr std::string_view kLeave = "DELETE FROM watcher WHERE line = ?1";

/// Whose a line becomes by a look.
enum class Watch { AsBefore, Take, Leave, IsAnothers };

struct Lost {
    UtcTime at;
    bool isTold = false;
};

/// What is known, and what a look makes of it.
struct Standing {
    std::optional<Lost> line;
    std::optional<Lost> server;

    enum class Step { None, Begin, Tell, End };
    Step ofLine = Step::None;
    Step ofServer = Step::None;

    bool isNews() const { return ofLine != Step::None || ofServer != Step::None; }
};

Result<std::optional<Lost>> find(Connection& connection, const std::string& what)
{
    return firstOf<Lost>(connection.query(kFind, what), [](const Cursor& row) -> Result<Lost> {
        return Lost{row.time(0), row.integer(1) != 0};
    });
}

Standing::Step stepOf(const std::optional<Lost>& known, bool isLost, Milliseconds patience, UtcTime now)
{
    if (!isLost)
        return known ? Standing::Step::End : Standing::Step::None;
    if (!known)
        return Standing::Step::Begin;
    return known->isTold || now - known->at < patience ? Standing::Step::None : Standing::Step::Tell;
}

/// `why`: null where the look went well.
Result<Standing> standingOf(Connection& connection, const LookedAt& place, const Error* why, UtcTime now)
{
    Standing standing;
    for (const auto& [what, known] : {std::pair(&place.line, &standing.line), {&place.server, &standing.server}}) {
        auto found = find(connection, *what);
        if (!found)
            return found.error();
        *known = *found;
    }
    const bool isSilent
        = why && !place.server.empty() && (why->code == ErrorCode::Network || why->code == ErrorCode::Timeout);
    standing.ofServer = stepOf(standing.server, isSilent, ConnectionRepository::kPatience, now);
    const bool isToldOf = standing.ofServer == Standing::Step::Tell
        || (standing.ofServer == Standing::Step::None && standing.server && standing.server->isTold);
    standing.ofLine = stepOf(standing.line, why,
                             isSilent ? ConnectionRepository::kLinePatience : ConnectionRepository::kPatience, now);
    if (standing.ofLine == Standing::Step::Tell && isToldOf)
        standing.ofLine = Standing::Step::None;
    return standing;
}

Result<Watch> watchOf(Connection& connection, const LookedAt& place, const Error* why)
{
    if (place.by.empty())
        return Watch::AsBefore;
    const auto owner = firstOf<std::string>(connection.query(kWatcher, place.line),
                                            [](const Cursor& row) -> Result<std::string> { return row.text(0); });
    if (!owner)
        return owner.error();
    const bool isOurs = *owner && **owner == place.by;
    const bool isAnothers = *owner && !isOurs && !isGone(**owner);
    if (!why)
        return isOurs || isAnothers ? Watch::AsBefore : Watch::Take;
    if (why->code != ErrorCode::Unauthorized)
        return Watch::AsBefore;
    return isAnothers ? Watch::IsAnothers : isOurs ? Watch::Leave : Watch::AsBefore;
}

Result<void> keepWatch(Connection& connection, const LookedAt& place, Watch watch)
{
    if (watch != Watch::Take && watch != Watch::Leave)
        return {};
    const auto kept = watch == Watch::Take ? connection.execute(kWatch, place.line, place.by)
                                           : connection.execute(kLeave, place.line);
    return kept ? Result<void>() : Result<void>(kept.error());
}

notify::Message message(const std::string& what, UtcTime lostAt)
{
    return {.event = notify::Event::ConnectionLost,
            .severity = notify::Severity::Error,
            .incident = "connection/" + what + "/" + std::to_string(toUnixMs(lostAt)),
            .at = lostAt,
            .since = lostAt,
            .until = {},
            .line = {},
            .subject = what,
            .place = {},
            .about = {}};
}

notify::Message ofLine(const LookedAt& place, UtcTime lostAt)
{
    notify::Message out = message(place.line, lostAt);
    out.line = place.line;
    return out;
}

notify::Message ofServer(const LookedAt& place, UtcTime lostAt)
{
    notify::Message out = message(place.server, lostAt);
    out.subject = place.name;
    out.lines = place.lines;
    return out;
}

/// `lost`: the message where it begins to be news.
Result<void> take(Connection& connection, Changes& changes, const std::string& what, Standing::Step step,
                  const std::optional<Lost>& known, notify::Message lost, const std::string& why, UtcTime now)
{
    if (step == Standing::Step::None)
        return {};
    if (step == Standing::Step::Begin) {
        const auto begun = connection.execute(kLose, what, now, why);
        return begun ? Result<void>() : Result<void>(begun.error());
    }
    const bool isOver = step == Standing::Step::End;
    const auto written = isOver ? connection.execute(kFound, what) : connection.execute(kTold, what, why);
    if (!written)
        return written.error();
    if (isOver && !known->isTold)
        return {};
    if (isOver) {
        lost.event = notify::Event::ConnectionBack;
        lost.at = now;
    } else {
        lost.about.emplace("why", why);
    }
    return tell(connection, changes, lost);
}

} // namespace

Result<void> ConnectionRepository::wentWell(const LookedAt& place, UtcTime now)
{
    return note(place, nullptr, now);
}

Result<void> ConnectionRepository::failed(const LookedAt& place, const Error& why, UtcTime now)
{
    return note(place, &why, now);
}

Result<void> ConnectionRepository::note(const LookedAt& place, const Error* why, UtcTime now)
{
    auto reader = m_database.reader();
    if (!reader)
        return reader.error();
    const auto watch = watchOf(**reader, place, why);
    const auto known = standingOf(**reader, place, why, now);
    if (!watch || !known)
        return !watch ? watch.error() : known.error();
    const bool isTaken = *watch == Watch::Take || *watch == Watch::Leave;
    if (*watch == Watch::IsAnothers || (!isTaken && !known->isNews()))
        return {};
    const std::string words = why ? withoutSecrets(why->detail) : std::string();
    return m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        if (auto kept = keepWatch(connection, place, *watch); !kept)
            return kept;
        const auto standing = standingOf(connection, place, why, now);
        if (!standing)
            return standing.error();
        const auto& [line, server, lineStep, serverStep] = *standing;
        const UtcTime serverLost = server ? server->at : now;
        if (auto taken
            = take(connection, changes, place.server, serverStep, server, ofServer(place, serverLost), words, now);
            !taken)
            return taken;
        return take(connection, changes, place.line, lineStep, line, ofLine(place, line ? line->at : now), words, now);
    });
}

Result<std::map<std::string, LostLine>> ConnectionRepository::lost()
{
    auto reader = m_database.reader();
    if (!reader)
        return reader.error();
    using Entry = std::pair<std::string, LostLine>;
    auto rows = collect<Entry>((*reader)->query(kLost), [](const Cursor& row) -> Result<Entry> {
        return Entry{row.text(0), {row.time(1), row.text(2)}};
    });
    if (!rows)
        return rows.error();
    return std::map<std::string, LostLine>(rows->begin(), rows->end());
}

} // namespace signalbox::store
