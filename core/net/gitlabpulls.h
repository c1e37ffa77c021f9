// SPDX-License-Identifier: GPL-3.0-or-later
// Merge requests of GitLab: a commit on a branch of its own, made by the API, and the request to review it.
//
// Thread     any; calls block
// Ownership  the client outlives it
// Errors     as GitLabApi
// Source     https://docs.gitlab.com/api/commits/, https://docs.gitlab.com/api/merge_requests/
#pragma once

#include "core/ci/changedesk.h"
#include "core/net/gitlabapi.h"

namespace signalbox::net {

class GitLabPulls final : public ci::ChangeDesk {
public:
    using PlaceOf = std::function<Result<ForgePlace>(const std::string& line)>;
    GitLabPulls(HttpClient& client, PlaceOf placeOf) : m_client(client), m_placeOf(std::move(placeOf)) { }

    Result<std::string> definitionOf(const ci::RunRef& run, const std::stop_token& stop) override;
    Result<std::optional<ci::OfferedChange>> find(const std::string& line, const std::string& branch,
                                                  const std::stop_token& stop) override;
    Result<ci::OfferedChange> offer(const ci::ChangeOffer& change, const std::stop_token& stop) override;

private:
    Result<GitLabApi> api(const std::string& line) const;
    Result<std::optional<ci::OfferedChange>> find(GitLabApi& api, const std::string& branch,
                                                  const std::stop_token& stop) const;
    Result<void> checkBranch(GitLabApi& api, const ci::ChangeOffer& change, const std::stop_token& stop) const;
    Result<void> makeBranch(GitLabApi& api, const ci::ChangeOffer& change, const std::stop_token& stop) const;

    HttpClient& m_client;
    const PlaceOf m_placeOf;
};

} // namespace signalbox::net
