// SPDX-License-Identifier: GPL-3.0-or-later
// When the time of each connection is over.
//
// Thread  one at a time
#pragma once

#include "core/base/time.h"
#include "core/net/http.h"

#include <set>
#include <unordered_map>

namespace signalbox::net {

class Deadlines {
public:
    /// From now on; the last one counts.
    void set(HttpTicket connection, Milliseconds in);
    void remove(HttpTicket connection);

    /// One whose time is over; it stays until it is removed.
    std::optional<HttpTicket> passed() const;
    std::optional<HttpTicket> nearest() const;

private:
    using Moment = std::chrono::steady_clock::time_point;

    std::set<std::pair<Moment, HttpTicket>> m_order;
    std::unordered_map<HttpTicket, Moment> m_of;
};

} // namespace signalbox::net
