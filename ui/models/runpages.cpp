// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runpages.h"

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kMatches = 100; // that are looked for at once
constexpr std::size_t kMost = 50'000; // rows
constexpr int kRest_ms = 250;
} // namespace

RunPages::RunPages(host::AgentHost& engine, const std::vector<host::RunSummary>& known, const Clock& clock,
                   QObject* parent)
    : QObject(parent), m_engine(engine), m_runs(clock)
{
    m_runs.listOnly(kMost);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRest_ms);
    takeNewest({known.rbegin(), known.rend()});
    connect(&m_rest, &QTimer::timeout, this, &RunPages::askOn);
    connect(&engine, &host::AgentHost::runsLoaded, this, &RunPages::takeNewest);
    connect(&engine, &host::AgentHost::runsChanged, this, &RunPages::apply);
    connect(&engine, &host::AgentHost::olderRunsLoaded, this, &RunPages::take);
    connect(&engine, &host::AgentHost::requestFinished, this,
            [this](host::RequestId request, const Result<void>& result) {
                if (m_asked != request || result)
                    return;
                m_asked.reset(); // what is wanted still is asked for once the newest could be read
                emit failed(result.error());
                emit changed();
            });
}

int RunPages::lookedAt() const
{
    const auto newest = std::ranges::lower_bound(m_runs.all(), m_oldestNewest, {}, &host::RunSummary::id);
    return static_cast<int>(m_runs.all().end() - newest) + m_looked;
}

/// Of those that come after the newest, the ones that have not ended.
void RunPages::takeNewest(std::vector<host::RunSummary> runs)
{
    const RunId from = runs.empty() ? RunId() : runs[std::min(runs.size(), std::size_t(host::kNewestRuns)) - 1].id;
    const bool isFirst = m_oldestNewest.value == 0;
    std::erase_if(runs, [&](const host::RunSummary& run) { return run.id < from && host::isTerminal(run.state); });
    m_runs.loadNewest(runs, from);
    if (!runs.empty() && isFirst) {
        m_isMany = runs.size() >= std::size_t(host::kNewestRuns);
        m_oldestNewest = from;
        beginAnew();
    }
    askOn();
}

/// A list that nobody has followed to older runs stays as long as it is, however many come.
void RunPages::apply(const std::vector<host::RunDelta>& deltas)
{
    m_runs.apply(deltas);
    const auto& all = m_runs.all();
    if (m_looked > 0 || isLooking() || all.size() <= RunTableModel::kMostRuns)
        return;
    const RunId oldest = all[all.size() - RunTableModel::kMostRuns].id;
    if (oldest == m_oldestNewest)
        return;
    m_oldestNewest = oldest;
    m_isMany = true;
    beginAnew(m_kept);
    if (m_wanted > 0)
        m_rest.start();
    emit changed();
}

void RunPages::beginAnew(RunId kept)
{
    m_runs.dropBefore(m_oldestNewest, kept);
    m_asked.reset(); // what it tells is of no use
    m_at = m_oldestNewest;
    m_looked = 0;
    m_hasMore = m_isMany;
    m_wanted = m_filter.isEmpty() ? 0 : kMatches;
}

void RunPages::seek(const RunFilter& filter)
{
    m_filter = filter;
    beginAnew();
    if (m_wanted > 0 && m_hasMore)
        m_rest.start();
    else
        m_rest.stop();
}

void RunPages::more()
{
    if (isLooking() || !m_hasMore)
        return;
    m_wanted = m_filter.isEmpty() ? host::kNewestRuns : kMatches;
    askOn();
}

void RunPages::askOn()
{
    if (!m_asked && m_hasMore && m_wanted > 0)
        m_asked = m_engine.loadOlderRuns(m_at, host::kNewestRuns);
    emit changed();
}

/// All that follow are older than the filter wants.
bool RunPages::isBeyond(const host::OlderRuns& older) const
{
    return m_filter.since && !older.runs.empty() && std::ranges::none_of(older.runs, [this](const auto& run) {
               return run.startedAt >= *m_filter.since || (run.finishedAt && *run.finishedAt >= *m_filter.since);
           });
}

void RunPages::take(const host::OlderRuns& older)
{
    if (!m_asked || older.before != m_at)
        return;
    m_asked.reset();
    m_at = older.oldest;
    m_looked += static_cast<int>(older.runs.size());
    m_hasMore = older.hasMore && !isBeyond(older);
    std::vector<host::RunSummary> matching;
    std::ranges::copy_if(older.runs, std::back_inserter(matching),
                         [this](const auto& run) { return matches(m_filter, run); });
    m_wanted -= static_cast<int>(matching.size());
    m_runs.addOlder(matching);
    askOn();
}

} // namespace signalbox::ui
