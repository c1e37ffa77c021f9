// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/remotewatch.h"

#include <algorithm>
#include <limits>

namespace signalbox::host {

namespace {

constexpr std::size_t kMostAsked = 20; // that are asked for one by one in a look
constexpr std::size_t kMostSeen = 10'000;
constexpr Milliseconds kLinesAgain{std::chrono::seconds(30)}; // lines may be added meanwhile
constexpr std::chrono::minutes kAsleep{5}; // or held up: it comes around twice a minute

bool hasFailed(const ci::Run& run)
{
    return run.phase == ci::Phase::Finished && ci::isBad(run.conclusion);
}

/// Or is called cancelled, as a run is that its own time limit has ended.
bool hasEndedBadly(const ci::Run& run)
{
    return hasFailed(run) || (run.phase == ci::Phase::Finished && run.conclusion == ci::Conclusion::Cancelled);
}

} // namespace

void RemoteWatch::start()
{
    m_thread = std::jthread([this](const std::stop_token& stop) { watch(stop); });
}

void RemoteWatch::stop()
{
    m_thread = {};
}

void RemoteWatch::hint(const std::string& line)
{
    {
        const std::lock_guard lock(m_mutex);
        m_hints.insert(line);
        m_news = true;
    }
    m_hinted.notify_one();
}

void RemoteWatch::expect(const std::string& line)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_expected.insert(line).second)
            return;
        m_news = true;
    }
    m_hinted.notify_one();
}

bool RemoteWatch::hasEnded(const ci::RunRef& run, int attempt) const
{
    const std::lock_guard lock(m_mutex);
    const auto seen = m_seen.find({run.line, run.number});
    return seen != m_seen.end() && seen->second.ended && seen->second.attempt >= attempt;
}

std::optional<UtcTime> RemoteWatch::nextLook(const std::string& line) const
{
    const std::lock_guard lock(m_mutex);
    const auto next = m_next.find(line);
    return next == m_next.end() ? std::nullopt : std::optional(next->second);
}

bool RemoteWatch::hasPassedSince(const ci::RunRef& run, int attempt) const
{
    const std::lock_guard lock(m_mutex);
    const auto seen = m_seen.find({run.line, run.number});
    if (seen == m_seen.end() || !seen->second.passed)
        return false;
    return seen->second.isTold ? seen->second.attempt > attempt : seen->second.failed;
}

std::vector<ci::Run> RemoteWatch::laterThan(const ci::RunRef& run) const
{
    std::vector<ci::Run> later;
    const std::lock_guard lock(m_mutex);
    for (auto at = m_seen.lower_bound({run.line, {}}); at != m_seen.end() && at->first.first == run.line; ++at) {
        const auto& [name, seen] = *at;
        if (!isLater(name.second, run.number))
            continue;
        ci::Run& out = later.emplace_back();
        out.line = name.first;
        out.number = name.second;
        out.branch = seen.branch;
        out.commit = seen.commit;
        out.workflow = seen.workflow;
    }
    return later;
}

void RemoteWatch::note(const ci::RunRef& ref, const ci::Run& run)
{
    const bool passed = run.phase == ci::Phase::Finished && run.conclusion == ci::Conclusion::Success;
    if (run.attempt == 0) { // not told: the end of an attempt that was seen stays seen
        const std::lock_guard lock(m_mutex);
        const auto seen = m_seen.find({ref.line, ref.number});
        if (seen != m_seen.end() && seen->second.ended) {
            seen->second.failed |= hasFailed(run);
            seen->second.passed = passed;
            seen->second.isTold = false;
            return;
        }
    }
    note(ref,
         {.attempt = run.attempt,
          .ended = run.attempt > 0 && ci::hasSettled(run),
          .branch = run.branch,
          .commit = run.commit,
          .workflow = run.workflow,
          .failed = hasFailed(run),
          .passed = passed,
          .isTold = run.attempt > 0});
}

void RemoteWatch::note(const ci::RunRef& run, Seen seen)
{
    const std::lock_guard lock(m_mutex);
    if (m_seen.size() >= kMostSeen)
        m_seen.clear(); // whatever is waited for is asked again
    Seen& known = m_seen[{run.line, run.number}];
    seen.failed |= known.failed;
    known = std::move(seen);
}

void RemoteWatch::watch(const std::stop_token& stop)
{
    UtcTime awake = m_scene.clock.now();
    PollPlan plan(awake);
    while (!stop.stop_requested()) {
        const std::vector<Line> lines = m_scene.lines();
        std::vector<std::string> names;
        std::ranges::transform(lines, std::back_inserter(names), &Line::name);
        UtcTime now = m_scene.clock.now();
        if (now - std::exchange(awake, now) > kAsleep)
            m_heard.clear();
        plan.setLines(names, now);
        answerOfGone(names);
        std::unique_lock lock(m_mutex);
        if (m_missed.exchange(false)) {
            m_heard.clear();
            for (const std::string& line : names)
                plan.hint(line, now);
        }
        for (const std::string& line : std::exchange(m_hints, {}))
            plan.hint(line, now);
        for (const std::string& line : std::exchange(m_wanted, {}))
            plan.want(line, now);
        for (const std::string& line : m_expected)
            plan.expect(line, now);
        m_news = false;
        const auto turn = plan.next(now);
        if (!turn || turn->at > now) {
            const Milliseconds pause = turn ? std::min(kLinesAgain, turn->at - now) : kLinesAgain;
            m_hinted.wait_for(lock, stop, pause, [this] { return m_news; });
            continue;
        }
        lock.unlock();
        const std::int64_t before = m_scene.counted();
        const Line& line = *std::ranges::find(lines, turn->line, &Line::name);
        const bool wasSilent = m_silent.contains(line.server);
        const auto saw = look(line, stop);
        now = m_scene.clock.now();
        plan.looked(turn->line, saw, m_scene.counted() - before, now);
        if (wasSilent || m_silent.contains(line.server))
            spare(lines, line, plan);
        lock.lock();
        m_next.clear();
        for (const std::string& name : names)
            m_next.emplace(name, plan.due(name).value_or(now));
        m_expected.erase(turn->line); // who waits still, tells again
    }
}

/// Of a server that does not answer one line is looked at, in turn: each look costs as long as a call may take, and
/// other servers wait meanwhile. Once it answers, all are looked at.
void RemoteWatch::spare(const std::vector<Line>& lines, const Line& looked, PollPlan& plan)
{
    const auto silence = m_silent.find(looked.server);
    const UtcTime due = plan.due(looked.name).value_or(UtcTime());
    for (const Line& other : lines) {
        if (other.server != looked.server || other.name == looked.name)
            continue;
        if (silence == m_silent.end()) {
            plan.hint(other.name, m_scene.clock.now());
        } else {
            plan.rest(other.name, due);
            m_scene.looked(other.name, silence->second);
            for (const Told& told : takeAsking(other.name))
                told(silence->second);
        }
    }
}

PollPlan::Saw RemoteWatch::look(const Line& line, const std::stop_token& stop)
{
    const auto asking = takeAsking(line.name);
    const auto newest = takeIn(line, stop);
    auto awaits = newest ? lookAtAwaited(line.name, *newest, stop) : Result<bool>(newest.error());
    if (const auto gates = awaits ? lookAtGates(line.name, *newest, stop) : Result<void>(); !gates)
        awaits = gates.error();
    if (awaits) {
        m_reported.erase(line.name);
        m_silent.erase(line.server);
        m_scene.looked(line.name, {});
        for (const Told& told : asking)
            told({});
        const bool hears = hearsAgain(line, stop);
        return newest->goesOn || *awaits || !hears ? PollPlan::Saw::Busy : PollPlan::Saw::Quiet;
    }
    m_heard.erase(line.name);
    const Error& error = awaits.error();
    m_silent.erase(line.server);
    if (error.code == ErrorCode::Timeout && !line.server.empty())
        m_silent.emplace(line.server, error);
    std::string& reported = m_reported[line.name];
    if (error.code != ErrorCode::Cancelled)
        m_scene.looked(line.name, error);
    for (const Told& told : asking)
        told(error);
    if (error.code != ErrorCode::Cancelled && reported != error.detail) {
        reported = error.detail;
        m_scene.report(error);
    }
    return PollPlan::Saw::Failed;
}

/// Where it cannot be asked what was missed, the next look asks again, no sooner for it.
bool RemoteWatch::hearsAgain(const Line& line, const std::stop_token& stop)
{
    if (!m_scene.catchUp || m_heard.contains(line.name))
        return true;
    const auto done = m_scene.catchUp(line, stop);
    if (done && *done)
        m_heard.insert(line.name);
    return !done || *done;
}

Result<RemoteWatch::Newest> RemoteWatch::takeIn(const Line& line, const std::stop_token& stop)
{
    const auto before = m_told.find(line.name);
    const auto runs = runsSince(line.name, stop);
    if (!runs)
        return runs.error();
    Newest newest;
    std::set<std::pair<std::string, int>> told;
    for (const ci::Run& run : *runs) {
        const ci::RunRef ref{line.name, run.number};
        note(ref, run);
        newest.goesOn |= !ci::hasSettled(run);
        if (run.attempt > 0 || !ci::hasSettled(run))
            newest.numbers.insert(run.number);
        if (run.phase != ci::Phase::Finished)
            newest.going.emplace_back(ref, run.attempt);
        if (!hasEndedBadly(run) || run.finishedAt.value_or(line.since) < line.since)
            continue;
        const auto failed = hasFailed(run) ? Result<bool>(true) : hasTimedOut(ref, run, stop);
        if (!failed && failed.error().code == ErrorCode::Cancelled)
            return failed.error();
        if (!failed || !*failed) // what is not told holds up no other run: it is asked again
            continue;
        const auto attempt = failedAttempt(ref, run, stop);
        if (!attempt)
            return attempt.error();
        if (*attempt == 0)
            continue;
        const std::pair failure(run.number, *attempt);
        const bool known = before != m_told.end() && before->second.contains(failure);
        if (!known) {
            if (const auto done = m_scene.failed(ref, *attempt); !done)
                return done.error();
            newest.goesOn = true; // as it is looked after now
        }
        told.insert(failure);
    }
    m_told.insert_or_assign(line.name, std::move(told));
    if (const auto kept = remember(line.name, *runs); !kept)
        return kept.error();
    return newest;
}

Result<bool> RemoteWatch::hasTimedOut(const ci::RunRef& ref, const ci::Run& run, const std::stop_token& stop)
{
    if (!m_scene.hasTimedOut)
        return false;
    const std::tuple name(ref.line, ref.number, run.attempt);
    if (const auto known = m_limits.find(name); known != m_limits.end())
        return known->second;
    const auto timedOut = m_scene.hasTimedOut(ref, stop);
    if (!timedOut && timedOut.error().code != ErrorCode::NotFound)
        return timedOut.error();
    if (m_limits.size() >= kMostSeen)
        m_limits.clear();
    return m_limits[name] = timedOut && *timedOut;
}

/// 0: it goes on again, or is gone.
Result<int> RemoteWatch::failedAttempt(const ci::RunRef& ref, const ci::Run& listed, const std::stop_token& stop)
{
    if (listed.attempt > 0)
        return listed.attempt;
    const UtcTime ended = listed.finishedAt.value_or(UtcTime());
    const std::pair name(ref.line, ref.number);
    if (const auto asked = m_asked.find(name); asked != m_asked.end() && asked->second.ended == ended)
        return asked->second.attempt;
    const auto standing = m_scene.standing(ref, stop);
    if (!standing && standing.error().code != ErrorCode::NotFound)
        return standing.error();
    if (!standing || !hasFailed(*standing))
        return 0;
    note(ref, *standing);
    if (m_asked.size() >= kMostSeen)
        m_asked.clear();
    m_asked.insert_or_assign(name, Asked{ended, standing->attempt});
    return standing->attempt;
}

Result<void> RemoteWatch::lookAtGates(const std::string& line, const Newest& newest, const std::stop_token& stop) const
{
    return m_scene.gates ? m_scene.gates(line, newest.going, stop) : Result<void>();
}

/// Whether the end of a run is waited for there. One that is not among the newest is asked for by itself; where one
/// cannot be, the others are told of all the same.
Result<bool> RemoteWatch::lookAtAwaited(const std::string& line, const Newest& newest, const std::stop_token& stop)
{
    const auto awaited = m_scene.awaited(line);
    std::size_t asked = 0;
    bool ended = false;
    std::optional<Error> fault;
    for (const auto& [run, attempt] : awaited) {
        const bool isAsked = !newest.numbers.contains(run.number) && !hasEnded(run, attempt);
        if (isAsked && !fault && asked++ < kMostAsked) {
            const auto standing = m_scene.standing(run, stop);
            if (standing)
                note(run, *standing);
            else if (standing.error().code == ErrorCode::NotFound)
                note(run,
                     {.attempt = std::numeric_limits<int>::max(), .ended = true}); // whoever waits for it is to say so
            else
                fault = standing.error();
        }
        ended |= hasEnded(run, attempt);
    }
    if (ended)
        m_scene.ended();
    return fault ? Result<bool>(*std::move(fault)) : Result<bool>(!awaited.empty());
}

} // namespace signalbox::host
