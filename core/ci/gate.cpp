// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ci/gate.h"

#include <algorithm>

namespace signalbox::ci {

/// In whichever order they are told; one that was said twice alike counts twice.
std::optional<GateReview> reviewSince(const std::vector<GateReview>& earlier, const std::vector<GateReview>& now,
                                      const std::string& environment)
{
    std::vector<GateReview> known = earlier;
    for (const GateReview& review : now) {
        if (review.environment != environment)
            continue;
        const auto same = std::ranges::find(known, review);
        if (same == known.end())
            return review;
        known.erase(same);
    }
    return std::nullopt;
}

} // namespace signalbox::ci
