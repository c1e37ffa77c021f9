// SPDX-License-Identifier: GPL-3.0-or-later
// Points in time and durations, and the port that says what time it is.
//
// Units   milliseconds; UtcTime counts from the Unix epoch
// Source  RFC 3339 for the text form: 2026-03-12T14:26:41.007Z
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace signalbox {

using Milliseconds = std::chrono::milliseconds;
using UtcTime = std::chrono::sys_time<Milliseconds>;

std::string formatUtc(UtcTime time);
Result<UtcTime> parseUtc(std::string_view text);

inline std::int64_t toUnixMs(UtcTime time)
{
    return time.time_since_epoch().count();
}
inline UtcTime fromUnixMs(std::int64_t ms)
{
    return UtcTime(Milliseconds(ms));
}
inline double toSeconds(Milliseconds duration)
{
    return static_cast<double>(duration.count()) / 1000.0;
}

/// What time it is. Thread: any.
class Clock {
public:
    virtual ~Clock() = default;
    virtual UtcTime now() const = 0;
};

class SystemClock final : public Clock {
public:
    UtcTime now() const override;
};

} // namespace signalbox
