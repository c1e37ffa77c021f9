// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/lineci.h"

namespace signalbox::host {

namespace {
constexpr std::size_t kMostSeen = 500;
}

ci::System& LineCi::of(const ci::RunRef& run) const
{
    return m_systems.isRemote(run.line) ? m_systems.github : m_systems.here;
}

Result<ci::Run> LineCi::run(const ci::RunRef& run, std::stop_token stop)
{
    ci::System& system = of(run);
    auto found = system.run(run, std::move(stop));
    if (!found || &system == &m_systems.here)
        return found;
    const std::lock_guard lock(m_mutex);
    if (m_seen.size() >= kMostSeen)
        m_seen.erase(m_seen.begin());
    m_seen.insert_or_assign({run.line, run.number}, *found);
    return found;
}

Result<ci::Run> LineCi::lastSeen(const ci::RunRef& run)
{
    if (m_systems.isRemote(run.line)) {
        const std::lock_guard lock(m_mutex);
        if (const auto seen = m_seen.find({run.line, run.number}); seen != m_seen.end())
            return seen->second;
    }
    return this->run(run, {});
}

Result<void> LineCi::readLog(const ci::RunRef& run, const std::string& job, int attempt,
                             const std::function<void(std::string_view)>& sink, std::stop_token stop)
{
    return of(run).readLog(run, job, attempt, sink, std::move(stop));
}

Result<int> LineCi::rerunFailed(const ci::RunRef& run, const ci::Rerun& how, std::stop_token stop)
{
    return of(run).rerunFailed(run, how, std::move(stop));
}

Result<std::vector<std::string>> LineCi::clearCaches(const ci::RunRef& run, std::stop_token stop)
{
    return of(run).clearCaches(run, std::move(stop));
}

Result<void> LineCi::cancel(const ci::RunRef& run, std::stop_token stop)
{
    return of(run).cancel(run, std::move(stop));
}

Milliseconds LineCi::lookAgain(const ci::RunRef& run) const
{
    return of(run).lookAgain(run);
}

} // namespace signalbox::host
