// SPDX-License-Identifier: GPL-3.0-or-later
// What the agents ask of the store and of the repositories.
//
// Thread     any
// Ownership  the database and the workspace's lines outlive them
#pragma once

#include "core/agents/selfhealing.h"
#include "core/store/knowledgerepository.h"

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

private:
    store::Database& m_database;
    const Clock& m_clock;
};

/// Policy from signalbox.yaml on the default branch, never from the commit being judged.
class LinePolicies final : public agents::PolicySource {
public:
    using FindFolder = std::function<Result<std::filesystem::path>(const std::string& line)>;
    LinePolicies(store::Database& database, const Clock& clock, FindFolder findFolder)
        : m_database(database), m_clock(clock), m_findFolder(std::move(findFolder))
    {
    }

    /// InvalidInput with file, line and key where the file has faults; the defaults where there is no file.
    Result<PolicyRules> rules(const std::string& line) override;
    Result<int> automaticActionsLastHour(const std::string& line) override;

private:
    store::Database& m_database;
    const Clock& m_clock;
    const FindFolder m_findFolder;
};

} // namespace signalbox::host
