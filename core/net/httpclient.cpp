// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httpclient.h"

#include "core/base/digest.h"
#include "core/net/http.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace signalbox::net {

namespace {

constexpr int kMostRedirects = 5;
constexpr std::size_t kMostKept = 32ULL << 20; // bytes of bodies
constexpr std::size_t kLargestKept = 1ULL << 20; // of one
constexpr std::array<std::string_view, 2> kHarmless{"Accept", "User-Agent"}; // fields that any server may see

QUrl urlOf(const std::string& text)
{
    return QUrl(QString::fromStdString(text), QUrl::StrictMode);
}

/// "https://api.github.com:443".
std::string serverOf(const QUrl& url)
{
    const int port = url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    return (url.scheme() + QLatin1String("://") + url.host()).toStdString() + ":" + std::to_string(port);
}

std::string placeOf(const QUrl& url)
{
    return url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).toStdString();
}

std::string keyOf(const HttpCall& call)
{
    std::string all = call.url;
    for (const auto& [name, value] : call.fields)
        all += '\n' + name + ": " + value;
    return digestHex(all);
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// The call that a redirect leads to.
Result<HttpCall> redirected(HttpCall call, const HttpAnswer& answer)
{
    const QUrl from = urlOf(call.url);
    const std::string target(fieldOf(answer.fields, "Location"));
    const QUrl to = from.resolved(urlOf(target));
    if (target.empty() || !to.isValid() || to.host().isEmpty())
        return Error{ErrorCode::Network, placeOf(from) + " leads to nowhere"};
    if (from.scheme() == QLatin1String("https") && to.scheme() != QLatin1String("https"))
        return Error{ErrorCode::Network, placeOf(from) + " leads away from TLS; it is not followed"};
    if (serverOf(from) != serverOf(to))
        std::erase_if(call.fields, [](const auto& field) {
            return std::ranges::none_of(kHarmless, [&](auto name) { return isSameField(name, field.first); });
        });
    call.url = to.toEncoded().toStdString();
    return call;
}

/// What a server counts together: what is asked with one token, or for one receiver.
std::string countedOf(const HttpCall& call, const std::string& server)
{
    const std::string_view token = fieldOf(call.fields, "Authorization");
    return server + " " + (!call.asker.empty() || token.empty() ? call.asker : digestHex(token));
}

} // namespace

HttpClient::HttpClient(HttpExchange exchange, const Clock& clock, std::function<void(const Told&)> tell)
    : m_exchange(std::move(exchange)), m_clock(clock), m_tell(std::move(tell))
{
}

Result<HttpAnswer> HttpClient::call(const HttpCall& call, const std::stop_token& stop)
{
    if (call.method != "GET" || call.sink)
        return follow(call, stop);
    const std::string key = keyOf(call);
    auto before = kept(key);
    HttpCall conditional = call;
    if (before)
        conditional.fields.emplace_back("If-None-Match", before->tag);
    auto answer = follow(std::move(conditional), stop);
    if (!answer)
        return answer;
    if (before && answer->status == 304) {
        before->answer.isUnchanged = true;
        return std::move(before->answer);
    }
    if (std::string tag(fieldOf(answer->fields, "ETag")); answer->status == 200 && !tag.empty())
        keep({.key = key, .tag = std::move(tag), .answer = *answer});
    return answer;
}

Result<HttpAnswer> HttpClient::follow(HttpCall call, const std::stop_token& stop)
{
    const std::string server = serverOf(urlOf(call.url));
    for (int steps = 0; steps <= kMostRedirects; ++steps) {
        auto answer = exchange(call, stop);
        if (answer)
            answer->isElsewhere = serverOf(urlOf(call.url)) != server;
        if (!answer || !isRedirect(answer->status) || (call.method != "GET" && call.method != "HEAD"))
            return answer;
        auto next = redirected(std::move(call), *answer);
        if (!next)
            return next.error();
        call = *std::move(next);
    }
    return Error{ErrorCode::Network, placeOf(urlOf(call.url)) + " leads in circles"};
}

Result<HttpAnswer> HttpClient::exchange(const HttpCall& call, const std::stop_token& stop)
{
    const QUrl url = urlOf(call.url);
    const std::string counted = countedOf(call, serverOf(url));
    if (call.apart.count() > 0) {
        if (const auto turn = m_pace.await(counted, call.apart, stop); !turn)
            return turn.error();
    }
    const UtcTime begun = m_clock.now();
    if (const auto notBefore = m_limits.notBefore(counted, begun))
        return HttpAnswer{.status = 429, .notBefore = notBefore};
    auto answer = m_exchange(call, stop);
    const UtcTime ended = m_clock.now();
    m_tell({.method = call.method,
            .place = placeOf(url),
            .status = answer ? answer->status : 0,
            .took = ended - begun,
            .bytes = answer ? answer->body.size() : 0});
    if (answer)
        answer->notBefore = m_limits.note(counted, *answer, ended);
    return answer;
}

std::optional<HttpClient::Kept> HttpClient::kept(const std::string& key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::ranges::find(m_kept, key, &Kept::key);
    if (found == m_kept.end())
        return std::nullopt;
    m_kept.splice(m_kept.begin(), m_kept, found);
    return m_kept.front();
}

void HttpClient::keep(Kept kept)
{
    if (kept.answer.body.size() > kLargestKept)
        return;
    const std::lock_guard lock(m_mutex);
    if (const auto older = std::ranges::find(m_kept, kept.key, &Kept::key); older != m_kept.end()) {
        m_keptBytes -= older->answer.body.size();
        m_kept.erase(older);
    }
    m_keptBytes += kept.answer.body.size();
    m_kept.push_front(std::move(kept));
    while (m_keptBytes > kMostKept) {
        m_keptBytes -= m_kept.back().answer.body.size();
        m_kept.pop_back();
    }
}

} // namespace signalbox::net
