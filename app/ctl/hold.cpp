// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

namespace {

Exit printHolds(const Invocation& asked, Workplace& workplace)
{
    const auto holds = workplace.runtime().queries().holds();
    if (!holds)
        return fail(holds.error());
    Json json = Json::array();
    for (const gate::Hold& hold : *holds) {
        if (!asked.json)
            printText((hold.line.empty() ? "all lines" : hold.line) + "\theld by " + hold.by + " since "
                      + formatUtc(hold.since) + (hold.reason.empty() ? "" : ": " + hold.reason) + "\n");
        json.push_back({{"line", hold.line.empty() ? Json() : Json(hold.line)},
                        {"by", hold.by},
                        {"reason", hold.reason},
                        {"since", formatUtc(hold.since)}});
    }
    if (asked.json)
        printJson({{"holds", json}});
    else if (holds->empty())
        printText("Nothing is held.\n");
    return Exit::Done;
}

/// A line that does not exist cannot be held: a slip of the pen must not look like a hold.
Result<std::string> lineAsked(const Invocation& asked, Workplace& workplace)
{
    const auto line = asked.value("--line");
    if (!line)
        return std::string();
    const auto workspace = workplace.runtime().workspace();
    if (!workspace->has(*line))
        return Error{ErrorCode::NotFound, "no line \"" + *line + "\" in " + workspace->store.string()};
    return *line;
}

} // namespace

Exit holdAll(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        const auto line = lineAsked(asked, workplace);
        if (!line)
            return fail(line.error());
        const auto held = workplace.runtime().hold({.line = *line,
                                                    .by = host::Runtime::person(),
                                                    .reason = asked.value("--reason").value_or(""),
                                                    .since = workplace.runtime().clock().now()});
        if (!held)
            return fail(held.error());
        return printHolds(asked, workplace);
    });
}

Exit releaseAll(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        const auto line = lineAsked(asked, workplace);
        if (!line)
            return fail(line.error());
        const auto released
            = workplace.runtime().release(*line, host::Runtime::person(), asked.value("--reason").value_or(""));
        if (!released)
            return fail(released.error());
        return printHolds(asked, workplace);
    });
}

} // namespace signalbox::ctl
