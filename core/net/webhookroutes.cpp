// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/webhookroutes.h"

#include "core/base/digest.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::net {

namespace {

constexpr std::size_t kLongestName = 200; // of a delivery or an event

/// What a type says before its parameters, such as the character set.
bool isJson(std::string_view type)
{
    std::string name(type.substr(0, type.find(';')));
    std::erase(name, ' ');
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name == "application/json";
}

bool isPrintable(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

bool isName(std::string_view text)
{
    return !text.empty() && text.size() <= kLongestName
        && std::ranges::all_of(text, [](char c) { return c >= ' ' && c < '\x7f'; });
}

GitLabSecret::Claim claimOf(const HttpRequest& request)
{
    return {.token = request.field("X-Gitlab-Token"),
            .id = request.field("webhook-id"),
            .timestamp = request.field("webhook-timestamp"),
            .signatures = request.field("webhook-signature")};
}

/// The sender's own name of a delivery, which a repetition has too. Where it gives none, equal deliveries are one.
std::string idOf(const HttpRequest& request, std::initializer_list<std::string_view> fields, std::string_view event)
{
    for (const std::string_view field : fields) {
        const std::string_view id = request.field(field);
        if (!id.empty() && id.size() <= kLongestName && isPrintable(id))
            return std::string(id);
    }
    return "digest:" + digestHex(std::string(event) + '\n' + std::string(request.body));
}

} // namespace

Result<ci::Delivery> githubDelivery(GitHubHead head, std::string_view payload, JsonPlaces& places)
{
    if (auto read = places.read(payload); !read)
        return read.error();
    if (!isName(head.event))
        return Error{ErrorCode::InvalidInput, "X-GitHub-Event is missing"};
    return ci::Delivery{.source = "github",
                        .id = std::move(head.id),
                        .event = std::string(head.event),
                        .receivedAt = head.at,
                        .bytes = static_cast<std::int64_t>(payload.size()),
                        .isWatched = ci::isGitHubEventWatched(head.event),
                        .notice = dumpJson(toJson(ci::githubNotice(head.event, places)))};
}

WebhookRoutes::WebhookRoutes(const WebhookSecrets& secrets, const Clock& clock) : m_clock(clock)
{
    renew(secrets);
}

void WebhookRoutes::renew(const WebhookSecrets& secrets)
{
    m_github.reset();
    m_gitlab.reset();
    if (!secrets.github.empty())
        m_github.emplace(secrets.github);
    if (!secrets.gitlab.empty())
        m_gitlab.emplace(secrets.gitlab);
}

std::optional<WebhookRoutes::Source> WebhookRoutes::sourceOf(std::string_view path) const
{
    if (path == "/webhook/github" && m_github)
        return Source::GitHub;
    if (path == "/webhook/gitlab" && m_gitlab)
        return Source::GitLab;
    return std::nullopt;
}

std::optional<HttpResponse> WebhookRoutes::refuse(const HttpRequest& head) const
{
    const auto source = sourceOf(head.path);
    if (!source)
        return refusal(404, "no such route, or no secret is configured for it");
    if (head.method != "POST")
        return wrongMethod("POST");
    if (!isJson(head.field("Content-Type"))) // GitHub's own default is a form
        return refusal(415, "send application/json; set it as the content type of the webhook");
    if (const std::string_view encoding = head.field("Content-Encoding"); !encoding.empty() && encoding != "identity")
        return refusal(415, "send it as it is, not compressed");
    return std::nullopt;
}

bool WebhookRoutes::isProven(Source source, const HttpRequest& request) const
{
    return source == Source::GitHub ? m_github->proves(request.field("X-Hub-Signature-256"), request.body)
                                    : m_gitlab->proves(claimOf(request), request.body, m_clock.now());
}

std::variant<ci::Delivery, HttpResponse> WebhookRoutes::take(const HttpRequest& request)
{
    const auto source = sourceOf(request.path);
    if (!source || !isProven(*source, request))
        return refusal(401, "the signature or token is missing or wrong");

    auto delivery = *source == Source::GitHub ? takeGitHub(request) : takeGitLab(request);
    if (!delivery)
        return refusal(400, delivery.error().detail);
    return *std::move(delivery);
}

Result<ci::Delivery> WebhookRoutes::takeGitHub(const HttpRequest& request)
{
    const std::string_view event = request.field("X-GitHub-Event");
    return githubDelivery({.event = event, .id = idOf(request, {"X-GitHub-Delivery"}, event), .at = m_clock.now()},
                          request.body, m_payload);
}

Result<ci::Delivery> WebhookRoutes::takeGitLab(const HttpRequest& request)
{
    if (auto read = m_payload.read(request.body); !read)
        return read.error();
    const std::string_view event = request.field("X-Gitlab-Event");
    if (!isName(event))
        return Error{ErrorCode::InvalidInput, "X-Gitlab-Event is missing"};
    return ci::Delivery{.source = "gitlab",
                        .id = idOf(request, {"Idempotency-Key", "webhook-id"}, event),
                        .event = std::string(event),
                        .receivedAt = m_clock.now(),
                        .bytes = static_cast<std::int64_t>(request.body.size()),
                        .isWatched = ci::isGitLabEventWatched(event),
                        .notice = dumpJson(toJson(ci::gitlabNotice(event, m_payload)))};
}

} // namespace signalbox::net
