// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/retrypolicy.h"

#include <algorithm>
#include <cmath>

namespace signalbox::graph {

std::optional<Milliseconds> RetryPolicy::delayAfter(int attempt, ErrorCode code, double random01) const
{
    if (attempt >= maxAttempts || std::ranges::find(worthRetrying, code) == worthRetrying.end())
        return std::nullopt;
    const double grown = static_cast<double>(firstDelay.count()) * std::pow(factor, attempt - 1);
    const double capped = std::min(grown, static_cast<double>(cap.count()));
    return Milliseconds(static_cast<std::int64_t>(capped * (1.0 + jitter * random01)));
}

} // namespace signalbox::graph
