// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/views.h"

#include <algorithm>
#include <array>

namespace signalbox::host {

namespace {
constexpr std::array<std::string_view, 7> kNames{"queued",    "running", "waiting",  "sleeping",
                                                 "succeeded", "failed",  "cancelled"};
}

std::string_view runStateName(RunState state)
{
    return kNames[static_cast<std::size_t>(state)];
}

std::optional<RunState> runStateFromName(std::string_view name)
{
    const auto at = std::ranges::find(kNames, name);
    if (at == kNames.end())
        return std::nullopt;
    return static_cast<RunState>(at - kNames.begin());
}

} // namespace signalbox::host
