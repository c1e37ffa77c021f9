// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/records.h"

#include "core/base/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace signalbox::local {

namespace {

Json toJson(std::optional<UtcTime> time)
{
    return time ? Json(formatUtc(*time)) : Json();
}

Json toJson(std::optional<int> number)
{
    return number ? Json(*number) : Json();
}

std::optional<UtcTime> timeFrom(const Json& object, std::string_view key)
{
    const auto time = parseUtc(fieldOr<std::string>(object, key, ""));
    return time ? std::optional(*time) : std::nullopt;
}

std::optional<int> numberFrom(const Json& object, std::string_view key)
{
    const auto number = field<std::int64_t>(object, key);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

constexpr std::array kBegins{std::pair{line::Begins::AfterSuccess, "after_success"},
                             std::pair{line::Begins::Always, "always"},
                             std::pair{line::Begins::NotByItself, "not_by_itself"}};

Json toJson(const line::GitLabJob& job)
{
    const auto* begins = std::ranges::find(kBegins, job.begins, &std::pair<line::Begins, const char*>::first);
    return {{"begins", begins->second},
            {"may_fail", job.mayFail},
            {"image", job.image},
            {"deploys_to", job.deploysTo},
            {"artifacts_of", job.artifactsOf}};
}

line::GitLabJob gitlabJobFrom(const Json& object)
{
    const auto begins = fieldOr<std::string>(object, "begins", "");
    const auto* known = std::ranges::find(kBegins, begins, &std::pair<line::Begins, const char*>::second);
    return {.begins = known == kBegins.end() ? line::Begins::NotByItself : known->first,
            .mayFail = fieldOr(object, "may_fail", false),
            .image = fieldOr<std::string>(object, "image", ""),
            .deploysTo = fieldOr<std::string>(object, "deploys_to", ""),
            .artifactsOf = fieldOr<std::vector<std::string>>(object, "artifacts_of", {})};
}

Json toJson(const line::JobSpec& job)
{
    Json json{{"name", job.name},   {"script", job.script},
              {"needs", job.needs}, {"timeout_ms", job.timeLimit.count()},
              {"cache", job.cache}, {"environment", job.environment}};
    if (job.gitlab)
        json["gitlab"] = toJson(*job.gitlab);
    return json;
}

line::JobSpec jobSpecFrom(const Json& object)
{
    line::JobSpec job;
    job.name = fieldOr<std::string>(object, "name", "");
    job.script = fieldOr<std::vector<std::string>>(object, "script", {});
    job.needs = fieldOr<std::vector<std::string>>(object, "needs", {});
    job.timeLimit = Milliseconds(fieldOr<std::int64_t>(object, "timeout_ms", job.timeLimit.count()));
    job.cache = fieldOr<std::vector<std::string>>(object, "cache", {});
    const Json environment = fieldOr<Json>(object, "environment", Json::object());
    for (const auto& [name, value] : environment.items()) {
        if (value.is_string())
            job.environment[name] = value.get<std::string>();
    }
    if (const auto gitlab = field<Json>(object, "gitlab"))
        job.gitlab = gitlabJobFrom(*gitlab);
    return job;
}

Json toJson(const ci::Job& job)
{
    Json steps = Json::array();
    for (const ci::Step& step : job.steps)
        steps.push_back({{"name", step.name}, {"exit_code", toJson(step.exitCode)}});
    return {{"name", job.name},
            {"needs", job.needs},
            {"attempt", job.attempt},
            {"phase", phaseName(job.phase)},
            {"conclusion", conclusionName(job.conclusion)},
            {"exit_code", toJson(job.exitCode)},
            {"started_at", toJson(job.startedAt)},
            {"finished_at", toJson(job.finishedAt)},
            {"steps", std::move(steps)},
            {"isolated", job.isolated}};
}

ci::Job jobFrom(const Json& object)
{
    ci::Job job;
    job.name = fieldOr<std::string>(object, "name", "");
    job.needs = fieldOr<std::vector<std::string>>(object, "needs", {});
    job.attempt = static_cast<int>(fieldOr<std::int64_t>(object, "attempt", 1));
    job.phase = ci::phaseFromName(fieldOr<std::string>(object, "phase", "")).value_or(job.phase);
    job.conclusion = ci::conclusionFromName(fieldOr<std::string>(object, "conclusion", "")).value_or(job.conclusion);
    job.exitCode = numberFrom(object, "exit_code");
    job.startedAt = timeFrom(object, "started_at");
    job.finishedAt = timeFrom(object, "finished_at");
    for (const Json& step : fieldOr<Json>(object, "steps", Json::array()))
        job.steps.push_back({fieldOr<std::string>(step, "name", ""), numberFrom(step, "exit_code")});
    job.isolated = fieldOr(object, "isolated", false);
    return job;
}

template <typename T>
Json toJson(const std::vector<T>& values)
{
    Json list = Json::array();
    for (const T& value : values)
        list.push_back(toJson(value));
    return list;
}

template <typename T>
std::vector<T> listFrom(const Json& object, std::string_view key, T (*read)(const Json&))
{
    std::vector<T> values;
    for (const Json& value : fieldOr<Json>(object, key, Json::array()))
        values.push_back(read(value));
    return values;
}

} // namespace

std::string toText(const RunRecord& record)
{
    return dumpJson({{"commit", record.commit},
                     {"branch", record.branch},
                     {"author", record.author},
                     {"trigger", record.trigger},
                     {"created_at", formatUtc(record.createdAt)},
                     {"jobs", toJson(record.jobs)}});
}

std::string toText(const AttemptSpec& spec)
{
    return dumpJson({{"commit", spec.commit},
                     {"debug", spec.debug},
                     {"isolate", spec.isolate},
                     {"grace_ms", spec.grace.count()},
                     {"jobs", toJson(spec.jobs)},
                     {"kept", toJson(spec.kept)}});
}

std::string toText(const AttemptStatus& status)
{
    return dumpJson({{"phase", phaseName(status.phase)},
                     {"isolated", status.isolated},
                     {"started_at", toJson(status.startedAt)},
                     {"finished_at", toJson(status.finishedAt)},
                     {"jobs", toJson(status.jobs)}});
}

std::string toText(const ci::Job& job)
{
    return dumpJson(toJson(job));
}

Result<RunRecord> runRecordFrom(std::string_view text)
{
    const auto json = parseJson(text);
    if (!json)
        return json.error();
    RunRecord record;
    record.commit = fieldOr<std::string>(*json, "commit", "");
    record.branch = fieldOr<std::string>(*json, "branch", "");
    record.author = fieldOr<std::string>(*json, "author", "");
    record.trigger = fieldOr<std::string>(*json, "trigger", "");
    record.createdAt = timeFrom(*json, "created_at").value_or(UtcTime());
    record.jobs = listFrom<line::JobSpec>(*json, "jobs", &jobSpecFrom);
    return record;
}

Result<AttemptSpec> attemptSpecFrom(std::string_view text)
{
    const auto json = parseJson(text);
    if (!json)
        return json.error();
    AttemptSpec spec;
    spec.commit = fieldOr<std::string>(*json, "commit", "");
    spec.debug = fieldOr(*json, "debug", false);
    spec.isolate = fieldOr(*json, "isolate", true);
    spec.grace = Milliseconds(fieldOr<std::int64_t>(*json, "grace_ms", spec.grace.count()));
    spec.jobs = listFrom<line::JobSpec>(*json, "jobs", &jobSpecFrom);
    spec.kept = listFrom<ci::Job>(*json, "kept", &jobFrom);
    return spec;
}

Result<AttemptStatus> attemptStatusFrom(std::string_view text)
{
    const auto json = parseJson(text);
    if (!json)
        return json.error();
    AttemptStatus status;
    status.phase = ci::phaseFromName(fieldOr<std::string>(*json, "phase", "")).value_or(status.phase);
    status.isolated = fieldOr(*json, "isolated", false);
    status.startedAt = timeFrom(*json, "started_at");
    status.finishedAt = timeFrom(*json, "finished_at");
    status.jobs = listFrom<ci::Job>(*json, "jobs", &jobFrom);
    return status;
}

Result<ci::Job> jobFrom(std::string_view text)
{
    const auto json = parseJson(text);
    if (!json)
        return json.error();
    return jobFrom(*json);
}

ci::Job queuedJob(const line::JobSpec& spec, int attempt)
{
    ci::Job job;
    job.name = spec.name;
    job.needs = spec.needs;
    job.attempt = attempt;
    return job;
}

ci::Conclusion conclusionOf(const std::vector<ci::Job>& jobs)
{
    using enum ci::Conclusion;
    for (const auto worst : {Failure, TimedOut, Lost, Cancelled}) {
        if (std::ranges::find(jobs, worst, &ci::Job::conclusion) != jobs.end())
            return worst;
    }
    return Success;
}

} // namespace signalbox::local
