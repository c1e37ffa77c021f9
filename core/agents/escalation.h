// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence of an escalation: what failed, what was tried, and why a person is asked.
//
// Disk    the JSON form is the evidence of a stored approval; its hash binds the decision
#pragma once

#include "core/base/json.h"
#include "core/record/knowledge.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace signalbox::agents {

struct EvidenceLine {
    std::int64_t line = 0;
    std::string text;
};

/// A fix that was considered, and why it was not taken.
struct ConsideredFix {
    std::string action;
    std::string safety;
    std::string verdict; // "allowed", "tried", "asks", "never", "limit", "unsupported", "suggest", "off"
    int timesTried = 0; // its record against this signature
    int timesWorked = 0;
    double expected = 0.5; // share of tries that work, by that record
};

/// Whether the page of an offered change is one of GitLab, which calls it so.
bool isMergeRequest(std::string_view page);

/// Whether a person may choose it all the same.
bool isOnOffer(const ConsideredFix& fix);
/// The verdict of the policy, as the switch of the pattern leaves it.
std::string switched(std::string verdict, record::PatternSwitch set);

struct TriedAttempt {
    std::string action;
    int attempt = 0; // of the pipeline run
    std::string outcome; // "failed"
};

struct EscalationEvidence {
    std::string reason; // "unknown_cause", "no_fix", "limit_spent", "low_confidence", "policy", "fix_failed",
                        // "outage", "false_alarm", "cancelled", "switched", "refused", "vanished", "no_rules",
                        // "not_made", "offered"
    std::string fault; // what was said, where something outside refuses or is not there any more
    std::string pullRequest; // the page of one that is open with the fix
    std::string issue; // the page of the one that tells of it
    std::string issueFault; // why there is none
    std::string line, number, branch, commit, author;
    std::string job; // that failed
    std::string step; // its failing command
    std::optional<int> exitCode; // empty: its system does not tell
    std::string failureClass, transient, signature; // transient: "yes", "no", "unknown"
    double confidence = 0; // share
    std::vector<EvidenceLine> rootCause; // the root cause first
    std::vector<ConsideredFix> considered;
    std::vector<TriedAttempt> tried;
    int occurrences = 0; // of this signature before
    std::vector<std::string> blocked; // jobs that did not run because of it
    bool isolated = false; // the job ran in a sandbox
    std::int64_t outage = 0; // that this asks for; 0: for this run alone
    Json advice; // of the language model, as Advised in JSON without its exchanges; null: none was asked
    std::vector<std::string> runs; // of the outage when it was asked, the first is this one: "parser #3"
};

Json toJson(const ConsideredFix& fix);
ConsideredFix consideredFromJson(const Json& json);
Json toJson(const EscalationEvidence& evidence);
/// Null where it is not told. Nothing failed with 0: that stood for the same once.
Json exitCodeToJson(std::optional<int> code);
std::optional<int> exitCodeIn(const Json& json);
Result<EscalationEvidence> escalationFromJson(const Json& json);

} // namespace signalbox::agents
