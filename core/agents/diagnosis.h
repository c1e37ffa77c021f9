// SPDX-License-Identifier: GPL-3.0-or-later
// What failed in a pipeline run, and which fix comes next.
//
// Thread  any; diagnose() blocks while it reads the logs of the failed jobs
#pragma once

#include "core/agents/action.h"
#include "core/agents/escalation.h"
#include "core/agents/selfhealing.h"

#include <optional>
#include <set>

namespace signalbox::agents {

struct Diagnosis {
    std::string branch; // of the run
    std::string job; // that failed and explains the failure
    int attempt = 1; // in which it did
    std::string step;
    std::optional<int> exitCode; // of the job; empty: its system does not tell
    std::optional<Milliseconds> ran; // the job; likewise
    bool isolated = false;
    std::vector<std::string> blocked; // jobs skipped because of it
    log::Classification found;
};

/// Reads the logs of the failed jobs of the newest attempt and takes the one that explains most.
Result<Diagnosis> diagnose(ci::System& ci, const CatalogueSource& catalogue, const ci::Run& run, std::stop_token stop);

Json toJson(const Diagnosis& diagnosis);
Diagnosis diagnosisFromJson(const Json& json);

/// The next fix, or why there is none.
struct Choice {
    std::optional<ActionType> fix;
    std::string reason; // why a person is asked: as EscalationEvidence::reason
    int mostAttempts = 0; // of the pipeline run, that the policy allows
    std::vector<ConsideredFix> considered;
};

struct ChoiceInput {
    const Diagnosis& diagnosis;
    const PolicyRules& rules;
    std::vector<record::KnowledgeRecord> records; // of this signature
    std::set<std::string> tried; // actions tried on this signature in this run
    int retriesUsed = 0;
    int actionsLastHour = 0;
    bool offersChanges = false; // for review
    bool takesDebug = false; // its jobs can be run again with more output
    std::vector<std::string> environments{}; // that what is run again may deploy to; "*": some
    UtcTime now{};
    record::Judgements judged; // of this signature, by people
};

Choice chooseNext(const ChoiceInput& input);

/// The same, but a person is asked: what was allowed has this verdict now.
Choice withoutFix(Choice choice, const std::string& reason, const std::string& verdict);

} // namespace signalbox::agents
