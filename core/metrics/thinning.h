// SPDX-License-Identifier: GPL-3.0-or-later
// As many samples as a drawing has room for, with every peak and every gap that can be seen.
//
// Thread  any; pure
// Errors  none: what is not in order of time is drawn as it comes
#pragma once

#include "core/metrics/series.h"

#include <span>
#include <vector>

namespace signalbox::metrics {

inline constexpr int kMostPoints = 1000; // of a series in a drawing

struct Frame {
    UtcTime from;
    UtcTime to;
    int columns = 1; // of pixels
};

/// At most two samples a column, its least and its greatest in the order they came, and at most kMostPoints. A column
/// that has only moments without data keeps one of them: there the line breaks.
std::vector<Sample> thin(std::span<const Sample> samples, const Frame& frame);

/// At most one range a column: around all of its ranges.
std::vector<Range> thin(std::span<const Range> ranges, const Frame& frame);

} // namespace signalbox::metrics
