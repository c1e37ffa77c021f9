// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/safety.h"

#include <algorithm>
#include <array>

namespace signalbox {

namespace {
constexpr std::array<std::string_view, 7> kNames{"observe",   "retry",  "cache",      "pull_request",
                                                 "workspace", "deploy", "destructive"};
}

std::string_view safetyName(SafetyClass safety)
{
    return kNames[static_cast<std::size_t>(safety)];
}

std::optional<SafetyClass> safetyFromName(std::string_view name)
{
    const auto at = std::ranges::find(kNames, name);
    if (at == kNames.end())
        return std::nullopt;
    return static_cast<SafetyClass>(at - kNames.begin());
}

} // namespace signalbox
