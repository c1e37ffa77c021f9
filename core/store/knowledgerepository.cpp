// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/knowledgerepository.h"

#include "core/base/digest.h"
#include "core/store/auditlog.h"

#include <nlohmann/json.hpp>

#include <limits>
#include <map>

namespace signalbox::store {

namespace {

constexpr std::string_view kOutcome
    = "INSERT INTO outcome (run, attempt, signature, fix, worked, heal_ms, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
      " ON CONFLICT (run, attempt, fix) DO NOTHING";
constexpr std::string_view kCount
    = "INSERT INTO knowledge (signature, fix, class, tried, worked, heal_ms, last_seen)"
      " VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6)"
      " ON CONFLICT (signature, fix) DO UPDATE SET class = excluded.class, tried = knowledge.tried + 1,"
      " worked = knowledge.worked + excluded.worked, heal_ms = knowledge.heal_ms + excluded.heal_ms,"
      " last_seen = CASE WHEN excluded.last_seen > knowledge.last_seen THEN excluded.last_seen"
      " ELSE knowledge.last_seen END";
constexpr std::string_view kImport
    = "INSERT INTO knowledge (signature, fix, class, tried, worked, heal_ms, last_seen, autonomy)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
      " ON CONFLICT (signature, fix) DO UPDATE SET class = excluded.class, tried = excluded.tried,"
      " worked = excluded.worked, heal_ms = excluded.heal_ms, last_seen = excluded.last_seen"
      " WHERE excluded.tried > knowledge.tried";
#define SIGNALBOX_RECORD "SELECT signature, class, fix, tried, worked, heal_ms, last_seen, autonomy FROM knowledge"
constexpr std::string_view kFind = SIGNALBOX_RECORD " WHERE signature = ?1 ORDER BY fix";
constexpr std::string_view kOne = SIGNALBOX_RECORD " WHERE signature = ?1 AND fix = ?2";
constexpr std::string_view kList = SIGNALBOX_RECORD " ORDER BY last_seen DESC, signature, fix LIMIT ?1";
#undef SIGNALBOX_RECORD
constexpr std::string_view kOccurrence = "INSERT INTO occurrence (signature, run, class, line, at)"
                                         " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (signature, run) DO NOTHING";
constexpr std::string_view kOccurrences = "SELECT COUNT(*) FROM occurrence WHERE signature = ?1";
constexpr std::string_view kForgetKnowledge = "DELETE FROM knowledge WHERE signature = ?1";
constexpr std::string_view kForgetOutcomes = "DELETE FROM outcome WHERE signature = ?1";
constexpr std::string_view kForgetFeedback = "DELETE FROM feedback WHERE signature = ?1";
constexpr std::string_view kForgetOccurrences = "DELETE FROM occurrence WHERE signature = ?1";

Result<record::KnowledgeRecord> readRecord(const Cursor& row)
{
    return record::KnowledgeRecord{.signature = row.text(0),
                                   .failureClass = row.text(1),
                                   .fix = row.text(2),
                                   .tried = row.count(3),
                                   .worked = row.count(4),
                                   .healTotal = Milliseconds(row.integer(5)),
                                   .lastSeen = row.time(6),
                                   .autonomy
                                   = record::switchFromName(row.utf8(7)).value_or(record::PatternSwitch::Suggest)};
}

Result<void> auditAct(Connection& connection, Changes& changes, const Act& act, const char* action,
                      const std::string& subject)
{
    return appendAudit(connection, changes,
                       {.at = act.at,
                        .actor = act.by,
                        .action = action,
                        .subject = subject,
                        .line = {},
                        .reason = {},
                        .evidenceHash = {}});
}

Result<std::optional<record::KnowledgeRecord>> readOne(Connection& connection, const std::string& signature,
                                                       const std::string& fix)
{
    return firstOf<record::KnowledgeRecord>(connection.query(kOne, signature, fix), readRecord);
}

/// Which of them an import takes over, and what they replace.
Result<record::ImportPlan> planOf(Connection& connection, std::vector<record::KnowledgeRecord> records)
{
    record::ImportPlan plan;
    std::map<std::pair<std::string, std::string>, std::size_t> planned; // a file may name a pattern twice
    for (record::KnowledgeRecord& known : records) {
        const std::pair key{known.signature, known.fix};
        if (const auto twin = planned.find(key); twin != planned.end()) {
            record::ImportChange& before = plan.changes[twin->second];
            ++plan.kept;
            if (known.tried > before.after.tried)
                std::swap(before.after, known);
            continue;
        }
        auto here = readOne(connection, known.signature, known.fix);
        if (!here)
            return here.error();
        if (*here && known.tried <= (*here)->tried) {
            ++plan.kept;
            continue;
        }
        if (*here)
            known.autonomy = (*here)->autonomy; // what was said here stands
        planned.emplace(key, plan.changes.size());
        plan.changes.push_back({*std::move(here), std::move(known)});
    }
    return plan;
}

Result<std::vector<record::KnowledgeRecord>> recordsIn(std::string_view text)
{
    const auto json = parseJson(text);
    if (!json)
        return Error{ErrorCode::InvalidInput,
                     "no knowledge: " + json.error().detail + "; signalboxctl knowledge export writes such a file"};
    return record::knowledgeFromJson(*json);
}

} // namespace

Result<void> KnowledgeRepository::record(const record::FixOutcome& outcome)
{
    return m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        const Milliseconds heal = outcome.worked ? outcome.healTime : Milliseconds::zero();
        const auto first = connection.execute(kOutcome, outcome.run, outcome.attempt, outcome.signature, outcome.fix,
                                              outcome.worked, heal, outcome.at);
        if (!first)
            return first.error();
        if (*first == 0)
            return {};
        const auto counted = connection.execute(kCount, outcome.signature, outcome.fix, outcome.failureClass,
                                                outcome.worked, heal, outcome.at);
        if (!counted)
            return counted.error();
        changes.knowledge = true;
        return {};
    });
}

Result<void> KnowledgeRepository::noteOccurrence(const Occurrence& occurrence)
{
    return m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        const auto noted = connection.execute(kOccurrence, occurrence.signature, occurrence.run,
                                              occurrence.failureClass, occurrence.line, occurrence.at);
        if (!noted)
            return noted.error();
        changes.knowledge |= *noted > 0;
        return {};
    });
}

Result<std::vector<record::KnowledgeRecord>> KnowledgeRepository::find(const std::string& signature)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return collect<record::KnowledgeRecord>((*connection)->query(kFind, signature), readRecord);
}

Result<std::vector<record::KnowledgeRecord>> KnowledgeRepository::list(int limit)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return collect<record::KnowledgeRecord>((*connection)->query(kList, limit), readRecord);
}

Result<int> KnowledgeRepository::occurrences(const std::string& signature)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    const auto count = (*connection)->number(kOccurrences, signature);
    if (!count)
        return count.error();
    return static_cast<int>(*count);
}

Result<void> KnowledgeRepository::forget(const std::string& signature, const Act& act)
{
    return m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        std::int64_t gone = 0;
        for (const std::string_view sql : {kForgetKnowledge, kForgetOutcomes, kForgetOccurrences, kForgetFeedback}) {
            const auto removed = connection.execute(sql, signature);
            if (!removed)
                return removed.error();
            gone += *removed;
        }
        if (gone == 0)
            return Error{ErrorCode::NotFound, "nothing is known of signature " + signature};
        changes.knowledge = true;
        return auditAct(connection, changes, act, "knowledge_forgotten", "signature " + signature);
    });
}

Result<std::string> KnowledgeRepository::exportText()
{
    const auto all = list(std::numeric_limits<int>::max());
    if (!all)
        return all.error();
    return record::toJson(*all).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<record::ImportPlan> KnowledgeRepository::planImport(std::string_view text)
{
    auto records = recordsIn(text);
    if (!records)
        return records.error();
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return planOf(**connection, *std::move(records));
}

Result<int> KnowledgeRepository::importText(std::string_view text, const Act& act)
{
    const auto records = recordsIn(text);
    if (!records)
        return records.error();
    std::int64_t taken = 0;
    auto written = m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        for (const record::KnowledgeRecord& known : *records) {
            const auto stored
                = connection.execute(kImport, known.signature, known.fix, known.failureClass, known.tried, known.worked,
                                     known.healTotal, known.lastSeen, record::switchName(known.autonomy));
            if (!stored)
                return stored.error();
            taken += *stored;
        }
        if (taken == 0)
            return {}; // all of it was known
        changes.knowledge = true;
        return auditAct(connection, changes, act, "knowledge_imported",
                        std::to_string(taken) + " records, digest " + digestHex(text));
    });
    if (!written)
        return written.error();
    return static_cast<int>(taken);
}

} // namespace signalbox::store
