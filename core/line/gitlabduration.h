// SPDX-License-Identifier: GPL-3.0-or-later
// A `timeout` of a .gitlab-ci.yml: "1h 30m", "90 minutes", "45" (seconds).
//
// Thread  any: pure
// Source  https://docs.gitlab.com/ci/yaml/#timeout
#pragma once

#include "core/base/time.h"

#include <optional>
#include <string_view>

namespace signalbox::line {

/// Nothing for a text that is none, for 0 and for more than 30 days.
std::optional<Milliseconds> durationFrom(std::string_view text);

} // namespace signalbox::line
