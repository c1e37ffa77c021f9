// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/forgeapi.h"

#include "core/base/redaction.h"
#include "core/net/http.h"

#include <QHostAddress>
#include <QUrl>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::net {

namespace {

constexpr int kMostPages = 30;
constexpr std::size_t kShown = 200; // bytes of what a forge says
constexpr std::size_t kRead = 4096; // bytes of it that are looked through for secrets: a cut may hide one
constexpr Milliseconds kLogLimit{std::chrono::minutes(10)};
constexpr std::size_t kLargestLog = 1ULL << 30; // bytes
constexpr std::size_t kSlowestLog = 30ULL << 10; // bytes in the half minute after which a call without a log is late

/// GitHub has a text there; GitLab also a list, or texts by what they are about, or an error of OAuth's form.
std::string messageOf(const Json& json)
{
    const Json message = fieldOr<Json>(json, "message", Json());
    if (message.is_string())
        return message.get<std::string>();
    if (message.is_array() && message.size() == 1 && message.front().is_string())
        return message.front().get<std::string>();
    if (!message.is_null())
        return dumpJson(message);
    return fieldOr<std::string>(json, "error_description", fieldOr<std::string>(json, "error", {}));
}

std::string quoted(const std::string& words)
{
    return words.empty() ? std::string() : " (" + words + ")";
}

} // namespace

bool isNamePart(std::string_view part)
{
    const auto allowed = [](unsigned char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_'
            || c == '.';
    };
    return !part.empty() && part.size() <= 100 && part != "." && part != ".." && std::ranges::all_of(part, allowed);
}

Error branchOfOthers(const std::string& branch)
{
    return {ErrorCode::InvalidInput,
            branch + " is there already and holds something else; delete it, and the fix is offered"};
}

Result<ci::OfferedChange> endedOffer(const ci::OfferedChange& offered)
{
    if (offered.isMerged)
        return offered;
    return Error{ErrorCode::InvalidInput,
                 offered.page + " offered branch " + offered.branch
                     + " and was closed without being merged; open it again to have the fix"};
}

bool isSameRepository(std::string_view left, std::string_view right)
{
    return isSameField(left, right); // whatever the case, as fields of HTTP
}

std::string apiFault(const std::string& api, const char* example)
{
    const QUrl url(QString::fromStdString(api), QUrl::StrictMode);
    const bool isPlain = url.scheme() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || !(isPlain || url.scheme() == QLatin1String("https")))
        return std::string("is not the address of an API, such as ") + example;
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

std::string escaped(const std::string& text)
{
    return QUrl::toPercentEncoding(QString::fromStdString(text)).toStdString();
}

std::string ForgeApi::wordsOf(const HttpAnswer& answer)
{
    const auto json = parseJson(answer.body);
    const std::string message = json && json->is_object() ? messageOf(*json) : std::string();
    std::string text = neutralise(withoutSecrets(message.substr(0, kRead)).substr(0, kShown));
    std::ranges::replace(text, '\n', ' ');
    return text;
}

Result<HttpAnswer> ForgeApi::send(const Request& request, const std::stop_token& stop)
{
    return sendTo(m_place.api + (request.isOfServer ? std::string() : root()) + request.path, request, stop);
}

/// A token that is accepted no longer may have another one after it: once, as that is refused for another reason.
Result<HttpAnswer> ForgeApi::sendTo(const std::string& url, const Request& request, const std::stop_token& stop)
{
    auto answer = sendWithToken(url, request, stop);
    if (!answer || answer->status != 401 || answer->isElsewhere || !m_place.another)
        return answer;
    auto token = m_place.another(m_place.token);
    if (!token)
        return token.error();
    m_place.token = *std::move(token);
    return sendWithToken(url, request, stop);
}

Result<void> ForgeApi::checkToken() const
{
    if (m_place.token.empty())
        return Error{ErrorCode::Unauthorized,
                     "no token for " + m_place.repository + ": set " + m_place.tokenFrom + " to one "
                         + std::string(tokenNeeded())};
    if (std::ranges::any_of(m_place.token,
                            [](char c) { return c <= ' ' || c > '~'; })) // a field of HTTP would end there
        return Error{ErrorCode::Unauthorized,
                     "the token in " + m_place.tokenFrom
                         + " holds a space, a line end or another character that no token has; put it there without"};
    return {};
}

Result<HttpAnswer> ForgeApi::sendWithToken(const std::string& url, const Request& request, const std::stop_token& stop)
{
    if (const auto good = request.isNobodys ? Result<void>() : checkToken(); !good)
        return good.error();
    HttpCall call{.method = request.method, .url = url, .fields = fields(), .body = request.body};
    if (request.isNobodys)
        std::erase_if(call.fields, [](const auto& field) { return isSameField(field.first, "Authorization"); });
    call.fields.insert(call.fields.end(), request.fields.begin(), request.fields.end());
    if (!request.body.empty())
        call.fields.emplace_back("Content-Type", "application/json");
    if (request.method != "GET" && request.method != "HEAD")
        call.apart = writesApart();
    if (request.sink) {
        call.timeLimit = kLogLimit;
        call.mostBytes = kLargestLog;
        call.sink = request.sink;
        call.leastBytes = kSlowestLog;
    }
    auto answer = m_client.call(call, stop);
    if (answer && answer->notBefore)
        return refusal(*answer, request);
    return answer;
}

Result<HttpAnswer> ForgeApi::call(const Request& request, const std::stop_token& stop)
{
    auto answer = send(request, stop);
    if (answer && (answer->status < 200 || answer->status > 299))
        return refusal(*answer, request);
    return answer;
}

Result<Json> ForgeApi::readList(const Request& request, const std::stop_token& stop)
{
    const auto answer = call(request, stop);
    if (!answer)
        return answer.error();
    auto list = parseJson(answer->body);
    if (!list || !list->is_array())
        return Error{ErrorCode::Network, m_place.api + " answers for " + request.about + " with what is no list"};
    return list;
}

Result<Json> ForgeApi::read(const Request& request, const std::stop_token& stop)
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

Result<std::vector<Json>> ForgeApi::readAll(const Request& request, const char* list, const std::stop_token& stop)
{
    std::vector<Json> all;
    std::string url = m_place.api + root() + request.path;
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
        const bool isNamed = list && json && json->is_object();
        const Json items = isNamed ? fieldOr<Json>(*json, list, Json()) : !list && json ? *json : Json();
        if (!items.is_array())
            return Error{ErrorCode::Network,
                         m_place.api + " answers for " + request.about + " without a list" + (list ? " of " : "")
                             + (list ? list : "")};
        all.insert(all.end(), items.begin(), items.end());
        url = nextPage(fieldOf(answer->fields, "Link"));
        if (!url.empty() && !url.starts_with(m_place.api + "/")) // the token is for nobody else
            return Error{ErrorCode::Network, m_place.api + ": the next page of " + request.about + " is elsewhere"};
    }
    return all;
}

Error ForgeApi::refusal(const HttpAnswer& answer, const Request& request) const
{
    if (auto own = ownRefusal(answer, wordsOf(answer)))
        return *std::move(own);
    const std::string words = quoted(wordsOf(answer));
    const std::string status = std::to_string(answer.status);
    const std::string forge(name());
    if (answer.notBefore)
        return {ErrorCode::Network,
                m_place.api
                    + (answer.status < 500 ? ": its limit of requests is reached" : " answers " + status + words)
                    + "; it is asked again after " + formatUtc(*answer.notBefore)};
    switch (answer.status) {
    case 401:
        return {ErrorCode::Unauthorized,
                m_place.api + " does not accept the token in " + m_place.tokenFrom + words + "; put a valid one there"};
    case 403: return forbidden(answer, request, wordsOf(answer));
    case 404:
        return {ErrorCode::NotFound,
                request.about + " cannot be found on " + m_place.api + ", or the token in " + m_place.tokenFrom
                    + " may not see it"};
    case 409: return {ErrorCode::Conflict, request.about + ": " + forge + " refuses this now" + words};
    case 410: return {ErrorCode::NotFound, request.about + " is gone: " + forge + " keeps it no longer" + words};
    case 422:
    case 400: return {ErrorCode::InvalidInput, request.about + ": " + forge + " does not take the request" + words};
    default:
        return {ErrorCode::Network,
                m_place.api + " answers " + status + " for " + request.about + words + "; it is asked again later"};
    }
}

} // namespace signalbox::net
