// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubruns.h"

#include "core/base/redaction.h"
#include "core/ci/githubstanding.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace signalbox::net {

namespace {

constexpr std::size_t kMostKeys = 100;

std::string text(const Json& json, std::string_view key)
{
    return fieldOr<std::string>(json, key, {});
}

std::optional<UtcTime> timeOf(const Json& json, std::string_view key)
{
    const auto time = parseUtc(text(json, key));
    return time ? std::optional(*time) : std::nullopt;
}

ci::Step stepOf(const Json& json)
{
    const std::string conclusion = text(json, "conclusion");
    return {.name = withoutSecrets(text(json, "name")),
            .exitCode = conclusion == "success" ? std::optional(0) : std::nullopt,
            .failed = conclusion == "failure" || conclusion == "timed_out"};
}

/// That of a fork as GitHub writes it, "owner:main": it is none of the repository's own.
std::string branchOf(const Json& json)
{
    const std::string from = text(fieldOr<Json>(json, "head_repository", Json::object()), "full_name");
    const std::string here = text(fieldOr<Json>(json, "repository", Json::object()), "full_name");
    const std::string branch = text(json, "head_branch");
    const bool isFork = !from.empty() && !here.empty() && from != here;
    return isFork ? from.substr(0, from.find('/')) + ":" + branch : branch;
}

/// The outcome of each step is read: a job whose failing step may fail says success.
ci::Conclusion conclusionOf(const ci::Job& job, ci::Conclusion said)
{
    const bool hasFailed = std::ranges::any_of(job.steps, &ci::Step::failed);
    return said == ci::Conclusion::Success && hasFailed ? ci::Conclusion::Failure : said;
}

Result<GitHubJob> jobOf(const Json& json)
{
    GitHubJob out;
    out.id = fieldOr<std::int64_t>(json, "id", 0);
    ci::Job& job = out.job;
    out.named = text(json, "name");
    job.name = withoutSecrets(out.named); // it is stored and shown
    if (out.id <= 0 || job.name.empty())
        return Error{ErrorCode::Network, "GitHub lists a job without id or name"};
    job.attempt = static_cast<int>(fieldOr<std::int64_t>(json, "run_attempt", 1));
    const ci::Standing standing = ci::githubStanding(text(json, "status"), text(json, "conclusion"));
    job.phase = standing.phase.value_or(ci::Phase::Queued);
    job.startedAt = timeOf(json, "started_at");
    job.finishedAt = timeOf(json, "completed_at");
    for (const Json& step : fieldOr<Json>(json, "steps", Json::array()))
        job.steps.push_back(stepOf(step));
    job.conclusion = conclusionOf(job, standing.conclusion);
    job.isolated = true; // it ran on a runner, not here
    return out;
}

} // namespace

Result<ci::Run> githubRun(const Json& json, const std::string& line)
{
    ci::Run run;
    run.line = line;
    const auto id = fieldOr<std::int64_t>(json, "id", 0);
    const std::string status = text(json, "status");
    if (id <= 0 || status.empty())
        return Error{ErrorCode::Network, "GitHub answers for a run of " + line + " with what is none"};
    run.number = std::to_string(id);
    run.branch = branchOf(json);
    run.commit = text(json, "head_sha");
    run.author = text(fieldOr<Json>(json, "actor", Json::object()), "login");
    run.trigger = text(json, "event");
    run.workflow = text(json, "path");
    run.workflow.resize(std::min(run.workflow.size(), run.workflow.find('@'))); // what follows is a branch
    run.attempt = static_cast<int>(fieldOr<std::int64_t>(json, "run_attempt", 1));
    const ci::Standing standing = ci::githubStanding(status, text(json, "conclusion"));
    run.phase = standing.phase.value_or(ci::Phase::Queued);
    run.conclusion = standing.conclusion;
    run.startedAt = timeOf(json, "run_started_at");
    if (run.phase == ci::Phase::Finished)
        run.finishedAt = timeOf(json, "updated_at");
    return run;
}

Result<std::vector<GitHubJob>> githubJobs(const std::vector<Json>& list)
{
    std::vector<GitHubJob> jobs;
    std::map<std::string, int> seen;
    for (const Json& json : list) {
        auto job = jobOf(json);
        if (!job)
            return job.error();
        if (const int nth = ++seen[job->job.name]; nth > 1)
            job->job.name += " #" + std::to_string(nth);
        jobs.push_back(*std::move(job));
    }
    return jobs;
}

ci::Conclusion outcomeOf(const ci::Run& run)
{
    if (ci::isBad(run.conclusion))
        return run.conclusion;
    const auto failed = std::ranges::find_if(run.jobs, [&](const ci::Job& job) {
        return run.conclusion == ci::Conclusion::Success ? ci::isBad(job.conclusion)
                                                         : job.conclusion == ci::Conclusion::TimedOut;
    });
    return failed == run.jobs.end() ? run.conclusion : failed->conclusion;
}

void RestoredCaches::look(std::string_view line)
{
    constexpr std::array<std::string_view, 3> kBefore{
        "Cache restored from key: ", "Cache hit for: ", "Cache hit for restore-key: "};
    for (const std::string_view before : kBefore) {
        const auto at = line.find(before);
        if (at == std::string_view::npos || m_keys.size() == kMostKeys)
            continue;
        std::string_view key = line.substr(at + before.size());
        key = key.substr(0, key.find_last_not_of(" \r\t") + 1);
        if (!key.empty() && std::ranges::find(m_keys, key) == m_keys.end())
            m_keys.emplace_back(key);
    }
}

} // namespace signalbox::net
