// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of signalbox.yaml. A test holds them against the published schema.
#pragma once

#include <array>
#include <string_view>

namespace signalbox::line {

inline constexpr std::array<std::string_view, 3> kFileKeys{"version", "jobs", "policy"};
inline constexpr std::array<std::string_view, 5> kJobKeys{"script", "needs", "timeout_s", "cache", "environment"};
inline constexpr std::array<std::string_view, 8> kPolicyKeys{"autonomy",
                                                             "retries_per_run",
                                                             "automatic_actions_per_hour",
                                                             "money_per_month_usd",
                                                             "min_confidence",
                                                             "approval_deadline_s",
                                                             "always_ask",
                                                             "freezes"};
inline constexpr std::array<std::string_view, 3> kFreezeKeys{"from", "until", "why"};

} // namespace signalbox::line
