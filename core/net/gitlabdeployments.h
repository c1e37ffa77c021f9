// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs that wait for people, deployments and who may approve them, as GitLab's REST API tells them.
//
// Thread  any: pure
// Source  https://docs.gitlab.com/api/jobs/, https://docs.gitlab.com/api/deployments/,
//         https://docs.gitlab.com/api/protected_environments/, https://docs.gitlab.com/api/repositories/ (compare)
#pragma once

#include "core/base/json.h"
#include "core/ci/gate.h"

namespace signalbox::net {

struct GitLabGateJob {
    std::int64_t id = 0;
    std::string name;
    std::string status; // "manual", "pending", "running", ...
    std::string failureReason;
    std::string user; // who has started it last
    std::string createdAt;
    bool mayFail = false; // nothing waits for it
    bool hasBegun = false; // it was on a runner

    bool isManual() const { return status == "manual"; }
    bool isStarted() const; // it runs, has run, or waits for a runner
    bool isRefused() const; // it was cancelled, or its deployment rejected, before it was started
};

/// Who may approve, or deploy: a person, a group, or everybody of a role.
struct GitLabRule {
    std::int64_t user = 0;
    std::int64_t group = 0;
    int role = 0; // at least: 30 Developer, 40 Maintainer
    std::string name;
    int needed = 0;
};

struct GitLabApproval {
    std::string by;
    bool approved = false;
    std::string comment;
};

struct GitLabDeployment {
    std::int64_t id = 0;
    std::string environment;
    std::string status; // "blocked", ...
    std::string user; // who has started its pipeline
    GitLabGateJob job; // that deploys; without an id: none
    std::vector<GitLabApproval> approvals; // these and what follows: of a single one only
    std::vector<GitLabRule> rules;
    int missing = 0; // approvals
    int needed = 0;

    bool waits() const { return status == "blocked" && missing > 0; }
};

GitLabGateJob gitlabGateJob(const Json& json);
GitLabDeployment gitlabDeployment(const Json& json);
/// Those of a member of a protected environment: "deploy_access_levels", "approval_rules".
std::vector<GitLabRule> gitlabRules(const Json& json, std::string_view member);
std::vector<ci::GateReviewer> reviewersIn(const std::vector<GitLabRule>& rules);

/// What has been said of a job: approvals of its deployment, if it has one, and who has started it. That it was
/// cancelled is told too, but not by whom.
std::vector<ci::GateReview> gitlabReviews(const GitLabGateJob& job, const GitLabDeployment* deployment);

ci::GateChanges gitlabChanges(const Json& comparison);
/// Those of a list that have ended, the first ten.
std::vector<ci::PastRelease> gitlabPast(const Json& deployments);

} // namespace signalbox::net
