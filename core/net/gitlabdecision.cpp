// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/gitlabdecision.h"

#include "core/net/gitlabapprovers.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::net {

namespace {

constexpr std::string_view kApproval = "deployment ";
constexpr std::string_view kStart = "job ";

std::string waitsNoMore(const GitLabApi& api, const ci::PendingGate& gate)
{
    return "job " + gate.job + " of " + api.place().repository + " does not wait any more";
}

Result<GitLabGateJob> jobAt(GitLabApi& api, const ci::PendingGate& gate, const std::stop_token& stop)
{
    const auto json = api.read(
        {.path = "/jobs/" + escaped(gate.id), .about = "job " + gate.job + " of " + api.place().repository}, stop);
    if (!json)
        return json.error();
    return gitlabGateJob(*json);
}

/// What was said of a job that waits no more. Done as it was decided, and by nobody else: our decision.
Result<ci::GateReview> reviewOf(GitLabApi& api, const GitLabGateJob& job, const ci::GateDecision& decision,
                                const std::stop_token& stop)
{
    const ci::PendingGate& gate = decision.gate;
    if (!job.isStarted() && !job.isRefused())
        return Error{ErrorCode::Conflict, waitsNoMore(api, gate)};
    ci::GateReview review{gate.environment, job.isStarted(), job.isStarted() ? job.user : std::string(), {}, gate.id};
    if (review.approved != decision.approve)
        return review;
    const auto account = accountOf(api, stop);
    if (!account)
        return account.error();
    if (review.by.empty() || review.by == account->name)
        review.comment = decision.comment;
    return review;
}

/// Starts or cancels a manual job.
Result<ci::GateReview> decideJob(GitLabApi& api, const ci::GateDecision& decision, const std::stop_token& stop)
{
    const auto before = jobAt(api, decision.gate, stop);
    if (!before)
        return before.error();
    if (!before->isManual())
        return reviewOf(api, *before, decision, stop);
    const std::string about = "job " + decision.gate.job + " of " + api.place().repository;
    const auto sent = api.call({.path = "/jobs/" + escaped(decision.gate.id) + (decision.approve ? "/play" : "/cancel"),
                                .about = about,
                                .method = "POST"},
                               stop);
    const auto after = jobAt(api, decision.gate, stop); // it may have been taken all the same
    if (after && !after->isManual())
        return reviewOf(api, *after, decision, stop);
    if (!sent)
        return sent.error();
    if (!after)
        return after.error();
    return Error{ErrorCode::Conflict,
                 about + ": GitLab took the request, but the job waits still; "
                     + (decision.approve ? "start" : "cancel") + " it there"};
}

const GitLabApproval* ourApproval(const GitLabDeployment& deployment, const ci::GateDecision& decision)
{
    const auto found = std::ranges::find_if(deployment.approvals, [&](const GitLabApproval& one) {
        return one.approved == decision.approve && one.comment == decision.comment;
    });
    return found == deployment.approvals.end() ? nullptr : &*found;
}

/// Sends the approval, and looks again. What the account had said before stays as it was.
Result<GitLabDeployment> approve(GitLabApi& api, const GitLabDeployment& before, const ci::GateDecision& decision,
                                 const std::stop_token& stop)
{
    const std::string id = std::to_string(before.id);
    const auto sent = api.call(
        {.path = "/deployments/" + id + "/approval",
         .about = "the deployment of pipeline " + decision.run.number + " of " + api.place().repository + " to "
             + decision.gate.environment,
         .method = "POST",
         .body = dumpJson({{"status", decision.approve ? "approved" : "rejected"}, {"comment", decision.comment}})},
        stop);
    auto after = deploymentAt(api, id, stop);
    if (!sent && (!after || !ourApproval(*after, decision)))
        return sent.error();
    return after;
}

Result<ci::GateReview> decideDeployment(GitLabApi& api, const ci::GateDecision& decision, const std::stop_token& stop)
{
    const ci::PendingGate& gate = decision.gate;
    auto deployment = deploymentAt(api, deploymentOf(gate), stop);
    if (deployment && !ourApproval(*deployment, decision) && deployment->waits() && deployment->job.isManual())
        deployment = approve(api, *deployment, decision, stop);
    if (!deployment)
        return deployment.error();
    const GitLabApproval* const ours = ourApproval(*deployment, decision);
    const bool isToStart = decision.approve && deployment->missing == 0 && deployment->job.isManual();
    if (!ours && isToStart) // others have approved it
        return decideJob(api, decision, stop);
    if (!ours) {
        auto review = ci::reviewSince(gate, gitlabReviews(deployment->job, &*deployment));
        return review ? Result<ci::GateReview>(*std::move(review)) : Error{ErrorCode::Conflict, waitsNoMore(api, gate)};
    }
    ci::GateReview review{gate.environment, ours->approved, ours->by, ours->comment, gate.id};
    if (isToStart) {
        const auto started = decideJob(api, decision, stop);
        if (!started && !isRefusal(started.error()) && started.error().code != ErrorCode::Conflict)
            return started.error();
        if (!started) // it waits to be started by somebody who may
            review.notDone = started.error().detail;
    }
    return review;
}

} // namespace

std::string occasionOf(const GitLabDeployment& deployment)
{
    return std::string(kApproval) + std::to_string(deployment.id);
}

std::string occasionOf(const GitLabGateJob& job)
{
    return std::string(kStart) + std::to_string(job.id);
}

bool waitsForApprovals(const ci::PendingGate& gate)
{
    return gate.occasion.starts_with(kApproval);
}

std::string deploymentOf(const ci::PendingGate& gate)
{
    return gate.occasion.substr(std::min(kApproval.size(), gate.occasion.size()));
}

Result<GitLabDeployment> deploymentAt(GitLabApi& api, const std::string& id, const std::stop_token& stop)
{
    const auto json
        = api.read({.path = "/deployments/" + id, .about = "deployment " + id + " of " + api.place().repository}, stop);
    if (!json)
        return json.error();
    return gitlabDeployment(*json);
}

Result<ci::GateReview> decideAt(GitLabApi& api, const ci::GateDecision& decision, const std::stop_token& stop)
{
    return waitsForApprovals(decision.gate) ? decideDeployment(api, decision, stop) : decideJob(api, decision, stop);
}

} // namespace signalbox::net
