// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/views.h"

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

} // namespace signalbox::host
