// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/runstarter.h"

#include "core/agents/deploymentgate.h"
#include "core/agents/selfhealing.h"
#include "core/base/digest.h"
#include "core/store/approvalrepository.h"

#include <nlohmann/json.hpp>

namespace signalbox::host {

namespace {

constexpr std::size_t kDigestShown = 16;

/// What is asked about the policy of a line on behalf of older runs than `newer`.
Result<void> supersedePolicies(store::Database& database, const std::string& line, RunId newer, UtcTime now)
{
    store::ApprovalRepository approvals(database);
    constexpr int kMost = 500;
    std::vector<ApprovalId> unreadable; // told of where approvals are listed
    const auto open = approvals.listOpen(kMost, &unreadable);
    if (!open)
        return open.error();
    for (const gate::Approval& approval : *open) {
        if (approval.request.kind != "policy" || approval.request.line != line || approval.run >= newer)
            continue;
        const auto superseded = approvals.supersede(approval.id, now);
        if (!superseded && superseded.error().code != ErrorCode::Conflict) // decided meanwhile
            return superseded;
    }
    return {};
}

/// It has ended before this attempt, or while the pipeline waited for a person: what fails now is news.
bool isSpent(const store::RunRow& healing, int attempt)
{
    const auto facts = parseJson(healing.facts);
    if (!store::isTerminal(healing.phase) || !facts)
        return false;
    const bool waited = fieldOr<std::string>(*facts, "outcome", {}) == "waits";
    const auto seen = fieldOr<std::int64_t>(*facts, "attempt", 1);
    return waited ? attempt >= seen : attempt > seen;
}

} // namespace

Result<store::CreatedRun> RunStarter::heal(const ci::RunRef& pipeline, int attempt)
{
    const std::string subject = std::string(agents::kSelfHealing) + " " + pipeline.line + " #" + pipeline.number;
    const auto known = store::RunRepository(m_database).newestAbout(subject);
    if (!known)
        return known.error();
    if (!*known)
        return begin(agents::kSelfHealing, agents::selfHealingInput(pipeline, attempt), subject);
    if (!isSpent(**known, attempt))
        return store::CreatedRun{(*known)->id, false};
    return begin(agents::kSelfHealing, agents::selfHealingInput(pipeline, attempt, attempt - 1),
                 subject + ", after run " + std::to_string((*known)->id.value));
}

Result<void> RunStarter::askAtGate(const ci::RunRef& pipeline, int attempt, const ci::PendingGate& gate)
{
    const auto begun = begin(agents::kDeploymentGate, agents::deploymentGateInput(pipeline, attempt, gate),
                             agents::gateSubject(pipeline, attempt, gate));
    return begun ? Result<void>() : Result<void>(begun.error());
}

Result<void> RunStarter::reviewPolicy(const agents::PolicyProposal& proposal)
{
    const std::string subject
        = "policy of " + proposal.line + " " + digestHex(proposal.before + proposal.rules).substr(0, kDigestShown);
    const auto created = begin(agents::kPolicyReview, agents::policyReviewInput(proposal), subject);
    if (!created || !created->isNew)
        return created ? Result<void>() : Result<void>(created.error());
    return supersedePolicies(m_database, proposal.line, created->run, m_clock.now());
}

Result<store::CreatedRun> RunStarter::begin(std::string_view agent, const Json& input, const std::string& subject)
{
    const graph::Graph& graph = *m_graphs.find(agent)->second;
    const graph::Checkpoint start = graph::Runner::start(graph, input, m_clock.now());
    store::NewRun run;
    run.agent = std::string(agent);
    run.graphVersion = graph.version();
    run.line = fieldOr<std::string>(input, "line", {});
    run.subject = subject;
    run.state = start.state;
    run.frontier = graph::toJson(start.frontier, graph);
    run.facts = start.state;
    return store::RunRepository(m_database).create(run, m_clock.now());
}

} // namespace signalbox::host
