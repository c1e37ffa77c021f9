// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/deadlines.h"

namespace signalbox::net {

void Deadlines::set(HttpTicket connection, Milliseconds in)
{
    remove(connection);
    const Moment at = std::chrono::steady_clock::now() + in;
    m_of.emplace(connection, at);
    m_order.emplace(at, connection);
}

void Deadlines::remove(HttpTicket connection)
{
    const auto found = m_of.find(connection);
    if (found == m_of.end())
        return;
    m_order.erase({found->second, connection});
    m_of.erase(found);
}

std::optional<HttpTicket> Deadlines::passed() const
{
    if (m_order.empty() || m_order.begin()->first > std::chrono::steady_clock::now())
        return std::nullopt;
    return m_order.begin()->second;
}

std::optional<HttpTicket> Deadlines::nearest() const
{
    return m_order.empty() ? std::nullopt : std::optional(m_order.begin()->second);
}

} // namespace signalbox::net
