// SPDX-License-Identifier: GPL-3.0-or-later
// Values in the course of time.
//
// Units  that of the metric; a value that is no number stands for a moment without data
#pragma once

#include "core/base/time.h"

#include <limits>

namespace signalbox::metrics {

inline constexpr double kNoData = std::numeric_limits<double>::quiet_NaN();

struct Sample {
    UtcTime at;
    double value = kNoData;
};

/// From the least to the greatest: what is usual at that moment, or how sure a value is.
struct Range {
    UtcTime at;
    double low = kNoData;
    double high = kNoData;
};

} // namespace signalbox::metrics
