// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/runcommand.h"
#include "app/ctl/viewjson.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

namespace {

constexpr std::int64_t kListed = 200;
constexpr std::int64_t kMostListed = 100'000;

std::string row(const host::RunSummary& run)
{
    std::string text
        = std::to_string(run.id.value) + "\t" + std::string(host::runStateName(run.state)) + "\t" + run.line;
    text += run.number.empty() ? "" : " #" + run.number;
    text += "\t" + run.agent + "\t" + run.step;
    text += run.rehearsal ? "\trehearsal" : "";
    text += run.outcome.empty() ? "" : "\t" + run.outcome;
    text += run.failureClass.empty() ? "" : "\t" + run.failureClass;
    return text + "\n";
}

Result<RunId> runNamed(const std::string& text)
{
    const auto number = numberArgument(text, "the number of a run; signalboxctl runs list shows them");
    if (!number)
        return number.error();
    return RunId{*number};
}

void printDetail(const host::RunDetail& run)
{
    printText(row(run.summary));
    if (const auto& origin = run.summary.origin)
        printText((run.summary.rehearsal ? "rehearsal of run " : "fork of run ") + std::to_string(origin->run.value)
                  + " at checkpoint " + std::to_string(origin->checkpoint) + "\n");
    std::int64_t expected = 0;
    for (const host::CheckpointRow& checkpoint : run.checkpoints) {
        if (expected < checkpoint.number)
            printText("checkpoint " + std::to_string(expected)
                      + (expected + 1 < checkpoint.number ? " to " + std::to_string(checkpoint.number - 1) : "")
                      + "\tnot kept any more, as the run ended long ago\n");
        expected = checkpoint.number + 1;
        std::string nodes;
        for (const std::string& node : checkpoint.nodes)
            nodes += (nodes.empty() ? "" : ", ") + node;
        printText("checkpoint " + std::to_string(checkpoint.number) + "\t" + formatUtc(checkpoint.at) + "\t"
                  + (nodes.empty() ? "start" : nodes) + "\n");
    }
    if (!run.summary.rootCause.empty())
        printText("root cause, line " + std::to_string(run.summary.rootCauseLine) + ": " + run.summary.rootCause
                  + "\n");
    for (const host::TriedFix& fix : run.tried)
        printText("tried " + fix.action + ", attempt " + std::to_string(fix.attempt) + ": "
                  + (fix.outcome.empty() ? "running" : fix.outcome) + "\n");
    if (run.summary.approval)
        printText("approval " + std::to_string(run.summary.approval->value) + "\n");
    if (!run.summary.failure.empty())
        printText("failed: " + run.summary.failure + "\n");
}

} // namespace

Exit withRun(const Invocation& asked, const std::function<Exit(Workplace&, RunId)>& work)
{
    const auto run = runNamed(asked.arguments.front());
    if (!run)
        return fail(run.error());
    return withWorkplace(asked, [&](Workplace& workplace) { return work(workplace, *run); });
}

/// How the run stands now; a failed one is a negative answer.
Exit printAfter(const Invocation& asked, host::Runtime& runtime, RunId id)
{
    const auto run = runtime.queries().summary(id);
    if (!run)
        return fail(run.error());
    if (asked.json)
        printJson(toJson(*run));
    else
        printText(row(*run));
    return run->state == host::RunState::Failed ? Exit::Negative : Exit::Done;
}

Exit runsList(const Invocation& asked)
{
    const auto limit = numberOption(asked, "--limit", kListed);
    const auto before = numberOption(asked, "--before", 0);
    if (!limit || !before)
        return fail(limit ? before.error() : limit.error());
    if (*limit < 1 || *limit > kMostListed)
        return fail(Exit::BadInput, "--limit is from 1 to " + std::to_string(kMostListed));
    const std::string line = asked.value("--line").value_or("");
    return withWorkplace(asked, [&](Workplace& workplace) {
        const auto runs = workplace.runtime().queries().runs(static_cast<int>(*limit), line, RunId{*before});
        if (!runs)
            return fail(runs.error());
        Json json = Json::array();
        for (const host::RunSummary& run : *runs) {
            if (!asked.json)
                printText(row(run));
            json.push_back(toJson(run));
        }
        if (asked.json)
            printJson(json);
        else if (runs->empty())
            printText("No runs yet.\n");
        return Exit::Done;
    });
}

Exit runsShow(const Invocation& asked)
{
    return withRun(asked, [&](Workplace& workplace, RunId id) {
        const auto run = workplace.runtime().queries().run(id);
        if (!run)
            return fail(run.error());
        if (asked.json)
            printJson(toJson(*run));
        else
            printDetail(*run);
        return Exit::Done;
    });
}

Exit runsEvents(const Invocation& asked)
{
    return withRun(asked, [&](Workplace& workplace, RunId id) {
        if (const auto known = workplace.runtime().queries().summary(id); !known)
            return fail(known.error());
        const auto events = workplace.runtime().queries().events(id);
        if (!events)
            return fail(events.error());
        Json json = Json::array();
        for (const host::EventRow& event : *events) {
            if (!asked.json)
                printText(std::to_string(event.seq) + "\t" + formatUtc(event.at) + "\t" + event.type + "\t" + event.node
                          + "\t" + dumpJson(event.data) + "\n");
            json.push_back(toJson(event));
        }
        if (asked.json)
            printJson(json);
        return Exit::Done;
    });
}

Exit runsResume(const Invocation& asked)
{
    return withRun(asked, [&](Workplace& workplace, RunId id) {
        host::Runtime& runtime = workplace.runtime();
        const auto before = runtime.queries().summary(id);
        if (!before)
            return fail(before.error());
        if (host::isTerminal(before->state)) {
            if (const auto resumed = runtime.resume(id); !resumed)
                return fail(resumed.error());
        }
        const auto driven = workplace.driveUntil([&] { return rests(runtime, id); });
        if (!driven)
            return fail(driven.error());
        return printAfter(asked, runtime, id);
    });
}

Exit runsCancel(const Invocation& asked)
{
    return withRun(asked, [&](Workplace& workplace, RunId id) {
        host::Runtime& runtime = workplace.runtime();
        if (const auto cancelled = runtime.cancel(id); !cancelled)
            return fail(cancelled.error());
        const auto driven = workplace.driveUntil([&]() -> Result<bool> {
            const auto run = runtime.queries().summary(id);
            if (!run)
                return run.error();
            return host::isTerminal(run->state);
        });
        if (!driven)
            return fail(driven.error());
        return printAfter(asked, runtime, id);
    });
}

} // namespace signalbox::ctl
