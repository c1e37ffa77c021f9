// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/summaryjson.h"

#include <nlohmann/json.hpp>

namespace signalbox::host {

Json toJson(const RunSummary& run)
{
    return {{"id", run.id.value},
            {"agent", run.agent},
            {"line", run.line},
            {"state", std::string(runStateName(run.state))},
            {"step", run.step},
            {"checkpoints", run.checkpoints},
            {"attempts", run.attempts},
            {"started_at", formatUtc(run.startedAt)},
            {"finished_at", timeOrNull(run.finishedAt)},
            {"number", textOrNull(run.number)},
            {"branch", textOrNull(run.branch)},
            {"commit", textOrNull(run.commit)},
            {"trigger", textOrNull(run.trigger)},
            {"outcome", textOrNull(run.outcome)},
            {"class", textOrNull(run.failureClass)},
            {"fix", textOrNull(run.fix)},
            {"approval", run.approval ? Json(run.approval->value) : Json()},
            {"failure", textOrNull(run.failure)},
            {"rehearsal", run.rehearsal}};
}

Json timeOrNull(const std::optional<UtcTime>& time)
{
    return time ? Json(formatUtc(*time)) : Json();
}

Json textOrNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

} // namespace signalbox::host
