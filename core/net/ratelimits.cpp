// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ratelimits.h"

#include <algorithm>
#include <charconv>
#include <ctime>

namespace signalbox::net {

namespace {

constexpr std::chrono::minutes kFirst{1}; // where a server does not say when
constexpr int kDoublings = 6;
constexpr std::chrono::hours kLongest{1}; // no server shuts us out for longer, whatever it says

std::optional<std::int64_t> whole(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || number < 0)
        return std::nullopt;
    return number;
}

/// Of GitHub, else of GitLab.
std::optional<std::int64_t> limitField(const HttpAnswer& answer, const std::string& name)
{
    const auto github = whole(fieldOf(answer.fields, "X-RateLimit-" + name));
    return github ? github : whole(fieldOf(answer.fields, "RateLimit-" + name));
}

/// When a spent limit is whole again.
std::optional<UtcTime> reset(const HttpAnswer& answer)
{
    if (limitField(answer, "Remaining") != 0)
        return std::nullopt;
    const auto at = limitField(answer, "Reset");
    return at && *at < 1LL << 40 ? std::optional(fromUnixMs(*at * 1000)) : std::nullopt;
}

bool speaksOfRate(std::string_view body)
{
    return body.find("rate limit") != std::string_view::npos || body.find("abuse detection") != std::string_view::npos;
}

} // namespace

std::optional<UtcTime> retryAfter(std::string_view text, UtcTime now)
{
    if (const auto seconds = whole(text))
        return now + std::chrono::seconds(std::min<std::int64_t>(*seconds, std::chrono::seconds(kLongest).count()));
    std::tm parts{};
    const std::string date(text);
    const char* const end = ::strptime(date.c_str(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    if (!end || *end != '\0')
        return std::nullopt;
    return UtcTime(std::chrono::seconds(::timegm(&parts)));
}

std::optional<UtcTime> RateLimits::notBefore(const std::string& server, UtcTime now) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_standings.find(server);
    return found != m_standings.end() && found->second.notBefore > now ? found->second.notBefore : std::nullopt;
}

std::optional<UtcTime> RateLimits::note(const std::string& server, const HttpAnswer& answer, UtcTime now)
{
    const std::lock_guard lock(m_mutex);
    Standing& standing = m_standings[server];
    const bool mayBeRefused = answer.status == 403 || answer.status == 429 || answer.status == 503;
    std::optional<UtcTime> until;
    if (mayBeRefused)
        until = retryAfter(fieldOf(answer.fields, "Retry-After"), now);
    if (!until)
        until = reset(answer);
    const bool isRefused
        = answer.status == 429 || (mayBeRefused && until) || (answer.status == 403 && speaksOfRate(answer.body));
    if (isRefused && !until)
        until = now + kFirst * (1 << std::min(standing.refusals, kDoublings));
    standing.refusals = isRefused ? standing.refusals + 1 : 0;
    standing.notBefore = until ? std::optional(std::min(*until, now + kLongest)) : std::nullopt;
    return isRefused ? standing.notBefore : std::nullopt;
}

} // namespace signalbox::net
