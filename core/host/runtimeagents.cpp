// SPDX-License-Identifier: GPL-3.0-or-later
// The agents of a runtime: their graphs, what begins them, forks and replays.
#include "core/agents/gateevidence.h"
#include "core/host/forking.h"
#include "core/host/patterncache.h"
#include "core/host/runstarter.h"
#include "core/host/runtime.h"
#include "core/host/verification.h"
#include "core/store/approvalrepository.h"

#include <algorithm>

namespace signalbox::host {

namespace {

constexpr int kNewest = 200; // approvals: a run fails soon after it was rejected

/// Here: the server need not list the answer of a protection rule.
Result<bool> isRejectedHere(store::Database& database, const ci::RunRef& run)
{
    std::vector<ApprovalId> unreadable; // told of where approvals are listed
    const auto approvals = store::ApprovalRepository(database).list(kNewest, &unreadable);
    if (!approvals)
        return approvals.error();
    return std::ranges::any_of(*approvals, [&](const gate::Approval& approval) {
        const gate::Request& request = approval.request;
        return request.kind == agents::kDeployment && request.line == run.line && !request.rehearsal
            && fieldOr<std::string>(request.evidence, "number", {}) == run.number
            && (approval.state == gate::ApprovalState::Rejected || approval.state == gate::ApprovalState::Expired);
    });
}

/// There, or here. A look costs a request.
Result<bool> isRejected(store::Database& database, Remotes& remotes, const ci::RunRef& run)
{
    const auto reviews = remotes.gates().reviews(run, {});
    const bool isThere = reviews && std::ranges::any_of(*reviews, [](const ci::GateReview& review) {
                             return !review.approved && !review.by.empty();
                         });
    return isThere ? Result<bool>(true) : isRejectedHere(database, run);
}

/// It failed because somebody wanted it so at its gate: none of the jobs that failed has run.
Result<bool> isRejectedAtGate(store::Database& database, Remotes& remotes, ci::System& ci, const ci::RunRef& run)
{
    if (!remotes.gates().serves(run.line))
        return false;
    const auto rejected = isRejected(database, remotes, run);
    if (!rejected || !*rejected) // whom the server refuses is told by the healing
        return rejected;
    const auto now = ci.run(run, {});
    if (!now)
        return now.error();
    const bool tellsSteps = !remotes.forge(run.line).isGitLab; // where it does, a job has a time without having run
    return std::ranges::none_of(now->jobs, [&](const ci::Job& job) {
        const bool hasRun = tellsSteps ? !job.steps.empty() : job.startedAt.has_value();
        return job.attempt == now->attempt && ci::isBad(job.conclusion) && hasRun;
    });
}

} // namespace

Result<void> Runtime::buildAgents()
{
    auto graphs = graphsWith(healingPorts(), m_npm->ports(healingPorts()), m_policies.get(),
                             {&m_remotes->gates(), m_lineCi.get(), m_policies.get(), newerRuns()});
    if (!graphs)
        return graphs.error();
    m_graphs = *std::move(graphs);
    m_onlookingCi = std::make_unique<agents::OnlookingCi>(m_lineCi.get());
    m_onlookingKnowledge = std::make_unique<agents::OnlookingKnowledge>(m_knowledge.get());
    m_onlookingPolicy = std::make_unique<agents::OnlookingPolicy>(m_policies.get());
    auto rehearsals
        = rehearsable({m_onlookingCi.get(), m_onlookingKnowledge.get(), m_onlookingPolicy.get(),
                       [this] { return catalogue(); }, nullptr, m_changes.get(), &m_npm->bench(), nullptr, nullptr,
                       newerRuns(), deploysTo()}); // a rehearsal does nothing above observing with what is real
    if (!rehearsals)
        return rehearsals.error();
    m_rehearsals = *std::move(rehearsals);
    return {};
}

std::function<Result<std::string>(const ci::Run& run, const std::stop_token& stop)> Runtime::newerRuns()
{
    return [this](const ci::Run& run, const std::stop_token& stop) { return newerThan(run, stop); };
}

std::function<Result<std::vector<std::string>>(const ci::Run& run, const std::stop_token& stop)> Runtime::deploysTo()
{
    return [this](const ci::Run& run, const std::stop_token& stop) {
        return m_remotes->has(run.line) ? m_remotes->of(run.line).environmentsOf(run, stop)
                                        : Result<std::vector<std::string>>(std::vector<std::string>());
    };
}

/// The server is asked, as what it was asked before may be old, or was forgotten by a new start.
Result<std::string> Runtime::newerThan(const ci::Run& run, const std::stop_token& stop)
{
    constexpr int kNewest = 30;
    if (!m_remotes->has(run.line))
        return std::string();
    auto newest = m_remotes->of(run.line).newest(run.line, kNewest, stop);
    if (!newest)
        return newest.error();
    std::ranges::copy(laterThan({run.line, run.number}), std::back_inserter(*newest));
    const auto newer = std::ranges::find_if(*newest, [&run](const ci::Run& other) { return overtakes(other, run); });
    return newer == newest->end() ? std::string() : newer->number;
}

/// The agents that can be forked and replayed: those whose ports have onlookers.
Result<GraphSet> Runtime::rehearsable(const agents::SelfHealingPorts& looking)
{
    auto graph = agents::selfHealingGraph(looking);
    if (!graph)
        return graph.error();
    return GraphSet{{std::string(agents::kSelfHealing), *std::move(graph)}};
}

Result<std::shared_ptr<const log::Catalogue>> Runtime::catalogue()
{
    std::call_once(m_compiled, [this] { m_catalogue = PatternCache().catalogue(); });
    return m_catalogue;
}

Result<GraphSet> Runtime::graphsWith(const agents::SelfHealingPorts& healing, const agents::NpmInstallPorts& npm,
                                     agents::PolicyKeeper* keeper, const agents::DeploymentGatePorts& gate)
{
    auto graph = agents::selfHealingGraph(healing);
    if (!graph)
        return graph.error();
    auto review = agents::policyReviewGraph(keeper);
    if (!review)
        return review.error();
    auto installing = agents::npmInstallGraph(npm);
    if (!installing)
        return installing.error();
    auto gating = agents::deploymentGateGraph(gate);
    if (!gating)
        return gating.error();
    return GraphSet{{std::string(agents::kSelfHealing), *std::move(graph)},
                    {std::string(agents::kDeploymentGate), *std::move(gating)},
                    {std::string(agents::kPolicyReview), *std::move(review)},
                    {std::string(agents::kNpmInstall), *std::move(installing)}};
}

void Runtime::buildWatching()
{
    m_watching = std::make_unique<Watching>(
        Watching::Scene{.database = *m_database,
                        .clock = m_clock,
                        .workspace = *m_workspace,
                        .remotes = *m_remotes,
                        .heal = [this](const ci::RunRef& run, int attempt) -> Result<void> {
                            const auto rejected = isRejectedAtGate(*m_database, *m_remotes, *m_lineCi, run);
                            if (!rejected)
                                return rejected.error();
                            if (*rejected)
                                return {};
                            const auto begun = watchPipeline(run, attempt);
                            return begun ? Result<void>() : Result<void>(begun.error());
                        },
                        .ask =
                            [this](const ci::RunRef& run, int attempt, const ci::PendingGate& gate) {
                                return RunStarter(*m_database, m_graphs, m_clock).askAtGate(run, attempt, gate);
                            },
                        .wake = [this] { wake(); },
                        .report = [this](const Error& error) { tell(error); }});
}

/// Nobody else can end them. Those on a server are the team's: what somebody wants of them is said there. A rehearsal
/// looks on.
void Runtime::endJobsOf(const store::Claimed& run, const Json& state)
{
    if (run.agent != agents::kSelfHealing || run.lease.acting == graph::Acting::Rehearsal || m_remotes->has(run.line))
        return;
    const auto ended = m_ci->cancel({run.line, fieldOr<std::string>(state, "number", {})}, {});
    if (!ended && ended.error().code != ErrorCode::NotFound && m_options.onFailure)
        m_options.onFailure(
            {ended.error().code,
             "the jobs of " + run.line + " go on although their run was cancelled: " + ended.error().detail});
}

Result<Forked> Runtime::fork(const ForkRequest& request)
{
    return forkRun(*m_database, m_rehearsals, request, {person(), m_clock.now()});
}

Result<graph::ReplayReport> Runtime::verify(RunId run, std::stop_token stop)
{
    agents::OnlookingCi ci(nullptr);
    agents::OnlookingKnowledge knowledge(nullptr);
    agents::OnlookingPolicy policy(nullptr);
    const auto graphs = rehearsable({&ci, &knowledge, &policy});
    if (!graphs)
        return graphs.error();
    return verifyRun(*m_database, *graphs, *m_pool, run, std::move(stop));
}

} // namespace signalbox::host
