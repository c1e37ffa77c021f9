// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubapp.h"

#include "core/net/forgeapi.h"

#include <nlohmann/json.hpp>

namespace signalbox::net {

namespace {

constexpr Milliseconds kUsualLife{std::chrono::hours(1)};

/// GitHub's API about no repository, asked by an App itself.
class AppApi final : public ForgeApi {
public:
    AppApi(HttpClient& client, ForgePlace place) : ForgeApi(client, std::move(place)) { }

private:
    std::string_view name() const override { return "GitHub"; }
    std::string root() const override { return {}; }
    HttpFields fields() const override
    {
        return {{"Accept", "application/vnd.github+json"},
                {"X-GitHub-Api-Version", "2022-11-28"},
                {"Authorization", "Bearer " + place().token}};
    }
    std::string_view tokenNeeded() const override { return "of a GitHub App"; }
    /// Who it is has two parts, and GitHub does not tell which of them is wrong.
    std::optional<Error> ownRefusal(const HttpAnswer& answer, const std::string& said) const override
    {
        if (answer.status != 401 && !(answer.status == 404 && said == "Integration not found"))
            return std::nullopt;
        return Error{ErrorCode::InvalidInput,
                     place().api + " does not know " + place().repository
                         + (said.empty() ? std::string() : " (" + said + ")")
                         + ": the id in GITHUB_APP_ID is wrong, or the key in " + place().tokenFrom
                         + " is not its; both are on the App's page there"};
    }
    Error forbidden(const HttpAnswer&, const Request& request, const std::string& said) const override
    {
        return {ErrorCode::InvalidInput,
                request.about + ": GitHub refuses this to the App" + (said.empty() ? std::string() : " (" + said + ")")
                    + "; look at its installation there"};
    }
};

Result<AppApi> apiOf(HttpClient& client, const AppIdentity& identity, UtcTime now)
{
    auto claim = appClaim(identity, now);
    if (!claim)
        return claim.error();
    return AppApi(client,
                  {.api = identity.api,
                   .repository = "the App " + identity.app,
                   .token = *std::move(claim),
                   .tokenFrom = identity.keyFrom});
}

} // namespace

Result<std::string> GitHubApp::installationFor(const std::string& repository, const std::stop_token& stop) const
{
    auto api = apiOf(m_client, m_identity, m_clock.now());
    if (!api)
        return api.error();
    const std::string about = "the installation of the App " + m_identity.app + " for " + repository;
    const auto found = api->read({.path = "/repos/" + repository + "/installation", .about = about}, stop);
    if (!found && found.error().code == ErrorCode::NotFound)
        return Error{ErrorCode::InvalidInput,
                     "the App " + m_identity.app + " is not installed for " + repository + " on " + m_identity.api
                         + "; install it there"};
    if (!found)
        return found.error();
    const auto number = fieldOr<std::int64_t>(*found, "id", 0);
    if (number <= 0)
        return Error{ErrorCode::Network, m_identity.api + " answers for " + about + " without its number"};
    return std::to_string(number);
}

Result<GitHubApp::Token> GitHubApp::tokenOf(const std::string& installation, const std::stop_token& stop) const
{
    const UtcTime now = m_clock.now();
    auto api = apiOf(m_client, m_identity, now);
    if (!api)
        return api.error();
    const std::string about = "a token of installation " + installation + " of the App " + m_identity.app;
    const auto made = api->read(
        {.path = "/app/installations/" + escaped(installation) + "/access_tokens", .about = about, .method = "POST"},
        stop);
    if (!made)
        return made.error();
    const auto until = parseUtc(fieldOr<std::string>(*made, "expires_at", {}));
    Token token{.token = fieldOr<std::string>(*made, "token", {}), .until = until ? *until : now + kUsualLife};
    if (token.token.empty())
        return Error{ErrorCode::Network, m_identity.api + " answers for " + about + " without one"};
    return token;
}

} // namespace signalbox::net
