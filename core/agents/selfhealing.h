// SPDX-License-Identifier: GPL-3.0-or-later
// The self-healing agent: watches one pipeline run to its end and, where it fails,
// finds the cause, applies a fix that the policy allows, verifies it on the new
// attempt, learns, or hands over to a person.
//
// Thread  the graph is immutable; the ports must be usable from any thread
// Disk    node and channel names are stored with every run
// Source  SPEC 3
#pragma once

#include "core/base/policyrules.h"
#include "core/ci/cisystem.h"
#include "core/graph/graph.h"
#include "core/log/classify.h"
#include "core/record/knowledge.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace signalbox::agents {

inline constexpr std::string_view kSelfHealing = "self-healing";

/// What worked before. Told twice of the same run and attempt, it counts once.
class KnowledgeBase {
public:
    virtual ~KnowledgeBase() = default;
    virtual Result<std::vector<record::KnowledgeRecord>> find(const std::string& signature) = 0;
    virtual Result<int> occurrences(const std::string& signature) = 0; // runs that failed so, this one included
    virtual Result<void> saw(RunId run, const std::string& signature, const std::string& failureClass) = 0;
    virtual Result<void> learn(const record::FixOutcome& outcome) = 0;
};

/// The policy in force, and how much of it is used up.
class PolicySource {
public:
    virtual ~PolicySource() = default;
    virtual Result<PolicyRules> rules(const std::string& line) = 0;
    virtual Result<int> automaticActionsLastHour(const std::string& line) = 0;
};

/// Compiling the patterns takes its time, so it is done when they are first asked for.
using CatalogueSource = std::function<Result<std::shared_ptr<const log::Catalogue>>()>;

/// All outlive the graph. Without them a graph can be drawn, but not run.
struct SelfHealingPorts {
    ci::System* ci = nullptr;
    KnowledgeBase* knowledge = nullptr;
    PolicySource* policy = nullptr;
    CatalogueSource catalogue = nullptr;
};

Result<std::shared_ptr<const graph::Graph>> selfHealingGraph(const SelfHealingPorts& ports);

/// The input of a run that looks after `pipeline`.
Json selfHealingInput(const ci::RunRef& pipeline);

} // namespace signalbox::agents
