// SPDX-License-Identifier: GPL-3.0-or-later
// Pull requests of GitHub: a commit on a branch of its own, made by the API, and the request to review it.
//
// Thread     any; calls block
// Ownership  the client outlives it
// Errors     as GitHubApi
// Source     https://docs.github.com/en/rest/git, https://docs.github.com/en/rest/pulls
#pragma once

#include "core/ci/changedesk.h"
#include "core/net/githubapi.h"

namespace signalbox::net {

class GitHubPulls final : public ci::ChangeDesk {
public:
    using PlaceOf = std::function<Result<GitHubPlace>(const std::string& line)>;
    GitHubPulls(HttpClient& client, PlaceOf placeOf) : m_client(client), m_placeOf(std::move(placeOf)) { }

    Result<std::string> definitionOf(const ci::RunRef& run, const std::stop_token& stop) override;
    Result<std::optional<ci::OfferedChange>> find(const std::string& line, const std::string& branch,
                                                  const std::stop_token& stop) override;
    Result<ci::OfferedChange> offer(const ci::ChangeOffer& change, const std::stop_token& stop) override;

private:
    Result<GitHubApi> api(const std::string& line) const;
    Result<std::optional<ci::OfferedChange>> find(GitHubApi& api, const std::string& branch,
                                                  const std::stop_token& stop) const;
    Result<void> makeBranch(GitHubApi& api, const ci::ChangeOffer& change, const std::stop_token& stop) const;
    Result<void> checkBranch(GitHubApi& api, const ci::ChangeOffer& change, const Json& branch,
                             const std::stop_token& stop) const;
    /// Of a file, as it is in that tree: "100755"; that of a plain one where there is none.
    Result<std::string> modeOf(GitHubApi& api, const std::string& path, std::string tree,
                               const std::stop_token& stop) const;
    Result<std::string> makeTree(GitHubApi& api, const ci::ChangeOffer& change, const std::stop_token& stop) const;
    Result<std::string> makeCommit(GitHubApi& api, const ci::ChangeOffer& change, const std::stop_token& stop) const;

    HttpClient& m_client;
    const PlaceOf m_placeOf;
};

} // namespace signalbox::net
