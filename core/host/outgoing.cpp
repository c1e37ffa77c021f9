// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/outgoing.h"

namespace signalbox::host {

namespace {
constexpr int kUnchanged = 304;
}

Outgoing::Outgoing(const Clock& clock)
    : m_client([this](const net::HttpCall& call, const std::stop_token& stop) { return exchange(call, stop); }, clock,
               [this](const net::HttpClient::Told& told) { m_counted += told.status != kUnchanged ? 1 : 0; })
{
}

Outgoing::~Outgoing()
{
    m_network.reset();
    m_thread.quit();
    m_thread.wait();
}

void Outgoing::giveUp()
{
    const std::lock_guard lock(m_mutex);
    m_over.request_stop();
}

void Outgoing::goOn()
{
    const std::lock_guard lock(m_mutex);
    m_over = {};
}

Result<net::HttpAnswer> Outgoing::exchange(const net::HttpCall& call, const std::stop_token& stop)
{
    std::call_once(m_begun, [this] {
        m_thread.setObjectName(QStringLiteral("network"));
        m_thread.start();
        m_network = std::make_unique<net::NetworkThread>(m_thread);
    });
    if (stop.stop_possible())
        return m_network->exchange(call, stop);
    const std::stop_token over = [this] {
        const std::lock_guard lock(m_mutex);
        return m_over.get_token();
    }();
    return m_network->exchange(call, over);
}

} // namespace signalbox::host
