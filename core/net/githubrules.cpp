// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubrules.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <span>

namespace signalbox::net {

namespace {

constexpr std::string_view kGate = "rule ";
constexpr std::string_view kOccasion = "deployment ";
constexpr std::string_view kOthersOccasion = "rules at deployment "; // another one once we are the App
constexpr std::string_view kBot = "[bot]";
constexpr int kUnprocessable = 422;
constexpr int kMostDeployments = 10; // of one commit to one environment that are looked at
constexpr int kMostStatuses = 30; // of a deployment
constexpr std::size_t kMostEnvironments = 50; // whose rules are listed

std::string text(const Json& json, std::string_view key)
{
    return fieldOr<std::string>(json, key, {});
}

std::string number(const Json& json)
{
    return std::to_string(fieldOr<std::int64_t>(json, "id", 0));
}

/// Newest first.
Result<Json> statusesOf(GitHubApi& api, const std::string& deployment, int most, const std::stop_token& stop)
{
    return api.readList({.path = "/deployments/" + deployment + "/statuses?per_page=" + std::to_string(most),
                         .about = "deployment " + deployment + " of " + api.place().repository},
                        stop);
}

/// The run that the statuses of a deployment tell; empty: none does.
std::string runOf(const Json& statuses)
{
    constexpr std::string_view kPart = "/actions/runs/";
    for (const Json& status : statuses) {
        const std::string url = text(status, "log_url");
        const auto at = url.find(kPart);
        if (at == std::string::npos)
            continue;
        const std::string rest = url.substr(at + kPart.size());
        return rest.substr(0, rest.find('/'));
    }
    return {};
}

/// Where a status does not tell its run, its commit has to do.
bool isOfRun(const Json& status, const std::string& run)
{
    const std::string url = text(status, "log_url");
    const std::string part = "/actions/runs/" + run;
    const auto at = url.find(part);
    if (at == std::string::npos)
        return url.empty();
    return at + part.size() == url.size() || url[at + part.size()] == '/';
}

struct Waiting {
    std::string deployment; // empty: none waits
    std::string page; // of the run
};

/// The oldest deployment of the run to the environment that waits.
Result<Waiting> waitingDeployment(GitHubApi& api, const std::string& environment, const ci::RunRef& run,
                                  const std::stop_token& stop)
{
    const std::string repository = api.place().repository;
    const auto known
        = api.read({.path = "/actions/runs/" + run.number, .about = "run " + run.number + " of " + repository}, stop);
    if (!known)
        return known.error();
    const auto deployments
        = api.readList({.path = "/deployments?environment=" + escaped(environment) + "&sha=" + text(*known, "head_sha")
                            + "&per_page=" + std::to_string(kMostDeployments),
                        .about = "the deployments to " + environment + " of " + repository},
                       stop);
    if (!deployments)
        return deployments.error();
    Waiting oldest{.deployment = {}, .page = text(*known, "html_url")};
    for (const Json& deployment : *deployments) {
        const auto statuses = statusesOf(api, number(deployment), 1, stop);
        if (!statuses)
            return statuses.error();
        if (!statuses->empty() && text(statuses->front(), "state") == "waiting"
            && isOfRun(statuses->front(), run.number))
            oldest.deployment = number(deployment);
    }
    return oldest;
}

/// Whether it was let through: what is rejected never has such a status.
bool hasBegun(const Json& statuses)
{
    constexpr std::array<std::string_view, 3> kBegun{"queued", "in_progress", "success"};
    return std::ranges::any_of(
        statuses, [&](const Json& status) { return std::ranges::find(kBegun, text(status, "state")) != kBegun.end(); });
}

/// By the rule where it went as decided: nobody else is told to have said anything.
ci::GateReview reviewOf(const ci::GateDecision& decision, bool approved)
{
    const bool ours = approved == decision.approve;
    return {.environment = decision.gate.environment,
            .approved = approved,
            .by = ours ? decision.gate.rule + std::string(kBot) : std::string(),
            .comment = ours ? decision.comment : std::string(),
            .gate = decision.gate.id};
}

} // namespace

std::string GitHubRules::gateOf(const std::string& login)
{
    return login.ends_with(kBot) ? std::string(kGate) + login.substr(0, login.size() - kBot.size()) : std::string();
}

Result<RulesThere> GitHubRules::at(GitHubApi& api, const std::string& environment, const std::stop_token& stop) const
{
    RulesThere there{.environment = environment, .ours = {}, .others = {}};
    const auto listed
        = api.read({.path = "/environments/" + escaped(environment) + "/deployment_protection_rules",
                    .about = "the protection rules of environment " + environment + " of " + api.place().repository},
                   stop);
    const bool isUntold = !listed
        && (listed.error().code == ErrorCode::NotFound
            || (m_app.id.empty() && listed.error().code == ErrorCode::InvalidInput));
    if (isUntold)
        return there;
    if (!listed)
        return listed.error();
    for (const Json& rule : fieldOr<Json>(*listed, "custom_deployment_protection_rules", Json::array())) {
        const Json app = fieldOr<Json>(rule, "app", Json::object());
        if (!fieldOr<bool>(rule, "enabled", false))
            continue;
        if (number(app) == m_app.id)
            there.ours = text(app, "slug");
        else
            there.others.push_back(text(app, "slug"));
    }
    return there;
}

Result<std::vector<RulesThere>> GitHubRules::ofOthers(GitHubApi& api, const std::stop_token& stop) const
{
    const auto environments
        = api.readAll({.path = "/environments?per_page=100", .about = "the environments of " + api.place().repository},
                      "environments", stop);
    if (!environments)
        return environments.error();
    std::vector<RulesThere> found;
    for (const Json& environment : std::span(*environments).first(std::min(kMostEnvironments, environments->size()))) {
        auto there = at(api, text(environment, "name"), stop);
        if (!there)
            return there.error();
        if (!there->others.empty())
            found.push_back(*std::move(there));
    }
    return found;
}

Result<std::optional<ci::PendingGate>> GitHubRules::waitingAt(GitHubApi& api, const ci::PendingGate& pending,
                                                              const ci::RunRef& run, const std::stop_token& stop) const
{
    using Wait = Result<std::optional<ci::PendingGate>>;
    const bool isReviewed = !pending.reviewers.empty();
    if (m_app.id.empty() && isReviewed) // people are asked
        return Wait(std::nullopt);
    const auto there = at(api, pending.environment, stop);
    if (!there)
        return there.error();
    const bool isOurs = !there->ours.empty();
    if (!isOurs && (isReviewed || there->others.empty()))
        return Wait(std::nullopt);
    const auto waiting = waitingDeployment(api, pending.environment, run, stop);
    if (!waiting)
        return waiting.error();
    if (waiting->deployment.empty())
        return Wait(std::nullopt);
    ci::PendingGate gate = pending;
    gate.rule = there->ours;
    gate.id = std::string(kGate) + (isOurs ? there->ours : there->others.front());
    gate.occasion = std::string(isOurs ? kOccasion : kOthersOccasion) + waiting->deployment;
    gate.mayDecide = isOurs;
    gate.page = waiting->page;
    if (!isOurs)
        gate.others = there->others;
    return Wait(std::move(gate));
}

Result<std::optional<ci::GateReview>> GitHubRules::standing(GitHubApi& api, const ci::GateDecision& decision,
                                                            const std::stop_token& stop) const
{
    const std::string& occasion = decision.gate.occasion;
    const auto statuses
        = statusesOf(api, occasion.substr(std::min(kOccasion.size(), occasion.size())), kMostStatuses, stop);
    if (!statuses)
        return statuses.error();
    if (statuses->empty() || text(statuses->front(), "state") == "waiting")
        return std::optional<ci::GateReview>();
    return std::optional(reviewOf(decision, hasBegun(*statuses)));
}

Result<std::string> GitHubRules::laterThan(GitHubApi& api, const ci::RunRef& run, const std::string& environment,
                                           const std::stop_token& stop) const
{
    const auto deployments = api.readList(
        {.path = "/deployments?environment=" + escaped(environment) + "&per_page=" + std::to_string(kMostDeployments),
         .about = "the deployments to " + environment + " of " + api.place().repository},
        stop);
    if (!deployments)
        return deployments.error();
    std::string later; // they come newest first
    for (const Json& deployment : *deployments) {
        const auto statuses = statusesOf(api, number(deployment), kMostStatuses, stop);
        if (!statuses)
            return statuses.error();
        const std::string of = runOf(*statuses);
        if (of == run.number)
            return hasBegun(*statuses) ? std::string() : later;
        if (!of.empty())
            later = of;
    }
    return std::string();
}

Result<ci::GateReview> GitHubRules::answer(GitHubApi& api, const ci::GateDecision& decision,
                                           const std::stop_token& stop) const
{
    auto place = m_app.placeOf(decision.run.line);
    if (!place)
        return place.error();
    GitHubApi app(m_client, *std::move(place));
    const ci::PendingGate& gate = decision.gate;
    const GitHubApi::Request answer{.path = "/actions/runs/" + decision.run.number + "/deployment_protection_rule",
                                    .about = "the answer of protection rule " + gate.rule + " for " + gate.environment
                                        + " of run " + decision.run.number + " of " + app.place().repository,
                                    .method = "POST",
                                    .body = dumpJson({{"environment_name", gate.environment},
                                                      {"state", decision.approve ? "approved" : "rejected"},
                                                      {"comment", decision.comment}})};
    const auto sent = app.send(answer, stop);
    if (sent && sent->status / 100 == 2)
        return reviewOf(decision, decision.approve);
    const Error refusal = sent ? app.refusal(*sent, answer) : sent.error();
    const auto became = standing(api, decision, stop); // it may have been taken all the same
    if (became && *became)
        return **std::move(became);
    const bool others = !gate.reviewers.empty() || gate.waitMinutes > 0;
    if (became && sent && sent->status == kUnprocessable && decision.isAgain && others)
        return reviewOf(decision, decision.approve); // it waits for them alone: the rule was answered before
    return refusal;
}

} // namespace signalbox::net
