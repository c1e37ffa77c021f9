// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ci/gate.h"

#include <algorithm>

namespace signalbox::ci {

/// In whichever order they are told; one that was said twice alike counts twice.
std::vector<GateReview> reviewsSince(const PendingGate& gate, const std::vector<GateReview>& now)
{
    std::vector<GateReview> known = gate.earlier;
    std::vector<GateReview> since;
    for (const GateReview& review : now) {
        if (review.environment != gate.environment || (!review.gate.empty() && review.gate != gate.id))
            continue;
        const auto same = std::ranges::find(known, review);
        if (same == known.end())
            since.push_back(review);
        else
            known.erase(same);
    }
    return since;
}

std::optional<GateReview> reviewSince(const PendingGate& gate, const std::vector<GateReview>& now)
{
    auto since = reviewsSince(gate, now);
    return since.empty() ? std::nullopt : std::optional(std::move(since.front()));
}

} // namespace signalbox::ci
