// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/webhook/deliverystorm.h"

#include <algorithm>
#include <random>

#include <poll.h>

namespace signalbox::test {

namespace {

constexpr int kSenders = 16;
constexpr int kAgainMs = 5;

} // namespace

DeliveryStorm::DeliveryStorm(quint16 port, std::vector<SentDelivery> deliveries, int times)
    : m_deliveries(std::move(deliveries))
{
    for (std::size_t i = 0; i < m_deliveries.size() * static_cast<std::size_t>(times); ++i)
        m_order.push_back(i % m_deliveries.size());
    std::shuffle(m_order.begin(), m_order.end(), std::mt19937(20'261));
    for (int i = 0; i < kSenders; ++i)
        m_senders.emplace_back([this, port](const std::stop_token& stop) { send(port, stop); });
}

DeliveryStorm::~DeliveryStorm()
{
    for (std::jthread& sender : m_senders)
        sender.request_stop();
    m_senders.clear();
}

void DeliveryStorm::waitForAll()
{
    for (std::jthread& sender : m_senders)
        sender.join();
    m_senders.clear();
}

void DeliveryStorm::send(quint16 port, const std::stop_token& stop)
{
    HttpClient http(port);
    for (std::size_t i = m_next++; i < m_order.size(); i = m_next++) {
        const SentDelivery& one = m_deliveries[m_order[i]];
        const Fields fields = githubFields(one.id, one.event, one.body);
        while (http.send("POST", "/webhook/github", fields, one.body).status != 202) {
            if (stop.stop_requested())
                return;
            ::poll(nullptr, 0, kAgainMs); // a sender that is refused tries again a little later
        }
        ++m_accepted;
    }
}

} // namespace signalbox::test
