// SPDX-License-Identifier: GPL-3.0-or-later
// A run of GitHub that waits at an environment for the rule of an App, as canned answers.
#pragma once

#include "core/net/githubdeployments.h"
#include "tests/core/net/cannedgithub.h"

namespace signalbox::test::rules {

using namespace net;

inline constexpr const char* kPending = "GET /actions/runs/7/pending_deployments";
inline constexpr const char* kApprovals = "GET /actions/runs/7/approvals";
inline constexpr const char* kRules = "GET /environments/production/deployment_protection_rules";
inline constexpr const char* kDeployments = "GET /deployments?environment=production&sha=6113728f&per_page=10";
inline constexpr const char* kNewest = "GET /deployments/31/statuses?per_page=1";
inline constexpr const char* kStatuses = "GET /deployments/31/statuses?per_page=30";
inline constexpr const char* kAnswer = "POST /actions/runs/7/deployment_protection_rule";
inline constexpr const char* kBoss = R"([{"type":"User","reviewer":{"login":"boss"}}])";
inline const ci::RunRef kRun{"acme/shop", "7"};

inline HttpAnswer waiting(const std::string& reviewers = "[]", bool mayReview = false)
{
    return answered(200,
                    R"([{"environment":{"id":150,"name":"production"},"current_user_can_approve":)"
                        + std::string(mayReview ? "true" : "false")
                        + R"(,"wait_timer":0,"wait_timer_started_at":null,"reviewers":)" + reviewers + "}]");
}

inline HttpAnswer ruledBy(int app, bool enabled = true)
{
    return answered(200,
                    R"({"total_count":1,"custom_deployment_protection_rules":[{"id":3,"enabled":)"
                        + std::string(enabled ? "true" : "false") + R"(,"app":{"id":)" + std::to_string(app)
                        + R"(,"slug":"signalbox"}}]})");
}

inline HttpAnswer states(const std::vector<std::string>& newestFirst, const std::string& run = "7")
{
    std::string list;
    for (const std::string& state : newestFirst)
        list += (list.empty() ? "" : ",") + std::string(R"({"state":")") + state
            + R"(","log_url":"https://github.acme.com/acme/shop/actions/runs/)" + run + R"(/job/9"})";
    return answered(200, "[" + list + "]");
}

inline HttpAnswer reviewed(const std::string& state, const std::string& login, const std::string& comment)
{
    return answered(200,
                    R"([{"state":")" + state + R"(","comment":")" + comment + R"(","user":{"login":")" + login
                        + R"("},"environments":[{"id":150,"name":"production"}]}])");
}

/// Run 7 waits at production for the App 77, by its deployment 31.
struct Scene {
    Scene()
    {
        github.standsAt(1, "waiting");
        github.script["GET /actions/runs/7"].front().body.insert(
            1, R"("html_url":"https://github.acme.com/acme/shop/actions/runs/7",)");
        github.script[kPending] = {waiting()};
        github.script[kApprovals] = {answered(200, "[]")};
        github.script[kRules] = {ruledBy(77)};
        github.script[kDeployments] = {answered(200, R"([{"id":31,"sha":"6113728f"}])")};
        github.script[kNewest] = {states({"waiting"})};
        github.script[kStatuses] = {states({"waiting"})};
        github.script[kAnswer] = {answered(204)};
    }

    std::vector<ci::PendingGate> pending()
    {
        const auto gates = deployments.pending(kRun, {});
        return gates ? *gates : std::vector<ci::PendingGate>();
    }
    std::string told()
    {
        std::string text;
        for (const ci::PendingGate& gate : pending())
            text += (text.empty() ? "" : ", ") + gate.id + "/" + gate.occasion;
        return text;
    }
    ci::GateDecision decision(bool approve = true)
    {
        const auto gates = pending();
        return {.run = kRun,
                .gate = gates.empty() ? ci::PendingGate() : gates.back(),
                .approve = approve,
                .comment = "Approved by 2 of 2 in Signalbox."};
    }
    static std::string words(const Result<ci::GateReview>& made)
    {
        return made ? (made->approved ? "approved by " : "rejected by ") + made->by
                    : std::string(codeName(made.error().code)) + ": " + made.error().detail;
    }
    std::string decided(const ci::GateDecision& decision) { return words(deployments.decide(decision, {})); }
    std::string sent(const ci::GateDecision& decision)
    {
        const auto became = deployments.whatBecame(decision, {});
        if (became && !*became)
            return "to be sent";
        return words(became ? Result<ci::GateReview>(**became) : became.error());
    }

    CannedGitHub github;
    std::string app = "77";
    GitHubDeployments deployments{github.client,
                                  [this](const std::string&) -> Result<GitHubPlace> { return github.place; },
                                  {.id = app, .placeOf = [this](const std::string&) -> Result<GitHubPlace> {
                                       GitHubPlace place = github.place;
                                       place.token = "token-of-the-app";
                                       return place;
                                   }}};
};

} // namespace signalbox::test::rules
