// SPDX-License-Identifier: GPL-3.0-or-later
// What the agents ask of the store and of the repositories.
//
// Thread     any
// Ownership  the database and the workspace's lines outlive them
#pragma once

#include "core/agents/policyreview.h"
#include "core/agents/selfhealing.h"
#include "core/store/knowledgerepository.h"
#include "core/store/outagerepository.h"

#include <filesystem>
#include <functional>

namespace signalbox::host {

class StoredKnowledge final : public agents::KnowledgeBase {
public:
    StoredKnowledge(store::Database& database, const Clock& clock) : m_database(database), m_clock(clock) { }

    Result<std::vector<record::KnowledgeRecord>> find(const std::string& signature) override;
    Result<int> occurrences(const std::string& signature) override;
    Result<void> saw(RunId run, const std::string& signature, const std::string& failureClass) override;
    Result<void> learn(const record::FixOutcome& outcome) override;
    Result<record::Judgements> judgements(const std::string& signature) override;

private:
    store::Database& m_database;
    const Clock& m_clock;
};

class StoredBreaker final : public agents::CircuitBreaker {
public:
    StoredBreaker(store::Database& database, const Clock& clock) : m_database(database), m_clock(clock) { }

    Result<agents::OutageSeat> hit(RunId run, const std::string& signature, const std::string& failureClass) override;
    Result<agents::OutageSeat> seat(RunId run) override;
    Result<std::vector<std::string>> members(std::int64_t outage) override;
    Result<void> decide(std::int64_t outage, const Json& decision) override;

private:
    store::Database& m_database;
    const Clock& m_clock;
};

/// signalbox.yaml as the default branch of a repository has it.
struct PolicyFile {
    std::string place; // for messages
    std::optional<std::string> yaml; // nothing: there is no such file
};

Result<PolicyFile> policyFileIn(const std::filesystem::path& repository);

/// Policy from signalbox.yaml on the default branch, never from the commit being judged. What is looser than the
/// policy that was accepted last is not in force before a person has approved it.
class LinePolicies final : public agents::PolicySource, public agents::PolicyKeeper {
public:
    using ReadFile = std::function<Result<PolicyFile>(const std::string& line)>;
    /// `heals`: whether agents may change anything of a line, whatever its file says; without it, they may.
    LinePolicies(store::Database& database, const Clock& clock, ReadFile readFile,
                 std::function<bool(const std::string& line)> heals = {})
        : m_database(database), m_clock(clock), m_readFile(std::move(readFile)), m_heals(std::move(heals))
    {
    }

    /// InvalidInput with file, line and key where the file has faults; the defaults where there is no file.
    Result<PolicyRules> rules(const std::string& line) override;
    Result<int> automaticActionsLastHour(const std::string& line) override;
    Result<bool> takeAction(const agents::ActionClaim& claim, int limit) override;
    Result<void> accept(const agents::PolicyProposal& proposal, const std::string& person,
                        const std::string& reason) override;

    /// What the file says beside what is in force.
    struct Standing {
        PolicyRules inForce;
        std::optional<std::string> accepted; // JSON text
        PolicyRules proposed;
        std::vector<std::string> looser;
    };
    Result<Standing> standing(const std::string& line);
    /// Puts the file's policy in force, or answers with what a person has to approve first.
    Result<std::optional<agents::PolicyProposal>> keep(const std::string& line);

private:
    Result<PolicyRules> inFile(const std::string& line) const;

    store::Database& m_database;
    const Clock& m_clock;
    const ReadFile m_readFile;
    const std::function<bool(const std::string& line)> m_heals;
};

/// The policy of the repository that holds `folder`; the defaults where there is none.
Result<PolicyRules> rulesOfFolder(const std::filesystem::path& folder);

} // namespace signalbox::host
