// SPDX-License-Identifier: GPL-3.0-or-later
// Empties the outbox: news are addressed to whoever takes them, and what waits is brought to its receiver until that
// took it. A receiver that does not answer keeps no other up.
//
// Thread     one of its own from start() to stop(), and one for each receiver that is being sent something; wake():
// any;
//            work(): while it is not started
// Ownership  what is in Scene outlives it
// Shutdown   stop() leaves calls that are under way two seconds to end
// Loss       none: what is being sent when the program dies is sent again by whoever drives next
#pragma once

#include "core/host/sharedworkspace.h"
#include "core/notify/bodies.h"
#include "core/notify/receipt.h"
#include "core/store/outboxrepository.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <set>
#include <stop_token>
#include <thread>

namespace signalbox::host {

class Posting {
public:
    struct Scene {
        store::Database& database;
        const Clock& clock;
        std::function<store::Receivers()> receivers; // as they are now
        std::string owner; // this process
        /// On the thread of the receiver, as report().
        std::function<notify::Receipt(const notify::Receiver&, notify::Carried, const std::stop_token&)> bring;
        std::function<void(const Error& error)> report; // a receiver does not take anything; told once until it does
    };

    explicit Posting(Scene scene) : m_scene(std::move(scene)), m_outbox(m_scene.database, m_scene.owner) { }
    ~Posting() { stop(); }

    void start();
    void stop();
    void wake(); // there are news

    /// Brings what may be brought now; answers with when there is more to do, or nothing.
    Result<std::optional<UtcTime>> work(const std::stop_token& stop);

private:
    using Bring = std::function<Result<void>(const std::string& name, const notify::Receiver& receiver)>;
    Result<std::optional<UtcTime>> look(bool isAlone, const Bring& bring);
    Result<void> bringTo(const std::string& name, const notify::Receiver& receiver, const std::stop_token& stop);
    Result<void> sendOff(const std::string& name, const notify::Receiver& receiver);
    bool isBusy(const std::string& name);
    void report(const std::string& name, const notify::Receipt& receipt);
    Milliseconds rest(const Result<std::optional<UtcTime>>& next) const;

    const Scene m_scene;
    store::OutboxRepository m_outbox;
    std::string m_fault; // of the store; of the thread that looks
    std::mutex m_mutex;
    std::condition_variable_any m_woken;
    bool m_news = true; // guarded by m_mutex
    std::map<std::string, std::string> m_reported; // by receiver; likewise
    std::string m_storeFault; // of whoever sends; likewise
    std::set<std::string> m_busy; // receivers that are being sent something; likewise
    std::map<std::string, std::jthread> m_senders; // by receiver; of the thread that looks, before it of none
    std::jthread m_thread;
};

} // namespace signalbox::host
