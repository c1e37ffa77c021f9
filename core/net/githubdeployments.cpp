// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubdeployments.h"

#include "core/base/redaction.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace signalbox::net {

namespace {

constexpr int kMostDeployments = 10; // that are asked how they went
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

std::string aboutOf(const GitHubApi& api, const ci::GateDecision& decision)
{
    return "the deployment of " + nameOf(api, decision.run) + " to " + decision.gate.environment;
}

/// Words of people, made harmless.
std::string written(const std::string& words)
{
    return withoutSecrets(words.substr(0, kLongestText));
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
    std::ranges::copy_if(reviews, std::back_inserter(gate.earlier), [&](const ci::GateReview& review) {
        return review.environment == gate.environment && review.gate.empty();
    });
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

/// Of those that have ended. GitHub calls one inactive once another one has taken its place.
std::optional<ci::Conclusion> conclusionOf(std::string_view state)
{
    if (state == "success" || state == "inactive")
        return ci::Conclusion::Success;
    return state == "failure" || state == "error" ? std::optional(ci::Conclusion::Failure) : std::nullopt;
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
    auto waiting = github->readList(look, stop);
    if (!waiting || waiting->empty())
        return waiting ? Result<std::vector<ci::PendingGate>>(std::vector<ci::PendingGate>()) : waiting.error();
    const auto said = reviews(run, stop);
    if (!said)
        return said.error();
    waiting = github->readList(look, stop); // what waits still was let through by none of those
    if (!waiting)
        return waiting.error();
    std::vector<ci::PendingGate> gates;
    for (const Json& json : *waiting) {
        ci::PendingGate gate = gateIn(json, *said);
        if (gate.environment.empty())
            continue;
        auto rule = m_rules.waitingAt(*github, gate, run, stop);
        if (!rule)
            return rule.error();
        if (!gate.reviewers.empty() && (!*rule || gate.mayDecide.value_or(false)))
            gates.push_back(std::move(gate));
        if (!*rule)
            continue;
        std::ranges::copy_if(*said, std::back_inserter((*rule)->earlier), [&](const ci::GateReview& review) {
            return review.environment == (*rule)->environment && review.gate == (*rule)->id;
        });
        gates.push_back(**std::move(rule));
    }
    return gates;
}

Result<std::vector<ci::GateReview>> GitHubDeployments::reviews(const ci::RunRef& run, std::stop_token stop)
{
    auto github = api(run.line);
    if (!github)
        return github.error();
    const auto list = github->readList({.path = "/actions/runs/" + run.number + "/approvals",
                                        .about = "the reviews of deployments of " + nameOf(*github, run)},
                                       stop);
    if (!list)
        return list.error();
    std::vector<ci::GateReview> reviews;
    for (const Json& json : *list) {
        const std::string state = text(json, "state");
        if (state != "approved" && state != "rejected") // "pending" is no review
            continue;
        const std::string by = text(inside(json, "user"), "login");
        for (const Json& environment : fieldOr<Json>(json, "environments", Json::array()))
            reviews.push_back({.environment = text(environment, "name"),
                               .approved = state == "approved",
                               .by = by,
                               .comment = written(text(json, "comment")),
                               .gate = GitHubRules::gateOf(by)});
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
    auto there = m_rules.at(*github, environment, stop);
    if (!there)
        return there.error();
    rules.apps = std::move(there->others);
    if (gate.rule.empty() && !there->ours.empty())
        rules.apps.push_back(there->ours);
    return rules;
}

Result<std::vector<RulesThere>> GitHubDeployments::rulesOfOthers(const std::string& line,
                                                                 const std::stop_token& stop) const
{
    auto github = api(line);
    return github ? m_rules.ofOthers(*github, stop) : github.error();
}

/// The deployments to an environment, and the commit of the newest one that went well.
Result<ci::GateChanges> GitHubDeployments::deployedTo(GitHubApi& api, const std::string& environment,
                                                      const std::stop_token& stop) const
{
    const std::string about = "the deployments to " + environment + " of " + api.place().repository;
    const auto list = api.readList(
        {.path = "/deployments?environment=" + escaped(environment) + "&per_page=" + std::to_string(kMostDeployments),
         .about = about},
        stop);
    if (!list)
        return list.error();
    ci::GateChanges known;
    for (const Json& deployment : *list) {
        const std::string id = std::to_string(fieldOr<std::int64_t>(deployment, "id", 0));
        const auto states = api.readList({.path = "/deployments/" + id + "/statuses?per_page=1", .about = about}, stop);
        if (!states)
            return states.error();
        const std::string state = states->empty() ? std::string() : text(states->front(), "state");
        if (state == "success" && known.deployed.empty())
            known.deployed = text(deployment, "sha");
        const auto conclusion = conclusionOf(state);
        const auto at = parseUtc(text(deployment, "created_at"));
        if (conclusion)
            known.past.push_back({text(deployment, "sha"), *conclusion, at ? std::optional(*at) : std::nullopt});
    }
    return known;
}

Result<ci::GateChanges> GitHubDeployments::changes(const std::string& line, const std::string& environment,
                                                   const std::string& commit, std::stop_token stop)
{
    auto github = api(line);
    if (!github)
        return github.error();
    auto known = deployedTo(*github, environment, stop);
    if (!known || known->deployed.empty())
        return known;
    const auto comparison = github->read(
        {.path = "/compare/" + known->deployed + "..." + commit,
         .about = "the changes of " + github->place().repository + " from " + known->deployed + " to " + commit},
        stop);
    if (!comparison)
        return comparison.error();
    ci::GateChanges changes = changesIn(*comparison);
    changes.deployed = std::move(known->deployed);
    changes.past = std::move(known->past);
    return changes;
}

Result<ci::GateReview> GitHubDeployments::decide(const ci::GateDecision& decision, std::stop_token stop)
{
    auto github = api(decision.run.line);
    if (!github)
        return github.error();
    const ci::PendingGate& gate = decision.gate;
    if (!gate.others.empty())
        return Error{ErrorCode::InvalidInput,
                     aboutOf(*github, decision) + " waits for protection rule " + gate.others.front()
                         + ", which is not answered here; see " + gate.page};
    const auto said = reviews(decision.run, stop);
    if (!said)
        return said.error();
    if (auto review = ci::reviewSince(gate, *said))
        return *std::move(review);
    const auto waiting = pending(decision.run, stop);
    if (!waiting)
        return waiting.error();
    const bool waits = std::ranges::any_of(*waiting, [&](const ci::PendingGate& one) {
        return one.id == gate.id && (gate.rule.empty() || one.occasion == gate.occasion);
    });
    if (!waits)
        return Error{ErrorCode::Conflict, aboutOf(*github, decision) + " does not wait any more"};
    return gate.rule.empty() ? review(*github, decision, stop) : m_rules.answer(*github, decision, stop);
}

/// That of a person, whose token it is.
Result<ci::GateReview> GitHubDeployments::review(GitHubApi& api, const ci::GateDecision& decision,
                                                 const std::stop_token& stop)
{
    const ci::PendingGate& gate = decision.gate;
    std::int64_t id = 0;
    if (std::from_chars(gate.id.data(), gate.id.data() + gate.id.size(), id).ec != std::errc())
        return Error{ErrorCode::InvalidInput, "\"" + gate.id + "\" is no environment of GitHub"};
    const auto sent = api.readList({.path = "/actions/runs/" + decision.run.number + "/pending_deployments",
                                    .about = aboutOf(api, decision),
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

/// Our rule's answer need not be listed: the deployment tells, soon after it.
Result<std::optional<ci::GateReview>> GitHubDeployments::whatBecame(const ci::GateDecision& decision,
                                                                    std::stop_token stop)
{
    if (decision.gate.rule.empty())
        return Gate::whatBecame(decision, stop);
    auto github = api(decision.run.line);
    if (!github)
        return github.error();
    const auto said = reviews(decision.run, stop);
    if (!said)
        return said.error();
    if (auto review = ci::reviewSince(decision.gate, *said))
        return review;
    auto standing = m_rules.standing(*github, decision, stop);
    if (!standing || *standing)
        return standing;
    const auto waiting = pending(decision.run, stop);
    if (!waiting)
        return waiting.error();
    if (std::ranges::find(*waiting, decision.gate.occasion, &ci::PendingGate::occasion) == waiting->end())
        return Error{ErrorCode::Network,
                     "what became of " + aboutOf(*github, decision) + " is not told yet; it is looked at again later"};
    return standing;
}

Result<std::string> GitHubDeployments::supersededBy(const ci::RunRef& run, const ci::PendingGate& gate,
                                                    std::stop_token stop)
{
    auto github = api(run.line);
    return github ? m_rules.laterThan(*github, run, gate.environment, stop) : github.error();
}

} // namespace signalbox::net
