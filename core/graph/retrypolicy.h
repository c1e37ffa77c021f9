// SPDX-License-Identifier: GPL-3.0-or-later
// When a failed step is worth another try, and how long to wait for it.
//
// Thread  any: values
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <optional>
#include <vector>

namespace signalbox::graph {

struct RetryPolicy {
    int maxAttempts = 1;
    Milliseconds firstDelay{500};
    double factor = 2;
    Milliseconds cap{128'000};
    double jitter = 0.2; // share of the delay added at random
    std::vector<ErrorCode> worthRetrying{ErrorCode::Network, ErrorCode::Timeout, ErrorCode::Io,
                                         ErrorCode::Unauthorized};

    /// The wait after failed attempt `attempt` (from 1) with `random01` in [0, 1); nothing: give up.
    std::optional<Milliseconds> delayAfter(int attempt, ErrorCode code, double random01) const;
};

struct NodePolicy {
    RetryPolicy retry;
    std::optional<Milliseconds> timeLimit; // for one attempt
    bool waitsForPerson = false; // shown in drawings
};

} // namespace signalbox::graph
