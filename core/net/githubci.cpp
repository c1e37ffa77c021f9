// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubci.h"

#include "core/line/workflowenvironments.h"

#include "core/line/timelimit.h"
#include "core/net/forgeruns.h"
#include "core/net/logcleaner.h"

#include <QByteArray>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::net {

namespace {

constexpr int kPage = 100; // runs: the most that one answer has
constexpr int kMostWaiting = 20;
constexpr int kMostAsked = 10; // cancelled jobs of a run whose annotations are read

std::string nameOf(const GitHubPlace& place, const ci::RunRef& run)
{
    return "run " + run.number + " of " + place.repository;
}

/// Whether a time limit can have ended a job that `told` tells of: its steps can note anything.
bool canHaveEnded(const ci::Job& job, const std::string& told)
{
    const auto passed = line::passedLimit(job.name, {&told, 1});
    return passed && passed->step.empty() && job.startedAt && job.finishedAt
        && line::canHaveEnded(passed->limit, *job.finishedAt - *job.startedAt);
}

bool isNumber(std::string_view text)
{
    return !text.empty() && text.size() <= 19 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

Result<GitHubApi> GitHubCi::api(const std::string& line) const
{
    auto place = m_settings.placeOf(line);
    if (!place)
        return place.error();
    return GitHubApi(m_settings.client, *std::move(place));
}

Result<ci::Run> GitHubCi::standing(const ci::RunRef& run, std::stop_token stop)
{
    auto github = api(run.line);
    if (!github)
        return github.error();
    if (!isNumber(run.number))
        return Error{ErrorCode::InvalidInput,
                     "\"" + run.number + "\" is no run of GitHub: give the number in its address, .../actions/runs/N"};
    const auto json
        = github->read({.path = "/actions/runs/" + run.number, .about = nameOf(github->place(), run)}, stop);
    if (!json)
        return json.error();
    return githubRun(*json, run.line);
}

Result<std::vector<GitHubJob>> GitHubCi::jobs(GitHubApi& api, const ci::RunRef& run, int attempt,
                                              const std::stop_token& stop) const
{
    const auto list = api.readAll(
        {.path = "/actions/runs/" + run.number + "/attempts/" + std::to_string(attempt) + "/jobs?per_page=100",
         .about = "the jobs of attempt " + std::to_string(attempt) + " of " + nameOf(api.place(), run)},
        "jobs", stop);
    if (!list)
        return list.error();
    return githubJobs(*list);
}

Result<ci::Run> GitHubCi::run(const ci::RunRef& run, std::stop_token stop)
{
    auto found = standing(run, stop);
    if (!found)
        return found;
    auto github = api(run.line);
    if (!github)
        return github.error();
    auto listed = jobs(*github, run, found->attempt, stop);
    if (!listed)
        return listed.error();
    int asks = found->conclusion == ci::Conclusion::Cancelled ? kMostAsked : 0;
    for (GitHubJob& one : *listed) {
        if (one.job.conclusion == ci::Conclusion::Cancelled && asks-- > 0) {
            const auto limit = passedLimitOf(*github, one, stop);
            if (!limit)
                return limit.error();
            if (!limit->empty())
                one.job.conclusion = ci::Conclusion::TimedOut;
        }
        found->jobs.push_back(std::move(one.job));
    }
    found->conclusion = outcomeOf(*found);
    return found;
}

Result<std::string> GitHubCi::passedLimitOf(GitHubApi& api, const GitHubJob& job, const std::stop_token& stop) const
{
    const auto told = api.readList({.path = "/check-runs/" + std::to_string(job.id) + "/annotations?per_page=50",
                                    .about = "what is noted on job " + job.job.name + " of " + api.place().repository},
                                   stop);
    if (!told) { // a token may be without the right to read it
        const bool isRefused = told.error().code == ErrorCode::NotFound || told.error().code == ErrorCode::InvalidInput;
        return isRefused ? Result<std::string>(std::string()) : told.error();
    }
    for (const Json& one : *told) {
        const std::string message = fieldOr<std::string>(one, "message", {});
        if (message.starts_with("The job ") && canHaveEnded(job.job, message))
            return message;
    }
    return std::string();
}

Result<std::vector<ci::Run>> GitHubCi::newest(const std::string& line, int count, std::stop_token stop)
{
    return list(line, {}, count, stop);
}

Result<std::vector<ci::Run>> GitHubCi::waiting(const std::string& line, std::stop_token stop)
{
    return list(line, "&status=waiting", kMostWaiting, stop);
}

Result<std::vector<ci::Run>> GitHubCi::list(const std::string& line, const std::string& which, int count,
                                            const std::stop_token& stop) const
{
    auto github = api(line);
    if (!github)
        return github.error();
    const int size = std::min(count, kPage);
    std::vector<ci::Run> runs;
    for (int number = 1; std::ssize(runs) < count; ++number) {
        const auto page
            = github->read({.path = "/actions/runs?exclude_pull_requests=true" + which + "&per_page="
                                + std::to_string(size) + (number > 1 ? "&page=" + std::to_string(number) : ""),
                            .about = "the runs of " + github->place().repository},
                           stop);
        if (!page)
            return page.error();
        const Json listed = fieldOr<Json>(*page, "workflow_runs", Json::array());
        for (const Json& json : listed) {
            auto run = githubRun(json, line);
            if (!run)
                return run.error();
            runs.push_back(*std::move(run));
        }
        if (std::ssize(listed) < size)
            break;
    }
    return runs;
}

Result<std::optional<std::string>> GitHubCi::file(const std::string& line, const std::string& path,
                                                  std::stop_token stop)
{
    auto github = api(line);
    if (!github)
        return github.error();
    const auto json
        = github->read({.path = "/contents/" + path, .about = path + " of " + github->place().repository}, stop);
    if (!json && json.error().code == ErrorCode::NotFound) { // or files may not be read at all
        const auto readable
            = github->call({.path = "/branches?per_page=1", .about = "files of " + github->place().repository}, stop);
        return readable ? Result<std::optional<std::string>>(std::nullopt) : readable.error();
    }
    if (!json)
        return json.error();
    const QByteArray content = QByteArray::fromStdString(fieldOr<std::string>(*json, "content", {}));
    if (fieldOr<std::string>(*json, "encoding", {}) != "base64")
        return Error{ErrorCode::Network, github->place().api + " sends " + path + " in a form that is not understood"};
    return std::optional(QByteArray::fromBase64(content).toStdString());
}

Result<std::vector<std::string>> GitHubCi::environmentsOf(const ci::Run& run, std::stop_token stop)
{
    const std::vector<std::string> anywhere{std::string(ci::kAnyEnvironment)};
    auto github = api(run.line);
    if (!github)
        return github.error();
    if (!run.workflow.starts_with(".github/workflows/")) // GitHub's own, such as that of its Pages
        return anywhere;
    const auto json = github->read({.path = "/contents/" + run.workflow + "?ref=" + escaped(run.commit),
                                    .about = run.workflow + " of " + github->place().repository},
                                   stop);
    if (!json && json.error().code != ErrorCode::NotFound && json.error().code != ErrorCode::InvalidInput)
        return json.error();
    if (!json)
        return anywhere;
    const QByteArray content = QByteArray::fromStdString(fieldOr<std::string>(*json, "content", {}));
    auto told = line::environmentsIn(QByteArray::fromBase64(content).toStdString());
    if (!told.areAll)
        told.names.emplace_back(ci::kAnyEnvironment);
    return std::move(told.names);
}

Result<void> GitHubCi::readLog(const ci::RunRef& run, const std::string& job, int attempt,
                               const std::function<void(std::string_view)>& sink, std::stop_token stop)
{
    auto github = api(run.line);
    if (!github)
        return github.error();
    const auto listed = jobs(*github, run, attempt, stop);
    if (!listed)
        return listed.error();
    const auto found = std::ranges::find_if(*listed, [&](const GitHubJob& one) { return one.job.name == job; });
    const std::string about = "the log of job " + job + " of " + nameOf(github->place(), run);
    if (found == listed->end())
        return Error{ErrorCode::NotFound, about + " is not in attempt " + std::to_string(attempt)};
    LogCleaner cleaner(github->place().token, sink);
    const auto read = m_logs.read(
        *github, {.run = run.number, .attempt = attempt, .jobs = *listed, .job = *found},
        [&](std::string_view piece) { cleaner.feed(piece); }, stop);
    if (!read)
        return read;
    const auto limit = found->job.conclusion == ci::Conclusion::Cancelled ? passedLimitOf(*github, *found, stop)
                                                                          : Result<std::string>(std::string());
    if (!limit)
        return limit.error();
    if (!limit->empty()) // the log itself tells of the cancelling alone
        cleaner.feed("##[error]" + *limit + "\n");
    cleaner.finish();
    return {};
}

Result<int> GitHubCi::rerunFailed(const ci::RunRef& run, const ci::Rerun& how, std::stop_token stop)
{
    const auto before = standing(run, stop);
    if (!before)
        return before.error();
    auto github = api(run.line);
    if (!github)
        return github.error();
    const std::string name = nameOf(github->place(), run);
    const auto begun = begunAlready(*before, how, name);
    if (!begun)
        return begun.error();
    if (*begun)
        return **begun;
    const auto asked = github->call({.path = "/actions/runs/" + run.number + "/rerun-failed-jobs",
                                     .about = name,
                                     .method = "POST",
                                     .body = dumpJson({{"enable_debug_logging", how.debug}})},
                                    stop);
    if (asked)
        return how.fromAttempt + 1;
    const auto after = standing(run, stop); // it may have been done, here or by somebody else
    return after && after->attempt > how.fromAttempt ? Result<int>(how.fromAttempt + 1) : Result<int>(asked.error());
}

Result<std::vector<std::string>> GitHubCi::clearCaches(const ci::RunRef& run, std::stop_token stop)
{
    const auto state = this->run(run, stop);
    if (!state)
        return state.error();
    auto github = api(run.line);
    if (!github)
        return github.error();
    if (state->phase != ci::Phase::Finished)
        return Error{ErrorCode::Conflict, nameOf(github->place(), run) + " is still going"};
    RestoredCaches restored;
    for (const ci::Job& job : state->jobs) {
        if (job.conclusion == ci::Conclusion::Success || job.conclusion == ci::Conclusion::Skipped)
            continue;
        const auto read = readLog(
            run, job.name, state->attempt,
            [&restored](std::string_view lines) {
                for (std::size_t end = 0; !lines.empty(); lines.remove_prefix(std::min(end + 1, lines.size()))) {
                    end = std::min(lines.find('\n'), lines.size());
                    restored.look(lines.substr(0, end));
                }
            },
            stop);
        if (!read && read.error().code != ErrorCode::NotFound) // without a log, nothing is known to be its cache
            return read.error();
    }
    std::vector<std::string> deleted;
    for (const std::string& key : restored.keys()) {
        if (const auto gone = deleteCaches(*github, key, deleted, stop); !gone)
            return gone.error();
    }
    return deleted;
}

Result<void> GitHubCi::deleteCaches(GitHubApi& api, const std::string& key, std::vector<std::string>& deleted,
                                    const std::stop_token& stop) const
{
    const std::string about = "the cache " + key + " of " + api.place().repository;
    const auto entries = api.readAll({.path = "/actions/caches?per_page=100&key=" + escaped(key), .about = about},
                                     "actions_caches", stop);
    if (!entries)
        return entries.error();
    for (const Json& entry : *entries) {
        const std::string ref = fieldOr<std::string>(entry, "ref", {});
        if (fieldOr<std::string>(entry, "key", {}) != key) // they are found by how they begin
            continue;
        const auto gone = api.call({.path = "/actions/caches?key=" + escaped(key) + "&ref=" + escaped(ref),
                                    .about = about,
                                    .method = "DELETE"},
                                   stop);
        if (!gone && gone.error().code != ErrorCode::NotFound) // gone already
            return gone.error();
        deleted.push_back(key + " (" + ref + ")");
    }
    return {};
}

Result<void> GitHubCi::cancel(const ci::RunRef& run, std::stop_token stop)
{
    const auto state = standing(run, stop);
    if (!state)
        return state.error();
    auto github = api(run.line);
    if (!github)
        return github.error();
    return endRun(
        *github, *state,
        {.path = "/actions/runs/" + run.number + "/cancel", .about = nameOf(github->place(), run), .method = "POST"},
        stop);
}

} // namespace signalbox::net
