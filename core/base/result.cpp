// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <array>

namespace signalbox {

std::string_view codeName(ErrorCode code)
{
    static constexpr std::array<std::string_view, 9> kNames{"not found",    "invalid input", "conflict",
                                                            "input/output", "network",       "timeout",
                                                            "cancelled",    "internal",      "unauthorized"};
    return kNames[static_cast<std::size_t>(code)];
}

} // namespace signalbox
