// SPDX-License-Identifier: GPL-3.0-or-later
// The safety class of whatever touches the outside world.
//
// Disk    the names are stored in effects and approvals and stand in signalbox.yaml
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace signalbox {

enum class SafetyClass : std::uint8_t { Observe, Retry, Cache, PullRequest, Workspace, Deploy, Destructive };

std::string_view safetyName(SafetyClass safety); // "observe", "retry", "cache", "pull_request", …
std::optional<SafetyClass> safetyFromName(std::string_view name);

} // namespace signalbox
