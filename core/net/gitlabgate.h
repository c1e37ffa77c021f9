// SPDX-License-Identifier: GPL-3.0-or-later
// GitLab's gates: manual jobs that hold a pipeline up, and deployments that wait for approvals of a protected
// environment.
//
// A manual job is let through by starting it, and rejected by cancelling it: GitLab cancels a job that waits for a
// person, though not with its pipeline. It keeps no comment of either, and tells who has started a job, but not who has
// cancelled one. A deployment is approved or rejected with a comment; an approval starts nothing, so that the job is
// started once no approval is missing. Whoever may approve need not be allowed to start it: then it waits as a manual
// job does, and is asked about as one.
//
// Thread     any; calls block
// Ownership  the client outlives it
// Errors     as ci::Gate and GitLabApi
// Source     https://docs.gitlab.com/api/jobs/ (play, cancel), https://docs.gitlab.com/api/deployments/ (approval),
//            https://docs.gitlab.com/ci/environments/deployment_approvals/
#pragma once

#include "core/net/gitlabapi.h"
#include "core/net/gitlabdeployments.h"

namespace signalbox::net {

class GitLabGate final : public ci::Gate {
public:
    using PlaceOf = std::function<Result<ForgePlace>(const std::string& line)>;
    GitLabGate(HttpClient& client, PlaceOf placeOf) : m_client(client), m_placeOf(std::move(placeOf)) { }

    bool serves(const std::string& line) override { return static_cast<bool>(m_placeOf(line)); }
    std::string_view provider(const std::string&) const override { return "gitlab"; }
    /// Their ids are those of the jobs.
    Result<std::vector<ci::PendingGate>> pending(const ci::RunRef& run, std::stop_token stop) override;
    /// Of jobs that wait for nobody too: who has started them.
    Result<std::vector<ci::GateReview>> reviews(const ci::RunRef& run, std::stop_token stop) override;
    Result<ci::GateRules> rules(const std::string& line, const ci::PendingGate& gate, std::stop_token stop) override;
    Result<ci::GateChanges> changes(const std::string& line, const std::string& environment, const std::string& commit,
                                    std::stop_token stop) override;
    Result<ci::GateReview> decide(const ci::GateDecision& decision, std::stop_token stop) override;

private:
    Result<GitLabApi> api(const std::string& line) const;

    HttpClient& m_client;
    const PlaceOf m_placeOf;
};

} // namespace signalbox::net
