// SPDX-License-Identifier: GPL-3.0-or-later
// The lines that are on servers: who they are, how they are asked, and their logs for whoever wants to read one.
//
// Thread     any; what asks a server blocks
// Ownership  clock and workspace outlive it
// Errors     as ci::RemoteSystem; NotFound for a line that is none
// Disk       STORE.logs/DIGEST.log: the redacted log of one job, fetched when somebody opened it, and kept for as long
//            as checkpoints are
#pragma once

#include "core/host/apptokens.h"
#include "core/host/forges.h"
#include "core/host/growinglogs.h"
#include "core/host/outgoing.h"
#include "core/host/ports.h"
#include "core/host/remotegates.h"
#include "core/host/sharedworkspace.h"
#include "core/host/trial.h"
#include "core/net/githubci.h"
#include "core/net/githubdeployments.h"
#include "core/net/gitlabci.h"
#include "core/net/gitlabgate.h"

namespace signalbox::host {

class Remotes {
public:
    Remotes(SharedWorkspace& workspace, const Clock& clock);

    /// What a line is on; GitHub for a line that is none.
    const Forge& forge(const std::string& line) const;
    /// The system that a line is on. Of a line that is none, one that answers so.
    ci::RemoteSystem& of(const std::string& line);
    ci::Gate& gates() { return m_gates; }
    Outgoing& outgoing() { return m_outgoing; }
    std::int64_t counted() const { return m_outgoing.counted(); }
    bool has(const std::string& line) const { return m_workspace.now()->remotes.contains(line); }

    /// The place of a line as it is asked now, with its token.
    Result<net::ForgePlace> placeOf(const std::string& line) const;
    /// A repository that need be no line. `token`: empty: the one that its variable holds.
    Trial trial(const RemoteLine& remote, const std::string& token = {})
    {
        return {m_outgoing.client(), m_clock, [this](const RemoteLine& line) { return placeFor(line); }, remote, token};
    }

    /// Environments of the line where Apps other than ours decide; none on GitLab.
    Result<std::vector<net::RulesThere>> rulesOfOthers(const std::string& line) const;
    Result<PolicyFile> policyFile(const std::string& line);
    /// Fetches it, unless it was before; that of a job that goes on grows, where its server tells it so early.
    Result<std::filesystem::path> logFile(const ci::RunRef& run, const std::string& job, int attempt);

private:
    struct LogName {
        ci::RunRef run;
        std::string job;
        int attempt = 1;
    };

    Result<RemoteLine> remoteOf(const std::string& line) const;
    Result<net::ForgePlace> appPlaceOf(const std::string& line) const;
    Result<net::ForgePlace> placeFor(const RemoteLine& remote) const;
    Result<net::ForgePlace> appPlaceFor(const RemoteLine& remote) const;
    LogReader readerOf(const LogName& log);
    Result<bool> grows(const LogName& log);

    SharedWorkspace& m_workspace;
    const Clock& m_clock;
    Outgoing m_outgoing;
    std::unique_ptr<AppTokens> m_apps;
    net::GitHubCi m_github;
    net::GitLabCi m_gitlab;
    net::GitHubDeployments m_githubGates;
    net::GitLabGate m_gitlabGates;
    RemoteGates m_gates; // of both
    GrowingLogs m_growing; // reads from what stands above
};

} // namespace signalbox::host
