// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/gitlabci.h"

#include "core/net/forgeruns.h"
#include "core/net/gitlabtrace.h"
#include "core/net/logcleaner.h"

#include <QByteArray>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace signalbox::net {

namespace {

constexpr const char* kConfiguration = ".gitlab-ci.yml";
constexpr int kPage = 100; // pipelines: the most that one answer has
constexpr int kMostWaiting = 20;
constexpr int kMostFailures = 10; // looks at a trace that grows, in a row
constexpr int kMostPauses = 8; // of m_settings.pause, between two looks at one that does not

std::string nameOf(const ForgePlace& place, const ci::RunRef& run)
{
    return "pipeline " + run.number + " of " + place.repository;
}

bool isNumber(std::string_view text)
{
    return !text.empty() && text.size() <= 19 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string faultsOf(const Json& pipeline)
{
    return fieldOr<std::string>(pipeline, "yaml_errors", {});
}

/// Of a deployment; 0: it has none.
std::int64_t pipelineOf(const Json& deployment)
{
    const Json job = fieldOr<Json>(deployment, "deployable", Json::object());
    return fieldOr<std::int64_t>(fieldOr<Json>(job, "pipeline", Json::object()), "id", 0);
}

bool isOlder(const std::string& number, const std::string& than)
{
    return number.size() == than.size() ? number < than : number.size() < than.size();
}

/// What has failed where there is no job: its log is what GitLab says of it.
ci::Job configurationJob(const ci::Run& run)
{
    ci::Job job;
    job.name = kConfiguration;
    job.attempt = run.attempt;
    job.phase = ci::Phase::Finished;
    job.conclusion = ci::Conclusion::Failure;
    job.startedAt = run.startedAt;
    job.finishedAt = run.finishedAt;
    job.isolated = true;
    return job;
}

} // namespace

Result<GitLabApi> GitLabCi::api(const std::string& line) const
{
    auto place = m_settings.placeOf(line);
    if (!place)
        return place.error();
    return GitLabApi(m_settings.client, *std::move(place));
}

Result<GitLabJobs> GitLabCi::jobs(GitLabApi& api, const ci::RunRef& run, const std::stop_token& stop) const
{
    if (!isNumber(run.number))
        return Error{ErrorCode::InvalidInput,
                     "\"" + run.number
                         + "\" is no pipeline of GitLab: give the number in its address, .../-/pipelines/N"};
    const auto list = api.readAll({.path = "/pipelines/" + run.number + "/jobs?include_retried=true&per_page=100",
                                   .about = "the jobs of " + nameOf(api.place(), run)},
                                  nullptr, stop);
    if (!list)
        return list.error();
    return gitlabJobs(*list);
}

Result<ci::Run> GitLabCi::run(const ci::RunRef& run, std::stop_token stop)
{
    auto gitlab = api(run.line);
    if (!gitlab)
        return gitlab.error();
    const auto listed = jobs(*gitlab, run, stop); // before the pipeline: what is seen of it is not older
    if (!listed)
        return listed.error();
    const auto json = gitlab->read({.path = "/pipelines/" + run.number, .about = nameOf(gitlab->place(), run)}, stop);
    if (!json)
        return json.error();
    auto found = gitlabRun(*json, run.line);
    if (!found)
        return found;
    addJobs(*found, *listed);
    const bool isExplained = std::ranges::any_of(found->jobs, ci::isBad, &ci::Job::conclusion);
    if (found->phase != ci::Phase::Finished || !ci::isBad(found->conclusion) || isExplained)
        return found;
    if (!faultsOf(*json).empty())
        found->jobs.push_back(configurationJob(*found));
    else if (auto added = addBridges(*gitlab, *found, stop); !added)
        return added.error();
    return found;
}

/// Jobs that start a pipeline elsewhere. They have no log, and are listed apart.
Result<void> GitLabCi::addBridges(GitLabApi& api, ci::Run& run, const std::stop_token& stop) const
{
    const auto list
        = api.readAll({.path = "/pipelines/" + run.number + "/bridges?per_page=100",
                       .about = "the trigger jobs of pipeline " + run.number + " of " + api.place().repository},
                      nullptr, stop);
    if (!list)
        return list.error();
    const auto bridges = gitlabJobs(*list);
    if (!bridges)
        return bridges.error();
    for (const GitLabJob& bridge : bridges->tries) {
        run.jobs.push_back(bridge.job);
        run.jobs.back().attempt = run.attempt;
    }
    return {};
}

Result<ci::Run> GitLabCi::standing(const ci::RunRef& run, std::stop_token stop)
{
    auto found = this->run(run, std::move(stop)); // the jobs tell the attempt
    if (found)
        found->jobs.clear();
    return found;
}

Result<std::vector<ci::Run>> GitLabCi::newest(const std::string& line, int count, std::stop_token stop)
{
    return list(line, {}, count, stop);
}

Result<std::vector<ci::Run>> GitLabCi::waiting(const std::string& line, std::stop_token stop)
{
    return list(line, "&status=manual", kMostWaiting, stop);
}

Result<std::vector<ci::Run>> GitLabCi::list(const std::string& line, const std::string& which, int count,
                                            const std::stop_token& stop) const
{
    auto gitlab = api(line);
    if (!gitlab)
        return gitlab.error();
    const int size = std::min(count, kPage);
    std::vector<ci::Run> runs;
    for (int number = 1; std::ssize(runs) < count; ++number) {
        const auto page = gitlab->readList({.path = "/pipelines?per_page=" + std::to_string(size) + which
                                                + (number > 1 ? "&page=" + std::to_string(number) : ""),
                                            .about = "the pipelines of " + gitlab->place().repository},
                                           stop);
        if (!page)
            return page.error();
        for (const Json& json : *page) {
            auto run = gitlabRun(json, line);
            if (!run)
                return run.error();
            runs.push_back(*std::move(run));
        }
        if (std::ssize(*page) < size)
            break;
    }
    return runs;
}

Result<std::optional<std::string>> GitLabCi::file(const std::string& line, const std::string& path,
                                                  std::stop_token stop)
{
    auto gitlab = api(line);
    if (!gitlab)
        return gitlab.error();
    const auto json = gitlab->read({.path = "/repository/files/" + escaped(path) + "?ref=HEAD",
                                    .about = path + " of " + gitlab->place().repository},
                                   stop);
    if (!json && json.error().code == ErrorCode::NotFound) { // or files may not be read at all
        const auto readable = gitlab->call(
            {.path = "/repository/branches?per_page=1", .about = "files of " + gitlab->place().repository}, stop);
        return readable ? Result<std::optional<std::string>>(std::nullopt) : readable.error();
    }
    if (!json)
        return json.error();
    const QByteArray content = QByteArray::fromStdString(fieldOr<std::string>(*json, "content", {}));
    if (fieldOr<std::string>(*json, "encoding", {}) != "base64")
        return Error{ErrorCode::Network, gitlab->place().api + " sends " + path + " in a form that is not understood"};
    return std::optional(QByteArray::fromBase64(content).toStdString());
}

Result<std::vector<std::string>> GitLabCi::environmentsOf(const ci::Run& run, std::stop_token stop)
{
    auto gitlab = api(run.line);
    if (!gitlab)
        return gitlab.error();
    const auto newest = gitlab->readList({.path = "/deployments?order_by=id&sort=desc&per_page=100",
                                          .about = "the deployments of " + gitlab->place().repository},
                                         stop);
    if (!newest)
        return newest.error();
    std::vector<std::string> found;
    for (const Json& deployment : *newest) { // each job that deploys has one since its pipeline was made
        if (std::to_string(pipelineOf(deployment)) != run.number
            || fieldOr<std::string>(deployment, "status", {}) == "success")
            continue;
        found.push_back(fieldOr<std::string>(fieldOr<Json>(deployment, "environment", Json::object()), "name", {}));
    }
    const bool isWhole = std::ssize(*newest) < kPage || isOlder(std::to_string(pipelineOf(newest->back())), run.number);
    if (!isWhole) // its own may be further back
        found.emplace_back(ci::kAnyEnvironment);
    return found;
}

Result<void> GitLabCi::readLog(const ci::RunRef& run, const std::string& job, int attempt,
                               const std::function<void(std::string_view)>& sink, std::stop_token stop)
{
    auto gitlab = api(run.line);
    if (!gitlab)
        return gitlab.error();
    const auto listed = jobs(*gitlab, run, stop);
    if (!listed)
        return listed.error();
    const GitLabJob* const found = listed->find(job, attempt);
    const std::string about = "the log of job " + job + " of " + nameOf(gitlab->place(), run);
    if (!found && job == kConfiguration)
        return readFaults(*gitlab, run, sink, stop);
    if (!found)
        return Error{ErrorCode::NotFound, about + " is not in attempt " + std::to_string(attempt)};
    if (found->job.phase == ci::Phase::Queued)
        return Error{ErrorCode::Conflict, about + " is not there before the job has begun"};
    LogCleaner cleaner(gitlab->place().token, sink);
    GitLabTrace trace(*gitlab, "/jobs/" + std::to_string(found->id) + "/trace", about);
    const GitLabTrace::Sink clean = [&](std::string_view piece) { cleaner.feed(piece); };
    const auto read = found->job.phase == ci::Phase::Finished ? trace.read(clean, stop)
                                                              : follow(*gitlab, found->id, trace, clean, stop);
    if (read)
        cleaner.finish();
    return read;
}

/// Why GitLab could make no jobs of the configuration.
Result<void> GitLabCi::readFaults(GitLabApi& api, const ci::RunRef& run,
                                  const std::function<void(std::string_view)>& sink, const std::stop_token& stop) const
{
    const auto json = api.read({.path = "/pipelines/" + run.number, .about = nameOf(api.place(), run)}, stop);
    if (!json)
        return json.error();
    LogCleaner cleaner(api.place().token, sink);
    cleaner.feed(faultsOf(*json));
    cleaner.finish();
    return {};
}

/// Reads what a trace has more, until its job has ended. A look that fails is made again.
Result<void> GitLabCi::follow(GitLabApi& api, std::int64_t job, GitLabTrace& trace,
                              const std::function<void(std::string_view)>& sink, const std::stop_token& stop) const
{
    const GitLabApi::Request look{.path = "/jobs/" + std::to_string(job),
                                  .about = "job " + std::to_string(job) + " of " + api.place().repository};
    std::mutex mutex;
    std::condition_variable_any stopped;
    int failures = 0;
    for (int pauses = 1;;) {
        const auto json = api.read(look, stop); // before its trace: that is whole then
        const auto standing = json ? gitlabJobs({*json}) : Result<GitLabJobs>(json.error());
        const std::size_t before = trace.got();
        const auto read = standing ? trace.read(sink, stop) : Result<void>(standing.error());
        if (read && standing->tries.front().job.phase == ci::Phase::Finished)
            return {};
        const bool mayPass = read || read.error().code == ErrorCode::Network || read.error().code == ErrorCode::Timeout;
        failures = read ? 0 : failures + 1;
        if (!mayPass || failures == kMostFailures)
            return read;
        pauses = trace.got() > before ? 1 : std::min(2 * pauses, kMostPauses);
        std::unique_lock lock(mutex);
        stopped.wait_for(lock, stop, pauses * m_settings.pause, [] { return false; });
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, look.about + ": its log is followed no more"};
    }
}

Result<int> GitLabCi::rerunFailed(const ci::RunRef& run, const ci::Rerun& how, std::stop_token stop)
{
    const auto before = standing(run, stop);
    if (!before)
        return before.error();
    auto gitlab = api(run.line);
    if (!gitlab)
        return gitlab.error();
    const std::string name = nameOf(gitlab->place(), run);
    const auto begun = begunAlready(*before, how, name);
    if (!begun)
        return begun.error();
    if (*begun)
        return **begun;
    const auto asked
        = gitlab->call({.path = "/pipelines/" + run.number + "/retry", .about = name, .method = "POST"}, stop);
    const auto after = standing(run, stop); // it may have been done, here or by somebody else
    if (after && after->attempt > how.fromAttempt)
        return how.fromAttempt + 1;
    if (!asked)
        return asked.error();
    if (!after)
        return after.error();
    return Error{ErrorCode::Conflict, name + ": GitLab has retried no job of it"};
}

Result<std::vector<std::string>> GitLabCi::clearCaches(const ci::RunRef& run, std::stop_token)
{
    const auto gitlab = api(run.line);
    if (!gitlab)
        return gitlab.error();
    return Error{ErrorCode::InvalidInput,
                 "GitLab has no request that clears the caches of " + gitlab->place().repository
                     + "; use \"Clear runner caches\" on " + gitlabWebOf(gitlab->place().api) + "/"
                     + gitlab->place().repository + "/-/pipelines, then retry the pipeline there"};
}

Result<void> GitLabCi::cancel(const ci::RunRef& run, std::stop_token stop)
{
    const auto state = standing(run, stop);
    if (!state)
        return state.error();
    auto gitlab = api(run.line);
    if (!gitlab)
        return gitlab.error();
    return endRun(
        *gitlab, *state,
        {.path = "/pipelines/" + run.number + "/cancel", .about = nameOf(gitlab->place(), run), .method = "POST"},
        stop);
}

} // namespace signalbox::net
