// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/demo.h"
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::ctl {

namespace {

namespace fs = std::filesystem;

Json orNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

Json toJson(const host::DemoLine& line)
{
    return {{"line", line.line},
            {"run", line.run.id.value},
            {"outcome", orNull(line.outcome)},
            {"class", orNull(line.run.failureClass)},
            {"fix", orNull(line.run.fix)},
            {"attempts", line.run.attempts},
            {"approval", line.run.approval ? Json(line.run.approval->value) : Json()}};
}

std::string toText(const host::DemoLine& line)
{
    const host::RunSummary& run = line.run;
    std::string text = line.line + (run.number.empty() ? "" : " #" + run.number) + ": ";
    text += line.outcome.empty() ? "not ended" : line.outcome;
    if (!run.failureClass.empty())
        text += ", " + run.failureClass + " (" + run.rootCause + ")";
    if (!run.fix.empty())
        text += ", " + run.fix;
    text += ", attempts: " + std::to_string(run.attempts);
    if (run.approval)
        text += ", waits for a decision: approval " + std::to_string(run.approval->value);
    return text + ", run " + std::to_string(run.id.value) + "\n";
}

Exit report(const Invocation& asked, const std::vector<host::DemoLine>& lines)
{
    Json json = Json::array();
    for (const host::DemoLine& line : lines) {
        if (!asked.json)
            printText(toText(line));
        json.push_back(toJson(line));
    }
    if (asked.json)
        printJson({{"lines", json}});
    const bool asIntended = std::ranges::all_of(lines, [](const auto& line) { return line.outcome == line.wanted; });
    return asIntended ? Exit::Done : Exit::Negative;
}

Exit run(const Invocation& asked, Workplace& workplace)
{
    host::Runtime& runtime = workplace.runtime();
    if (const auto started = host::startDemo(runtime); !started)
        return fail(started.error());
    const auto driven = workplace.driveUntil([&]() -> Result<bool> {
        const auto lines = host::demoStanding(runtime);
        if (!lines)
            return lines.error();
        return std::ranges::all_of(*lines, &host::DemoLine::rests);
    });
    if (!driven)
        return fail(driven.error());
    const auto lines = host::demoStanding(runtime);
    return lines ? report(asked, *lines) : fail(lines.error());
}

} // namespace

/// With --dir and without --store, the store stands in that folder, too.
Exit demo(const Invocation& asked)
{
    if (const auto scenario = asked.value("--scenario"); scenario && *scenario != "heal")
        return fail(Exit::BadInput, "unknown scenario \"" + *scenario + "\"; there is heal");
    Invocation there = asked;
    fs::path folder;
    if (const auto dir = asked.value("--dir")) {
        std::error_code error;
        folder = fs::absolute(*dir, error);
        if (there.store.empty())
            there.store = (folder / "signalbox.sqlite").string();
    }
    if (const Exit usable = tryStore(there); usable != Exit::Done)
        return usable;
    if (const std::string leftOut = host::demoLineLeftOut(); !leftOut.empty())
        printDiagnostic("npm is not on this machine: the line " + leftOut + " is left out");
    if (const auto made = host::makeDemo(there.store, folder); !made)
        return fail(made.error());
    return withWorkplace(there, [&](Workplace& workplace) { return run(there, workplace); });
}

} // namespace signalbox::ctl
