// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence of a request at a gate: what changes, how its run went so far, and who else can let it through.
//
// Thread  any: pure
// Disk    the JSON form is the evidence of a stored approval; its hash binds the decision
// Source  SPEC 14, COPY.md "Advisory, ways around"
#pragma once

#include "core/base/json.h"
#include "core/base/policyrules.h"
#include "core/ci/gate.h"
#include "core/gate/approval.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace signalbox::agents {

/// The kind of a request at a gate.
inline constexpr std::string_view kDeployment = "deployment";

/// A path to the environment that the gate does not close.
struct WayAround {
    std::string way; // "one_reviewer", "anyone_starts", "admins_bypass", "self_review"
    int people = 0; // of one_reviewer: who may approve there, besides the members of teams
    int teams = 0;
    int needed = 0; // by the policy
};

/// Whether the CI system keeps others from letting it through. Unknown: it did not tell all that counts.
enum class Enforcement : std::uint8_t { Enforced, Advisory, Unknown };

std::string_view enforcementName(Enforcement enforcement); // "enforced", "advisory", "unknown"
std::optional<Enforcement> enforcementFromName(std::string_view name);

struct GateEvidence {
    std::string provider; // "github"
    ci::Run run; // as it stood when it was looked at, with its jobs
    ci::PendingGate gate;
    std::optional<ci::GateRules> rules; // nothing: see rulesFault
    std::string rulesFault;
    std::optional<ci::GateChanges> changes; // nothing: see changesFault
    std::string changesFault;
    std::string policyFault; // why the policy cannot be read; empty: it can
    std::string riskFrom; // "policy_environment", "production_name", "any_environment"
    gate::RiskLevel risk = gate::RiskLevel::Medium;
    std::vector<gate::Against> against;
    std::string freeze; // why changes are frozen now
    std::string fault; // what was said when a decision was sent before
};

/// By rule, as long as nobody measures the risk: an environment that always asks, or whose name says production.
void addRisk(GateEvidence& evidence, const PolicyRules& rules, UtcTime now);

std::vector<WayAround> waysAround(const GateEvidence& evidence, int needed);
Enforcement enforcementOf(const GateEvidence& evidence, int needed);

/// `needed`: approvers by the policy.
Json toJson(const GateEvidence& evidence, int needed);

/// What is sent to the CI system with a decision.
struct SentReview {
    std::string verdict; // "approve", "reject", "expired"
    int approvers = 0;
    std::string evidenceHash;
    std::string reason;
};

/// "Approved by 1 of 1 in Signalbox. Risk high, evidence a41c09e2. Reason: rehearsed"
std::string reviewComment(const gate::Request& request, const SentReview& review);

/// Those that a gate is or waits for alone: "signalbox"; empty: people decide.
std::string ruleNames(const ci::PendingGate& gate);

/// A member that is a list of texts; empty where it is none.
std::vector<std::string> textsIn(const Json& json, std::string_view key);

Json toJson(const ci::PendingGate& gate);
ci::PendingGate gateFromJson(const Json& json);

} // namespace signalbox::agents
