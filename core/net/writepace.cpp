// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/writepace.h"

#include <algorithm>
#include <condition_variable>

namespace signalbox::net {

WritePace::Time WritePace::turnOf(const std::string& writer, Milliseconds apart, Time now)
{
    const std::lock_guard lock(m_mutex);
    const auto [last, isFirst] = m_last.try_emplace(writer, now);
    if (!isFirst)
        last->second = std::max(now, last->second + apart);
    return last->second;
}

Result<void> WritePace::await(const std::string& writer, Milliseconds apart, const std::stop_token& stop)
{
    const Time turn = turnOf(writer, apart, std::chrono::steady_clock::now());
    std::mutex alone;
    std::condition_variable_any stopped;
    std::unique_lock lock(alone);
    stopped.wait_until(lock, stop, turn, [] { return false; });
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "told to stop before its turn to write"};
    return {};
}

} // namespace signalbox::net
