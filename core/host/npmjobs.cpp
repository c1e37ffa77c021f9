// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/npmjobs.h"

#include "core/agents/npmworkbench.h"

#include <algorithm>

namespace signalbox::host {

namespace {

constexpr std::string_view kDiagnosis = "diagnosis:";

std::string keyOf(const EventRow& event)
{
    return fieldOr<std::string>(event.data, "key", {});
}

/// The call that an intent announces.
std::optional<NpmJob> jobBegun(const EventRow& event)
{
    const Json intent = fieldOr<Json>(event.data, "intent", Json::object());
    if (event.type != "effect_intent" || fieldOr<std::string>(intent, "action", {}) != "npm")
        return {};
    NpmJob call{keyOf(event), {}};
    call.job.name = "npm";
    std::string whole = "npm";
    for (const std::string& word : fieldOr<std::vector<std::string>>(intent, "arguments", {})) {
        call.job.name += word.starts_with('-') ? std::string() : " " + word;
        whole += " " + word;
    }
    call.job.phase = ci::Phase::Running;
    call.job.startedAt = event.at;
    call.job.steps.push_back({std::move(whole), {}});
    return call;
}

void end(ci::Job& job, const EventRow& event)
{
    const Json result = fieldOr<Json>(event.data, "result", Json::object());
    job.phase = ci::Phase::Finished;
    job.finishedAt = event.at;
    if (!fieldOr<bool>(event.data, "ok", true)) {
        job.conclusion = ci::Conclusion::Lost; // npm itself could not be run
        return;
    }
    job.exitCode = static_cast<int>(fieldOr<std::int64_t>(result, "exit_code", 1));
    job.steps.front().exitCode = job.exitCode;
    job.isolated = fieldOr<bool>(result, "isolated", false);
    if (job.exitCode == 0)
        job.conclusion = ci::Conclusion::Success;
    else
        job.conclusion = job.exitCode == agents::kNpmTimedOut ? ci::Conclusion::TimedOut : ci::Conclusion::Failure;
}

} // namespace

std::vector<NpmJob> npmJobsIn(const std::vector<EventRow>& events)
{
    std::vector<NpmJob> calls;
    for (const EventRow& event : events) {
        const auto known = std::ranges::find(calls, keyOf(event), &NpmJob::key);
        if (known != calls.end()) {
            if (event.type == "effect_result")
                end(known->job, event);
            continue; // an intent once more: it is done again after a crash
        }
        if (auto call = jobBegun(event)) {
            call->job.attempt = static_cast<int>(calls.size()) + 1;
            calls.push_back(*std::move(call));
        }
    }
    return calls;
}

std::string diagnosedCall(const std::vector<EventRow>& events)
{
    const auto last = std::find_if(events.rbegin(), events.rend(), [](const EventRow& event) {
        return event.type == "effect_result" && keyOf(event).starts_with(kDiagnosis);
    });
    return last == events.rend() ? std::string() : keyOf(*last).substr(kDiagnosis.size());
}

} // namespace signalbox::host
