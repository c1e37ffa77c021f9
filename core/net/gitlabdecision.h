// SPDX-License-Identifier: GPL-3.0-or-later
// One decision at a gate of GitLab: what it is about, and how it is made there, once.
//
// Thread     any; calls block
// Ownership  the API outlives each call
// Errors     as ci::Gate and GitLabApi
// Source     https://docs.gitlab.com/api/jobs/ (play, cancel), https://docs.gitlab.com/api/deployments/ (approval)
#pragma once

#include "core/net/gitlabapi.h"
#include "core/net/gitlabdeployments.h"

namespace signalbox::net {

/// What a gate waits for, by which it is found again: approvals of a deployment, or that a job is started.
std::string occasionOf(const GitLabDeployment& deployment);
std::string occasionOf(const GitLabGateJob& job);
bool waitsForApprovals(const ci::PendingGate& gate);
std::string deploymentOf(const ci::PendingGate& gate); // its id

/// With its approvals.
Result<GitLabDeployment> deploymentAt(GitLabApi& api, const std::string& id, const std::stop_token& stop);

Result<ci::GateReview> decideAt(GitLabApi& api, const ci::GateDecision& decision, const std::stop_token& stop);

} // namespace signalbox::net
