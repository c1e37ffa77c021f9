// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/catchup.h"

#include "core/base/digest.h"
#include "core/host/inbox.h"

#include <algorithm>

namespace signalbox::host {

namespace {

constexpr std::string_view kReceiver = "/webhook/github";
constexpr std::chrono::hours kKept{72}; // deliveries, by GitHub
constexpr std::chrono::hours kRefusedFor{24};
constexpr int kMostPages = 10;
constexpr std::size_t kAtOnce = 10; // deliveries that are fetched in a look

using Listed = net::GitHubHooks::Listed;

} // namespace

Result<bool> CatchUp::look(const RemoteWatch::Line& line, const std::stop_token& stop)
{
    if (!m_receives)
        return true;
    auto hooks = m_scene.hooksOf(line.name);
    if (!hooks)
        return hooks.error();
    const std::string token = *hooks ? digestHex((*hooks)->place().token) : std::string();
    if (!*hooks || isRefused(line.name, token))
        return true;
    auto done = lookAt(**hooks, line, stop);
    const ErrorCode code = done ? ErrorCode::Internal : done.error().code;
    if (code != ErrorCode::NotFound && code != ErrorCode::InvalidInput)
        return done;
    m_missing.erase(line.name);
    m_refused.insert_or_assign(line.name, Refused{m_scene.clock.now() + kRefusedFor, token});
    return true; // looking at the line finds what these would tell
}

Result<bool> CatchUp::lookAt(net::GitHubHooks& hooks, const RemoteWatch::Line& line, const std::stop_token& stop)
{
    const auto begun = m_missing.find(line.name);
    if (begun == m_missing.end()) {
        auto missing = list(hooks, line.since, stop);
        if (!missing)
            return missing.error();
        if (missing->deliveries.empty())
            return true;
        m_missing.insert_or_assign(line.name, *std::move(missing));
        return false;
    }
    if (const auto fetched = fetch(hooks, begun->second, stop); !fetched)
        return fetched.error();
    if (!begun->second.deliveries.empty())
        return false;
    m_missing.erase(begun);
    return true;
}

bool CatchUp::isRefused(const std::string& line, const std::string& token)
{
    const auto at = m_refused.find(line);
    return at != m_refused.end() && at->second.token == token && m_scene.clock.now() < at->second.until;
}

/// Back to a page of which nothing is missing. What no agent acts upon is not worth a request.
Result<CatchUp::Missing> CatchUp::list(net::GitHubHooks& hooks, UtcTime since, const std::stop_token& stop)
{
    Missing missing;
    const auto hook = hooks.hookTo(kReceiver, stop);
    if (!hook)
        return hook.error();
    if (!*hook)
        return missing;
    missing.hook = **hook;
    const UtcTime oldest = std::max(since, m_scene.clock.now() - kKept);
    std::set<std::string> known; // those that arrived later, and those that are taken already
    std::string cursor;
    for (int pages = 0; pages < kMostPages; ++pages) {
        const auto page = hooks.page(missing.hook, cursor, stop);
        if (!page)
            return page.error();
        std::vector<std::string> lost;
        for (const Listed& one : page->deliveries) {
            if (one.arrived)
                known.insert(one.guid);
            else if (one.at >= oldest)
                lost.push_back(one.guid);
        }
        const auto unknown = store::DeliveryRepository(m_scene.database).unknownOf("github", lost);
        if (!unknown)
            return unknown.error();
        for (const Listed& one : page->deliveries) {
            const bool isLost = std::ranges::find(*unknown, one.guid) != unknown->end();
            if (isLost && isActedUpon("github", one.event, one.action) && known.insert(one.guid).second)
                missing.deliveries.push_front(one);
        }
        cursor = page->next;
        if (unknown->empty() || cursor.empty())
            break;
    }
    return missing;
}

/// They are stored before any is worked on, as those that arrive.
Result<void> CatchUp::fetch(net::GitHubHooks& hooks, Missing& missing, const std::stop_token& stop)
{
    std::vector<ci::Delivery> fetched;
    const std::size_t count = std::min(kAtOnce, missing.deliveries.size());
    for (std::size_t at = 0; at < count; ++at) {
        auto one = hooks.delivery(missing.hook, missing.deliveries[at], stop);
        if (!one)
            return one.error();
        if (*one)
            fetched.push_back(**std::move(one));
    }
    if (const auto kept = store::DeliveryRepository(m_scene.database).keep(fetched); !kept)
        return kept.error();
    missing.deliveries.erase(missing.deliveries.begin(),
                             missing.deliveries.begin() + static_cast<std::ptrdiff_t>(count));
    m_scene.came();
    return {};
}

} // namespace signalbox::host
