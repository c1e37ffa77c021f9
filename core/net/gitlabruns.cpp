// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/gitlabruns.h"

#include "core/base/redaction.h"
#include "core/ci/gitlabstanding.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace signalbox::net {

namespace {

constexpr std::array<std::string_view, 5> kDue{"pending", "preparing", "waiting_for_resource", "waiting_for_callback",
                                               "scheduled"};

std::string text(const Json& json, std::string_view key)
{
    return fieldOr<std::string>(json, key, {});
}

std::optional<UtcTime> timeOf(const Json& json, std::string_view key)
{
    const auto time = parseUtc(text(json, key));
    return time ? std::optional(*time) : std::nullopt;
}

/// That of a tag or of a merge request is none.
std::string branchOf(const Json& json)
{
    std::string ref = text(json, "ref");
    return fieldOr<bool>(json, "tag", false) || ref.starts_with("refs/") ? std::string() : ref;
}

ci::Conclusion conclusionOf(const Json& json, ci::Conclusion said)
{
    if (said != ci::Conclusion::Failure)
        return said;
    if (fieldOr<bool>(json, "allow_failure", false))
        return ci::Conclusion::Success;
    const std::string reason = text(json, "failure_reason");
    if (reason == "stuck_or_timeout_failure" || reason == "job_execution_timeout")
        return ci::Conclusion::TimedOut;
    return reason == "runner_system_failure" ? ci::Conclusion::Lost : said;
}

Result<GitLabJob> jobOf(const Json& json)
{
    GitLabJob out;
    out.id = fieldOr<std::int64_t>(json, "id", 0);
    ci::Job& job = out.job;
    job.name = withoutSecrets(text(json, "name")); // it is stored and shown
    const auto created = timeOf(json, "created_at");
    const ci::Standing standing = ci::gitlabStanding(text(json, "status"));
    if (out.id <= 0 || job.name.empty() || !created || !standing.phase)
        return Error{ErrorCode::Network, "GitLab lists a job without id, name, status or time"};
    out.createdAt = *created;
    job.phase = *standing.phase;
    out.isDue = job.phase == ci::Phase::Running || std::ranges::find(kDue, text(json, "status")) != kDue.end();
    job.conclusion = conclusionOf(json, standing.conclusion);
    job.startedAt = timeOf(json, "started_at");
    job.finishedAt = timeOf(json, "finished_at");
    job.isolated = true; // it ran on a runner, not here
    return out;
}

bool isOver(const GitLabJob& one)
{
    return one.job.phase == ci::Phase::Finished;
}

/// Whether it ran, or was about to, at that time. `isOfRetry`: it waits for a runner alone, for no other job.
bool wentOn(const GitLabJob& one, bool isOfRetry, UtcTime at)
{
    const bool hasBegun = isOfRetry || one.job.startedAt.value_or(UtcTime::max()) <= at;
    const bool ended = isOver(one) && one.job.finishedAt.value_or(UtcTime::min()) <= at;
    return hasBegun && !ended;
}

/// When each attempt after the first began.
std::vector<UtcTime> beginningsOf(std::vector<GitLabJob>& tries)
{
    std::map<std::string, GitLabJob*> newest;
    std::vector<UtcTime> beginnings;
    std::size_t first = tries.size(); // of the newest attempt's retries
    for (std::size_t at = 0; at < tries.size(); ++at) {
        GitLabJob& one = tries[at];
        GitLabJob*& last = newest[one.job.name];
        if (last) {
            last->isNewest = false;
            one.isDue |= !isOver(one); // a retry waits for no other job
            bool goesOn = false;
            for (std::size_t before = 0; before < at && !goesOn; ++before)
                goesOn = wentOn(tries[before], before >= first, one.createdAt);
            if (!goesOn) {
                beginnings.push_back(one.createdAt);
                first = at;
            }
        }
        last = &one;
    }
    return beginnings;
}

} // namespace

Result<ci::Run> gitlabRun(const Json& json, const std::string& line)
{
    ci::Run run;
    run.line = line;
    const auto id = fieldOr<std::int64_t>(json, "id", 0);
    const ci::Standing standing = ci::gitlabStanding(text(json, "status"));
    if (id <= 0 || !standing.phase)
        return Error{ErrorCode::Network, "GitLab answers for a pipeline of " + line + " with what is none"};
    run.number = std::to_string(id);
    run.branch = branchOf(json);
    run.commit = text(json, "sha");
    run.author = text(fieldOr<Json>(json, "user", Json::object()), "username");
    run.trigger = text(json, "source");
    run.attempt = 0;
    run.phase = *standing.phase;
    run.isHeld = text(json, "status") == "manual";
    run.conclusion = standing.conclusion;
    run.startedAt = timeOf(json, "started_at");
    if (run.phase == ci::Phase::Finished) { // a list tells no end of it
        run.finishedAt = timeOf(json, "finished_at");
        if (!run.finishedAt)
            run.finishedAt = timeOf(json, "updated_at");
    }
    return run;
}

Result<GitLabJobs> gitlabJobs(const std::vector<Json>& list)
{
    GitLabJobs jobs;
    for (const Json& json : list) {
        auto one = jobOf(json);
        if (!one)
            return one.error();
        jobs.tries.push_back(*std::move(one));
    }
    std::ranges::sort(jobs.tries, {}, &GitLabJob::id);
    const std::vector<UtcTime> beginnings = beginningsOf(jobs.tries);
    jobs.attempt = 1 + static_cast<int>(beginnings.size());
    if (!beginnings.empty())
        jobs.begun = beginnings.back();
    for (GitLabJob& one : jobs.tries) {
        const UtcTime ran = one.job.startedAt.value_or(one.createdAt);
        one.ran = 1 + static_cast<int>(std::ranges::upper_bound(beginnings, ran) - beginnings.begin());
        const bool failsStill = one.isNewest && ci::isBad(one.job.conclusion);
        one.job.attempt = failsStill ? jobs.attempt : one.ran;
    }
    return jobs;
}

const GitLabJob* GitLabJobs::find(const std::string& name, int in) const
{
    const GitLabJob* found = nullptr;
    for (const GitLabJob& one : tries) {
        if (one.job.name == name && one.ran <= in)
            found = &one;
    }
    return found;
}

void addJobs(ci::Run& run, const GitLabJobs& jobs)
{
    run.attempt = jobs.attempt;
    bool goesOn = jobs.begun && run.finishedAt && *jobs.begun > *run.finishedAt;
    for (const GitLabJob& one : jobs.tries) {
        if (!one.isNewest)
            continue;
        goesOn |= one.job.phase == ci::Phase::Running;
        run.isHeld &= !one.isDue;
        run.jobs.push_back(one.job);
    }
    if (run.isHeld && std::ranges::any_of(run.jobs, ci::isBad, &ci::Job::conclusion))
        run.conclusion = ci::Conclusion::Failure;
    if (run.phase != ci::Phase::Finished || !goesOn)
        return;
    run.phase = ci::Phase::Running;
    run.conclusion = ci::Conclusion::None;
    run.finishedAt.reset();
}

} // namespace signalbox::net
