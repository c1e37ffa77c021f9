// SPDX-License-Identifier: GPL-3.0-or-later
// What GitHub keeps of the deliveries of a repository's webhook: their list, and each as it was sent.
//
// Thread     any; calls block
// Ownership  the client outlives it
// Errors     as ForgeApi; NotFound and InvalidInput where the token may not read webhooks
// Source     https://docs.github.com/en/rest/repos/webhooks (list deliveries, get a delivery)
#pragma once

#include "core/ci/delivery.h"
#include "core/net/githubapi.h"

namespace signalbox::net {

class GitHubHooks {
public:
    struct Listed {
        std::int64_t id = 0; // of this try to deliver
        std::string guid; // of what was to be delivered; each further try has it too
        std::string event;
        std::string action;
        UtcTime at; // of this try
        bool arrived = false; // the receiver said so
    };
    struct Page {
        std::vector<Listed> deliveries; // the newest first
        std::string next; // the cursor of the page of older ones; empty: there are none
    };

    GitHubHooks(HttpClient& client, GitHubPlace place) : m_api(client, std::move(place)) { }

    const GitHubPlace& place() const { return m_api.place(); }

    /// The hook whose address ends so; nothing where there is none, or several.
    Result<std::optional<std::int64_t>> hookTo(std::string_view path, const std::stop_token& stop);
    /// `cursor`: empty for the newest.
    Result<Page> page(std::int64_t hook, const std::string& cursor, const std::stop_token& stop);
    /// As it would have been received at the time that the list says; nothing where it is gone, or is another than the
    /// list says.
    Result<std::optional<ci::Delivery>> delivery(std::int64_t hook, const Listed& listed, const std::stop_token& stop);

private:
    GitHubApi m_api;
};

} // namespace signalbox::net
