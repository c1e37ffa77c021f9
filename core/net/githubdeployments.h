// SPDX-License-Identifier: GPL-3.0-or-later
// GitHub's environments as gates: deployments of a run that wait for reviewers or for rules of Apps, what an
// environment makes sure of, and the review. Where reviewers and our App are asked, the reviewers are a gate of their
// own only for a token that is one of them: else they are told of at the rule.
//
// Thread     any; calls block
// Ownership  the client outlives it
// Errors     as ci::Gate and GitHubApi
// Source     https://docs.github.com/en/rest/actions/workflow-runs (pending deployments, approvals),
//            https://docs.github.com/en/rest/deployments
#pragma once

#include "core/ci/gate.h"
#include "core/net/githubrules.h"

namespace signalbox::net {

class GitHubDeployments final : public ci::Gate {
public:
    using PlaceOf = std::function<Result<GitHubPlace>(const std::string& line)>;
    GitHubDeployments(HttpClient& client, PlaceOf placeOf, RuleApp app = {})
        : m_client(client), m_placeOf(std::move(placeOf)), m_rules(client, std::move(app))
    {
    }

    bool serves(const std::string& line) override { return static_cast<bool>(m_placeOf(line)); }
    std::string_view provider(const std::string&) const override { return "github"; }
    Result<std::vector<ci::PendingGate>> pending(const ci::RunRef& run, std::stop_token stop) override;
    Result<std::vector<ci::GateReview>> reviews(const ci::RunRef& run, std::stop_token stop) override;
    Result<ci::GateRules> rules(const std::string& line, const ci::PendingGate& gate, std::stop_token stop) override;
    Result<ci::GateChanges> changes(const std::string& line, const std::string& environment, const std::string& commit,
                                    std::stop_token stop) override;
    Result<ci::GateReview> decide(const ci::GateDecision& decision, std::stop_token stop) override;
    Result<std::optional<ci::GateReview>> whatBecame(const ci::GateDecision& decision, std::stop_token stop) override;

    Result<std::string> supersededBy(const ci::RunRef& run, const ci::PendingGate& gate, std::stop_token stop) override;
    /// Environments of the line that ask Apps other than ours.
    Result<std::vector<RulesThere>> rulesOfOthers(const std::string& line, const std::stop_token& stop) const;

private:
    Result<GitHubApi> api(const std::string& line) const;
    Result<ci::GateReview> review(GitHubApi& api, const ci::GateDecision& decision, const std::stop_token& stop);
    Result<ci::GateChanges> deployedTo(GitHubApi& api, const std::string& environment,
                                       const std::stop_token& stop) const;

    HttpClient& m_client;
    const PlaceOf m_placeOf;
    const GitHubRules m_rules;
};

} // namespace signalbox::net
