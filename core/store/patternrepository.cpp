// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/patternrepository.h"

#include "core/store/auditlog.h"
#include "core/store/knowledgerepository.h"

#include <nlohmann/json.hpp>

#include <map>

namespace signalbox::store {

namespace {

constexpr std::string_view kSwitch = "UPDATE knowledge SET autonomy = ?3 WHERE signature = ?1 AND fix = ?2";
constexpr std::string_view kSet = "SELECT autonomy, class FROM knowledge WHERE signature = ?1 AND fix = ?2";
constexpr std::string_view kSeen = "SELECT signature, COUNT(*) FROM occurrence GROUP BY signature";
constexpr std::string_view kFirstTries = "SELECT signature, fix, MIN(run) FROM outcome GROUP BY signature, fix";
constexpr std::string_view kEvidence
    = "SELECT occurrence.run, occurrence.line, occurrence.at, outcome.worked, outcome.heal_ms, feedback.verdict"
      " FROM occurrence LEFT JOIN outcome ON outcome.run = occurrence.run AND outcome.signature = occurrence.signature"
      " AND outcome.fix = ?2 AND outcome.attempt = (SELECT MAX(attempt) FROM outcome AS last"
      " WHERE last.run = occurrence.run AND last.signature = occurrence.signature AND last.fix = ?2)"
      " LEFT JOIN feedback ON feedback.run = occurrence.run AND feedback.signature = occurrence.signature"
      " WHERE occurrence.signature = ?1 ORDER BY occurrence.at DESC, occurrence.run DESC LIMIT ?3";

struct Set {
    std::string word;
    std::string failureClass;
};

Result<EvidenceRun> readEvidence(const Cursor& row)
{
    EvidenceRun run{.run = {row.integer(0)}, .line = row.text(1), .at = row.time(2)};
    if (!row.isNull(3))
        run.worked = row.integer(3) != 0;
    if (!row.isNull(4))
        run.healTime = Milliseconds(row.integer(4));
    if (!row.isNull(5))
        run.judged = record::judgementFromName(row.utf8(5));
    return run;
}

} // namespace

Result<std::vector<Pattern>> PatternRepository::list()
{
    auto records = KnowledgeRepository(m_database).list();
    if (!records)
        return records.error();
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    std::map<std::string, int, std::less<>> seen;
    std::map<std::pair<std::string, std::string>, RunId> first;
    const auto counts = collect<bool>((*connection)->query(kSeen), [&](const Cursor& row) -> Result<bool> {
        seen.emplace(row.text(0), row.count(1));
        return true;
    });
    const auto tries = collect<bool>((*connection)->query(kFirstTries), [&](const Cursor& row) -> Result<bool> {
        first.emplace(std::pair(row.text(0), row.text(1)), RunId{row.integer(2)});
        return true;
    });
    if (!counts || !tries)
        return counts ? tries.error() : counts.error();
    std::vector<Pattern> patterns;
    patterns.reserve(records->size());
    for (record::KnowledgeRecord& known : *records) {
        Pattern pattern;
        if (const auto times = seen.find(known.signature); times != seen.end())
            pattern.seen = times->second;
        if (const auto run = first.find({known.signature, known.fix}); run != first.end())
            pattern.firstTry = run->second;
        pattern.record = std::move(known);
        patterns.push_back(std::move(pattern));
    }
    return patterns;
}

Result<std::vector<EvidenceRun>> PatternRepository::evidence(const std::string& signature, const std::string& fix,
                                                             int limit)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return collect<EvidenceRun>((*connection)->query(kEvidence, signature, fix, limit), readEvidence);
}

Result<void> PatternRepository::setSwitch(const std::string& signature, const std::string& fix,
                                          record::PatternSwitch set, const Act& act)
{
    return m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        const auto before = firstOf<Set>(connection.query(kSet, signature, fix), [](const Cursor& row) -> Result<Set> {
            return Set{row.text(0), row.text(1)};
        });
        if (!before)
            return before.error();
        if (!*before)
            return Error{ErrorCode::NotFound, "there is no pattern " + signature + " with the fix " + fix};
        if ((*before)->word == record::switchName(set))
            return {};
        const auto stored = connection.execute(kSwitch, signature, fix, record::switchName(set));
        if (!stored)
            return stored.error();
        changes.knowledge = true;
        return appendAudit(connection, changes,
                           {.at = act.at,
                            .actor = act.by,
                            .action = "pattern_switched",
                            .subject = "signature " + signature,
                            .line = {},
                            .reason = {},
                            .evidenceHash = {},
                            .data = dumpJson({{"fix", fix},
                                              {"class", (*before)->failureClass},
                                              {"from", (*before)->word},
                                              {"to", record::switchName(set)}})});
    });
}

} // namespace signalbox::store
