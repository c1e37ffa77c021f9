// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ci/delivery.h"
#include "core/ci/githubstanding.h"
#include "core/ci/gitref.h"

#include <algorithm>
#include <array>

namespace signalbox::ci {

namespace {

constexpr std::array<std::string_view, 9> kWatched{
    "check_run",         "deployment",        "deployment_protection_rule",
    "deployment_review", "deployment_status", "push",
    "pull_request",      "workflow_job",      "workflow_run"};

/// What stands at `place` has a status, and a conclusion once it has ended.
void readStanding(const JsonPlaces& payload, const std::string& place, Notice& notice)
{
    const Standing standing = githubStanding(payload.text(place + "/status"), payload.text(place + "/conclusion"));
    notice.phase = standing.phase;
    notice.conclusion = standing.conclusion;
}

/// What a run and a job of it say alike.
void readAttempt(const JsonPlaces& payload, const std::string& place, Notice& notice)
{
    notice.attempt = payload.number(place + "/run_attempt");
    notice.branch = payload.text(place + "/head_branch");
    notice.commit = payload.text(place + "/head_sha");
    readStanding(payload, place, notice);
}

void readRun(const JsonPlaces& payload, Notice& notice)
{
    notice.run = payload.text("/workflow_run/id");
    readAttempt(payload, "/workflow_run", notice);
}

void readJob(const JsonPlaces& payload, Notice& notice)
{
    notice.run = payload.text("/workflow_job/run_id");
    notice.job = payload.text("/workflow_job/id");
    readAttempt(payload, "/workflow_job", notice);
}

void readCheck(const JsonPlaces& payload, Notice& notice)
{
    notice.branch = payload.text("/check_run/check_suite/head_branch");
    notice.commit = payload.text("/check_run/head_sha");
    readStanding(payload, "/check_run", notice);
}

void readPush(const JsonPlaces& payload, Notice& notice)
{
    notice.branch = branchOf(payload.text("/ref"));
    const std::string after = payload.text("/after");
    notice.branchDeleted = !notice.branch.empty() && (payload.isTrue("/deleted") || isNoCommit(after));
    if (!isNoCommit(after))
        notice.commit = after;
}

void readPullRequest(const JsonPlaces& payload, Notice& notice)
{
    notice.pullRequest = payload.text("/number");
    notice.branch = payload.text("/pull_request/head/ref");
    notice.commit = payload.text("/pull_request/head/sha");
}

/// A rule names its run in the address that is to be told the decision, below that of the repository. It is only read.
std::string runOfCallback(std::string_view address, const std::string& repository)
{
    constexpr std::string_view kEnd = "/deployment_protection_rule";
    const std::string before = "/repos/" + repository + "/actions/runs/";
    const auto at = address.find(before);
    if (repository.empty() || at == std::string_view::npos || !address.ends_with(kEnd))
        return {};
    address.remove_suffix(kEnd.size());
    const std::string_view run = address.substr(std::min(at + before.size(), address.size()));
    return run.find_first_not_of("0123456789") == std::string_view::npos ? std::string(run) : std::string();
}

void readDeployment(const JsonPlaces& payload, Notice& notice)
{
    readRun(payload, notice); // the run that deploys, where one does
    if (notice.run.empty())
        notice.run = runOfCallback(payload.text("/deployment_callback_url"), notice.repository);
    if (notice.commit.empty())
        notice.commit = payload.text("/deployment/sha");
    if (notice.branch.empty())
        notice.branch = payload.text("/deployment/ref");
    notice.environment = payload.text("/environment");
    if (notice.environment.empty())
        notice.environment = payload.text("/deployment/environment");
    if (const std::string state = payload.text("/deployment_status/state"); !state.empty()) {
        notice.action = state;
        const bool failed = state == "failure" || state == "error";
        const Standing standing = githubStanding(state, state);
        notice.conclusion = failed ? Conclusion::Failure : standing.conclusion;
        notice.phase = notice.conclusion != Conclusion::None ? Phase::Finished : standing.phase;
    }
}

} // namespace

bool isGitHubEventWatched(std::string_view event)
{
    return std::ranges::find(kWatched, event) != kWatched.end();
}

Notice githubNotice(std::string_view event, const JsonPlaces& payload)
{
    Notice notice;
    notice.repository = payload.text("/repository/full_name");
    notice.action = payload.text("/action");
    if (event == "workflow_run")
        readRun(payload, notice);
    else if (event == "workflow_job")
        readJob(payload, notice);
    else if (event == "check_run")
        readCheck(payload, notice);
    else if (event == "push")
        readPush(payload, notice);
    else if (event == "pull_request")
        readPullRequest(payload, notice);
    else if (event.starts_with("deployment"))
        readDeployment(payload, notice);
    return notice;
}

} // namespace signalbox::ci
