// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/healingnodes.h"
#include "core/agents/observation.h"

#include <nlohmann/json.hpp>

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
    if (person && (verdictOf(decision) != "superseded" || seat->outage == 0)) {
        if (open && seat->leads) {
            if (auto told = m_ports.breaker->decide(seat->outage, decision); !told)
                return told.error();
        }
        return decided(decision);
    }
    // A run of an outage takes the decision of the one that asks for all.
    if (seat->decision && (context.answer || fieldOr<std::int64_t>(state, "outage", 0) == seat->outage))
        return decided(*seat->decision);
    graph::Update update;
    if (open && !seat->leads)
        update.waitFor(graph::Happening{outageEvent(seat->outage), context.clock.now() + kSeatAgain});
    else
        update.waitFor(graph::Person{escalationRequest(state)});
    return update;
}

} // namespace signalbox::agents
