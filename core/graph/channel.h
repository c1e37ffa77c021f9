// SPDX-License-Identifier: GPL-3.0-or-later
// A named part of a run's state, and how an update is merged into it.
//
// Thread  any: pure
// Errors  InvalidInput when the update does not fit the reducer
#pragma once

#include "core/base/json.h"

#include <functional>
#include <string>

namespace signalbox::graph {

/// Replace: the last value wins, and two writers in one step are an error. Append: an array grows (an array update is
/// appended element by element). Add and Max: numbers. Merge: an object's keys are replaced one by one.
enum class Reducer : std::uint8_t { Replace, Append, Add, Max, Merge, Custom };

struct Channel {
    Reducer reducer = Reducer::Replace;
    std::function<Result<Json>(const Json& old, const Json& update)> custom; // for Custom only
};

/// Merges `update` into `value`, which is null where the channel is empty.
Result<void> reduce(const Channel& channel, Json& value, Json&& update);

} // namespace signalbox::graph
