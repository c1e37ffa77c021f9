// SPDX-License-Identifier: GPL-3.0-or-later
// Connections of a workspace, and what their tokens may do.
#pragma once

#include "core/host/connectionviews.h"
#include "tests/ui/cannedruns.h"

#include <chrono>

namespace signalbox::test {

inline std::vector<ci::TriedRight> everyRight()
{
    using ci::Right;
    using ci::RightState;
    const auto works = RightState::Works;
    return {
        {.right = Right::Reach, .state = works, .status = 200, .took = Milliseconds(84)},
        {.right = Right::SignIn, .state = works, .who = "acme-bot", .expires = noon() + std::chrono::hours(24 * 110)},
        {.right = Right::ReadRuns, .state = works, .count = 20, .newest = noon() - std::chrono::minutes(6)},
        {.right = Right::ReadEnvironments, .state = works, .names = {"production", "staging"}},
        {.right = Right::RerunJobs, .state = works},
        {.right = Right::OpenChanges, .state = works},
        {.right = Right::OpenIssues, .state = works},
        {.right = Right::ReviewDeployments, .state = works},
        {.right = Right::ReadReasons, .state = works},
        {.right = Right::ReadWebhooks, .state = works},
    };
}

/// As everyRight(), of a token that may not re-run jobs.
inline std::vector<ci::TriedRight> readingRights()
{
    auto rights = everyRight();
    rights[4] = {.right = ci::Right::RerunJobs,
                 .state = ci::RightState::Lacks,
                 .status = 403,
                 .lacks = "Actions: write",
                 .detail = "GitHub refused: Resource not accessible by personal access token"};
    return rights;
}

/// Of a token that is not accepted.
inline std::vector<ci::TriedRight> noRights()
{
    return {{.right = ci::Right::Reach, .state = ci::RightState::Works, .status = 401, .took = Milliseconds(41)},
            {.right = ci::Right::SignIn,
             .state = ci::RightState::Lacks,
             .status = 401,
             .detail = "GitHub does not accept the token"}};
}

inline std::vector<host::ConnectionView> someConnections()
{
    using std::chrono::seconds;
    host::ConnectionView gitHub{.id = "github",
                                .provider = "github",
                                .name = "GitHub",
                                .address = "https://api.github.com",
                                .secret = "GH_TOKEN",
                                .secretPlace = host::SecretPlace::Keychain,
                                .secretEnd = "4f2c",
                                .lines = {"acme/shop"},
                                .pollEvery = Milliseconds(60'000),
                                .lastDelivery = noon() - seconds(12),
                                .lastAnswer = noon() - seconds(12),
                                .rights = everyRight(),
                                .triedAt = noon() - seconds(12),
                                .tokenPage = "https://github.com/settings/personal-access-tokens/new"};
    host::ConnectionView enterprise = gitHub;
    enterprise.id = "enterprise";
    enterprise.name = "GitHub Enterprise";
    enterprise.address = "https://git.acme.internal/api/v3";
    enterprise.lines = {"acme/edge-proxy", "acme/billing-jobs"};
    enterprise.rights = readingRights();
    host::ConnectionView gitLab{.id = "gitlab",
                                .provider = "gitlab",
                                .name = "GitLab",
                                .address = "https://gitlab.acme.internal/api/v4",
                                .secret = "GITLAB_TOKEN",
                                .secretPlace = host::SecretPlace::Environment,
                                .lines = {"acme/tools"},
                                .pollEvery = Milliseconds(60'000),
                                .lastAnswer = noon() - std::chrono::minutes(14),
                                .fault = "gitlab.acme.internal does not answer; look at the network"};
    host::ConnectionView model{.id = "model",
                               .kind = host::ConnectionKind::Model,
                               .provider = "openai",
                               .name = "coder-14b",
                               .address = "http://localhost:11434/v1",
                               .lastAnswer = noon() - seconds(120)};
    host::ConnectionView slack{.id = "slack",
                               .kind = host::ConnectionKind::Receiver,
                               .provider = "slack",
                               .name = "releases",
                               .address = "hooks.slack.com",
                               .secret = "SLACK_WEBHOOK_URL",
                               .secretPlace = host::SecretPlace::Environment};
    return {gitHub, enterprise, gitLab, model, slack};
}

} // namespace signalbox::test
