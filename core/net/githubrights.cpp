// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubrights.h"

#include "core/net/http.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <ctime>

namespace signalbox::net {

namespace {

using ci::Right;
using ci::RightState;

constexpr const char* kExpires = "GitHub-Authentication-Token-Expiration";

std::optional<std::string> given(const HttpAnswer& answer, std::string_view field)
{
    const bool isThere
        = std::ranges::any_of(answer.fields, [&](const auto& one) { return isSameField(one.first, field); });
    return isThere ? std::optional<std::string>(fieldOf(answer.fields, field)) : std::nullopt;
}

/// "2026-06-30 12:00:00 UTC", or with "+0200" behind it.
std::optional<UtcTime> expiryIn(const HttpAnswer& answer)
{
    const std::string text(fieldOf(answer.fields, kExpires));
    std::tm parts{};
    const char* rest = ::strptime(text.c_str(), "%Y-%m-%d %H:%M:%S ", &parts);
    if (!rest)
        return std::nullopt;
    const UtcTime local{std::chrono::seconds(::timegm(&parts))};
    if (std::string_view(rest) == "UTC")
        return local;
    std::tm zone{};
    const char* const end = ::strptime(rest, "%z", &zone);
    return end && *end == '\0' ? std::optional<UtcTime>(local - std::chrono::seconds(zone.tm_gmtoff)) : std::nullopt;
}

/// The permission that a right is, where the answer names none.
const char* usualPermission(Right right)
{
    switch (right) {
    case Right::ReadRuns:
    case Right::ReadEnvironments: return "Actions: read";
    case Right::RerunJobs: return "Actions: write";
    case Right::OpenChanges: return "Pull requests: write, Contents: write";
    case Right::OpenIssues: return "Issues: write";
    case Right::ReviewDeployments: return "Deployments: write";
    case Right::ReadReasons: return "Checks: read";
    case Right::ReadWebhooks: return "Webhooks: read";
    default: return "Metadata: read";
    }
}

Json bodyOf(const HttpAnswer& answer)
{
    auto json = parseJson(answer.body);
    return json && json->is_object() ? *std::move(json) : Json::object();
}

} // namespace

std::string permissionWords(std::string_view field)
{
    std::string words;
    bool begins = true;
    for (const char c : field) {
        if (c == ' ')
            continue;
        words += c == '=' ? ": "
            : c == ','    ? ", "
            : c == ';'    ? " or "
            : c == '_'    ? " "
                          : std::string(1, begins ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c);
        begins = c == ',' || c == ';';
    }
    return words;
}

/// Without the token, and of what counts against no limit.
ForgeApi::Request GitHubRights::reaching() const
{
    return {.path = "/rate_limit", .about = "a first word", .isOfServer = true, .isNobodys = true};
}

void GitHubRights::signIn(ci::TriedRight& tried)
{
    const ForgeApi::Request who{.path = "/user", .about = "who the token is of", .isOfServer = true};
    const auto answer = ask(who, tried);
    if (!answer)
        return;
    tried.expires = expiryIn(*answer);
    m_scopes = given(*answer, "X-OAuth-Scopes");
    m_isApp = answer->status == 403; // which is nobody, but sees the repositories of its installation
    if (answer->status == 200) {
        tried.state = RightState::Works;
        tried.who = fieldOr<std::string>(bodyOf(*answer), "login", {});
    } else if (m_isApp) {
        probe({.path = "/installation/repositories?per_page=1",
               .about = "the repositories of the installation",
               .isOfServer = true},
              tried);
    } else {
        tried.state = RightState::Fails;
        tried.detail = answer->status == 404
            ? api().place().api + " is no API of GitHub; that of an Enterprise server ends with /api/v3"
            : api().refusal(*answer, who).detail;
    }
}

void GitHubRights::readRuns(ci::TriedRight& tried)
{
    const std::string& repository = api().place().repository;
    const auto seen = probe({.path = "", .about = repository}, tried);
    if (!seen)
        return;
    seesRepository();
    const Json about = bodyOf(*seen);
    m_isPrivate = fieldOr<bool>(about, "private", false);
    m_mayPush = m_isApp || fieldOr<bool>(fieldOr<Json>(about, "permissions", Json::object()), "push", true);
    const auto answer = probe(
        {.path = "/actions/runs?exclude_pull_requests=true&per_page=20", .about = "the runs of " + repository}, tried);
    if (!answer)
        return;
    const Json runs = fieldOr<Json>(bodyOf(*answer), "workflow_runs", Json::array());
    tried.count = static_cast<int>(runs.size());
    if (!runs.empty())
        tried.newest = timeIn(runs.front(), "created_at");
}

/// Where they are no part of the plan, there are none.
void GitHubRights::readEnvironments(ci::TriedRight& tried)
{
    const auto answer
        = probe({.path = "/environments?per_page=100", .about = "the environments of " + api().place().repository},
                tried, {404});
    if (!answer)
        return;
    for (const Json& one : fieldOr<Json>(bodyOf(*answer), "environments", Json::array()))
        tried.names.push_back(fieldOr<std::string>(one, "name", {}));
}

void GitHubRights::rerunJobs(ci::TriedRight& tried)
{
    const auto answer = probe({.path = "/actions/runs/0/rerun-failed-jobs",
                               .about = "another attempt of failed jobs of " + api().place().repository,
                               .method = "POST"},
                              tried, {404});
    if (answer)
        mayChange(tried);
}

/// A change needs a branch, too.
void GitHubRights::openChanges(ci::TriedRight& tried)
{
    const std::string& repository = api().place().repository;
    const ForgeApi::Request change{
        .path = "/pulls", .about = "a pull request of " + repository, .method = "POST", .body = "{}"};
    if (!hasScope() || !m_mayPush) { // what is answered then says little
        if (ask(change, tried))
            mayChange(tried);
        return;
    }
    probe(change, tried, {422});
    const ci::TriedRight before = tried;
    if (before.state == RightState::Fails)
        return;
    probe({.path = "/git/refs", .about = "a branch of " + repository, .method = "POST", .body = "{}"}, tried, {422});
    if (before.state != RightState::Lacks || tried.state == RightState::Fails)
        return;
    const bool lacksBoth = tried.state == RightState::Lacks && tried.lacks != before.lacks;
    lack(tried, before.lacks + (lacksBoth ? ", " + tried.lacks : ""), before.detail);
    tried.status = before.status;
}

/// Whoever may read a repository may open one.
void GitHubRights::openIssues(ci::TriedRight& tried)
{
    const ForgeApi::Request issue{
        .path = "/issues", .about = "an issue of " + api().place().repository, .method = "POST", .body = "{}"};
    if (probe(issue, tried, {422}))
        return;
    if (tried.status == 410)
        lack(tried, {}, api().place().repository + " takes no issues; turn them on in its settings");
    else if (!hasScope())
        mayChange(tried); // which it does not even admit
}

void GitHubRights::reviewDeployments(ci::TriedRight& tried)
{
    const auto answer = probe({.path = "/actions/runs/0/pending_deployments",
                               .about = "a review of a deployment of " + api().place().repository,
                               .method = "POST",
                               .body = "{}"},
                              tried, {404, 422});
    if (answer)
        mayChange(tried);
}

/// A time limit that ended a job is told as an annotation alone.
void GitHubRights::readReasons(ci::TriedRight& tried)
{
    probe({.path = "/check-runs/0/annotations", .about = "what is noted on jobs of " + api().place().repository}, tried,
          {404});
}

/// Whoever may not is answered as if there were none.
void GitHubRights::readWebhooks(ci::TriedRight& tried)
{
    const std::string& repository = api().place().repository;
    const std::string token = "the token in " + api().place().tokenFrom;
    if (probe({.path = "/hooks?per_page=1", .about = "the webhooks of " + repository}, tried) || tried.status != 404)
        return;
    if (!hasHookScope())
        lack(tried, "read:repo_hook",
             token + " may not read the webhooks of " + repository + "; give it the scope read:repo_hook");
    else
        lack(tried, "admin access",
             "whoever " + token + " is of may not read the webhooks of " + repository + "; administrators of it may");
}

bool GitHubRights::hasHookScope() const
{
    if (!m_scopes)
        return true;
    const std::string listed = ", " + *m_scopes + ",";
    return std::ranges::any_of(std::array{" repo,", ":repo_hook,"},
                               [&](const char* scope) { return listed.find(scope) != std::string::npos; });
}

bool GitHubRights::hasScope() const
{
    if (!m_scopes)
        return true; // no classic token
    const std::string listed = ", " + *m_scopes + ",";
    return listed.find(" repo,") != std::string::npos
        || (!m_isPrivate && listed.find(" public_repo,") != std::string::npos);
}

bool GitHubRights::mayChange(ci::TriedRight& tried) const
{
    const std::string token = "the token in " + api().place().tokenFrom;
    const std::string& repository = api().place().repository;
    if (!hasScope())
        lack(tried, "repo", token + " may not change " + repository + "; give it the scope repo");
    else if (!m_mayPush)
        lack(tried, "write access",
             "whoever " + token + " is of may only read " + repository + "; give them write access there");
    else
        return true;
    return false;
}

std::string GitHubRights::lackedIn(const HttpAnswer& answer, Right right) const
{
    if (right == Right::ReadWebhooks && !hasHookScope())
        return "read:repo_hook";
    if (right != Right::ReadWebhooks && !hasScope())
        return "repo";
    if (!fieldOf(answer.fields, "X-GitHub-SSO").empty())
        return "single sign-on";
    if (right == Right::ReadWebhooks) // whose permission the answer calls repository_hooks, and the settings so
        return usualPermission(right);
    const bool isRead = right == Right::ReadRuns || right == Right::ReadEnvironments || right == Right::ReadReasons;
    if (!m_mayPush && !isRead)
        return "write access";
    const auto needed = fieldOf(answer.fields, "X-Accepted-GitHub-Permissions");
    return needed.empty() ? usualPermission(right) : permissionWords(needed);
}

} // namespace signalbox::net
