// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/diagnosis.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::agents {

namespace {

bool broke(const ci::Job& job, int attempt)
{
    return job.attempt == attempt && job.phase == ci::Phase::Finished && ci::isBad(job.conclusion);
}

/// Lost and timed-out jobs say so themselves; their log need not.
void addOutcome(log::Classification& found, const ci::Job& job)
{
    const bool explained = found.failureClass != "none" && found.failureClass != "unknown";
    if (explained)
        return;
    if (job.conclusion == ci::Conclusion::Lost) {
        found.failureClass = "runner_lost";
        found.transient = log::Transient::Yes;
        found.confidence = 1;
        found.fixes = {{"rerun_failed_jobs", "retry"}};
    } else if (job.conclusion == ci::Conclusion::TimedOut) {
        found.failureClass = "job_timeout";
        found.confidence = 1;
    } else if (found.failureClass == "none") {
        found.failureClass = "unknown";
    }
}

double weight(const log::Classification& found)
{
    return found.failureClass == "unknown" ? -1 : found.confidence;
}

std::string_view transientName(log::Transient transient)
{
    return transient == log::Transient::Yes ? "yes" : transient == log::Transient::No ? "no" : "unknown";
}

log::Transient transientFromName(std::string_view name)
{
    return name == "yes" ? log::Transient::Yes : name == "no" ? log::Transient::No : log::Transient::Unknown;
}

Result<Diagnosis> diagnoseJob(ci::System& ci, std::shared_ptr<const log::Catalogue> catalogue, const ci::Run& run,
                              const ci::Job& job, const std::stop_token& stop)
{
    log::Classifier classifier(std::move(catalogue));
    const auto read = ci.readLog(
        {run.line, run.number}, job.name, job.attempt, [&](std::string_view chunk) { classifier.feed(chunk); }, stop);
    if (!read && read.error().code != ErrorCode::NotFound) // a job that never began has no log
        return read.error();
    Diagnosis diagnosis;
    diagnosis.job = job.name;
    diagnosis.attempt = job.attempt;
    diagnosis.exitCode = job.exitCode;
    diagnosis.isolated = job.isolated;
    if (job.startedAt && job.finishedAt)
        diagnosis.ran = *job.finishedAt - *job.startedAt;
    diagnosis.found = classifier.finish();
    const auto failing
        = std::ranges::find_if(job.steps, [](const ci::Step& s) { return s.failed || s.exitCode.value_or(0) != 0; });
    diagnosis.step = failing == job.steps.end() ? diagnosis.found.failingStep : failing->name;
    addOutcome(diagnosis.found, job);
    return diagnosis;
}

} // namespace

Result<Diagnosis> diagnose(ci::System& ci, const CatalogueSource& catalogue, const ci::Run& run, std::stop_token stop)
{
    const auto patterns = catalogue();
    if (!patterns)
        return patterns.error();
    std::optional<Diagnosis> best;
    for (const ci::Job& job : run.jobs) {
        if (!broke(job, run.attempt))
            continue;
        auto diagnosis = diagnoseJob(ci, *patterns, run, job, stop);
        if (!diagnosis)
            return diagnosis.error();
        if (!best || weight(diagnosis->found) > weight(best->found))
            best = *std::move(diagnosis);
    }
    if (!best)
        return Error{ErrorCode::NotFound, "no failed job in " + run.line + " #" + run.number};
    best->branch = run.branch;
    for (const ci::Job& job : run.jobs) {
        if (job.conclusion == ci::Conclusion::Skipped)
            best->blocked.push_back(job.name);
    }
    return *std::move(best);
}

Json toJson(const Diagnosis& diagnosis)
{
    Json cause = Json::array();
    for (const log::CauseLine& line : diagnosis.found.rootCause)
        cause.push_back({{"line", line.line}, {"text", line.text}});
    Json fixes = Json::array();
    for (const log::FixOffer& fix : diagnosis.found.fixes)
        fixes.push_back({{"action", fix.action}, {"safety", fix.safety}});
    return {{"branch", diagnosis.branch},
            {"ran_ms", diagnosis.ran ? Json(diagnosis.ran->count()) : Json()},
            {"job", diagnosis.job},
            {"attempt", diagnosis.attempt},
            {"step", diagnosis.step},
            {"exit_code", exitCodeToJson(diagnosis.exitCode)},
            {"isolated", diagnosis.isolated},
            {"blocked", diagnosis.blocked},
            {"class", diagnosis.found.failureClass},
            {"pattern", diagnosis.found.pattern},
            {"confidence", diagnosis.found.confidence},
            {"transient", std::string(transientName(diagnosis.found.transient))},
            {"signature", diagnosis.found.signature},
            {"root_cause", std::move(cause)},
            {"fixes", std::move(fixes)}};
}

Diagnosis diagnosisFromJson(const Json& json)
{
    Diagnosis out;
    out.branch = fieldOr<std::string>(json, "branch", {});
    out.job = fieldOr<std::string>(json, "job", {});
    out.attempt = static_cast<int>(fieldOr<std::int64_t>(json, "attempt", 1));
    out.step = fieldOr<std::string>(json, "step", {});
    out.exitCode = exitCodeIn(json);
    if (const auto ran = fieldOr<std::int64_t>(json, "ran_ms", -1); ran >= 0)
        out.ran = Milliseconds(ran);
    out.isolated = fieldOr<bool>(json, "isolated", false);
    out.blocked = fieldOr<std::vector<std::string>>(json, "blocked", {});
    out.found.failureClass = fieldOr<std::string>(json, "class", "unknown");
    out.found.pattern = fieldOr<std::string>(json, "pattern", {});
    out.found.confidence = fieldOr<double>(json, "confidence", 0);
    out.found.transient = transientFromName(fieldOr<std::string>(json, "transient", "unknown"));
    out.found.signature = fieldOr<std::string>(json, "signature", {});
    for (const Json& line : fieldOr<Json>(json, "root_cause", Json::array()))
        out.found.rootCause.push_back({fieldOr<std::int64_t>(line, "line", 0), fieldOr<std::string>(line, "text", {})});
    for (const Json& fix : fieldOr<Json>(json, "fixes", Json::array()))
        out.found.fixes.push_back({fieldOr<std::string>(fix, "action", {}), fieldOr<std::string>(fix, "safety", {})});
    return out;
}

} // namespace signalbox::agents
