// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of the store on this machine, over a made-up history of any size.
#include "core/host/benchstore.h"
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

namespace {

constexpr std::int64_t kMostRuns = 10'000'000;

Result<host::StoreBenchPlan> planned(const Invocation& asked)
{
    const auto runs = boundedOption(asked, {"--runs", 100'000, kMostRuns});
    const auto events = boundedOption(asked, {"--events", 10, 1000});
    const auto lines = boundedOption(asked, {"--lines", 500, 1000});
    const auto queries = boundedOption(asked, {"--queries", 2000, 100'000});
    for (const auto* given : {&runs, &events, &lines, &queries}) {
        if (!*given)
            return given->error();
    }
    return host::StoreBenchPlan{
        .size = {.runs = *runs, .eventsARun = static_cast<int>(*events), .lines = static_cast<int>(*lines)},
        .queries = static_cast<int>(*queries),
        .folder = asked.value("--dir").value_or("")};
}

Json toJson(const host::QueryFigures& query)
{
    return {{"p50_us", query.p50Us}, {"p99_us", query.p99Us},  {"min_us", query.minUs},
            {"cpu_us", query.cpuUs}, {"rows", query.rowsEach}, {"p50_us_while_storing", query.p50UsWhileStoring}};
}

} // namespace

Exit benchStore(const Invocation& asked)
{
    const auto plan = planned(asked);
    if (!plan)
        return fail(plan.error());
    const auto figures = host::benchStore(*plan);
    if (!figures)
        return fail(figures.error());
    Json queries = Json::object();
    for (const host::QueryFigures& query : figures->queries)
        queries[query.name] = toJson(query);
    printJson({{"runs", plan->size.runs},
               {"events", plan->size.runs * plan->size.eventsARun},
               {"load_s", figures->loadSeconds},
               {"load_cpu_s", figures->loadCpuSeconds},
               {"db_bytes", figures->databaseBytes},
               {"queries", queries},
               {"ingest_rows", figures->ingestRows},
               {"ingest_rows_per_s", figures->ingestRowsPerSecond}});
    return Exit::Done;
}

} // namespace signalbox::ctl
