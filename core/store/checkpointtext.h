// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a checkpoint's state: whole at intervals, else its difference from the
// checkpoint before as a JSON Patch. Older stores have {"set": {channel: value}, "gone": [channel]}.
//
// Thread  any: pure
// Errors  InvalidInput where a stored difference is none
// Disk    checkpoint.state
#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <string>
#include <vector>

namespace signalbox::store {

/// A reader applies at most this many differences.
inline constexpr std::int64_t kWholeEvery = 64;

inline bool isWhole(std::int64_t number)
{
    return number % kWholeEvery == 0;
}

/// For a record that names its channels only.
Json differenceOf(const Json& state, const std::vector<std::string>& changed);
Result<void> applyDifference(Json& state, const Json& difference);

} // namespace signalbox::store
