// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/patterndesk.h"

#include "core/agents/action.h"
#include "core/agents/npmstrategy.h"
#include "core/base/digest.h"
#include "core/gate/policy.h"
#include "core/gate/policychange.h"
#include "core/host/runsummary.h"
#include "core/local/files.h"
#include "core/store/feedbackrepository.h"
#include "core/store/knowledgerepository.h"
#include "core/store/patternrepository.h"
#include "core/store/policyrepository.h"

#include <algorithm>

namespace signalbox::host {

namespace {

constexpr std::size_t kMaxBytes = 64 << 20;

std::optional<SafetyClass> safetyOfFix(const std::string& fix)
{
    if (const auto action = agents::actionFromName(fix))
        return agents::safetyOf(*action);
    if (const auto strategy = agents::strategyFromName(fix))
        return agents::safetyOf(*strategy);
    return std::nullopt; // of another version: no agent does it
}

Autonomy autonomyOf(const PolicyRules& rules, SafetyClass safety)
{
    const auto declared = rules.autonomy.find(safety);
    return declared == rules.autonomy.end() ? gate::defaultAutonomy(safety) : declared->second;
}

std::string_view lockWords(AutoLock lock)
{
    switch (lock) {
    case AutoLock::PullRequest: return "it opens a pull request, which a person merges";
    case AutoLock::AlwaysAsks: return "what is destructive always asks a person";
    case AutoLock::PolicyAsks: return "the policy of every line asks a person";
    case AutoLock::PolicyForbids: return "the policy of every line forbids it";
    case AutoLock::None: break;
    }
    return {};
}

Error inFile(const std::filesystem::path& file, const Error& error)
{
    return {error.code, file.string() + ": " + error.detail};
}

/// A run as it is called, or by its number where it is gone.
EvidenceRow rowOf(store::Database& database, const store::EvidenceRun& run)
{
    EvidenceRow row{.run = run.run,
                    .line = run.line,
                    .number = {},
                    .state = RunState::Cancelled,
                    .at = run.at,
                    .worked = run.worked,
                    .healTime = run.healTime,
                    .judged = run.judged};
    if (const auto stored = store::RunRepository(database).find(run.run)) {
        const RunSummary summary = summaryOf(*stored);
        row.number = summary.number;
        row.state = summary.state;
    }
    return row;
}

} // namespace

AutoLock lockOf(const std::string& fix, const std::vector<PolicyRules>& policies)
{
    const auto safety = safetyOfFix(fix);
    if (!safety)
        return AutoLock::None;
    if (*safety == SafetyClass::PullRequest)
        return AutoLock::PullRequest;
    if (*safety == SafetyClass::Destructive)
        return AutoLock::AlwaysAsks;
    Autonomy most = policies.empty() ? gate::defaultAutonomy(*safety) : Autonomy::Never;
    for (const PolicyRules& rules : policies)
        most = std::min(most, autonomyOf(rules, *safety)); // automatic, ask, never: in this order
    return most == Autonomy::Automatic ? AutoLock::None
        : most == Autonomy::Ask        ? AutoLock::PolicyAsks
                                       : AutoLock::PolicyForbids;
}

Result<std::vector<PolicyRules>> PatternDesk::policies()
{
    const auto accepted = store::PolicyRepository(m_database).list();
    if (!accepted)
        return accepted.error();
    std::vector<PolicyRules> rules;
    for (const store::AcceptedPolicy& policy : *accepted) {
        const auto json = parseJson(policy.rules);
        auto read = json ? gate::policyFromJson(*json) : Result<PolicyRules>(json.error());
        if (!read)
            return Error{ErrorCode::Io, "the accepted policy of " + policy.line + " cannot be read"};
        rules.push_back(*std::move(read));
    }
    return rules;
}

Result<std::vector<KnowledgeRow>> PatternDesk::patterns()
{
    const auto patterns = store::PatternRepository(m_database).list();
    if (!patterns)
        return patterns.error();
    const auto rules = policies();
    if (!rules)
        return rules.error();
    std::vector<KnowledgeRow> rows;
    rows.reserve(patterns->size());
    for (const store::Pattern& pattern : *patterns) {
        const record::KnowledgeRecord& known = pattern.record;
        rows.push_back({.signature = known.signature,
                        .failureClass = known.failureClass,
                        .fix = known.fix,
                        .tried = known.tried,
                        .worked = known.worked,
                        .lastSeen = known.lastSeen,
                        .seen = pattern.seen,
                        .firstTry = pattern.firstTry,
                        .autonomy = known.autonomy,
                        .lock = lockOf(known.fix, *rules)});
    }
    return rows;
}

Result<std::vector<EvidenceRow>> PatternDesk::evidence(const PatternKey& pattern, int limit)
{
    const auto runs = store::PatternRepository(m_database).evidence(pattern.signature, pattern.fix, limit);
    if (!runs)
        return runs.error();
    std::vector<EvidenceRow> rows;
    for (const store::EvidenceRun& run : *runs)
        rows.push_back(rowOf(m_database, run));
    return rows;
}

Result<void> PatternDesk::set(const PatternKey& pattern, record::PatternSwitch to)
{
    if (to == record::PatternSwitch::Auto) {
        const auto rules = policies();
        if (!rules)
            return rules.error();
        if (const AutoLock lock = lockOf(pattern.fix, *rules); lock != AutoLock::None)
            return Error{ErrorCode::Conflict,
                         pattern.fix + " cannot be switched to auto: " + std::string(lockWords(lock))};
    }
    return store::PatternRepository(m_database)
        .setSwitch(pattern.signature, pattern.fix, to, {m_person, m_clock.now()});
}

Result<int> PatternDesk::judge(RunId run, record::Judgement judgement, const std::string& note)
{
    return store::FeedbackRepository(m_database)
        .judge({.run = run, .judgement = judgement, .note = note, .act = {m_person, m_clock.now()}});
}

Result<void> PatternDesk::forget(const std::string& signature)
{
    return store::KnowledgeRepository(m_database).forget(signature, {m_person, m_clock.now()});
}

Result<ImportOffer> PatternDesk::planImport(const std::filesystem::path& file)
{
    const auto text = local::readFile(file, kMaxBytes);
    if (!text)
        return text.error();
    auto plan = store::KnowledgeRepository(m_database).planImport(*text);
    if (!plan)
        return inFile(file, plan.error());
    return ImportOffer{.file = file, .digest = digestHex(*text), .plan = *std::move(plan)};
}

Result<int> PatternDesk::importFile(const std::filesystem::path& file, const std::string& digest)
{
    const auto text = local::readFile(file, kMaxBytes);
    if (!text)
        return text.error();
    if (digestHex(*text) != digest)
        return Error{ErrorCode::Conflict, file.string() + " has changed since it was looked at; look again"};
    auto taken = store::KnowledgeRepository(m_database).importText(*text, {m_person, m_clock.now()});
    return taken ? taken : inFile(file, taken.error());
}

Result<void> PatternDesk::exportTo(const std::filesystem::path& file)
{
    const auto text = store::KnowledgeRepository(m_database).exportText();
    if (!text)
        return text.error();
    return local::replaceFile(file, *text);
}

} // namespace signalbox::host
