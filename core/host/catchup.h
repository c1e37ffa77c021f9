// SPDX-License-Identifier: GPL-3.0-or-later
// Takes deliveries of webhooks that did not arrive out of what GitHub keeps of them, into the inbox: once each, whoever
// sends them again meanwhile. It asks nothing where nothing is received here, and where the token may not read webhooks
// it leaves it at looking for a day.
//
// Thread     look(): one at a time; receive(): any
// Ownership  what is in Scene outlives it
// Errors     of look(): Network, Timeout: worth another try; Io; Cancelled
// Limits     a look makes at most eleven requests: what is missing is listed in one look, and fetched in those after it
// Source     GitHub does not repeat deliveries by itself, and keeps them for three days
#pragma once

#include "core/host/remotewatch.h"
#include "core/net/githubhooks.h"
#include "core/store/deliveryrepository.h"

#include <atomic>
#include <deque>

namespace signalbox::host {

class CatchUp {
public:
    struct Scene {
        store::Database& database;
        const Clock& clock;
        /// Those of a line; nothing where its server has none that can be read.
        std::function<Result<std::optional<net::GitHubHooks>>(const std::string& line)> hooksOf;
        std::function<void()> came; // deliveries are in the inbox
    };

    explicit CatchUp(Scene scene) : m_scene(std::move(scene)) { }

    /// Whether deliveries of GitHub are received here from now on.
    void receive(bool receives) { m_receives = receives; }

    /// After a silence, until it answers that there is no more: true.
    Result<bool> look(const RemoteWatch::Line& line, const std::stop_token& stop);

private:
    struct Missing {
        std::int64_t hook = 0;
        std::deque<net::GitHubHooks::Listed> deliveries; // the oldest first
    };
    struct Refused {
        UtcTime until;
        std::string token; // as a digest: another one may be allowed
    };

    Result<bool> lookAt(net::GitHubHooks& hooks, const RemoteWatch::Line& line, const std::stop_token& stop);
    Result<Missing> list(net::GitHubHooks& hooks, UtcTime since, const std::stop_token& stop);
    Result<void> fetch(net::GitHubHooks& hooks, Missing& missing, const std::stop_token& stop);
    bool isRefused(const std::string& line, const std::string& token);

    const Scene m_scene;
    std::atomic<bool> m_receives = false;
    std::map<std::string, Missing> m_missing; // by line; of the thread that looks
    std::map<std::string, Refused> m_refused; // likewise
};

} // namespace signalbox::host
