// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubapi.h"

namespace signalbox::net {

namespace {

bool isBusy(std::string_view message)
{
    return message.find("already running") != std::string_view::npos
        || message.find("in progress") != std::string_view::npos || message.find("not yet") != std::string_view::npos
        || message.find("still") != std::string_view::npos;
}

/// "actions=write,contents=read" as "actions: write, contents: read".
std::string permissions(std::string_view field)
{
    std::string text;
    for (const char c : field) {
        if (c == '=')
            text += ": ";
        else if (c == ',')
            text += ", ";
        else if (c == ';')
            text += " or ";
        else if (c != ' ')
            text += c;
    }
    return text;
}

/// What a call below a repository needs, where the answer does not say.
std::string permissionFor(std::string_view path)
{
    if (path.starts_with("/issues"))
        return "Issues";
    if (path.starts_with("/pulls"))
        return "Pull requests";
    if (path.starts_with("/git/") || path.starts_with("/contents"))
        return "Contents";
    const bool isDeployment
        = path.find("deployments") != std::string_view::npos || path.ends_with("/deployment_protection_rule");
    return isDeployment ? "Deployments" : "Actions";
}

std::string quoted(const std::string& words)
{
    return words.empty() ? std::string() : " (" + words + ")";
}

} // namespace

bool isRepositoryName(std::string_view name)
{
    const auto slash = name.find('/');
    return slash != std::string_view::npos && isNamePart(name.substr(0, slash)) && isNamePart(name.substr(slash + 1));
}

std::string webOf(const std::string& api)
{
    constexpr std::string_view kPath = "/api/v3";
    constexpr std::string_view kHost = "://api.";
    std::string web = api.ends_with(kPath) ? api.substr(0, api.size() - kPath.size()) : api;
    if (const auto at = web.find(kHost); at != std::string::npos)
        web.erase(at + 3, kHost.size() - 3);
    return web;
}

HttpFields GitHubApi::fields() const
{
    return {{"Accept", "application/vnd.github+json"},
            {"X-GitHub-Api-Version", "2022-11-28"},
            {"Authorization", "Bearer " + place().token}};
}

/// Servers of one's own have no limits unless they are told to.
Milliseconds GitHubApi::writesApart() const
{
    return Milliseconds(place().api == kPublicApi ? 1000 : 0);
}

Error GitHubApi::forbidden(const HttpAnswer& answer, const Request& request, const std::string& said) const
{
    if (isBusy(said))
        return {ErrorCode::Conflict, request.about + " is still going" + quoted(said)};
    std::string text = "the token in " + place().tokenFrom + " may not do this on " + place().repository + quoted(said);
    if (const auto needed = fieldOf(answer.fields, "X-Accepted-GitHub-Permissions"); !needed.empty())
        text += "; give it the permission " + permissions(needed);
    else if (!fieldOf(answer.fields, "X-GitHub-SSO").empty())
        text += "; authorize it for the organization's single sign-on";
    else
        text += "; give it the permission " + permissionFor(request.path) + ": read and write";
    return {ErrorCode::InvalidInput, text};
}

} // namespace signalbox::net
