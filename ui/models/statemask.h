// SPDX-License-Identifier: GPL-3.0-or-later
// The state of a run as it may be shown: what the redactor knows as a secret is masked.
//
// Thread  any; pure
// Source  DESIGN 5
#pragma once

#include "core/base/json.h"

#include <string_view>

namespace signalbox::ui {

inline constexpr std::string_view kMask = "[redacted: "; // begins each mask, which names the kind of secret

Json maskedState(const Json& state);

/// Whether a text of this value has a mask in it.
bool hasMask(const Json& value);

} // namespace signalbox::ui
