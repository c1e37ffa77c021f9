// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP side of `signalboxctl serve`, and of the console where it is switched on: takes webhook deliveries into the
// store, and tells status, metrics and health.
// A delivery is answered once it is stored; those that arrive while others are being stored share the next commit.
//
// Thread     open(), renew(), close(): one. Sockets have a thread of their own, and so have commits.
// Ownership  the runtime outlives it
// Shutdown   close() takes nothing more, answers what was taken, and joins
// Errors     of HttpReceiver::listen()
#pragma once

#include "core/host/receptioncounts.h"
#include "core/host/receptionsecrets.h"
#include "core/host/runtime.h"
#include "core/net/httpreceiver.h"
#include "core/net/webhookroutes.h"

#include <condition_variable>
#include <thread>

namespace signalbox::host {

class Reception final : private net::HttpService {
public:
    struct Options {
        std::string listen; // "127.0.0.1:5000"
        ReceptionSecrets secrets;
        std::function<void(const Error&)> onFailure; // deliveries cannot be stored; told once until they can
    };

    static Result<std::unique_ptr<Reception>> open(Runtime& runtime, Options options);
    ~Reception() override { close(); }

    /// Others may deliver and read from now on; false: they are the same. Nothing that is under way is lost.
    bool renew(const ReceptionSecrets& secrets);

    std::string address() const { return m_receiver->address(); }
    bool isLoopback() const { return m_receiver->isLoopback(); }
    /// Status and metrics, from everybody: it can be reached from elsewhere, and has no token that would let one read.
    bool refusesReaders() const;
    ReceptionCounts::Unproven unproven(const std::string& source) const { return m_counts.unproven(source); }
    void close();

private:
    struct Taken {
        net::HttpTicket ticket = 0;
        ci::Delivery delivery;
    };

    Reception(Runtime& runtime, Options options);

    std::optional<net::HttpResponse> refuse(const net::HttpRequest& head) override;
    std::optional<net::HttpResponse> answer(const net::HttpRequest& request, net::HttpTicket ticket) override;
    std::optional<net::HttpResponse> takeWebhook(const net::HttpRequest& request, net::HttpTicket ticket);
    net::HttpResponse show(const net::HttpRequest& request);
    bool mayRead(const net::HttpRequest& request) const;
    net::HttpResponse statusOf(std::string_view run) const;
    net::HttpResponse readiness();
    net::HttpResponse metrics();
    void keepUntil(const std::stop_token& stop);
    std::vector<Taken> nextTaken(const std::stop_token& stop);
    void keep(const std::vector<Taken>& taken);

    Runtime& m_runtime;
    const Options m_options; // but for its secrets
    mutable std::mutex m_proving;
    ReceptionSecrets m_secrets; // these three are guarded by m_proving
    std::optional<net::BearerToken> m_reader;
    net::WebhookRoutes m_webhooks;
    ReceptionCounts m_counts;
    std::unique_ptr<net::HttpReceiver> m_receiver;
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::vector<Taken> m_taken; // guarded by m_mutex
    std::atomic<bool> m_keeps = true; // the last commit succeeded
    std::jthread m_keeping;
    std::jthread m_receiving;
};

} // namespace signalbox::host
