// SPDX-License-Identifier: GPL-3.0-or-later
// What the steps of the self-healing agent have in common: looking at an attempt,
// diagnosing it, carrying out a fix, and asking a person.
//
// Thread  that of the node
// Disk    effect keys: "attempt:N", "diagnosis:N", "choice:N", "fix:N:clear_caches", "fix:N:rerun", N being the
//         attempt looked at; after R refusals "fix:N.R:…"
#pragma once

#include "core/agents/diagnosis.h"
#include "core/agents/selfhealing.h"

#include <optional>

namespace signalbox::agents {

/// Before the name of the action, in the choice of an escalation.
inline constexpr std::string_view kTryFix = "try_fix:";
/// The choice of an escalation that begins with a look at the attempt again: what kept it from being seen is mended.
inline constexpr std::string_view kLookAgain = "look_again";

/// A finished attempt.
struct AttemptView {
    std::string conclusion; // "passed", "failed", "cancelled"
    std::string branch, commit, author, trigger;
    std::int64_t endedMs = 0;
    int attempt = 1; // that of the question, or a later one that somebody has started since
    bool isHeld = false; // it has passed as far as it went, and waits for a person there
};

/// What a look has seen.
struct AttemptLook {
    std::optional<AttemptView> view; // nothing: it still runs
    int attempt = 1; // whose end is to be waited for then
};

Result<AttemptLook> observeAttempt(ci::System& ci, const ci::RunRef& run, int attempt,
                                   const graph::NodeContext& context);

/// The end of the attempt, or another look with backoff in case nobody tells of it.
graph::Happening nextLook(const ci::System& ci, const ci::RunRef& run, int attempt, const graph::NodeContext& context);

Result<Diagnosis> diagnoseAttempt(const SelfHealingPorts& ports, const ci::RunRef& run, int attempt,
                                  const graph::NodeContext& context);

/// Of a choice, beside the failure.
struct Circumstances {
    const Json& tried; // the channel fixes_tried
    int retriesBefore = 0; // likewise
    UtcTime now = {};
    std::stop_token stop = {};
};

Result<Choice> chooseFor(const SelfHealingPorts& ports, const ci::RunRef& run, const Diagnosis& diagnosis,
                         const Circumstances& at);

/// The same, chosen once for this attempt; that the failure was seen is noted with it. Answers with
/// {"next_fix", "reason", "most_attempts", "considered"}.
Result<Json> chooseOnce(const SelfHealingPorts& ports, const graph::State& state, const Diagnosis& diagnosis,
                        const graph::NodeContext& context);

/// The attempt that a fix has started.
struct StartedAttempt {
    int attempt = 0;
    std::int64_t startedMs = 0;
};

/// Why nothing is tried: a newer commit of its branch is looked after instead.
inline constexpr std::string_view kOvertaken = "overtaken";

struct Try {
    ActionType action = ActionType::RerunFailedJobs;
    int failedAttempt = 1;
    std::int64_t refusals = 0; // of tries in this run before
};

/// Before the keys of its effects.
std::string fixKey(const Try& what);

/// Nothing of a run that a newer one of its branch has overtaken: what it deploys would take the place of the newer.
Result<StartedAttempt> carryOut(const SelfHealingPorts& ports, const ci::RunRef& run, const Try& what,
                                const graph::NodeContext& context);

EscalationEvidence gatherEvidence(const graph::State& state, int occurrences);

/// The JSON form of the gate::Request for the evidence in `state`.
Json escalationRequest(const graph::State& state);

} // namespace signalbox::agents
