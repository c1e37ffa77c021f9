// SPDX-License-Identifier: GPL-3.0-or-later
// Issues of GitHub that tell of failures.
//
// Thread     any; calls block
// Ownership  the client outlives it
// Errors     as GitHubApi
// Source     https://docs.github.com/en/rest/issues
#pragma once

#include "core/net/forgeissues.h"
#include "core/net/githubapi.h"

namespace signalbox::net {

class GitHubIssues final : public ForgeIssues {
public:
    using PlaceOf = std::function<Result<ForgePlace>(const std::string& line)>;
    GitHubIssues(HttpClient& client, PlaceOf placeOf) : m_client(client), m_placeOf(std::move(placeOf)) { }

private:
    Result<std::vector<Issue>> open(const std::string& line, const std::stop_token& stop) override;
    Result<Issue> create(const ci::IssueReport& report, const std::string& text, const std::stop_token& stop) override;
    Result<std::vector<std::string>> remarks(const std::string& line, std::int64_t issue, UtcTime since,
                                             const std::stop_token& stop) override;
    Result<void> remark(const std::string& line, std::int64_t issue, const std::string& text,
                        const std::stop_token& stop) override;
    Result<std::string> linkTo(const ci::RunRef& run) override;

    Result<GitHubApi> api(const std::string& line) const;

    HttpClient& m_client;
    const PlaceOf m_placeOf;
};

} // namespace signalbox::net
