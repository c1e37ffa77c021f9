// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubhooks.h"

#include "core/net/http.h"
#include "core/net/webhookroutes.h"

#include <QUrl>
#include <QUrlQuery>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::net {

namespace {

std::string pathOf(std::int64_t hook)
{
    return "/hooks/" + std::to_string(hook) + "/deliveries";
}

std::string text(const Json& json, std::string_view key)
{
    return fieldOr<std::string>(json, key, {});
}

std::optional<GitHubHooks::Listed> listedIn(const Json& json)
{
    const auto at = parseUtc(text(json, "delivered_at"));
    const auto status = fieldOr<std::int64_t>(json, "status_code", 0);
    GitHubHooks::Listed listed{.id = fieldOr<std::int64_t>(json, "id", 0),
                               .guid = text(json, "guid"),
                               .event = text(json, "event"),
                               .action = text(json, "action"),
                               .at = at ? *at : UtcTime(),
                               .arrived = status >= 200 && status < 300};
    return at && listed.id > 0 && !listed.guid.empty() ? std::optional(std::move(listed)) : std::nullopt;
}

/// The page may be named by another address of the same repository: only what is told of where it begins is taken.
std::string cursorIn(std::string_view link)
{
    const QUrl next(QString::fromStdString(nextPage(link)));
    return QUrlQuery(next).queryItemValue(QStringLiteral("cursor"), QUrl::FullyDecoded).toStdString();
}

std::string headerOf(const Json& headers, std::string_view name)
{
    if (!headers.is_object())
        return {};
    for (const auto& [key, value] : headers.items()) {
        if (isSameField(key, name) && value.is_string())
            return value.get<std::string>();
    }
    return {};
}

} // namespace

Result<std::optional<std::int64_t>> GitHubHooks::hookTo(std::string_view path, const std::stop_token& stop)
{
    const auto hooks = m_api.readAll({.path = "/hooks?per_page=100", .about = "the webhooks of " + place().repository},
                                     nullptr, stop);
    if (!hooks)
        return hooks.error();
    std::optional<std::int64_t> found;
    for (const Json& hook : *hooks) {
        if (!text(fieldOr<Json>(hook, "config", Json::object()), "url").ends_with(path))
            continue;
        if (found)
            return std::optional<std::int64_t>();
        found = fieldOr<std::int64_t>(hook, "id", 0);
    }
    return found;
}

Result<GitHubHooks::Page> GitHubHooks::page(std::int64_t hook, const std::string& cursor, const std::stop_token& stop)
{
    const GitHubApi::Request request{.path = pathOf(hook) + "?per_page=100"
                                         + (cursor.empty() ? std::string() : "&cursor=" + escaped(cursor)),
                                     .about = "the deliveries of the webhook of " + place().repository};
    const auto answer = m_api.call(request, stop);
    if (!answer)
        return answer.error();
    const auto json = parseJson(answer->body);
    if (!json || !json->is_array())
        return Error{ErrorCode::Network, place().api + " answers for " + request.about + " without a list"};
    Page page{.deliveries = {}, .next = cursorIn(fieldOf(answer->fields, "Link"))};
    for (const Json& one : *json) {
        if (auto listed = listedIn(one))
            page.deliveries.push_back(*std::move(listed));
    }
    return page;
}

Result<std::optional<ci::Delivery>> GitHubHooks::delivery(std::int64_t hook, const Listed& listed,
                                                          const std::stop_token& stop)
{
    const auto json = m_api.read({.path = pathOf(hook) + "/" + std::to_string(listed.id),
                                  .about = "a delivery of the webhook of " + place().repository},
                                 stop);
    if (!json && json.error().code == ErrorCode::NotFound)
        return std::optional<ci::Delivery>();
    if (!json)
        return json.error();
    const Json request = fieldOr<Json>(*json, "request", Json::object());
    const Json headers = fieldOr<Json>(request, "headers", Json::object());
    if (headerOf(headers, "X-GitHub-Delivery") != listed.guid || headerOf(headers, "X-GitHub-Event") != listed.event)
        return std::optional<ci::Delivery>();
    JsonPlaces payload;
    auto delivery = githubDelivery({.event = listed.event, .id = listed.guid, .at = listed.at},
                                   dumpJson(fieldOr<Json>(request, "payload", Json())), payload);
    return delivery ? std::optional(*std::move(delivery)) : std::nullopt;
}

} // namespace signalbox::net
