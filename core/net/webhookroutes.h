// SPDX-License-Identifier: GPL-3.0-or-later
// The routes of webhooks: who may deliver, what is understood, and what it says.
//
// Thread  one at a time
// Source  SPEC 12, CLI.md on serve
#pragma once

#include "core/ci/delivery.h"
#include "core/net/http.h"
#include "core/net/webhooksignature.h"

#include <variant>

namespace signalbox::net {

/// A route whose secret is empty does not exist.
struct WebhookSecrets {
    std::string github;
    std::string gitlab;
};

/// What a delivery of GitHub says of itself.
struct GitHubHead {
    std::string_view event;
    std::string id;
    UtcTime at; // when it was received
};
/// A delivery to be stored, whichever way it came. Errors: InvalidInput.
Result<ci::Delivery> githubDelivery(GitHubHead head, std::string_view payload, JsonPlaces& places);

class WebhookRoutes {
public:
    WebhookRoutes(const WebhookSecrets& secrets, const Clock& clock);

    /// From now on others may deliver.
    void renew(const WebhookSecrets& secrets);

    static bool has(std::string_view path) { return path.starts_with("/webhook/"); }

    /// What can be said before the body has come; nothing: it may come.
    std::optional<HttpResponse> refuse(const HttpRequest& head) const;
    /// A delivery to be stored, or what it is refused with.
    std::variant<ci::Delivery, HttpResponse> take(const HttpRequest& request);

private:
    enum class Source : std::uint8_t { GitHub, GitLab };

    std::optional<Source> sourceOf(std::string_view path) const; // nothing: there is no such route
    bool isProven(Source source, const HttpRequest& request) const;
    Result<ci::Delivery> takeGitHub(const HttpRequest& request);
    Result<ci::Delivery> takeGitLab(const HttpRequest& request);

    const Clock& m_clock;
    std::optional<GitHubSecret> m_github;
    std::optional<GitLabSecret> m_gitlab;
    JsonPlaces m_payload;
};

} // namespace signalbox::net
