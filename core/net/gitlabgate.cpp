// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/gitlabgate.h"

#include "core/net/gitlabapprovers.h"
#include "core/net/gitlabdecision.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace signalbox::net {

namespace {

constexpr int kMostPages = 5; // of deployments that are looked through for those of a pipeline
constexpr std::size_t kPage = 100;
constexpr int kMostPast = 20; // deployments to an environment that are looked through for those that have ended
constexpr int kMostRead = 20; // deployments of a pipeline whose approvals are read
constexpr Milliseconds kEarlier{std::chrono::seconds(1)}; // than its jobs, no deployment of a pipeline was made

using Stop = std::stop_token;
using Deployments = std::map<std::int64_t, GitLabDeployment>; // by job

std::string nameOf(const GitLabApi& api, const ci::RunRef& run)
{
    return "pipeline " + run.number + " of " + api.place().repository;
}

Result<std::vector<GitLabGateJob>> jobsOf(GitLabApi& api, const ci::RunRef& run, const std::string& query,
                                          const Stop& stop)
{
    if (run.number.empty() || run.number.find_first_not_of("0123456789") != std::string::npos)
        return Error{ErrorCode::InvalidInput, "\"" + run.number + "\" is no pipeline of GitLab"};
    const auto list = api.readAll(
        {.path = "/pipelines/" + run.number + "/jobs?per_page=100" + query, .about = "the jobs of " + nameOf(api, run)},
        nullptr, stop);
    if (!list)
        return list.error();
    std::vector<GitLabGateJob> jobs;
    std::ranges::transform(*list, std::back_inserter(jobs), gitlabGateJob);
    return jobs;
}

/// That of each of these jobs which has one. GitLab lists them for the whole project only: beginning with those that
/// changed when the jobs were made, they are among the first.
Result<Deployments> deploymentsOf(GitLabApi& api, const std::vector<GitLabGateJob>& jobs, const Stop& stop)
{
    Deployments found;
    if (jobs.empty())
        return found;
    const auto oldest = parseUtc(std::ranges::min(jobs, {}, &GitLabGateJob::createdAt).createdAt);
    const std::string since = oldest ? "&updated_after=" + escaped(formatUtc(*oldest - kEarlier)) : "";
    for (int page = 1; page <= kMostPages && found.size() < jobs.size(); ++page) {
        const auto list = api.readList({.path = "/deployments?order_by=updated_at&sort=asc" + since
                                            + "&per_page=" + std::to_string(kPage) + "&page=" + std::to_string(page),
                                        .about = "the deployments of " + api.place().repository},
                                       stop);
        if (!list)
            return list.error();
        for (const Json& json : *list) {
            GitLabDeployment deployment = gitlabDeployment(json);
            if (std::ranges::find(jobs, deployment.job.id, &GitLabGateJob::id) != jobs.end())
                found.insert_or_assign(deployment.job.id, std::move(deployment));
        }
        if (list->size() < kPage)
            break;
    }
    return found;
}

Result<ci::PendingGate> approvalGate(GitLabApi& api, const GitLabDeployment& deployment, const Stop& stop)
{
    std::vector<GitLabRule> rules = deployment.rules;
    if (rules.empty()) { // of an older server: whoever may deploy may approve
        auto deployers = deployersTo(api, deployment.environment, stop);
        if (!deployers)
            return deployers.error();
        rules = *std::move(deployers);
    }
    const auto may = mayApprove(api, deployment, rules, stop);
    if (!may)
        return may.error();
    ci::PendingGate gate;
    gate.environment = deployment.environment;
    gate.id = std::to_string(deployment.job.id);
    gate.occasion = occasionOf(deployment);
    gate.earlier = gitlabReviews(deployment.job, &deployment);
    gate.reviewers = reviewersIn(rules);
    gate.mayDecide = *may;
    gate.job = deployment.job.name;
    return gate;
}

Result<ci::PendingGate> startGate(GitLabApi& api, const GitLabGateJob& job, const GitLabDeployment* deployment,
                                  const Stop& stop)
{
    ci::PendingGate gate;
    gate.environment = deployment ? deployment->environment : job.name;
    gate.id = std::to_string(job.id);
    gate.occasion = occasionOf(job);
    gate.earlier = gitlabReviews(job, deployment);
    gate.job = job.name;
    gate.keepsComment = false;
    if (!deployment)
        return gate;
    const auto deployers = deployersTo(api, gate.environment, stop);
    if (!deployers)
        return deployers.error();
    gate.reviewers = reviewersIn(*deployers);
    if (deployers->empty())
        return gate;
    const auto account = accountOf(api, stop);
    const auto may = account ? isNamed(api, *account, *deployers, stop) : Result<std::optional<bool>>(account.error());
    if (!may)
        return may.error();
    gate.mayDecide = *may;
    return gate;
}

/// The deployments to an environment, and the commit of the newest one that went well.
Result<ci::GateChanges> deployedTo(GitLabApi& api, const std::string& environment, const Stop& stop)
{
    const auto listed = [&](const std::string& query) {
        return api.readList(
            {.path = "/deployments?environment=" + escaped(environment) + "&order_by=id&sort=desc" + query,
             .about = "the deployments to " + environment + " of " + api.place().repository},
            stop);
    };
    const auto newest = listed("&per_page=" + std::to_string(kMostPast));
    if (!newest)
        return newest.error();
    ci::GateChanges known;
    known.past = gitlabPast(*newest);
    const auto well = std::ranges::find(known.past, ci::Conclusion::Success, &ci::PastRelease::conclusion);
    if (well != known.past.end()) {
        known.deployed = well->commit;
        return known;
    }
    const auto older = listed("&status=success&per_page=1"); // than all that were tried since
    if (!older)
        return older.error();
    if (!older->empty())
        known.deployed = fieldOr<std::string>(older->front(), "sha", {});
    return known;
}

/// What a manual job waits for: approvals, or to be started; nothing where it need not be.
Result<std::optional<ci::PendingGate>> gateAt(GitLabApi& api, const GitLabGateJob& job,
                                              const GitLabDeployment* deployment, const Stop& stop)
{
    if (!deployment) {
        auto gate = startGate(api, job, nullptr, stop);
        return gate ? Result<std::optional<ci::PendingGate>>(*std::move(gate)) : gate.error();
    }
    const auto whole = deploymentAt(api, std::to_string(deployment->id), stop); // a list tells no approvals
    if (!whole)
        return whole.error();
    if (!whole->waits() && (job.mayFail || !whole->job.isManual()))
        return std::optional<ci::PendingGate>();
    auto gate = whole->waits() ? approvalGate(api, *whole, stop) : startGate(api, job, &*whole, stop);
    return gate ? Result<std::optional<ci::PendingGate>>(*std::move(gate)) : gate.error();
}

} // namespace

Result<GitLabApi> GitLabGate::api(const std::string& line) const
{
    auto place = m_placeOf(line);
    if (!place)
        return place.error();
    return GitLabApi(m_client, *std::move(place));
}

Result<std::vector<ci::PendingGate>> GitLabGate::pending(const ci::RunRef& run, std::stop_token stop)
{
    auto gitlab = api(run.line);
    if (!gitlab)
        return gitlab.error();
    const auto jobs = jobsOf(*gitlab, run, "&scope=manual", stop);
    if (!jobs)
        return jobs.error();
    const auto deployments = deploymentsOf(*gitlab, *jobs, stop);
    if (!deployments)
        return deployments.error();
    std::vector<ci::PendingGate> gates;
    for (const GitLabGateJob& job : *jobs) {
        const auto at = deployments->find(job.id);
        const bool isBlocked = at != deployments->end() && at->second.status == "blocked";
        if (job.mayFail && !isBlocked) // nothing waits for it
            continue;
        auto gate = gateAt(*gitlab, job, at == deployments->end() ? nullptr : &at->second, stop);
        if (!gate)
            return gate.error();
        if (*gate)
            gates.push_back(**std::move(gate));
    }
    return gates;
}

Result<std::vector<ci::GateReview>> GitLabGate::reviews(const ci::RunRef& run, std::stop_token stop)
{
    auto gitlab = api(run.line);
    if (!gitlab)
        return gitlab.error();
    const auto jobs = jobsOf(*gitlab, run, {}, stop);
    if (!jobs)
        return jobs.error();
    auto deployments = deploymentsOf(*gitlab, *jobs, stop);
    if (!deployments)
        return deployments.error();
    int read = 0;
    for (auto& [job, deployment] : *deployments) {
        if (++read > kMostRead)
            break;
        auto whole = deploymentAt(*gitlab, std::to_string(deployment.id), stop);
        if (!whole)
            return whole.error();
        deployment = *std::move(whole);
    }
    std::vector<ci::GateReview> reviews;
    for (const GitLabGateJob& job : *jobs) {
        const auto at = deployments->find(job.id);
        std::ranges::move(gitlabReviews(job, at == deployments->end() ? nullptr : &at->second),
                          std::back_inserter(reviews));
    }
    return reviews;
}

Result<ci::GateRules> GitLabGate::rules(const std::string& line, const ci::PendingGate& gate, std::stop_token stop)
{
    auto gitlab = api(line);
    if (!gitlab)
        return gitlab.error();
    ci::GateRules rules;
    rules.isOpen = !waitsForApprovals(gate);
    if (rules.isOpen)
        return rules;
    const auto deployment = deploymentAt(*gitlab, deploymentOf(gate), stop);
    if (!deployment)
        return deployment.error();
    const auto authors = mayAuthorsApprove(*gitlab, stop);
    if (!authors)
        return authors.error();
    rules.needed = std::max(1, deployment->needed);
    rules.adminsMayBypass = true; // an administrator of GitLab may approve any deployment
    if (*authors)
        rules.preventsSelfReview = !**authors;
    return rules;
}

Result<ci::GateChanges> GitLabGate::changes(const std::string& line, const std::string& environment,
                                            const std::string& commit, std::stop_token stop)
{
    auto gitlab = api(line);
    if (!gitlab)
        return gitlab.error();
    const std::string repository = gitlab->place().repository;
    auto known = deployedTo(*gitlab, environment, stop);
    if (!known || known->deployed.empty())
        return known;
    const std::string& deployed = known->deployed;
    const auto comparison
        = gitlab->read({.path = "/repository/compare?from=" + escaped(deployed) + "&to=" + escaped(commit),
                        .about = "the changes of " + repository + " from " + deployed + " to " + commit},
                       stop);
    if (!comparison)
        return comparison.error();
    ci::GateChanges changes = gitlabChanges(*comparison);
    changes.deployed = std::move(known->deployed);
    changes.past = std::move(known->past);
    return changes;
}

Result<ci::GateReview> GitLabGate::decide(const ci::GateDecision& decision, std::stop_token stop)
{
    auto gitlab = api(decision.run.line);
    if (!gitlab)
        return gitlab.error();
    return decideAt(*gitlab, decision, stop);
}

} // namespace signalbox::net
