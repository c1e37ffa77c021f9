// SPDX-License-Identifier: GPL-3.0-or-later
// Which failures of an npm install can be healed, and how.
//
// Thread  any: pure
// Disk    names of strategies are stored in states, knowledge and approvals
// Source  SPEC 4; the failure taxonomy
#pragma once

#include "core/agents/diagnosis.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::agents {

enum class NpmStrategy : std::uint8_t {
    RetryInstall, // after a while, with longer fetch time-outs
    VerifyCache, // npm cache verify
    EmptyCache, // everything is downloaded again
    RegenerateLockfile,
    LegacyPeerDeps // asks, whatever the policy says
};

std::string_view strategyName(NpmStrategy strategy); // "retry_install", …
std::optional<NpmStrategy> strategyFromName(std::string_view name);
SafetyClass safetyOf(NpmStrategy strategy);

/// The class that npm's own error code in `log` stands for ("npm error code ETARGET"); empty where it names none.
std::string classOfNpmCode(std::string_view log);

/// What npm's output says, with npm's own code before the patterns of the catalogue.
Result<Diagnosis> diagnoseNpm(const CatalogueSource& catalogue, std::string_view log, int exitCode);

struct StrategyInput {
    std::string failureClass;
    double confidence = 0;
    const PolicyRules& rules;
    std::vector<record::KnowledgeRecord> records; // of this signature
    std::vector<std::string> tried; // strategies of this run, whatever came of them
    int actionsLastHour = 0;
};

struct StrategyChoice {
    std::optional<NpmStrategy> next;
    std::string reason; // why a person is asked: as EscalationEvidence::reason
    int mostAttempts = 0; // that the policy allows
    std::vector<ConsideredFix> considered;
};

StrategyChoice chooseStrategy(const StrategyInput& input);

} // namespace signalbox::agents
