// SPDX-License-Identifier: GPL-3.0-or-later
// The custom protection rule that our GitHub App is at an environment: what waits for it, and its answer. And those of
// other Apps, which answer for themselves: that something waits for them is told.
//
// No request tells whether a rule has answered: a deployment whose newest status is "waiting" waits, for the rule or
// for whatever else its environment asks. Answers go to the address that documentation names, below the API of the
// line; that which a delivery names is never called.
//
// Thread     any; calls block
// Ownership  the client outlives it
// Errors     as ci::Gate and GitHubApi
// Source     https://docs.github.com/en/rest/deployments/protection-rules,
//            https://docs.github.com/en/rest/actions/workflow-runs (review custom deployment protection rules)
#pragma once

#include "core/ci/gate.h"
#include "core/net/githubapi.h"

namespace signalbox::net {

/// Our App.
struct RuleApp {
    std::string id = {}; // its number; empty: there is none
    /// A place with a token of its installation: GitHub takes an answer from nobody else.
    std::function<Result<GitHubPlace>(const std::string& line)> placeOf = {};
};

/// Apps that are protection rules of an environment.
struct RulesThere {
    std::string environment;
    std::string ours; // empty: our App is none there
    std::vector<std::string> others;
};

class GitHubRules {
public:
    GitHubRules(HttpClient& client, RuleApp app) : m_client(client), m_app(std::move(app)) { }

    /// The id of the gate that reviews of such a login are of: "rule signalbox" for "signalbox[bot]"; else empty.
    static std::string gateOf(const std::string& login);

    /// Those of one environment. A server that knows of no such rules has none; nor has one that does not tell them,
    /// unless we are an App.
    Result<RulesThere> at(GitHubApi& api, const std::string& environment, const std::stop_token& stop) const;
    /// Of every environment that asks an App other than ours.
    Result<std::vector<RulesThere>> ofOthers(GitHubApi& api, const std::stop_token& stop) const;
    /// The wait of a run for our rule, or, where nobody reviews, for those of others; `pending` is one that its
    /// environment lists. Nothing: it asks no App, or has let all deployments through.
    Result<std::optional<ci::PendingGate>> waitingAt(GitHubApi& api, const ci::PendingGate& pending,
                                                     const ci::RunRef& run, const std::stop_token& stop) const;
    /// What became of the deployment that a decision is of. Nothing: it waits still.
    Result<std::optional<ci::GateReview>> standing(GitHubApi& api, const ci::GateDecision& decision,
                                                   const std::stop_token& stop) const;
    /// The number of the run whose deployment there came after that of this one, which was not let through; empty:
    /// none.
    Result<std::string> laterThan(GitHubApi& api, const ci::RunRef& run, const std::string& environment,
                                  const std::stop_token& stop) const;
    /// Sends the answer of the rule.
    Result<ci::GateReview> answer(GitHubApi& api, const ci::GateDecision& decision, const std::stop_token& stop) const;

private:
    HttpClient& m_client;
    const RuleApp m_app;
};

} // namespace signalbox::net
