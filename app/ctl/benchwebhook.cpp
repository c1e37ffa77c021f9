// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of the webhook receiver on this machine.
#include "core/host/benchwebhook.h"
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

Exit benchWebhook(const Invocation& asked)
{
    host::WebhookBenchPlan plan;
    const auto deliveries = boundedOption(asked, {"--deliveries", plan.deliveries, 10'000'000});
    const auto connections = boundedOption(asked, {"--connections", plan.connections, 500});
    const auto bytes = boundedOption(asked, {"--bytes", plan.bytes, 1'000'000});
    for (const auto* given : {&deliveries, &connections, &bytes}) {
        if (!*given)
            return fail(given->error());
    }
    plan = {.deliveries = static_cast<int>(*deliveries),
            .connections = static_cast<int>(*connections),
            .bytes = static_cast<int>(*bytes)};
    const auto figures = host::benchWebhook(plan);
    if (!figures)
        return fail(figures.error());
    printJson({{"deliveries", plan.deliveries},
               {"taken", figures->taken},
               {"stored", figures->stored},
               {"wall_s", figures->seconds},
               {"per_s", static_cast<double>(figures->taken) / figures->seconds},
               {"p50_ms", figures->p50Ms},
               {"p99_ms", figures->p99Ms},
               {"cpu_us_per_delivery", figures->cpuUs},
               {"rss_mb", figures->rssMb}});
    return figures->stored == plan.deliveries ? Exit::Done : Exit::Negative;
}

} // namespace signalbox::ctl
