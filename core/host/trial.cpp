// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/trial.h"

#include "core/host/forges.h"
#include "core/host/secrets.h"
#include "core/net/githubci.h"
#include "core/net/githubrights.h"
#include "core/net/gitlabci.h"
#include "core/net/gitlabrights.h"

#include <nlohmann/json.hpp>

namespace signalbox::host {

namespace {

constexpr const char* kTyped = "this form"; // where a token was that a person has just given

/// Does `ask` with the system of that kind.
template <typename T>
Result<T> asked(bool isGitLab, net::HttpClient& client, const Clock& clock, const net::ForgePlace& place,
                const std::function<Result<T>(ci::RemoteSystem&)>& ask)
{
    const auto placeOf = [&](const std::string&) -> Result<net::ForgePlace> { return place; };
    if (isGitLab) {
        net::GitLabCi gitlab({client, placeOf});
        return ask(gitlab);
    }
    net::GitHubCi github({client, clock, placeOf});
    return ask(github);
}

} // namespace

Result<net::ForgePlace> placeFor(const RemoteLine& remote)
{
    net::ForgePlace place{
        .api = remote.api, .repository = remote.repository, .token = {}, .tokenFrom = {}, .another = {}};
    std::vector<std::string> names{remote.token};
    if (remote.token.empty())
        names = forgeOf(remote.provider)->tokenVariables; // without one, no line is taken
    place.tokenFrom = names.front();
    for (const std::string& name : names) {
        auto secret = secretNamed(name);
        if (!secret)
            return Error{ErrorCode::Unauthorized, secret.error().detail};
        if (secret->empty())
            continue;
        place.token = *std::move(secret);
        place.tokenFrom = name;
        break;
    }
    return place;
}

Result<net::ForgePlace> Trial::place() const
{
    if (m_token.empty())
        return m_placeOf(m_remote);
    net::ForgePlace typed;
    typed.api = m_remote.api;
    typed.repository = m_remote.repository;
    typed.token = m_token;
    typed.tokenFrom = kTyped;
    return typed;
}

Result<void> Trial::newestRuns(const std::stop_token& stop) const
{
    const auto where = place();
    if (!where)
        return where.error();
    return asked<void>(forgeOf(m_remote.provider)->isGitLab, m_client, m_clock, *where,
                       [&](ci::RemoteSystem& system) -> Result<void> {
                           const auto newest = system.newest(m_remote.repository, 1, stop);
                           return newest ? Result<void>() : Result<void>(newest.error());
                       });
}

Result<void> Trial::rights(const ci::RightSink& tried, const std::stop_token& stop) const
{
    auto where = place();
    if (!where)
        return where.error();
    if (forgeOf(m_remote.provider)->isGitLab)
        return net::GitLabRights(m_client, *std::move(where)).tryAll(tried, stop);
    return net::GitHubRights(m_client, *std::move(where)).tryAll(tried, stop);
}

Result<std::string> Trial::defaultBranch(const std::stop_token& stop) const
{
    auto where = place();
    if (!where)
        return where.error();
    const net::ForgeApi::Request request{.path = "", .about = m_remote.repository};
    const auto json = forgeOf(m_remote.provider)->isGitLab
        ? net::GitLabApi(m_client, *std::move(where)).read(request, stop)
        : net::GitHubApi(m_client, *std::move(where)).read(request, stop);
    return json ? Result<std::string>(fieldOr<std::string>(*json, "default_branch", {})) : json.error();
}

Result<Trial::File> Trial::file(const std::string& path, const std::stop_token& stop) const
{
    const auto where = place();
    if (!where)
        return where.error();
    auto branch = defaultBranch(stop);
    if (!branch)
        return branch.error();
    auto text = asked<std::optional<std::string>>(
        forgeOf(m_remote.provider)->isGitLab, m_client, m_clock, *where,
        [&](ci::RemoteSystem& system) { return system.file(m_remote.repository, path, stop); });
    if (!text)
        return text.error();
    return File{.branch = *std::move(branch), .text = *std::move(text)};
}

} // namespace signalbox::host
