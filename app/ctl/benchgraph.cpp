// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of the graph engine on this machine: a cycle of three nodes, each of which
// counts and changes one field of a payload; or one node fanned out over a list; or
// runs that only wait.
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"
#include "core/host/benchrun.h"
#include "core/store/runrow.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

namespace {

Result<host::BenchPlan> planned(const Invocation& asked)
{
    const auto steps = numberOption(asked, "--steps", 1000);
    const auto bytes = numberOption(asked, "--state-bytes", 300);
    const auto runs = numberOption(asked, "--runs", 1);
    const auto fanOut = numberOption(asked, "--fan-out", 0);
    const auto waiting = numberOption(asked, "--waiting", 0);
    for (const auto* number : {&steps, &bytes, &runs, &fanOut, &waiting}) {
        if (!*number)
            return number->error();
    }
    const std::string name = asked.value("--durability").value_or("normal");
    const auto durability = store::durabilityFromName(name);
    if (!durability)
        return Error{ErrorCode::InvalidInput,
                     "unknown durability \"" + name + "\"; it is none, memory, normal or full"};
    if (*steps < 1)
        return Error{ErrorCode::InvalidInput, "--steps is a number of 1 or more"};
    if (*runs < 1 || *runs > 256)
        return Error{ErrorCode::InvalidInput, "--runs is from 1 to 256"};
    return host::BenchPlan{.steps = static_cast<int>(*steps),
                           .stateBytes = static_cast<std::size_t>(*bytes),
                           .durability = *durability,
                           .runs = static_cast<int>(*runs),
                           .fanOut = static_cast<int>(*fanOut),
                           .waiting = static_cast<int>(*waiting),
                           .returnsAll = asked.has("--whole")};
}

} // namespace

Exit benchGraph(const Invocation& asked)
{
    const auto plan = planned(asked);
    if (!plan)
        return fail(plan.error());
    const auto figures = host::benchGraph(*plan);
    if (!figures)
        return fail(figures.error());
    printJson({{"steps", figures->steps},
               {"cpu_us_per_step", figures->cpuUsPerStep},
               {"wall_s", figures->wallSeconds},
               {"rss_mb", figures->rssMb},
               {"waiting_mb", figures->waitingMb},
               {"load_ms", figures->loadMs},
               {"db_bytes", figures->databaseBytes}});
    return Exit::Done;
}

} // namespace signalbox::ctl
