// SPDX-License-Identifier: GPL-3.0-or-later
// Calls servers as their limits allow. What was read before and has not changed is not sent again; a server that wants
// to be left alone is, and its refusal is answered from here until then. It does not wait for that: an answer with
// `notBefore` is for the caller to come back to. Redirects of what is only read are followed, without the token where
// they lead elsewhere.
//
// Thread     any; call() blocks
// Ownership  the clock outlives it
// Errors     those of the exchange; Network for a redirect that leads nowhere, in circles or away from TLS
// Source     RFC 9110 section 13 (conditional requests), 15.4 (redirection)
#pragma once

#include "core/net/httpcall.h"
#include "core/net/ratelimits.h"
#include "core/net/writepace.h"

#include <list>

namespace signalbox::net {

class HttpClient {
public:
    /// For logs: without query, without who asked, without what was sent.
    struct Told {
        std::string method;
        std::string place;
        int status = 0; // 0: there was no answer
        Milliseconds took{0};
        std::size_t bytes = 0;
    };

    HttpClient(HttpExchange exchange, const Clock& clock, std::function<void(const Told&)> tell);

    Result<HttpAnswer> call(const HttpCall& call, const std::stop_token& stop);

private:
    struct Kept {
        std::string key; // whose answer: its address, and what was asked for by whom, as a digest
        std::string tag;
        HttpAnswer answer;
    };

    Result<HttpAnswer> follow(HttpCall call, const std::stop_token& stop);
    Result<HttpAnswer> exchange(const HttpCall& call, const std::stop_token& stop);
    std::optional<Kept> kept(const std::string& key);
    void keep(Kept kept);

    const HttpExchange m_exchange;
    const Clock& m_clock;
    const std::function<void(const Told&)> m_tell;
    RateLimits m_limits;
    WritePace m_pace;
    std::mutex m_mutex;
    std::list<Kept> m_kept; // the one used last stands first; guarded by m_mutex
    std::size_t m_keptBytes = 0; // of bodies; guarded by m_mutex
};

} // namespace signalbox::net
