// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/scheduler.h"

#include "core/store/checkpointrepository.h"
#include "core/store/runrepository.h"

#include <algorithm>

namespace signalbox::host {

namespace {

constexpr Milliseconds kLease{15'000};
constexpr Milliseconds kRenew{5'000};
constexpr Milliseconds kFirstPause{500}; // after a failed drive, doubled by each further one
constexpr int kMostDoublings = 9;
constexpr Milliseconds kRound{250}; // other processes' commits and events nobody tells of are noticed this late
constexpr int kMostDrives = 64;
constexpr int kEventsARound = 200; // the next round looks at the next ones

} // namespace

Scheduler::Scheduler(Scene scene)
    : m_scene(std::move(scene)), m_wakeUps(m_scene.database), m_leases(m_scene.database, m_scene.owner, kLease)
{
}

Scheduler::~Scheduler()
{
    stop();
}

void Scheduler::start()
{
    m_renewAt = m_scene.clock.now() + kRenew;
    m_thread = std::jthread([this](std::stop_token stop) { loop(std::move(stop)); });
}

void Scheduler::stop()
{
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
    std::unique_lock lock(m_mutex);
    for (auto& [run, drive] : m_drives)
        drive.stop.request_stop();
    m_changed.wait(lock, [this] { return m_drives.empty(); });
}

void Scheduler::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_poked = true;
    }
    m_changed.notify_all();
}

void Scheduler::cancelDrive(RunId run)
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_drives.find(run);
    if (at == m_drives.end())
        return;
    at->second.cancel->store(true);
    at->second.stop.request_stop();
}

void Scheduler::loop(std::stop_token stop)
{
    while (!stop.stop_requested()) {
        round();
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, stop, kRound, [this] { return m_poked; });
        m_poked = false;
    }
}

void Scheduler::report(const Error& error, const std::string& what)
{
    const std::string text = what + ": " + error.detail;
    if (text != m_lastReport)
        m_scene.failed({error.code, text});
    m_lastReport = text;
}

void Scheduler::round()
{
    const UtcTime now = m_scene.clock.now();
    wakeRuns(now);
    lookForEvents(now);
    cancelAsked();
    if (renewLeases(now)) {
        giveBack(now);
        claimDue(now);
    }
    m_scene.afterRound();
}

/// Before anything is claimed: after the machine has slept, the own leases have expired, and their runs are being
/// driven.
bool Scheduler::renewLeases(UtcTime now)
{
    if (now < m_renewAt)
        return true;
    const auto renewed = m_leases.renew(now);
    if (!renewed) {
        report(renewed.error(), "leases cannot be renewed");
        return false;
    }
    m_renewAt = now + kRenew;
    return true;
}

/// Another process may have asked.
void Scheduler::cancelAsked()
{
    if (driving() == 0)
        return;
    const auto asked = m_leases.askedToCancel();
    if (!asked)
        return report(asked.error(), "the store cannot be read");
    for (const RunId run : *asked)
        cancelDrive(run);
}

void Scheduler::giveBack(UtcTime now)
{
    std::vector<graph::Lease> due;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [run, stranded] : m_stranded) {
            if (stranded.again <= now && !m_drives.contains(run))
                due.push_back(stranded.lease);
        }
    }
    for (const graph::Lease& lease : due) {
        if (const auto released = m_leases.release(lease); !released)
            return report(released.error(), "runs cannot be given back");
        const std::lock_guard lock(m_mutex);
        if (const auto at = m_stranded.find(lease.run); at != m_stranded.end())
            at->second.again = UtcTime::max(); // it is queued
    }
}

/// The run stays leased while it pauses, so that it is not claimed and fails again at once.
void Scheduler::strand(const graph::Lease& lease)
{
    const UtcTime now = m_scene.clock.now();
    const std::lock_guard lock(m_mutex);
    Stranded& stranded = m_stranded[lease.run];
    stranded.lease = lease;
    stranded.again = now + kFirstPause * (1 << std::min(stranded.failures, kMostDoublings));
    ++stranded.failures;
}

void Scheduler::wakeRuns(UtcTime now)
{
    const auto next = m_wakeUps.nextTimer();
    if (!next)
        return report(next.error(), "the store cannot be read");
    if (!*next || **next > now)
        return;
    if (const auto effected = m_wakeUps.effectDecisions(now); !effected)
        report(effected.error(), "decisions cannot take effect");
    if (const auto answered = m_wakeUps.answerDueTimers(now); !answered)
        report(answered.error(), "timers cannot be answered");
}

void Scheduler::lookForEvents(UtcTime now)
{
    const auto events = m_wakeUps.openEvents(m_lookedAt, kEventsARound);
    if (!events)
        return report(events.error(), "the store cannot be read");
    m_lookedAt = static_cast<int>(events->size()) < kEventsARound ? std::string() : events->back();
    for (const std::string& event : *events) {
        if (!m_scene.hasHappened(event))
            continue;
        if (const auto answered = m_wakeUps.answerEvent(event, Json::object(), now); !answered)
            report(answered.error(), "an event cannot be told");
    }
}

void Scheduler::claimDue(UtcTime now)
{
    const int room = kMostDrives - m_driving.load();
    if (room <= 0)
        return;
    auto claimed = m_leases.claimDue(now, room, m_scene.left ? m_scene.left() : std::set<std::string>());
    if (!claimed)
        return report(claimed.error(), "runs cannot be claimed");
    for (store::Claimed& run : *claimed)
        begin(std::move(run));
}

void Scheduler::begin(store::Claimed claimed)
{
    Drive drive;
    drive.cancel->store(claimed.cancelAsked);
    if (claimed.cancelAsked)
        drive.stop.request_stop();
    {
        const std::lock_guard lock(m_mutex);
        m_drives.insert_or_assign(claimed.lease.run, drive);
    }
    ++m_driving;
    m_scene.pool.post([this, claimed = std::move(claimed), drive] { this->drive(claimed, drive); });
}

void Scheduler::drive(const store::Claimed& claimed, const Drive& drive)
{
    const RunId run = claimed.lease.run;
    const auto driven = driveRun(claimed, drive);
    if (!driven && driven.error().code == ErrorCode::Io) {
        strand(claimed.lease);
    } else {
        const std::lock_guard lock(m_mutex);
        m_stranded.erase(run);
    }
    if (!driven && driven.error().code != ErrorCode::Conflict)
        m_scene.failed({driven.error().code, "run " + std::to_string(run.value) + ": " + driven.error().detail});
    ended(run);
}

Result<void> Scheduler::driveRun(const store::Claimed& claimed, const Drive& drive)
{
    const bool rehearsal = claimed.lease.acting == graph::Acting::Rehearsal;
    const auto found = graphOf(rehearsal ? m_scene.rehearsals : m_scene.graphs, claimed.agent, claimed.graphVersion);
    if (!found)
        return found.error();
    const graph::Graph& graph = **found;
    graph::Lease lease = claimed.lease;
    if (rehearsal) {
        auto record = store::RunRepository(m_scene.database).ancestors(lease.run);
        if (!record)
            return record.error();
        lease.record = *std::move(record);
    }
    store::CheckpointRepository checkpoints(m_scene.database);
    auto stored = checkpoints.newest(claimed.lease.run);
    if (!stored)
        return stored.error();
    auto checkpoint = checkpointOf(*std::move(stored), graph);
    if (!checkpoint)
        return checkpoint.error();
    const auto answers = checkpoints.answeredWaits(claimed.lease.run);
    if (!answers)
        return answers.error();
    Json given = graph::applyAnswers(checkpoint->frontier, *answers);

    graph::LiveRun live{.lease = std::move(lease),
                        .at = *std::move(checkpoint),
                        .resumed = claimed.resumed == "new" ? std::string() : claimed.resumed,
                        .answers = std::move(given)};
    const auto cancelled = [this, &claimed, &live, cancel = drive.cancel] {
        if (cancel->load())
            m_scene.cancelling(claimed, live.at.state);
        return cancel->load();
    };
    const graph::DriveControl control{.stop = drive.stop.get_token(),
                                      .mayStep = [this, line = claimed.line] { return !m_scene.isHeld(line); },
                                      .cancelled = cancelled};
    const auto journal = m_scene.journal(graph);
    graph::Runner runner(graph, *journal, m_scene.pool, m_scene.clock);
    const auto rest = runner.drive(live, control);
    if (!rest)
        return rest.error();
    return *rest == graph::Rest::Parked ? m_leases.release(claimed.lease) : Result<void>();
}

void Scheduler::ended(RunId run)
{
    --m_driving;
    const std::lock_guard lock(m_mutex);
    m_drives.erase(run);
    m_poked = true;
    m_changed.notify_all();
}

} // namespace signalbox::host
