// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/lineci.h"

#include <algorithm>

namespace signalbox::host {

namespace {
constexpr std::size_t kMostSeen = 500;
constexpr Milliseconds kFresh{std::chrono::seconds(5)};
} // namespace

ci::System& LineCi::of(const ci::RunRef& run) const
{
    return m_scene.isRemote(run.line) ? m_scene.there(run.line) : m_scene.here;
}

Result<ci::Run> LineCi::run(const ci::RunRef& run, std::stop_token stop)
{
    ci::System& system = of(run);
    auto found = system.run(run, std::move(stop));
    if (!found || &system == &m_scene.here)
        return found;
    keep({run.line, run.number}, *found);
    return found;
}

void LineCi::keep(const Name& name, ci::Run run)
{
    const std::lock_guard lock(m_mutex);
    if (m_seen.size() >= kMostSeen && !m_seen.contains(name))
        m_seen.erase(std::ranges::min_element(m_seen, {}, [](const auto& entry) { return entry.second.at; }));
    m_seen.insert_or_assign(name, Seen{std::move(run), m_scene.clock.now()});
}

Result<ci::Run> LineCi::lastSeen(const ci::RunRef& run)
{
    if (!m_scene.isRemote(run.line))
        return this->run(run, {});
    const Name name{run.line, run.number};
    Result<ci::Run> last = Error{ErrorCode::NotFound, run.line + " #" + run.number + " was not looked at yet"};
    if (!isDue(name, last))
        return last;
    m_scene.aside([this, run, name] {
        const auto fetched = this->run(run, {});
        {
            const std::lock_guard lock(m_mutex);
            m_asked.erase(name);
        }
        if (fetched)
            m_scene.seen(run);
    });
    return last;
}

bool LineCi::isDue(const Name& name, Result<ci::Run>& last)
{
    const std::lock_guard lock(m_mutex);
    if (const auto seen = m_seen.find(name); seen != m_seen.end()) {
        last = seen->second.run;
        const Milliseconds age = m_scene.clock.now() - seen->second.at;
        if (age >= Milliseconds(0) && age < kFresh) // the clock may be set back
            return false;
    }
    return m_asked.insert(name).second;
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
