// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ci/githubstanding.h"

namespace signalbox::ci {

namespace {

std::optional<Phase> phaseOf(std::string_view status)
{
    if (status == "completed")
        return Phase::Finished;
    if (status == "in_progress")
        return Phase::Running;
    return status.empty() ? std::nullopt : std::optional(Phase::Queued); // queued, waiting, requested, pending
}

Conclusion conclusionOf(std::string_view name)
{
    if (name == "neutral")
        return Conclusion::Success;
    if (name == "startup_failure")
        return Conclusion::Failure;
    if (name == "stale")
        return Conclusion::Lost;
    return conclusionFromName(name).value_or(Conclusion::None);
}

} // namespace

Standing githubStanding(std::string_view status, std::string_view conclusion)
{
    if (conclusion == "action_required")
        return {.phase = Phase::Queued};
    return {.phase = phaseOf(status), .conclusion = conclusionOf(conclusion)};
}

} // namespace signalbox::ci
