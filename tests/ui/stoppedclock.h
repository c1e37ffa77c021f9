// SPDX-License-Identifier: GPL-3.0-or-later
// The time of tests.
//
// Thread  any that reads it while nobody moves it
#pragma once

#include "core/base/time.h"

namespace signalbox::test {

/// A clock that stands still until it is moved.
class StoppedClock final : public Clock {
public:
    explicit StoppedClock(UtcTime at) : time(at) { }
    UtcTime now() const override { return time; }
    UtcTime time;
};

} // namespace signalbox::test
