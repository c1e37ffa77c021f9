// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/runrow.h"

#include <algorithm>
#include <array>

namespace signalbox::store {

namespace {

constexpr std::array<std::string_view, 7> kPhases{"queued",    "running", "waiting",  "sleeping",
                                                  "succeeded", "failed",  "cancelled"};
constexpr std::array<std::string_view, 3> kActings{"live", "asking", "rehearsal"};
constexpr std::array<std::string_view, 4> kDurabilities{"none", "memory", "normal", "full"};

template <typename Enum, std::size_t Size>
std::optional<Enum> fromName(const std::array<std::string_view, Size>& names, std::string_view name)
{
    const auto at = std::ranges::find(names, name);
    if (at == names.end())
        return std::nullopt;
    return static_cast<Enum>(at - names.begin());
}

} // namespace

std::string_view phaseName(graph::RunPhase phase)
{
    return kPhases.at(static_cast<std::size_t>(phase));
}

std::optional<graph::RunPhase> phaseFromName(std::string_view name)
{
    return fromName<graph::RunPhase>(kPhases, name);
}

std::string_view actingName(graph::Acting acting)
{
    return kActings.at(static_cast<std::size_t>(acting));
}

std::optional<graph::Acting> actingFromName(std::string_view name)
{
    return fromName<graph::Acting>(kActings, name);
}

std::string_view durabilityName(graph::Durability durability)
{
    return kDurabilities.at(static_cast<std::size_t>(durability));
}

std::optional<graph::Durability> durabilityFromName(std::string_view name)
{
    return fromName<graph::Durability>(kDurabilities, name);
}

} // namespace signalbox::store
