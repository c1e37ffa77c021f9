// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/healingnodes.h"
#include "core/agents/observation.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace signalbox::agents {

namespace {

constexpr Milliseconds kSeatAgain{60'000};

std::string verdictOf(const Json& decision)
{
    return fieldOr<std::string>(decision, "verdict", {});
}

graph::Update decided(const Json& decision)
{
    graph::Update update;
    const std::string verdict = verdictOf(decision);
    const std::string choice = fieldOr<std::string>(decision, "choice", {});
    update.set("decision", decision);
    if (verdict == "approve" && choice.starts_with(kTryFix)) {
        update.set("next_fix", choice.substr(kTryFix.size()));
        return update;
    }
    update.set("next_fix", "");
    if (verdict == "reject")
        update.set("outcome", "dismissed");
    return update;
}

/// The outage whose decision this run has had: what it asks later is its own.
constexpr const char* kTaken = "outage_taken";

/// Whether the policy of its own line lets a person have it done.
bool mayBeDone(const std::string& action, const graph::State& state)
{
    const Json considered = fieldOr<Json>(state, "considered", Json::array());
    return std::ranges::any_of(considered, [&action](const Json& json) {
        const ConsideredFix fix = consideredFromJson(json);
        return fix.action == action && (isOnOffer(fix) || fix.verdict == "tried");
    });
}

/// What was decided for all runs of an outage, where it may be done for this one.
std::optional<Json> decidedForAll(const OutageSeat& seat, const graph::State& state)
{
    if (!seat.decision || fieldOr<std::int64_t>(state, kTaken, 0) == seat.outage)
        return std::nullopt;
    const std::string choice = fieldOr<std::string>(*seat.decision, "choice", {});
    const bool acts = verdictOf(*seat.decision) == "approve" && choice.starts_with(kTryFix);
    return acts && !mayBeDone(choice.substr(kTryFix.size()), state) ? std::nullopt : seat.decision;
}

Result<OutageSeat> seatOf(CircuitBreaker* breaker, RunId run)
{
    return breaker ? breaker->seat(run) : OutageSeat();
}

} // namespace

Result<graph::Update> WaitForHuman::run(const graph::State& state, const graph::NodeContext& context) const
{
    const auto seat = seatOf(m_ports.breaker, context.run);
    if (!seat)
        return seat.error();
    const bool open = seat->outage != 0 && !seat->decision;
    const Json answer = context.answer ? *context.answer : Json::object();
    const Json decision = fieldOr<Json>(answer, "data", Json::object());
    const bool person = fieldOr<std::string>(answer, "by", {}) == "person";
    const auto forAll = decidedForAll(*seat, state);
    if (person && (verdictOf(decision) != "superseded" || (!open && !forAll))) {
        if (open && seat->leads) {
            if (auto told = m_ports.breaker->decide(seat->outage, decision); !told)
                return told.error();
        }
        graph::Update update = decided(decision);
        update.set(kTaken, seat->outage);
        return update;
    }
    // A run of an outage takes the decision of the one that asks for all.
    if (forAll && (context.answer || fieldOr<std::int64_t>(state, "outage", 0) == seat->outage)) {
        graph::Update update = decided(*forAll);
        update.set(kTaken, seat->outage);
        return update;
    }
    graph::Update update;
    if (open && !seat->leads)
        update.waitFor(graph::Happening{outageEvent(seat->outage), context.clock.now() + kSeatAgain});
    else
        update.waitFor(graph::Person{escalationRequest(state)});
    return update;
}

} // namespace signalbox::agents
