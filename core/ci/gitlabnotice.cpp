// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ci/delivery.h"
#include "core/ci/gitlabstanding.h"
#include "core/ci/gitref.h"

#include <algorithm>
#include <array>

namespace signalbox::ci {

namespace {

constexpr std::array<std::string_view, 4> kWatched{"Deployment Hook", "Job Hook", "Pipeline Hook", "Push Hook"};

void readStanding(std::string status, Notice& notice)
{
    const Standing standing = gitlabStanding(status);
    notice.phase = standing.phase;
    notice.conclusion = standing.conclusion;
    notice.action = std::move(status);
}

void readPipeline(const JsonPlaces& payload, Notice& notice)
{
    notice.run = payload.text("/object_attributes/id");
    if (!payload.isTrue("/object_attributes/tag"))
        notice.branch = payload.text("/object_attributes/ref");
    notice.commit = payload.text("/object_attributes/sha");
    readStanding(payload.text("/object_attributes/status"), notice);
}

void readJob(const JsonPlaces& payload, Notice& notice)
{
    notice.run = payload.text("/pipeline_id");
    notice.job = payload.text("/build_id");
    if (!payload.isTrue("/tag"))
        notice.branch = payload.text("/ref");
    notice.commit = payload.text("/sha");
    readStanding(payload.text("/build_status"), notice);
}

void readPush(const JsonPlaces& payload, Notice& notice)
{
    notice.branch = branchOf(payload.text("/ref"));
    const std::string after = payload.text("/after");
    notice.branchDeleted = !notice.branch.empty() && isNoCommit(after);
    if (!isNoCommit(after))
        notice.commit = after;
}

void readDeployment(const JsonPlaces& payload, Notice& notice)
{
    notice.job = payload.text("/deployable_id");
    notice.branch = payload.text("/ref");
    notice.environment = payload.text("/environment");
    // The payload has a short commit only: the address of the commit ends with the whole one.
    const std::string address = payload.text("/commit_url");
    if (const auto at = address.rfind('/'); at != std::string::npos)
        notice.commit = address.substr(at + 1);
    readStanding(payload.text("/status"), notice);
}

} // namespace

bool isGitLabEventWatched(std::string_view event)
{
    return std::ranges::find(kWatched, event) != kWatched.end();
}

Notice gitlabNotice(std::string_view event, const JsonPlaces& payload)
{
    Notice notice;
    notice.repository = payload.text("/project/path_with_namespace");
    if (event == "Pipeline Hook")
        readPipeline(payload, notice);
    else if (event == "Job Hook")
        readJob(payload, notice);
    else if (event == "Push Hook")
        readPush(payload, notice);
    else if (event == "Deployment Hook")
        readDeployment(payload, notice);
    return notice;
}

} // namespace signalbox::ci
