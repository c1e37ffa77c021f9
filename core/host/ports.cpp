// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/ports.h"

#include "core/gate/policychange.h"
#include "core/line/linefile.h"
#include "core/local/git.h"
#include "core/store/auditlog.h"
#include "core/store/feedbackrepository.h"
#include "core/store/policyrepository.h"
#include "core/store/runrepository.h"
#include "core/store/wakeups.h"

#include <nlohmann/json.hpp>

#include <array>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;

/// What agents do about a failure. What a gate lets through is none of it.
constexpr std::array kHealing{SafetyClass::Retry, SafetyClass::Cache, SafetyClass::PullRequest, SafetyClass::Workspace};

Result<agents::OutageSeat> seatIn(const std::optional<store::Outage>& outage, RunId run)
{
    agents::OutageSeat seat;
    if (!outage)
        return seat;
    seat.outage = outage->id;
    seat.leads = outage->lead == run;
    if (!outage->decision)
        return seat;
    auto decision = parseJson(*outage->decision);
    if (!decision)
        return decision.error();
    seat.decision = *std::move(decision);
    return seat;
}

Result<PolicyRules> rulesIn(const Result<PolicyFile>& file)
{
    if (!file)
        return file.error();
    if (!file->yaml)
        return PolicyRules();
    auto read = line::readLineFile(*file->yaml);
    if (const auto* faults = std::get_if<std::vector<line::Fault>>(&read)) {
        const line::Fault& first = faults->front();
        return Error{ErrorCode::InvalidInput, file->place + ":" + std::to_string(first.line) + ": " + first.what};
    }
    return std::get<line::LineFile>(std::move(read)).policy;
}

} // namespace

Result<PolicyFile> policyFileIn(const fs::path& repository)
{
    PolicyFile file{(repository / "signalbox.yaml").string(), {}};
    auto yaml = local::Git(repository).fileAtDefaultBranch("signalbox.yaml", {});
    if (!yaml && yaml.error().code != ErrorCode::NotFound)
        return yaml.error();
    if (yaml)
        file.yaml = *std::move(yaml);
    return file;
}

Result<std::vector<record::KnowledgeRecord>> StoredKnowledge::find(const std::string& signature)
{
    return store::KnowledgeRepository(m_database).find(signature);
}

Result<int> StoredKnowledge::occurrences(const std::string& signature)
{
    return store::KnowledgeRepository(m_database).occurrences(signature);
}

Result<void> StoredKnowledge::saw(RunId run, const std::string& signature, const std::string& failureClass)
{
    if (signature.empty())
        return {};
    const auto row = store::RunRepository(m_database).find(run);
    if (!row)
        return row.error();
    return store::KnowledgeRepository(m_database)
        .noteOccurrence(
            {.signature = signature, .failureClass = failureClass, .run = run, .line = row->line, .at = m_clock.now()});
}

Result<void> StoredKnowledge::learn(const record::FixOutcome& outcome)
{
    return store::KnowledgeRepository(m_database).record(outcome);
}

Result<record::Judgements> StoredKnowledge::judgements(const std::string& signature)
{
    return store::FeedbackRepository(m_database).judgements(signature);
}

Result<agents::OutageSeat> StoredBreaker::hit(RunId run, const std::string& signature, const std::string& failureClass)
{
    const auto outage
        = store::OutageRepository(m_database)
              .hit({.signature = signature, .failureClass = failureClass, .run = run, .at = m_clock.now()});
    if (!outage)
        return outage.error();
    return seatIn(*outage, run);
}

Result<agents::OutageSeat> StoredBreaker::seat(RunId run)
{
    const auto outage = store::OutageRepository(m_database).ofRun(run, m_clock.now());
    if (!outage)
        return outage.error();
    return seatIn(*outage, run);
}

Result<std::vector<std::string>> StoredBreaker::members(std::int64_t outage)
{
    const auto members = store::OutageRepository(m_database).members(outage);
    if (!members)
        return members.error();
    std::vector<std::string> names;
    for (const store::OutageMember& member : *members)
        names.push_back(member.line + " #" + member.number);
    return names;
}

Result<void> StoredBreaker::decide(std::int64_t outage, const Json& decision)
{
    if (auto closed = store::OutageRepository(m_database).decide(outage, dumpJson(decision), m_clock.now()); !closed)
        return closed;
    // Whoever is missed here, or begins to wait after it, is woken by the scheduler.
    const auto woken
        = store::WakeUps(m_database).answerEvent(agents::outageEvent(outage), Json::object(), m_clock.now());
    return woken ? Result<void>() : Result<void>(woken.error());
}

Result<PolicyRules> LinePolicies::inFile(const std::string& line) const
{
    return rulesIn(m_readFile(line));
}

Result<LinePolicies::Standing> LinePolicies::standing(const std::string& line)
{
    auto proposed = inFile(line);
    if (!proposed)
        return proposed.error();
    const auto accepted = store::PolicyRepository(m_database).accepted(line);
    if (!accepted)
        return accepted.error();
    Standing standing;
    standing.proposed = *std::move(proposed);
    standing.inForce = standing.proposed;
    if (!*accepted)
        return standing;
    const auto json = parseJson((*accepted)->rules);
    const auto before = json ? gate::policyFromJson(*json) : Result<PolicyRules>(json.error());
    if (!before)
        return Error{ErrorCode::Io, "the accepted policy of " + line + " cannot be read"};
    standing.accepted = (*accepted)->rules;
    standing.looser = gate::loosenings(*before, standing.proposed, m_clock.now());
    if (!standing.looser.empty())
        standing.inForce = *before;
    return standing;
}

Result<PolicyRules> LinePolicies::rules(const std::string& line)
{
    auto found = standing(line);
    if (!found)
        return found.error();
    if (m_heals && !m_heals(line)) {
        for (const SafetyClass safety : kHealing)
            found->inForce.autonomy[safety] = Autonomy::Never;
    }
    return found->inForce;
}

Result<std::optional<agents::PolicyProposal>> LinePolicies::keep(const std::string& line)
{
    const auto found = standing(line);
    if (!found)
        return found.error();
    const std::string rules = dumpJson(gate::toJson(found->proposed));
    if (!found->looser.empty())
        return std::optional(agents::PolicyProposal{line, found->accepted.value_or(""), rules, found->looser});
    const auto kept = store::PolicyRepository(m_database)
                          .accept({line, rules, std::string(store::kSystemActor), m_clock.now()}, found->accepted,
                                  found->accepted ? "nothing in it is looser" : "the first one");
    if (!kept && kept.error().code != ErrorCode::Conflict) // another process was faster
        return kept.error();
    return std::optional<agents::PolicyProposal>();
}

Result<void> LinePolicies::accept(const agents::PolicyProposal& proposal, const std::string& person,
                                  const std::string& reason)
{
    return store::PolicyRepository(m_database)
        .accept({proposal.line, proposal.rules, person, m_clock.now()}, proposal.before, reason);
}

Result<int> LinePolicies::automaticActionsLastHour(const std::string& line)
{
    return store::PolicyRepository(m_database).actionsSince(line, m_clock.now() - std::chrono::hours(1));
}

Result<bool> LinePolicies::takeAction(const agents::ActionClaim& claim, int limit)
{
    return store::PolicyRepository(m_database).takeAction({claim.line, claim.run, claim.key, m_clock.now()}, limit);
}

Result<PolicyRules> rulesOfFolder(const fs::path& folder)
{
    std::error_code error;
    for (fs::path above = folder; above != above.parent_path(); above = above.parent_path()) {
        if (fs::exists(above / ".git", error))
            return local::Git(above).defaultBranch({}) ? rulesIn(policyFileIn(above))
                                                       : PolicyRules(); // it may have no commit yet
    }
    return PolicyRules();
}

} // namespace signalbox::host
