// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/bounds.h"

#include <charconv>

namespace signalbox::agents {

namespace {

constexpr std::string_view kOutageEvent = "outage/";

} // namespace

std::string outageEvent(std::int64_t outage)
{
    return std::string(kOutageEvent) + std::to_string(outage);
}

std::optional<std::int64_t> outageOf(std::string_view event)
{
    if (!event.starts_with(kOutageEvent))
        return std::nullopt;
    event.remove_prefix(kOutageEvent.size());
    std::int64_t outage = 0;
    const auto [end, error] = std::from_chars(event.data(), event.data() + event.size(), outage);
    if (error != std::errc() || end != event.data() + event.size())
        return std::nullopt;
    return outage;
}

Result<Bounded> withinBounds(const SelfHealingPorts& ports, const ActionClaim& claim, const log::Classification& found,
                             Choice choice)
{
    // What fails whenever it is run is no outage, however many fail so.
    if (ports.breaker && !found.signature.empty() && found.transient != log::Transient::No) {
        const auto seat = ports.breaker->hit(claim.run, found.signature, found.failureClass);
        if (!seat)
            return seat.error();
        if (seat->outage != 0)
            return Bounded{withoutFix(std::move(choice), "outage", "allowed"), seat->outage};
    }
    if (!choice.fix)
        return Bounded{std::move(choice), 0};
    const auto rules = ports.policy->rules(claim.line);
    if (!rules)
        return rules.error();
    const auto taken = ports.policy->takeAction(claim, rules->automaticActionsPerHour);
    if (!taken)
        return taken.error();
    if (*taken)
        return Bounded{std::move(choice), 0};
    return Bounded{withoutFix(std::move(choice), "limit_spent", "limit"), 0};
}

} // namespace signalbox::agents
