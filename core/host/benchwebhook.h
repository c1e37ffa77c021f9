// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of the webhook receiver on this machine: signed deliveries, each a new one, over connections that stay, to a
// receiver with a store of its own in a temporary folder. Each is answered once it is stored.
//
// Thread  blocks; the receiver has its own, and what sends runs on the caller's
// Errors  Io, Network
#pragma once

#include "core/base/result.h"

#include <cstdint>

namespace signalbox::host {

struct WebhookBenchPlan {
    int deliveries = 20'000;
    int connections = 32;
    int bytes = 25'000; // of each body
};

struct WebhookBenchFigures {
    std::int64_t taken = 0; // answered with 202
    std::int64_t stored = 0;
    double seconds = 0;
    double p50Ms = 0; // from the first byte that is sent to the last that comes back
    double p99Ms = 0;
    double cpuUs = 0; // of the receiver, for each
    double rssMb = 0; // the most, with what sends
};

Result<WebhookBenchFigures> benchWebhook(const WebhookBenchPlan& plan);

} // namespace signalbox::host
