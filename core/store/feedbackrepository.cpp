// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/feedbackrepository.h"

#include "core/base/redaction.h"
#include "core/store/auditlog.h"

#include <nlohmann/json.hpp>

namespace signalbox::store {

namespace {

using record::Judgement;

constexpr std::string_view kRun = "SELECT line FROM run WHERE id = ?1";
constexpr std::string_view kTries = "SELECT signature, fix, worked, heal_ms FROM outcome WHERE run = ?1"
                                    " ORDER BY attempt, fix";
constexpr std::string_view kSignature = "SELECT signature FROM occurrence WHERE run = ?1 ORDER BY at DESC LIMIT 1";
constexpr std::string_view kBefore = "SELECT changes FROM feedback WHERE run = ?1";
constexpr std::string_view kPut
    = "INSERT INTO feedback (run, signature, verdict, note, person, at, changes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
      " ON CONFLICT (run) DO UPDATE SET signature = excluded.signature, verdict = excluded.verdict,"
      " note = excluded.note, person = excluded.person, at = excluded.at, changes = excluded.changes";
// A record that was forgotten, or replaced by an import, keeps figures that can be.
constexpr std::string_view kChange
    = "UPDATE knowledge SET tried = CASE WHEN tried + ?3 < 0 THEN 0 ELSE tried + ?3 END,"
      " worked = CASE WHEN worked + ?4 < 0 THEN 0 WHEN worked + ?4 > tried + ?3 THEN tried + ?3 ELSE worked + ?4 END,"
      " heal_ms = CASE WHEN heal_ms + ?5 < 0 THEN 0 ELSE heal_ms + ?5 END WHERE signature = ?1 AND fix = ?2";
constexpr std::string_view kJudged = "SELECT verdict, COUNT(*) FROM feedback WHERE signature = ?1 GROUP BY verdict";

struct Try {
    std::string signature;
    std::string fix;
    bool worked = false;
    std::int64_t healMs = 0;
};

/// What the word does to the record of each fix: right counts a success once more, wrong takes it back, and what was no
/// failure is no try at all.
Json changesOf(Judgement judgement, const std::vector<Try>& tries)
{
    Json changes = Json::array();
    const auto change = [&](const Try& made, int tried, int worked, std::int64_t heal) {
        changes.push_back({{"signature", made.signature},
                           {"fix", made.fix},
                           {"tried", tried},
                           {"worked", worked},
                           {"heal_ms", heal}});
    };
    for (const Try& made : tries) {
        const int worked = made.worked ? 1 : 0;
        const std::int64_t heal = made.worked ? made.healMs : 0;
        if (judgement == Judgement::FalsePositive)
            change(made, -1, -worked, -heal);
        else if (made.worked && judgement == Judgement::Right)
            change(made, 1, 1, heal);
        else if (made.worked)
            change(made, 0, -1, -heal);
    }
    return changes;
}

Result<int> apply(Connection& connection, const Json& changes, int sign)
{
    std::int64_t changed = 0;
    for (const Json& change : changes) {
        const auto number = [&](const char* key) { return sign * fieldOr<std::int64_t>(change, key, 0); };
        const auto done = connection.execute(kChange, fieldOr<std::string>(change, "signature", {}),
                                             fieldOr<std::string>(change, "fix", {}), number("tried"), number("worked"),
                                             number("heal_ms"));
        if (!done)
            return done.error();
        changed += *done;
    }
    return static_cast<int>(changed);
}

Result<std::optional<std::string>> oneText(Connection& connection, std::string_view sql, RunId run)
{
    return firstOf<std::string>(connection.query(sql, run),
                                [](const Cursor& row) -> Result<std::string> { return row.text(0); });
}

Result<int> judgeNow(Connection& connection, Changes& changes, const Feedback& feedback)
{
    const auto line = oneText(connection, kRun, feedback.run);
    const auto before = oneText(connection, kBefore, feedback.run);
    const auto signature = oneText(connection, kSignature, feedback.run);
    const auto tries = collect<Try>(connection.query(kTries, feedback.run), [](const Cursor& row) -> Result<Try> {
        return Try{row.text(0), row.text(1), row.integer(2) != 0, row.integer(3)};
    });
    for (const Error* error : {line ? nullptr : &line.error(), before ? nullptr : &before.error(),
                               signature ? nullptr : &signature.error(), tries ? nullptr : &tries.error()})
        if (error)
            return *error;
    if (!*line)
        return Error{ErrorCode::NotFound, "there is no run " + std::to_string(feedback.run.value)};
    const auto undone = parseJson(before->value_or("[]"));
    if (auto back = apply(connection, undone ? *undone : Json::array(), -1); !back)
        return back;
    const Json made = changesOf(feedback.judgement, *tries);
    const auto changed = apply(connection, made, 1);
    if (!changed)
        return changed;
    const std::string_view verdict = record::judgementName(feedback.judgement);
    const auto stored
        = connection.execute(kPut, feedback.run, signature->value_or(std::string()), verdict,
                             withoutSecrets(feedback.note), feedback.act.by, feedback.act.at, dumpJson(made));
    if (!stored)
        return stored.error();
    changes.knowledge = true;
    auto audited = appendAudit(connection, changes,
                               {.at = feedback.act.at,
                                .actor = feedback.act.by,
                                .action = "feedback",
                                .subject = "run " + std::to_string(feedback.run.value),
                                .line = **line,
                                .reason = feedback.note,
                                .evidenceHash = {},
                                .data = dumpJson({{"verdict", verdict}, {"changes", made}})});
    return audited ? changed : Result<int>(audited.error());
}

} // namespace

Result<int> FeedbackRepository::judge(const Feedback& feedback)
{
    int changed = 0;
    const auto written = m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        const auto done = judgeNow(connection, changes, feedback);
        if (!done)
            return done.error();
        changed = *done;
        return {};
    });
    if (!written)
        return written.error();
    return changed;
}

Result<record::Judgements> FeedbackRepository::judgements(const std::string& signature)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    record::Judgements all;
    auto rows = (*connection)->query(kJudged, signature);
    if (!rows)
        return rows.error();
    for (;;) {
        const auto found = rows->next();
        if (!found)
            return found.error();
        if (!*found)
            return all;
        switch (record::judgementFromName(rows->text(0)).value_or(Judgement::Wrong)) {
        case Judgement::Right: all.right = rows->count(1); break;
        case Judgement::Wrong: all.wrong = rows->count(1); break;
        case Judgement::FalsePositive: all.falsePositive = rows->count(1); break;
        }
    }
}

} // namespace signalbox::store
