// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubdeployments.h"

#include "core/base/redaction.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace signalbox::net {

namespace {

constexpr int kMostDeployments = 10; // that are asked whether they are what runs there
constexpr std::size_t kMostCommits = 30; // that are named
constexpr std::size_t kMostPaths = 100; // likewise
constexpr std::size_t kFilesOfAComparison = 300; // GitHub lists no more
constexpr std::size_t kLongestText = 2'000; // bytes of what a person has written there

std::string text(const Json& json, std::string_view key)
{
    return fieldOr<std::string>(json, key, {});
}

Json inside(const Json& json, std::string_view key)
{
    return fieldOr<Json>(json, key, Json::object());
}

std::string nameOf(const GitHubApi& api, const ci::RunRef& run)
{
    return "run " + run.number + " of " + api.place().repository;
}

/// Words of people, made harmless.
std::string written(const std::string& words)
{
    return withoutSecrets(words.substr(0, kLongestText));
}

Result<Json> listIn(const GitHubApi& api, const Result<HttpAnswer>& answer, const std::string& about)
{
    if (!answer)
        return answer.error();
    auto list = parseJson(answer->body);
    if (!list || !list->is_array())
        return Error{ErrorCode::Network, api.place().api + " answers for " + about + " with what is no list"};
    return list;
}

Result<Json> readList(GitHubApi& api, const GitHubApi::Request& request, const std::stop_token& stop)
{
    return listIn(api, api.call(request, stop), request.about);
}

ci::GateReviewer reviewerIn(const Json& json)
{
    const Json who = inside(json, "reviewer");
    const bool isTeam = text(json, "type") == "Team";
    return {.name = isTeam ? text(who, "slug") : text(who, "login"), .isTeam = isTeam};
}

ci::PendingGate gateIn(const Json& json, const std::vector<ci::GateReview>& reviews)
{
    ci::PendingGate gate;
    const Json environment = inside(json, "environment");
    gate.environment = text(environment, "name");
    gate.id = std::to_string(fieldOr<std::int64_t>(environment, "id", 0));
    gate.waitMinutes = fieldOr<std::int64_t>(json, "wait_timer", 0);
    if (const auto may = json.find("current_user_can_approve"); may != json.end() && may->is_boolean())
        gate.mayDecide = may->get<bool>();
    for (const Json& reviewer : fieldOr<Json>(json, "reviewers", Json::array()))
        gate.reviewers.push_back(reviewerIn(reviewer));
    std::ranges::copy_if(reviews, std::back_inserter(gate.earlier),
                         [&](const ci::GateReview& review) { return review.environment == gate.environment; });
    // Reviewed, it waits for its timer still: that is the same occasion.
    const std::string since = text(json, "wait_timer_started_at");
    gate.occasion = gate.waitMinutes > 0 && !since.empty() ? since : std::to_string(gate.earlier.size());
    return gate;
}

ci::GateChanges changesIn(const Json& comparison)
{
    ci::GateChanges changes;
    const Json commits = fieldOr<Json>(comparison, "commits", Json::array());
    const Json files = fieldOr<Json>(comparison, "files", Json::array());
    changes.commits = fieldOr<std::int64_t>(comparison, "total_commits", static_cast<std::int64_t>(commits.size()));
    changes.files = static_cast<std::int64_t>(files.size());
    changes.isCounted = files.size() < kFilesOfAComparison;
    for (auto at = commits.rbegin(); at != commits.rend() && changes.newest.size() < kMostCommits; ++at) {
        const Json said = inside(*at, "commit");
        const std::string message = text(said, "message");
        const std::string login = text(inside(*at, "author"), "login");
        changes.newest.push_back({.commit = text(*at, "sha"),
                                  .title = written(message.substr(0, message.find('\n'))),
                                  .author = login.empty() ? text(inside(said, "author"), "name") : login});
    }
    for (const Json& file : files) {
        if (changes.paths.size() == kMostPaths)
            break;
        changes.paths.push_back({.path = text(file, "filename"),
                                 .status = text(file, "status"),
                                 .additions = fieldOr<std::int64_t>(file, "additions", 0),
                                 .deletions = fieldOr<std::int64_t>(file, "deletions", 0)});
    }
    return changes;
}

std::string branchesIn(const Json& environment)
{
    const auto policy = environment.find("deployment_branch_policy");
    if (policy == environment.end())
        return {};
    if (policy->is_null())
        return "any";
    return fieldOr<bool>(*policy, "protected_branches", false) ? "protected" : "selected";
}

} // namespace

Result<GitHubApi> GitHubDeployments::api(const std::string& line) const
{
    auto place = m_placeOf(line);
    if (!place)
        return place.error();
    return GitHubApi(m_client, *std::move(place));
}

Result<std::vector<ci::PendingGate>> GitHubDeployments::pending(const ci::RunRef& run, std::stop_token stop)
{
    auto github = api(run.line);
    if (!github)
        return github.error();
    const GitHubApi::Request look{.path = "/actions/runs/" + run.number + "/pending_deployments",
                                  .about = "the pending deployments of " + nameOf(*github, run)};
    auto waiting = readList(*github, look, stop);
    if (!waiting || waiting->empty())
        return waiting ? Result<std::vector<ci::PendingGate>>(std::vector<ci::PendingGate>()) : waiting.error();
    const auto said = reviews(run, stop);
    if (!said)
        return said.error();
    waiting = readList(*github, look, stop); // what waits still was let through by none of those
    if (!waiting)
        return waiting.error();
    std::vector<ci::PendingGate> gates;
    for (const Json& json : *waiting) {
        ci::PendingGate gate = gateIn(json, *said);
        if (!gate.reviewers.empty() && !gate.environment.empty())
            gates.push_back(std::move(gate));
    }
    return gates;
}

Result<std::vector<ci::GateReview>> GitHubDeployments::reviews(const ci::RunRef& run, std::stop_token stop)
{
    auto github = api(run.line);
    if (!github)
        return github.error();
    const auto list = readList(*github,
                               {.path = "/actions/runs/" + run.number + "/approvals",
                                .about = "the reviews of deployments of " + nameOf(*github, run)},
                               stop);
    if (!list)
        return list.error();
    std::vector<ci::GateReview> reviews;
    for (const Json& json : *list) {
        const std::string state = text(json, "state");
        if (state != "approved" && state != "rejected") // "pending" is no review
            continue;
        for (const Json& environment : fieldOr<Json>(json, "environments", Json::array()))
            reviews.push_back({.environment = text(environment, "name"),
                               .approved = state == "approved",
                               .by = text(inside(json, "user"), "login"),
                               .comment = written(text(json, "comment"))});
    }
    return reviews;
}

Result<ci::GateRules> GitHubDeployments::rules(const std::string& line, const ci::PendingGate& gate,
                                               std::stop_token stop)
{
    const std::string& environment = gate.environment;
    auto github = api(line);
    if (!github)
        return github.error();
    const auto json = github->read({.path = "/environments/" + escaped(environment),
                                    .about = "environment " + environment + " of " + github->place().repository},
                                   stop);
    if (!json)
        return json.error();
    ci::GateRules rules;
    if (const auto bypass = json->find("can_admins_bypass"); bypass != json->end() && bypass->is_boolean())
        rules.adminsMayBypass = bypass->get<bool>();
    for (const Json& rule : fieldOr<Json>(*json, "protection_rules", Json::array())) {
        const auto prevents = rule.find("prevent_self_review");
        if (text(rule, "type") == "required_reviewers" && prevents != rule.end() && prevents->is_boolean())
            rules.preventsSelfReview = prevents->get<bool>();
    }
    rules.branches = branchesIn(*json);
    return rules;
}

/// The commit of the newest deployment that went well; empty where none is known.
Result<std::string> GitHubDeployments::deployedAt(GitHubApi& api, const std::string& environment,
                                                  const std::stop_token& stop) const
{
    const std::string about = "the deployments to " + environment + " of " + api.place().repository;
    const auto list = readList(
        api,
        {.path = "/deployments?environment=" + escaped(environment) + "&per_page=" + std::to_string(kMostDeployments),
         .about = about},
        stop);
    if (!list)
        return list.error();
    for (const Json& deployment : *list) {
        const std::string id = std::to_string(fieldOr<std::int64_t>(deployment, "id", 0));
        const auto states
            = readList(api, {.path = "/deployments/" + id + "/statuses?per_page=1", .about = about}, stop);
        if (!states)
            return states.error();
        if (!states->empty() && text(states->front(), "state") == "success")
            return text(deployment, "sha");
    }
    return std::string();
}

Result<ci::GateChanges> GitHubDeployments::changes(const std::string& line, const std::string& environment,
                                                   const std::string& commit, std::stop_token stop)
{
    auto github = api(line);
    if (!github)
        return github.error();
    const auto deployed = deployedAt(*github, environment, stop);
    if (!deployed)
        return deployed.error();
    if (deployed->empty())
        return ci::GateChanges();
    const auto comparison = github->read(
        {.path = "/compare/" + *deployed + "..." + commit,
         .about = "the changes of " + github->place().repository + " from " + *deployed + " to " + commit},
        stop);
    if (!comparison)
        return comparison.error();
    ci::GateChanges changes = changesIn(*comparison);
    changes.deployed = *deployed;
    return changes;
}

Result<ci::GateReview> GitHubDeployments::decide(const ci::GateDecision& decision, std::stop_token stop)
{
    auto github = api(decision.run.line);
    if (!github)
        return github.error();
    const ci::PendingGate& gate = decision.gate;
    const std::string about = "the deployment of " + nameOf(*github, decision.run) + " to " + gate.environment;
    std::int64_t id = 0;
    if (std::from_chars(gate.id.data(), gate.id.data() + gate.id.size(), id).ec != std::errc())
        return Error{ErrorCode::InvalidInput, "\"" + gate.id + "\" is no environment of GitHub"};
    const auto said = reviews(decision.run, stop);
    if (!said)
        return said.error();
    if (auto review = ci::reviewSince(gate, *said))
        return *std::move(review);
    const auto waiting = pending(decision.run, stop);
    if (!waiting)
        return waiting.error();
    if (std::ranges::find(*waiting, gate.id, &ci::PendingGate::id) == waiting->end())
        return Error{ErrorCode::Conflict, about + " does not wait any more"};
    const auto sent = readList(*github,
                               {.path = "/actions/runs/" + decision.run.number + "/pending_deployments",
                                .about = about,
                                .method = "POST",
                                .body = dumpJson({{"environment_ids", Json::array({id})},
                                                  {"state", decision.approve ? "approved" : "rejected"},
                                                  {"comment", decision.comment}})},
                               stop);
    const auto after = reviews(decision.run, stop); // it may have been taken all the same, or another one
    auto review = after ? ci::reviewSince(gate, *after) : std::nullopt;
    if (review)
        return *std::move(review);
    if (!sent)
        return sent.error();
    return ci::GateReview{gate.environment, decision.approve, {}, decision.comment}; // who is not told yet
}

} // namespace signalbox::net
