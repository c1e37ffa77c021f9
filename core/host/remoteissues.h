// SPDX-License-Identifier: GPL-3.0-or-later
// Issues in the repositories of lines that are on servers, where the line is to have them: without any secret that this
// program knows of.
//
// Thread     any; calls block
// Ownership  the remotes and the workspace outlive it
// Errors     as agents::IssueBench
#pragma once

#include "core/agents/issuebench.h"
#include "core/host/remotes.h"
#include "core/net/githubissues.h"
#include "core/net/gitlabissues.h"

namespace signalbox::host {

class RemoteIssues final : public agents::IssueBench {
public:
    RemoteIssues(Remotes& remotes, const SharedWorkspace& workspace);

    bool serves(const std::string& line) override;
    Result<ci::ToldIssue> tell(const ci::IssueReport& report, std::stop_token stop) override;

private:
    Remotes& m_remotes;
    const SharedWorkspace& m_workspace;
    net::GitHubIssues m_github;
    net::GitLabIssues m_gitlab;
};

} // namespace signalbox::host
