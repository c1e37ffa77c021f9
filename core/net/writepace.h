// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever writes to a server waits a moment after the write before.
//
// Thread  any; await() blocks
// Errors  Cancelled
// Source  https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api: at least one second
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <map>
#include <mutex>
#include <stop_token>
#include <string>

namespace signalbox::net {

class WritePace {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// When whoever writes may do so, `apart` from all that did before; the turn is taken then.
    Time turnOf(const std::string& writer, Milliseconds apart, Time now);
    /// Returns at that time.
    Result<void> await(const std::string& writer, Milliseconds apart, const std::stop_token& stop);

private:
    std::mutex m_mutex;
    std::map<std::string, Time> m_last; // turns taken; guarded by m_mutex
};

} // namespace signalbox::net
