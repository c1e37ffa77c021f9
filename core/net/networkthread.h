// SPDX-License-Identifier: GPL-3.0-or-later
// Exchanges with servers by Qt Network, all on one thread that has an event loop. TLS is verified; redirects are left
// to the caller. What is not only read is sent once: where its connection is cut, only the caller may try again.
//
// Thread     exchange(): any but that thread; it blocks. Constructed and destroyed while that thread runs.
// Ownership  the thread outlives it (core/host starts and joins it); no exchange() is going on in its destructor
// Errors     of exchange(): InvalidInput (no URL), Timeout, Cancelled, Network: not reached, a certificate that is not
//            trusted, an answer that is cut short or larger than allowed
// Source     QNetworkAccessManager, Qt 6.4
#pragma once

#include "core/net/httpcall.h"

#include <memory>

class QThread;

namespace signalbox::net {

class NetworkThread {
public:
    explicit NetworkThread(QThread& thread);
    ~NetworkThread();
    NetworkThread(const NetworkThread&) = delete;
    NetworkThread& operator=(const NetworkThread&) = delete;

    Result<HttpAnswer> exchange(const HttpCall& call, const std::stop_token& stop);

private:
    class Worker;
    Worker* m_worker; // lives in the thread, and is deleted there
};

} // namespace signalbox::net
