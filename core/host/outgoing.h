// SPDX-License-Identifier: GPL-3.0-or-later
// The one way out to servers: a thread for the network, begun with the first call, and the client that obeys their
// limits.
//
// Thread     any; the destructor: when no call is going on any more
// Ownership  the clock outlives it
#pragma once

#include "core/net/httpclient.h"
#include "core/net/networkthread.h"

#include <QThread>

#include <atomic>
#include <memory>
#include <mutex>
#include <stop_token>

namespace signalbox::host {

class Outgoing {
public:
    explicit Outgoing(const Clock& clock);
    ~Outgoing();

    net::HttpClient& client() { return m_client; }
    /// Ends the calls that nobody else can end, so that the program may; until it is told to go on.
    void giveUp();
    void goOn();
    /// Answers that servers count against a limit, so far: all but those that say that nothing has changed.
    std::int64_t counted() const { return m_counted; }

private:
    Result<net::HttpAnswer> exchange(const net::HttpCall& call, const std::stop_token& stop);

    std::atomic<std::int64_t> m_counted{0};
    std::mutex m_mutex;
    std::stop_source m_over; // guarded by m_mutex
    std::once_flag m_begun;
    QThread m_thread;
    std::unique_ptr<net::NetworkThread> m_network; // once m_begun
    net::HttpClient m_client;
};

} // namespace signalbox::host
