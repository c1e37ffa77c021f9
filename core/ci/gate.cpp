// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ci/gate.h"

#include <algorithm>

namespace signalbox::ci {

namespace {

bool isOf(const PendingGate& gate, const GateReview& review)
{
    if (review.environment != gate.environment)
        return false;
    if (!review.gate.empty())
        return review.gate == gate.id;
    return gate.rule.empty() || !review.approved;
}

} // namespace

/// In whichever order they are told; one that was said twice alike counts twice.
std::vector<GateReview> reviewsSince(const PendingGate& gate, const std::vector<GateReview>& now)
{
    std::vector<GateReview> known = gate.earlier;
    std::vector<GateReview> since;
    for (const GateReview& review : now) {
        if (!isOf(gate, review))
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

Result<std::optional<GateReview>> Gate::whatBecame(const GateDecision& decision, std::stop_token stop)
{
    const auto said = reviews(decision.run, stop);
    if (!said)
        return said.error();
    const auto since = reviewsSince(decision.gate, *said);
    auto found = std::ranges::find(since, decision.comment, &GateReview::comment);
    if (found == since.end() && decision.gate.keepsComment) // where none is kept, ours may be any of them
        found = since.begin();
    if (found == since.end())
        return std::optional<GateReview>();
    const auto waiting = pending(decision.run, stop);
    if (!waiting)
        return waiting.error();
    const bool waits = std::ranges::find(*waiting, decision.gate.id, &PendingGate::id) != waiting->end();
    return waits ? std::nullopt : std::optional(*found); // others are needed besides: it is looked at there
}

} // namespace signalbox::ci
