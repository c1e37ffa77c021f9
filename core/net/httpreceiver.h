// SPDX-License-Identifier: GPL-3.0-or-later
// Receives HTTP/1.1 requests on one thread, within bounds: of a head, of a body, of the bytes and connections held at
// once, and of the time that a request may take. Who opens a connection and says nothing, or too slowly, is closed in
// time; where connections run out, the one that has been silent longest makes room for a new one.
//
// Thread     listen(), connections(), answer(): any. run(): one, started and joined by the owner (core/host); it calls
//            the service.
// Ownership  the service outlives it
// Shutdown   run() takes no more requests once a stop is asked for, and returns when those taken are answered
// Errors     InvalidInput: no such address. Network: it cannot be listened to.
// Source     RFC 9110, RFC 9112
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/net/requestparser.h"

#include <memory>
#include <stop_token>

namespace signalbox::net {

class HttpReceiver {
public:
    struct Bounds {
        RequestParser::Bounds request;
        std::size_t heldBytes = 256ULL << 20; // of all bodies that are being received
        std::size_t connections = 8192; // fewer where the system allows fewer descriptors
        Milliseconds requestTime{9'000}; // of silence before a request, of a request, and of its answer
    };

    /// `address`: "127.0.0.1:5000", "[::1]:5000" or "localhost:5000"; port 0 is any that is free.
    static Result<std::unique_ptr<HttpReceiver>> listen(const std::string& address, HttpService& service,
                                                        const Bounds& bounds);
    ~HttpReceiver(); // run() has returned

    void run(const std::stop_token& stop);

    /// The answers to requests that the service left open; each goes to its request, once.
    void answer(std::vector<std::pair<HttpTicket, HttpResponse>> answers);

    std::string address() const; // as it is listened to: with the port that was free
    bool isLoopback() const;
    std::size_t connections() const; // open now

private:
    struct Core;
    explicit HttpReceiver(std::unique_ptr<Core> core);
    std::unique_ptr<Core> m_core;
};

} // namespace signalbox::net
