// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubapi.h"

#include "core/base/redaction.h"
#include "core/net/http.h"

#include <QHostAddress>
#include <QUrl>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::net {

namespace {

constexpr int kMostPages = 30;
constexpr std::size_t kShown = 200; // bytes of what GitHub says
constexpr std::size_t kRead = 4096; // bytes of it that are looked through for secrets: a cut may hide one
constexpr Milliseconds kLogLimit{std::chrono::minutes(10)};
constexpr std::size_t kLargestLog = 1ULL << 30; // bytes

bool isNamePart(std::string_view part)
{
    const auto allowed = [](unsigned char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_'
            || c == '.';
    };
    return !part.empty() && part.size() <= 100 && part != "." && part != ".." && std::ranges::all_of(part, allowed);
}

/// Its own words, made harmless.
std::string said(const HttpAnswer& answer)
{
    const auto json = parseJson(answer.body);
    const std::string message = json && json->is_object() ? fieldOr<std::string>(*json, "message", {}) : std::string();
    std::string text = neutralise(withoutSecrets(message.substr(0, kRead)).substr(0, kShown));
    std::ranges::replace(text, '\n', ' ');
    return text;
}

bool isBusy(std::string_view message)
{
    return message.find("already running") != std::string_view::npos
        || message.find("in progress") != std::string_view::npos || message.find("not yet") != std::string_view::npos
        || message.find("still") != std::string_view::npos;
}

/// "actions=write,contents=read" as "actions: write, contents: read".
std::string permissions(std::string_view field)
{
    std::string text;
    for (const char c : field) {
        if (c == '=')
            text += ": ";
        else if (c == ',')
            text += ", ";
        else if (c == ';')
            text += " or ";
        else if (c != ' ')
            text += c;
    }
    return text;
}

std::string quoted(const std::string& words)
{
    return words.empty() ? std::string() : " (" + words + ")";
}

} // namespace

bool isRepositoryName(std::string_view name)
{
    const auto slash = name.find('/');
    return slash != std::string_view::npos && isNamePart(name.substr(0, slash)) && isNamePart(name.substr(slash + 1));
}

bool isSameRepository(std::string_view left, std::string_view right)
{
    return isSameField(left, right); // whatever the case, as fields of HTTP
}

std::string webOf(const std::string& api)
{
    constexpr std::string_view kPath = "/api/v3";
    constexpr std::string_view kHost = "://api.";
    std::string web = api.ends_with(kPath) ? api.substr(0, api.size() - kPath.size()) : api;
    if (const auto at = web.find(kHost); at != std::string::npos)
        web.erase(at + 3, kHost.size() - 3);
    return web;
}

std::string apiFault(const std::string& api)
{
    const QUrl url(QString::fromStdString(api), QUrl::StrictMode);
    const bool isPlain = url.scheme() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || !(isPlain || url.scheme() == QLatin1String("https")))
        return "is not the address of an API, such as https://github.acme.com/api/v3";
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return "holds more than a server and a path";
    const bool isHere = url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
    if (isPlain && !isHere)
        return "would be sent a token without TLS; begin it with https://";
    return {};
}

std::string nextPage(std::string_view link)
{
    while (!link.empty()) {
        const auto from = link.find('<');
        const auto to = link.find('>', from == std::string_view::npos ? 0 : from);
        if (from == std::string_view::npos || to == std::string_view::npos)
            return {};
        const std::string_view address = link.substr(from + 1, to - from - 1);
        link.remove_prefix(to + 1);
        const std::string_view parameters = link.substr(0, link.find('<'));
        if (parameters.find("rel=\"next\"") != std::string_view::npos)
            return std::string(address);
    }
    return {};
}

Result<HttpAnswer> GitHubApi::send(const Request& request, const std::stop_token& stop)
{
    return sendTo(m_place.api + "/repos/" + m_place.repository + request.path, request, stop);
}

Result<HttpAnswer> GitHubApi::sendTo(const std::string& url, const Request& request, const std::stop_token& stop)
{
    if (m_place.token.empty())
        return Error{ErrorCode::InvalidInput,
                     "no token for " + m_place.repository + ": set " + m_place.tokenFrom
                         + " to one that may read its Actions, and write them to heal"};
    if (std::ranges::any_of(m_place.token,
                            [](char c) { return c <= ' ' || c > '~'; })) // a field of HTTP would end there
        return Error{ErrorCode::InvalidInput,
                     "the token in " + m_place.tokenFrom
                         + " holds a space, a line end or another character that no token has; put it there without"};
    HttpCall call{.method = request.method,
                  .url = url,
                  .fields = {{"Accept", "application/vnd.github+json"},
                             {"X-GitHub-Api-Version", "2022-11-28"},
                             {"Authorization", "Bearer " + m_place.token}},
                  .body = request.body};
    if (!request.body.empty())
        call.fields.emplace_back("Content-Type", "application/json");
    if (request.sink) {
        call.timeLimit = kLogLimit;
        call.mostBytes = kLargestLog;
        call.sink = request.sink;
    }
    auto answer = m_client.call(call, stop);
    if (answer && answer->notBefore)
        return refusal(*answer, request);
    return answer;
}

Result<HttpAnswer> GitHubApi::call(const Request& request, const std::stop_token& stop)
{
    auto answer = send(request, stop);
    if (answer && (answer->status < 200 || answer->status > 299))
        return refusal(*answer, request);
    return answer;
}

Result<Json> GitHubApi::read(const Request& request, const std::stop_token& stop)
{
    const auto answer = call(request, stop);
    if (!answer)
        return answer.error();
    auto json = parseJson(answer->body);
    if (!json || !json->is_object())
        return Error{ErrorCode::Network,
                     m_place.api + " answers for " + request.about + " with what is no JSON object"};
    return json;
}

Result<std::vector<Json>> GitHubApi::readAll(const Request& request, const char* list, const std::stop_token& stop)
{
    std::vector<Json> all;
    std::string url = m_place.api + "/repos/" + m_place.repository + request.path;
    for (int pages = 0; !url.empty(); ++pages) {
        if (pages == kMostPages)
            return Error{ErrorCode::Network,
                         m_place.api + " has more than " + std::to_string(kMostPages) + " pages for " + request.about
                             + "; they are left unread"};
        const auto answer = sendTo(url, request, stop);
        if (!answer)
            return answer.error();
        if (answer->status != 200)
            return refusal(*answer, request);
        const auto json = parseJson(answer->body);
        const Json items = json && json->is_object() ? fieldOr<Json>(*json, list, Json()) : Json();
        if (!items.is_array())
            return Error{ErrorCode::Network,
                         m_place.api + " answers for " + request.about + " without a list of " + list};
        all.insert(all.end(), items.begin(), items.end());
        url = nextPage(fieldOf(answer->fields, "Link"));
        if (!url.empty() && !url.starts_with(m_place.api + "/")) // the token is for nobody else
            return Error{ErrorCode::Network, m_place.api + ": the next page of " + request.about + " is elsewhere"};
    }
    return all;
}

Error GitHubApi::refusal(const HttpAnswer& answer, const Request& request) const
{
    const std::string words = quoted(said(answer));
    const std::string status = std::to_string(answer.status);
    if (answer.notBefore)
        return {ErrorCode::Network,
                m_place.api + ": its limit of requests is reached; it is asked again after "
                    + formatUtc(*answer.notBefore)};
    switch (answer.status) {
    case 401:
        return {ErrorCode::InvalidInput,
                m_place.api + " does not accept the token in " + m_place.tokenFrom + words + "; put a valid one there"};
    case 403: return forbidden(answer, request);
    case 404:
        return {ErrorCode::NotFound,
                request.about + " is not on " + m_place.api + ", or the token in " + m_place.tokenFrom
                    + " may not see it"};
    case 409: return {ErrorCode::Conflict, request.about + ": GitHub refuses this now" + words};
    case 410: return {ErrorCode::NotFound, request.about + " is gone: GitHub keeps it no longer" + words};
    case 422:
    case 400: return {ErrorCode::InvalidInput, request.about + ": GitHub does not take the request" + words};
    default:
        return {ErrorCode::Network,
                m_place.api + " answers " + status + " for " + request.about + words + "; it is asked again later"};
    }
}

Error GitHubApi::forbidden(const HttpAnswer& answer, const Request& request) const
{
    const std::string words = said(answer);
    if (isBusy(words))
        return {ErrorCode::Conflict, request.about + " is still going" + quoted(words)};
    std::string text
        = "the token in " + m_place.tokenFrom + " may not do this on " + m_place.repository + quoted(words);
    if (const auto needed = fieldOf(answer.fields, "X-Accepted-GitHub-Permissions"); !needed.empty())
        text += "; give it the permission " + permissions(needed);
    else if (!fieldOf(answer.fields, "X-GitHub-SSO").empty())
        text += "; authorize it for the organization's single sign-on";
    else
        text += "; give it the permission Actions: read and write";
    return {ErrorCode::InvalidInput, text};
}

} // namespace signalbox::net
