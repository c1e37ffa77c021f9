// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/ports.h"

#include "core/line/linefile.h"
#include "core/local/git.h"
#include "core/store/effectrepository.h"
#include "core/store/runrepository.h"

namespace signalbox::host {

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

Result<PolicyRules> LinePolicies::rules(const std::string& line)
{
    const auto folder = m_findFolder(line);
    if (!folder)
        return folder.error();
    const auto yaml = local::Git(*folder).fileAtDefaultBranch("signalbox.yaml", {});
    if (!yaml && yaml.error().code == ErrorCode::NotFound)
        return PolicyRules();
    if (!yaml)
        return yaml.error();
    auto read = line::readLineFile(*yaml);
    if (const auto* faults = std::get_if<std::vector<line::Fault>>(&read)) {
        const line::Fault& first = faults->front();
        return Error{ErrorCode::InvalidInput,
                     folder->string() + "/signalbox.yaml:" + std::to_string(first.line) + ": " + first.what};
    }
    return std::get<line::LineFile>(std::move(read)).policy;
}

Result<int> LinePolicies::automaticActionsLastHour(const std::string& line)
{
    return store::EffectRepository(m_database).actsSince(line, m_clock.now() - std::chrono::hours(1));
}

} // namespace signalbox::host
