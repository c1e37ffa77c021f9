// SPDX-License-Identifier: GPL-3.0-or-later
// What has come, gone on or waited since a line was looked at last.
#include "core/host/remotewatch.h"

#include <algorithm>

namespace signalbox::host {

namespace {

constexpr int kFirstLook = 100; // runs: what has happened while nobody looked
constexpr int kLook = 30;
constexpr int kDeepest = 1000;
constexpr std::size_t kMostOpen = 100; // that are known to go on
constexpr std::size_t kMostAsked = 20; // that are asked for one by one in a look

/// There is nothing more to see of it.
ci::Run gone(const std::string& line, const std::string& number)
{
    ci::Run run;
    run.line = line;
    run.number = number;
    run.phase = ci::Phase::Finished;
    run.conclusion = ci::Conclusion::Skipped;
    return run;
}

/// By an answer that will be the same again.
bool isRefused(const Error& error)
{
    return error.code == ErrorCode::InvalidInput || error.code == ErrorCode::NotFound;
}

} // namespace

void RemoteWatch::lookNow(const std::string& line, std::function<void(const Result<void>& look)> told)
{
    {
        const std::lock_guard lock(m_mutex);
        m_asking[line].push_back(std::move(told));
        m_wanted.insert(line);
        m_news = true;
    }
    m_hinted.notify_one();
}

std::vector<RemoteWatch::Told> RemoteWatch::takeAsking(const std::string& line)
{
    const std::lock_guard lock(m_mutex);
    const auto asking = m_asking.extract(line);
    return asking ? std::move(asking.mapped()) : std::vector<Told>();
}

void RemoteWatch::answerOfGone(const std::vector<std::string>& lines)
{
    std::vector<std::string> gone;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [line, asking] : m_asking) {
            if (std::ranges::find(lines, line) == lines.end())
                gone.push_back(line);
        }
    }
    for (const std::string& line : gone)
        for (const Told& told : takeAsking(line))
            told(Error{ErrorCode::NotFound, line + " is no line any more"});
}

/// The newest, whatever has come since the last look, and what went on then.
Result<std::vector<ci::Run>> RemoteWatch::runsSince(const std::string& line, const std::stop_token& stop)
{
    const bool isFirst = !m_told.contains(line);
    if (isFirst && m_scene.lastLook && !m_looks.contains(line)) {
        auto last = m_scene.lastLook(line);
        if (!last)
            return last.error();
        m_looks[line] = last->value_or(store::Look());
    }
    const store::Look& last = m_looks[line];
    auto runs = listedSince(line, last.newest, isFirst, stop);
    if (!runs)
        return runs;
    const auto isListed
        = [&](const std::string& number) { return std::ranges::find(*runs, number, &ci::Run::number) != runs->end(); };
    if (isFirst && m_scene.waiting) {
        const auto waiting = m_scene.waiting(line, stop);
        if (!waiting && !isRefused(waiting.error())) // a server may not know of such a list
            return waiting.error();
        if (waiting)
            std::ranges::copy_if(*waiting, std::back_inserter(*runs),
                                 [&](const ci::Run& run) { return !isListed(run.number); });
    }
    for (const std::string& number : turnOf(last, line)) {
        if (isListed(number))
            continue;
        auto standing = m_scene.standing({line, number}, stop);
        if (standing)
            runs->push_back(*std::move(standing));
        else if (standing.error().code == ErrorCode::NotFound)
            runs->push_back(gone(line, number));
        else if (standing.error().code == ErrorCode::Cancelled)
            return standing.error();
    } // one that cannot be asked for holds up no other, and is asked for again
    return runs;
}

/// Those whose turn it is to be asked for: all, where there are few.
std::vector<std::string> RemoteWatch::turnOf(const store::Look& look, const std::string& line)
{
    std::vector<std::string> turn(look.open.begin(), look.open.end());
    std::string& last = m_lastAsked[line];
    std::ranges::rotate(turn, std::ranges::upper_bound(turn, last));
    turn.resize(std::min(turn.size(), kMostAsked));
    last = turn.empty() ? std::string() : turn.back();
    return turn;
}

/// As deep as what is known, within bounds.
Result<std::vector<ci::Run>> RemoteWatch::listedSince(const std::string& line, const std::string& newest, bool isFirst,
                                                      const std::stop_token& stop) const
{
    for (int count = isFirst ? kFirstLook : kLook;; count = count < kFirstLook ? kFirstLook : kDeepest) {
        auto runs = m_scene.newest(line, count, stop);
        const bool isWhole = !runs || std::ssize(*runs) < count || newest.empty() || count == kDeepest
            || !isLater(runs->back().number, newest);
        if (isWhole)
            return runs;
    }
}

Result<void> RemoteWatch::remember(const std::string& line, const std::vector<ci::Run>& runs)
{
    store::Look& known = m_looks[line];
    store::Look look = known;
    for (const ci::Run& run : runs) {
        if (isLater(run.number, look.newest))
            look.newest = run.number;
        if (run.phase == ci::Phase::Finished)
            look.open.erase(run.number);
        else if (look.open.size() < kMostOpen)
            look.open.insert(run.number);
    }
    if (look == known)
        return {};
    known = std::move(look);
    return m_scene.keepLook ? m_scene.keepLook(line, known) : Result<void>();
}

} // namespace signalbox::host
