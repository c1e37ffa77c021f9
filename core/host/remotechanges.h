// SPDX-License-Identifier: GPL-3.0-or-later
// Changes that are offered for review on servers: trees of their commits, pull requests and merge requests.
//
// Thread     any; calls block
// Ownership  the remotes and the workspace outlive it
// Errors     as agents::ChangeBench
// Disk       STORE.trees/RUN while a fix is begun
#pragma once

#include "core/agents/changebench.h"
#include "core/host/remotes.h"
#include "core/net/githubpulls.h"
#include "core/net/gitlabpulls.h"

namespace signalbox::host {

class RemoteChanges final : public agents::ChangeBench {
public:
    RemoteChanges(Remotes& remotes, const SharedWorkspace& workspace);

    bool serves(const std::string& line) override { return m_remotes.has(line); }
    Result<agents::ProjectTree> checkOut(RunId run, const std::string& line, const std::string& commit,
                                         std::stop_token stop) override;
    Result<void> discard(RunId run) override;
    Result<agents::PipelineText> pipelineAt(RunId run, const ci::RunRef& of, const std::string& commit,
                                            std::stop_token stop) override;
    Result<std::optional<ci::OfferedChange>> find(const std::string& line, const std::string& branch,
                                                  std::stop_token stop) override;
    Result<ci::OfferedChange> offer(const ci::ChangeOffer& change, std::stop_token stop) override;

private:
    std::filesystem::path treeOf(RunId run) const;
    Result<void> fetch(RunId run, const std::string& line, const std::string& commit, std::stop_token stop) const;
    ci::ChangeDesk& deskOf(const std::string& line);

    Remotes& m_remotes;
    const SharedWorkspace& m_workspace;
    net::GitHubPulls m_github;
    net::GitLabPulls m_gitlab;
};

} // namespace signalbox::host
