// SPDX-License-Identifier: GPL-3.0-or-later
// Runs forked, replayed, and their checkpoints compared.
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/runcommand.h"
#include "core/base/jsondiff.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

namespace {

Result<std::int64_t> checkpointNamed(const std::string& text)
{
    return numberArgument(text, "the number of a checkpoint; signalboxctl runs show ID lists them");
}

/// What is to be forked, of the run that is still to be named.
Result<host::ForkRequest> forkAsked(const Invocation& asked)
{
    const auto given = asked.value("--checkpoint");
    if (!given)
        return Error{ErrorCode::InvalidInput, "runs fork needs --checkpoint N; signalboxctl runs show ID lists them"};
    const auto checkpoint = checkpointNamed(*given);
    if (!checkpoint)
        return checkpoint.error();
    auto patch = parseJson(asked.value("--patch").value_or("{}"));
    if (!patch)
        return Error{patch.error().code, "--patch: " + patch.error().detail};
    if (!patch->is_object())
        return Error{ErrorCode::InvalidInput,
                     "--patch: a JSON object of channels is needed, for example {\"retry_count\": 0}"};
    return host::ForkRequest{
        .run = {}, .checkpoint = *checkpoint, .patch = *std::move(patch), .live = asked.has("--live")};
}

Json toJson(const graph::ReplayDifference& difference)
{
    return {{"checkpoint", difference.checkpoint},
            {"what", difference.what},
            {"where", difference.where},
            {"stored", difference.stored},
            {"replayed", difference.replayed}};
}

std::string shown(const Json* value)
{
    return value ? dumpJson(*value) : "nothing";
}

} // namespace

Exit runsFork(const Invocation& asked)
{
    auto request = forkAsked(asked);
    if (!request)
        return fail(request.error());
    return withRun(asked, [&](Workplace& workplace, RunId id) {
        host::Runtime& runtime = workplace.runtime();
        request->run = id;
        const auto fork = runtime.fork(*request);
        if (!fork)
            return fail(fork.error());
        for (const std::string& channel : fork->newChannels)
            printDiagnostic("signalboxctl: --patch: run " + std::to_string(id.value) + " has never had a channel \""
                            + channel + "\"; it was added");
        const auto driven = workplace.driveUntil([&] { return rests(runtime, fork->run); });
        if (!driven)
            return fail(driven.error());
        return printAfter(asked, runtime, fork->run);
    });
}

Exit runsVerify(const Invocation& asked)
{
    return withRun(asked, [&](Workplace& workplace, RunId id) {
        const auto report = workplace.runtime().verify(id, {});
        if (!report)
            return fail(report.error());
        const bool same = report->differences.empty();
        Json differences = Json::array();
        for (const graph::ReplayDifference& one : report->differences) {
            differences.push_back(toJson(one));
            if (!asked.json)
                printText("checkpoint " + std::to_string(one.checkpoint) + ": " + one.what
                          + (one.where.empty() ? "" : " " + one.where) + " differs: stored " + dumpJson(one.stored)
                          + ", replayed " + dumpJson(one.replayed) + "\n");
        }
        if (asked.json)
            printJson({{"run", id.value},
                       {"ok", same},
                       {"checkpoints", report->compared},
                       {"first_bad", same ? Json() : Json(report->differences.front().checkpoint)},
                       {"differences", std::move(differences)}});
        else if (same)
            printText("The replay took the same path: " + std::to_string(report->compared)
                      + " checkpoints compared.\n");
        return same ? Exit::Done : Exit::Negative;
    });
}

Exit runsDiff(const Invocation& asked)
{
    const auto from = checkpointNamed(asked.arguments[1]);
    const auto to = checkpointNamed(asked.arguments[2]);
    if (!from || !to)
        return fail(from ? to.error() : from.error());
    return withRun(asked, [&](Workplace& workplace, RunId id) {
        const auto before = workplace.runtime().queries().stateAt(id, *from);
        const auto after = workplace.runtime().queries().stateAt(id, *to);
        if (!before || !after)
            return fail(before ? after.error() : before.error());
        const auto found = differences(&*before, &*after);
        if (asked.json)
            printJson({{"run", id.value}, {"from", *from}, {"to", *to}, {"differences", toJson(found)}});
        else if (found.empty())
            printText("The same state.\n");
        for (std::size_t i = 0; !asked.json && i < found.size(); ++i)
            printText(std::string(changeName(found[i])) + "\t" + found[i].path + "\t" + shown(found[i].before) + " > "
                      + shown(found[i].after) + "\n");
        return Exit::Done;
    });
}

} // namespace signalbox::ctl
