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
#include <optional>
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
    virtual Result<record::Judgements> judgements(const std::string& signature) = 0; // by people
};

/// One automatic action; told twice of the same run and key, it counts once.
struct ActionClaim {
    std::string line;
    RunId run;
    std::string key;
};

/// The policy in force, and how much of it is used up.
class PolicySource {
public:
    virtual ~PolicySource() = default;
    virtual Result<PolicyRules> rules(const std::string& line) = 0;
    virtual Result<int> automaticActionsLastHour(const std::string& line) = 0;
    /// Counts the action; false where `limit` of them were taken within the hour, by whatever process.
    virtual Result<bool> takeAction(const ActionClaim& claim, int limit) = 0;
};

/// Where a run stands in an outage: one failure that hits several runs at once.
struct OutageSeat {
    std::int64_t outage = 0; // 0: in none
    bool leads = false; // asks the person for all of them
    std::optional<Json> decision; // what the person decided, for all
};

/// Stops retrying when one failure signature hits several runs at once.
class CircuitBreaker {
public:
    virtual ~CircuitBreaker() = default;
    /// A run has failed so, just now. Opens an outage with the third run, or joins the one that is open.
    virtual Result<OutageSeat> hit(RunId run, const std::string& signature, const std::string& failureClass) = 0;
    /// The newest outage that the run was in. Where the run that leads it has ended, this one leads now.
    virtual Result<OutageSeat> seat(RunId run) = 0;
    virtual Result<std::vector<std::string>> members(std::int64_t outage) = 0; // "parser #3", the lead first
    /// Ends the outage for all of its runs. The first decision stands.
    virtual Result<void> decide(std::int64_t outage, const Json& decision) = 0;
};

/// The event that the runs of an outage wait for, and the outage that an event tells of.
std::string outageEvent(std::int64_t outage);
std::optional<std::int64_t> outageOf(std::string_view event);

class Adviser;
class ChangeBench;
class IssueBench;
class NpmWorkbench;

/// Compiling the patterns takes its time, so it is done when they are first asked for.
using CatalogueSource = std::function<Result<std::shared_ptr<const log::Catalogue>>()>;

/// All outlive the graph. Without them a graph can be drawn, but not run.
struct SelfHealingPorts {
    ci::System* ci = nullptr;
    KnowledgeBase* knowledge = nullptr;
    PolicySource* policy = nullptr;
    CatalogueSource catalogue = nullptr;
    CircuitBreaker* breaker = nullptr; // null: every run is on its own
    ChangeBench* changes = nullptr; // null: nothing is offered for review
    NpmWorkbench* npm = nullptr; // where such a change is made
    Adviser* adviser = nullptr; // null: no model is asked
    IssueBench* issues = nullptr; // null: no issue is opened
    /// The number of a later run of its branch and workflow with another commit; empty: none is known. None: nobody
    /// knows.
    std::function<Result<std::string>(const ci::Run& run, const std::stop_token& stop)> newer = {};
    /// As ci::RemoteSystem::environmentsOf(). None: nothing of it deploys.
    std::function<Result<std::vector<std::string>>(const ci::Run& run, const std::stop_token& stop)> deploysTo = {};
};

Result<std::shared_ptr<const graph::Graph>> selfHealingGraph(const SelfHealingPorts& ports);

/// The input of a run that looks after `pipeline` from this attempt on. `retriesBefore`: attempts that count as retries
/// already, as the policy bounds them.
Json selfHealingInput(const ci::RunRef& pipeline, int attempt = 1, int retriesBefore = 0);

} // namespace signalbox::agents
