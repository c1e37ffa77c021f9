// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/announcer.h"

#include "ui/models/words.h"
#include "ui/shell/statusline.h"

#include <algorithm>
#include <utility>

namespace signalbox::ui {

namespace {

constexpr int kGather_ms = 500; // what changes together is said in one breath
constexpr std::size_t kMost = 3; // lines that are told by name

bool isUrgent(const LineTrack* track)
{
    return track->role == StatusRole::HeldForYou || track->role == StatusRole::Critical;
}

} // namespace

Announcer::Announcer(StatusLine& line, const std::vector<host::RunSummary>& runs, const host::AgentHost& engine,
                     QObject* parent)
    : QObject(parent), m_line(line), m_runs(runs), m_engine(engine)
{
    m_gathering.setSingleShot(true);
    m_gathering.setInterval(kGather_ms);
    const auto later = [this] {
        if (!m_gathering.isActive())
            m_gathering.start();
    };
    connect(&engine, &host::AgentHost::runsLoaded, this, later);
    connect(&engine, &host::AgentHost::runsChanged, this, later);
    connect(&engine, &host::AgentHost::approvalsLoaded, this, [this](const std::vector<gate::Approval>& approvals) {
        std::erase_if(m_told, [&](ApprovalId told) {
            return std::ranges::find(approvals, told, &gate::Approval::id) == approvals.end();
        });
    });
    connect(&m_gathering, &QTimer::timeout, this, &Announcer::gather);
}

void Announcer::tell(const Notice& notice)
{
    if (notice.approval)
        m_told.insert(*notice.approval);
    m_line.announce(tr("%1. %2").arg(notice.title, notice.body), true);
}

void Announcer::gather()
{
    const auto tracks = lineTracks(m_runs, m_engine.lines());
    const auto news = changed(tracks); // those that need something first
    if (!std::exchange(m_begun, true) || news.empty()) // what was there before is no change
        return;
    QStringList words;
    const std::size_t named = std::min(news.size(), kMost);
    for (std::size_t at = 0; at < named; ++at) {
        const LineTrack& track = *news[at];
        words << (track.pill.isEmpty() ? tr("%1, %2.").arg(track.line, spoken(track.role))
                                       : tr("%1 %2, %3.").arg(track.line, track.pill, spoken(track.role)));
    }
    if (named < news.size())
        words << tr("%n more lines changed.", nullptr, static_cast<int>(news.size() - named));
    m_line.announce(words.join(u' '), std::ranges::any_of(news, isUrgent));
}

/// Since it was asked the last time, without those that a notice has told.
std::vector<const LineTrack*> Announcer::changed(const std::vector<LineTrack>& tracks)
{
    std::map<QString, State> known;
    std::vector<const LineTrack*> changed;
    for (const LineTrack& track : tracks) {
        const State now{track.role, track.run};
        known.emplace(track.line, now);
        const auto before = m_known.find(track.line);
        const bool isTold = track.approval && m_told.contains(*track.approval);
        if ((before == m_known.end() || before->second != now) && !isTold)
            changed.push_back(&track);
    }
    m_known = std::move(known);
    return changed;
}

} // namespace signalbox::ui
