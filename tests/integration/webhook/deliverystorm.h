// SPDX-License-Identifier: GPL-3.0-or-later
// Deliveries of GitHub, each sent several times in one shuffled order by senders that try again until it is answered
// 202, however often the receiver dies meanwhile.
//
// Thread  one; the senders are of its own, and end with it
#pragma once

#include "tests/integration/webhook/serving.h"

#include <atomic>
#include <thread>

namespace signalbox::test {

struct SentDelivery {
    QByteArray id;
    QByteArray event;
    QByteArray body;
};

class DeliveryStorm {
public:
    DeliveryStorm(quint16 port, std::vector<SentDelivery> deliveries, int times);
    ~DeliveryStorm();

    int accepted() const { return m_accepted; } // sendings that were answered 202
    int sendings() const { return static_cast<int>(m_order.size()); }
    void waitForAll();

private:
    void send(quint16 port, const std::stop_token& stop);

    const std::vector<SentDelivery> m_deliveries;
    std::vector<std::size_t> m_order; // the same each time
    std::atomic<std::size_t> m_next = 0;
    std::atomic<int> m_accepted = 0;
    std::vector<std::jthread> m_senders;
};

} // namespace signalbox::test
