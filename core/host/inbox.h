// SPDX-License-Identifier: GPL-3.0-or-later
// Works on the webhook deliveries that were stored: each once, whoever dies when. A delivery is a hint: what it says
// of a run begins what looks after it, or wakes it, and that asks the server itself.
//
// Thread     one of its own from start() to stop(); wake(): any
// Ownership  what is in Scene outlives it
#pragma once

#include "core/base/json.h"
#include "core/ci/cisystem.h"
#include "core/host/remotewatch.h"
#include "core/store/deliveryrepository.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace signalbox::host {

/// Whether a delivery of such an event begins or wakes anything. `action`: what its payload says was done.
bool isActedUpon(std::string_view source, std::string_view event, std::string_view action);

class Inbox {
public:
    struct Scene {
        store::Database& database;
        const Clock& clock;
        /// Whether there are lines on such servers ("github", "gitlab"): without any, their deliveries wait.
        std::function<bool(const std::string& source)> hasLines;
        /// The line of a repository there; nothing where it is none.
        std::function<std::optional<RemoteWatch::Line>(const std::string& source, const std::string& repository)>
            lineOf;
        std::function<Result<void>(const ci::RunRef& run, int attempt)> failed;
        std::function<void(const std::string& line)> changed;
        std::function<void(const Error& error)> report;
    };

    explicit Inbox(Scene scene) : m_scene(std::move(scene)) { }
    ~Inbox() { stop(); }

    void start();
    void stop();
    void wake(); // deliveries have come

    /// Takes up what waits; answers with how many. An error leaves the rest waiting.
    Result<int> work(const std::stop_token& stop);

private:
    Result<int> work(const std::string& source, const std::stop_token& stop);
    Result<void> act(const ci::Delivery& delivery);
    Result<void> actOnRun(const ci::Delivery& delivery, const Json& notice);
    void hint(const ci::Delivery& delivery, const Json& notice);
    void hintAtGate(const ci::Delivery& delivery, const Json& notice);

    const Scene m_scene;
    std::mutex m_mutex;
    std::condition_variable_any m_woken;
    bool m_news = true; // guarded by m_mutex
    std::jthread m_thread;
};

} // namespace signalbox::host
