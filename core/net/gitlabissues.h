// SPDX-License-Identifier: GPL-3.0-or-later
// Issues of GitLab that tell of failures.
//
// Thread     any; calls block
// Ownership  the client outlives it
// Errors     as GitLabApi
// Source     https://docs.gitlab.com/api/issues/, https://docs.gitlab.com/api/notes/
#pragma once

#include "core/net/forgeissues.h"
#include "core/net/gitlabapi.h"

namespace signalbox::net {

class GitLabIssues final : public ForgeIssues {
public:
    using PlaceOf = std::function<Result<ForgePlace>(const std::string& line)>;
    GitLabIssues(HttpClient& client, PlaceOf placeOf) : m_client(client), m_placeOf(std::move(placeOf)) { }

private:
    Result<std::vector<Issue>> open(const std::string& line, const std::stop_token& stop) override;
    Result<Issue> create(const ci::IssueReport& report, const std::string& text, const std::stop_token& stop) override;
    Result<std::vector<std::string>> remarks(const std::string& line, std::int64_t issue, UtcTime since,
                                             const std::stop_token& stop) override;
    Result<void> remark(const std::string& line, std::int64_t issue, const std::string& text,
                        const std::stop_token& stop) override;
    Result<std::string> linkTo(const ci::RunRef& run) override;

    Result<GitLabApi> api(const std::string& line) const;

    HttpClient& m_client;
    const PlaceOf m_placeOf;
};

} // namespace signalbox::net
