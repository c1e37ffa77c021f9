// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/forgerights.h"

#include <algorithm>

namespace signalbox::net {

namespace {

using ci::Right;
using ci::RightState;

constexpr std::array kOrder{Right::Reach,       Right::SignIn,      Right::ReadRuns,   Right::ReadEnvironments,
                            Right::RerunJobs,   Right::OpenChanges, Right::OpenIssues, Right::ReviewDeployments,
                            Right::ReadReasons, Right::ReadWebhooks};

} // namespace

std::optional<UtcTime> timeIn(const Json& json, std::string_view key)
{
    const auto time = parseUtc(fieldOr<std::string>(json, key, {}));
    return time ? std::optional(*time) : std::nullopt;
}

Result<void> ForgeRights::tryAll(const ci::RightSink& tried, const std::stop_token& stop)
{
    m_stop = stop;
    m_working.clear();
    m_seesRepository = false;
    for (const Right right : kOrder) {
        ci::TriedRight one{.right = right};
        if (isReady(right))
            look(one);
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "the test of " + m_api.place().repository + " was given up"};
        if (one.state == RightState::Works)
            m_working.push_back(right);
        tried(one);
    }
    return {};
}

bool ForgeRights::works(Right right) const
{
    return std::ranges::find(m_working, right) != m_working.end();
}

bool ForgeRights::isReady(Right right) const
{
    switch (right) {
    case Right::Reach: return true;
    case Right::SignIn: return works(Right::Reach);
    case Right::ReadRuns: return works(Right::SignIn);
    case Right::ReadEnvironments:
    case Right::OpenChanges:
    case Right::OpenIssues:
    case Right::ReadReasons:
    case Right::ReadWebhooks: return m_seesRepository;
    case Right::RerunJobs: return works(Right::ReadRuns);
    case Right::ReviewDeployments: return works(Right::ReadEnvironments);
    case Right::Deliver:
    case Right::Advise: break; // are no forge's
    }
    return false;
}

void ForgeRights::look(ci::TriedRight& tried)
{
    switch (tried.right) {
    case Right::Reach: return reach(tried);
    case Right::SignIn: return signIn(tried);
    case Right::ReadRuns: return readRuns(tried);
    case Right::ReadEnvironments: return readEnvironments(tried);
    case Right::RerunJobs: return rerunJobs(tried);
    case Right::OpenChanges: return openChanges(tried);
    case Right::OpenIssues: return openIssues(tried);
    case Right::ReviewDeployments: return reviewDeployments(tried);
    case Right::ReadReasons: return readReasons(tried);
    case Right::ReadWebhooks: return readWebhooks(tried);
    case Right::Deliver:
    case Right::Advise: break;
    }
}

/// Whatever it answers, it is there.
void ForgeRights::reach(ci::TriedRight& tried)
{
    const ForgeApi::Request request = reaching();
    const auto answer = ask(request, tried);
    if (!answer)
        return;
    tried.state = answer->status < 500 ? RightState::Works : RightState::Fails;
    if (tried.state == RightState::Fails)
        tried.detail = m_api.refusal(*answer, request).detail;
}

std::optional<HttpAnswer> ForgeRights::ask(const ForgeApi::Request& request, ci::TriedRight& tried)
{
    const auto began = std::chrono::steady_clock::now();
    auto answer = m_api.send(request, m_stop);
    tried.took += std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - began);
    tried.status = answer ? answer->status : 0;
    if (answer)
        return *std::move(answer);
    tried.state = RightState::Fails;
    tried.detail = answer.error().detail;
    return std::nullopt;
}

std::optional<HttpAnswer> ForgeRights::probe(const ForgeApi::Request& request, ci::TriedRight& tried,
                                             const std::vector<int>& expected)
{
    auto answer = ask(request, tried);
    if (!answer)
        return std::nullopt;
    const std::string detail = m_api.refusal(*answer, request).detail;
    const bool isRead = request.method == "GET" && answer->status == 200;
    if (isRead || std::ranges::find(expected, answer->status) != expected.end()) {
        tried.state = RightState::Works;
        return answer;
    }
    if (answer->status == 403) {
        lack(tried, lackedIn(*answer, tried.right), detail);
    } else {
        tried.state = RightState::Fails;
        tried.detail = detail;
    }
    return std::nullopt;
}

void ForgeRights::lack(ci::TriedRight& tried, std::string what, std::string detail) const
{
    tried.state = RightState::Lacks;
    tried.lacks = std::move(what);
    tried.detail = std::move(detail);
}

} // namespace signalbox::net
