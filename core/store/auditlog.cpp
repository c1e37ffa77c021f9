// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/auditlog.h"

#include "core/base/redaction.h"
#include "core/store/approvalrows.h"
#include "core/store/dialect.h"
#include "core/store/news.h"

#include <nlohmann/json.hpp>

namespace signalbox::store {

namespace {

constexpr std::string_view kLast = "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1";
constexpr std::string_view kFirst = "SELECT hash FROM audit ORDER BY number LIMIT 1";
constexpr std::string_view kHashOf = "SELECT hash FROM audit WHERE number = ?1";
constexpr std::string_view kAppend = "INSERT INTO audit (number, at, actor, action, subject, line, reason,"
                                     " evidence_hash, data, previous, hash)"
                                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
constexpr std::string_view kList = "SELECT number, at, actor, action, subject, line, reason, evidence_hash, data,"
                                   " previous, hash FROM audit WHERE number > ?1 ORDER BY number LIMIT ?2";
constexpr std::string_view kListBefore = "SELECT number, at, actor, action, subject, line, reason, evidence_hash, data,"
                                         " previous, hash FROM audit WHERE number < ?1 ORDER BY number DESC LIMIT ?2";
// As hex, so that every byte counts, also one that is no text; the types, so that a number is not its digits.
constexpr std::string_view kWalk
    = "SELECT hex(number), hex(at), hex(actor), hex(action), hex(subject), hex(line), hex(reason), hex(evidence_hash),"
      " hex(data), hex(previous), hex(hash), typeof(number) = 'integer' AND typeof(at) = 'integer'"
      " AND typeof(actor) = 'text' AND typeof(action) = 'text' AND typeof(subject) = 'text' AND typeof(line) = 'text'"
      " AND typeof(reason) = 'text' AND typeof(evidence_hash) = 'text' AND typeof(data) = 'text'"
      " AND typeof(previous) = 'text' AND typeof(hash) = 'text' FROM audit ORDER BY number";
constexpr std::string_view kRunOf = "SELECT agent, line, coalesce(approval, 0) FROM run WHERE id = ?1";
constexpr int kHashColumn = 10;
constexpr int kTypesColumn = 11;

struct Actor {
    std::string agent;
    std::string line;
    std::int64_t approval = 0; // that it asked for last
};

std::string fromHex(const std::string& hex)
{
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'A' + 10; };
    std::string bytes(hex.size() / 2, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(digit(hex[2 * i]) * 16 + digit(hex[2 * i + 1]));
    return bytes;
}

Result<record::AuditHead> readLast(Connection& connection)
{
    const auto read = [](const Cursor& row) -> Result<record::AuditHead> {
        return record::AuditHead{.count = row.integer(0), .hash = row.text(1), .first = {}};
    };
    auto last = firstOf<record::AuditHead>(connection.query(kLast), read);
    if (!last)
        return last.error();
    return last->value_or(record::AuditHead{.count = 0, .hash = std::string(record::kChainStart), .first = {}});
}

Result<record::AuditRecord> readRecord(const Cursor& row)
{
    record::AuditRecord record;
    record.number = row.integer(0);
    record.entry = {.at = row.time(1),
                    .actor = row.text(2),
                    .action = row.text(3),
                    .subject = row.text(4),
                    .line = row.text(5),
                    .reason = row.text(6),
                    .evidenceHash = row.text(7),
                    .data = row.text(8)};
    record.previous = row.text(9);
    record.hash = row.text(10);
    return record;
}

void checkRow(record::ChainCheck& check, const Cursor& row)
{
    record::AuditFields fields;
    for (std::size_t i = 0; i < fields.size(); ++i)
        fields[i] = fromHex(row.text(static_cast<int>(i)));
    // A value of another type is another value, even where its bytes are the same.
    const bool typed = row.integer(kTypesColumn) != 0;
    check.add(fields, typed ? fromHex(row.text(kHashColumn)) : std::string());
}

/// Under the lock: another process may have been faster.
Result<void> appendFirst(Connection& connection, UtcTime now)
{
    const auto last = readLast(connection);
    if (!last || last->count > 0)
        return last ? Result<void>() : Result<void>(last.error());
    Changes unheard; // nobody listens yet
    record::AuditEntry entry;
    entry.at = now;
    entry.actor = kSystemActor;
    entry.action = "chain_begun";
    entry.subject = "store";
    return appendAudit(connection, unheard, std::move(entry));
}

/// What an act has found that somebody has decided in the CI system, against what was decided here.
Result<void> auditElsewhere(Connection& connection, Changes& changes, const Actor& actor, const Json& told, UtcTime now)
{
    const auto by = fieldOr<std::string>(told, "by", {});
    const auto reason = fieldOr<std::string>(told, "reason", {});
    const Json data = fieldOr<Json>(told, "data", Json::object());
    auto audited = appendAudit(connection, changes,
                               {.at = now,
                                .actor = by,
                                .action = "approval_decided",
                                .subject = "approval " + std::to_string(actor.approval),
                                .line = actor.line,
                                .reason = reason,
                                .evidenceHash = "elsewhere",
                                .data = dumpJson(data)});
    const Json breaks = fieldOr<Json>(data, "breaks", Json::array());
    if (!audited || breaks.empty())
        return audited;
    const auto approval = readApproval(connection, ApprovalId{actor.approval});
    if (!approval) // damaged, or gone: the record stands
        return {};
    return tellBroken(connection, changes, {approval->id, approval->request, approval->askedAt},
                      {by, reason, breaks, now});
}

} // namespace

Result<void> appendAudit(Connection& connection, Changes& changes, record::AuditEntry entry)
{
    const auto last = readLast(connection);
    if (!last)
        return last.error();
    record::AuditRecord record{
        .number = last->count + 1, .entry = std::move(entry), .previous = last->hash, .hash = {}};
    record::AuditEntry& made = record.entry;
    for (std::string* text : {&made.actor, &made.subject, &made.line, &made.reason, &made.data})
        *text = neutralise(withoutSecrets(*text));
    record.hash = record::auditHash(record::auditFields(record));
    const auto stored
        = connection.execute(kAppend, record.number, made.at, made.actor, made.action, made.subject, made.line,
                             made.reason, made.evidenceHash, made.data, record.previous, record.hash);
    if (!stored)
        return stored.error();
    changes.audit = true;
    return {};
}

Result<void> auditEffect(Connection& connection, Changes& changes, RunId run, const EffectText& effect, bool ended,
                         UtcTime now)
{
    if (effect.safety == safetyName(SafetyClass::Observe))
        return {};
    const auto of = firstOf<Actor>(connection.query(kRunOf, run), [](const Cursor& row) -> Result<Actor> {
        return Actor{row.text(0), row.text(1), row.integer(2)};
    });
    if (!of)
        return of.error();
    const Actor actor = of->value_or(Actor());
    Json data{{"safety", effect.safety}, {"node", effect.node}, {"round", effect.round}};
    if (ended)
        data["ok"] = !effect.failed;
    auto content = parseJson(ended ? effect.result : effect.intent);
    const Json told = ended && content ? fieldOr<Json>(*content, "elsewhere", Json()) : Json();
    if (!told.is_null())
        content->erase("elsewhere");
    data[ended ? "result" : "intent"] = content ? *content : Json();
    auto done = appendAudit(connection, changes,
                            {.at = now,
                             .actor = "agent:" + actor.agent,
                             .action = ended ? "effect_result" : "effect_intent",
                             .subject = "run " + std::to_string(run.value) + " effect " + effect.key,
                             .line = actor.line,
                             .reason = {},
                             .evidenceHash = {},
                             .data = dumpJson(data)});
    return done && !told.is_null() ? auditElsewhere(connection, changes, actor, told, now) : done;
}

Result<void> beginAudit(Connection& connection, UtcTime now)
{
    const auto seen = readLast(connection);
    if (!seen || seen->count > 0) // the usual case takes no lock
        return seen ? Result<void>() : Result<void>(seen.error());
    if (auto begun = connection.run(dialect::kBegin); !begun)
        return begun;
    auto done = appendFirst(connection, now);
    if (done)
        done = connection.run(dialect::kCommit);
    if (!done)
        static_cast<void>(connection.run(dialect::kRollback)); // the first error is the one to tell
    return done;
}

Result<std::vector<record::AuditRecord>> AuditRepository::list(std::int64_t after, int limit)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return collect<record::AuditRecord>((*connection)->query(kList, after, limit), readRecord);
}

Result<std::vector<record::AuditRecord>> AuditRepository::listBefore(std::int64_t number, int limit)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return collect<record::AuditRecord>((*connection)->query(kListBefore, number, limit), readRecord);
}

Result<record::AuditHead> AuditRepository::head()
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    auto last = readLast(**connection);
    if (!last || last->count == 0)
        return last;
    auto first = firstOf<std::string>((*connection)->query(kFirst),
                                      [](const Cursor& row) -> Result<std::string> { return row.text(0); });
    if (!first)
        return first.error();
    last = record::AuditHead{.count = last->count, .hash = last->hash, .first = first->value_or(std::string())};
    return last;
}

Result<std::optional<std::string>> AuditRepository::hashOf(std::int64_t number)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return firstOf<std::string>((*connection)->query(kHashOf, number),
                                [](const Cursor& row) -> Result<std::string> { return row.text(0); });
}

Result<record::AuditVerdict> AuditRepository::verify(const std::optional<record::AuditHead>& outside)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    auto rows = (*connection)->query(kWalk);
    if (!rows)
        return rows.error();
    record::ChainCheck check(outside);
    for (;;) {
        const auto found = rows->next();
        if (!found)
            return found.error();
        if (!*found)
            return check.finish();
        checkRow(check, *rows);
    }
}

} // namespace signalbox::store
