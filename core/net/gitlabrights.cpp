// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/gitlabrights.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::net {

namespace {

using ci::Right;
using ci::RightState;

constexpr std::int64_t kDeveloper = 30; // of access levels

Json objectIn(const HttpAnswer& answer)
{
    auto json = parseJson(answer.body);
    return json && json->is_object() ? *std::move(json) : Json::object();
}

Json listIn(const HttpAnswer& answer)
{
    auto json = parseJson(answer.body);
    return json && json->is_array() ? *std::move(json) : Json::array();
}

/// A day, at whose beginning it ends.
std::optional<UtcTime> expiryIn(const Json& token)
{
    const auto time = parseUtc(fieldOr<std::string>(token, "expires_at", {}) + "T00:00:00Z");
    return time ? std::optional(*time) : std::nullopt;
}

} // namespace

ForgeApi::Request GitLabRights::reaching() const
{
    return {.path = "/version",
            .about = "its version",
            .isOfServer = true,
            .isNobodys = !api().checkToken()}; // what can be no token is told of by signIn()
}

void GitLabRights::signIn(ci::TriedRight& tried)
{
    const auto answer = probe({.path = "/user", .about = "who the token is of", .isOfServer = true}, tried);
    if (!answer) {
        if (tried.status == 404)
            tried.detail = api().place().api + " is no API of GitLab; it ends with /api/v4";
        return;
    }
    const Json user = objectIn(*answer);
    m_user = std::to_string(fieldOr<std::int64_t>(user, "id", 0));
    m_isAdmin = fieldOr<bool>(user, "is_admin", false);
    const std::string who = fieldOr<std::string>(user, "username", {});
    const auto token
        = ask({.path = "/personal_access_tokens/self", .about = "the token itself", .isOfServer = true}, tried);
    if (!token)
        return;
    tried.status = answer->status; // a token of OAuth is no such one
    tried.who = who;
    if (token->status == 200)
        tried.expires = expiryIn(objectIn(*token));
}

void GitLabRights::readRuns(ci::TriedRight& tried)
{
    const std::string& project = api().place().repository;
    const auto seen = probe({.path = "", .about = project}, tried);
    if (!seen)
        return;
    seesRepository();
    const Json about = objectIn(*seen);
    m_takesIssues = fieldOr<bool>(about, "issues_enabled", true);
    const auto answer = probe({.path = "/pipelines?per_page=20", .about = "the pipelines of " + project}, tried);
    if (!answer)
        return;
    const Json pipelines = listIn(*answer);
    tried.count = static_cast<int>(pipelines.size());
    if (!pipelines.empty())
        tried.newest = timeIn(pipelines.front(), "created_at");
}

void GitLabRights::readEnvironments(ci::TriedRight& tried)
{
    const auto answer = probe(
        {.path = "/environments?per_page=100", .about = "the environments of " + api().place().repository}, tried);
    if (!answer)
        return;
    for (const Json& one : listIn(*answer))
        tried.names.push_back(fieldOr<std::string>(one, "name", {}));
}

void GitLabRights::rerunJobs(ci::TriedRight& tried)
{
    const auto answer = probe({.path = "/pipelines/0/retry",
                               .about = "another attempt of failed jobs of " + api().place().repository,
                               .method = "POST"},
                              tried, {404});
    if (answer)
        needDeveloper(tried);
}

void GitLabRights::openChanges(ci::TriedRight& tried)
{
    const auto answer = probe({.path = "/merge_requests",
                               .about = "a merge request of " + api().place().repository,
                               .method = "POST",
                               .body = "{}"},
                              tried, {400});
    if (answer)
        needDeveloper(tried);
}

/// Whoever sees a project may open one.
void GitLabRights::openIssues(ci::TriedRight& tried)
{
    const std::string& project = api().place().repository;
    if (probe({.path = "/issues", .about = "an issue of " + project, .method = "POST", .body = "{}"}, tried, {400})
        && !m_takesIssues)
        lack(tried, {}, project + " takes no issues; turn them on in its settings");
}

/// A server without approvals has no such route.
void GitLabRights::reviewDeployments(ci::TriedRight& tried)
{
    const auto answer = probe({.path = "/deployments/0/approval",
                               .about = "an approval of a deployment of " + api().place().repository,
                               .method = "POST",
                               .body = "{}"},
                              tried, {400});
    if (answer)
        needDeveloper(tried);
    else if (tried.status == 404)
        tried.detail = api().place().api + " has no approvals of deployments; GitLab Premium has";
}

void GitLabRights::readReasons(ci::TriedRight& tried)
{
    probe({.path = "/jobs?per_page=1", .about = "the jobs of " + api().place().repository}, tried);
}

void GitLabRights::readWebhooks(ci::TriedRight& tried)
{
    probe({.path = "/hooks?per_page=1", .about = "the webhooks of " + api().place().repository}, tried);
}

void GitLabRights::needDeveloper(ci::TriedRight& tried)
{
    if (m_isAdmin)
        return;
    const std::string& project = api().place().repository;
    const int status = tried.status;
    const auto member = ask({.path = "/members/all/" + m_user, .about = "the role on " + project}, tried);
    if (!member)
        return;
    if (member->status != 200 && member->status != 404) {
        tried.state = RightState::Fails;
        tried.detail = api().refusal(*member, {.path = {}, .about = "the role on " + project}).detail;
        return;
    }
    tried.status = status;
    if (fieldOr<std::int64_t>(objectIn(*member), "access_level", 0) < kDeveloper)
        lack(tried, "Developer",
             "whoever the token in " + api().place().tokenFrom + " is of may not do this on " + project
                 + "; give them the role Developer there");
}

/// {"error": "insufficient_scope", "scope": "api read_api"}: any of them is enough.
std::string GitLabRights::lackedIn(const HttpAnswer& answer, Right right) const
{
    const std::string scopes = fieldOr<std::string>(objectIn(answer), "scope", {});
    if (scopes.empty() && right == Right::ReadWebhooks)
        return "Maintainer";
    if (scopes.empty())
        return right == Right::ReadRuns || right == Right::ReadEnvironments ? "Reporter" : "Developer";
    std::string words;
    for (const char c : scopes)
        words += c == ' ' ? " or " : std::string(1, c);
    return words;
}

} // namespace signalbox::net
