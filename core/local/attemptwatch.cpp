// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/attemptwatch.h"

#include "core/local/files.h"
#include "core/local/runfolder.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace signalbox::local {

namespace {

using SteadyClock = std::chrono::steady_clock;

// Moved to: a new status. Close after writing: the lock of a supervisor that is gone.
constexpr std::uint32_t kEvents = IN_MOVED_TO | IN_CLOSE_WRITE;

// Some file systems (of other machines) tell nothing: then this is how late an end is seen.
constexpr Milliseconds kLookAgain{1000};

} // namespace

Result<AttemptWatch> AttemptWatch::open(const std::filesystem::path& root)
{
    Descriptor events(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
    if (!events)
        return ioError(root);
    return AttemptWatch(std::move(events), root);
}

Result<bool> AttemptWatch::add(const ci::RunRef& run, int attempt)
{
    const auto folder = RunFolder::find(m_root, run);
    if (!folder)
        return folder.error();
    const AttemptPlace place = folder->place(attempt);
    const int watch = ::inotify_add_watch(m_events.get(), place.folder().c_str(), kEvents | IN_ONLYDIR);
    if (watch < 0)
        return ioError(place.folder());
    if (isFinished(place)) { // asked after the watch is set: an end in between is not missed
        ::inotify_rm_watch(m_events.get(), watch);
        return true;
    }
    m_watched.insert_or_assign(watch, place);
    return false;
}

std::vector<std::pair<ci::RunRef, int>> AttemptWatch::drain()
{
    std::array<char, 4096> events{};
    while (::read(m_events.get(), events.data(), events.size()) > 0) { }
    std::vector<std::pair<ci::RunRef, int>> ended;
    std::erase_if(m_watched, [&](const auto& entry) {
        const AttemptPlace& place = entry.second;
        if (!isFinished(place))
            return false;
        ::inotify_rm_watch(m_events.get(), entry.first);
        ended.emplace_back(place.run(), place.attempt);
        return true;
    });
    return ended;
}

Result<void> waitFinished(const std::filesystem::path& root, const ci::RunRef& run, int attempt, Milliseconds limit,
                          std::stop_token stop)
{
    auto watch = AttemptWatch::open(root);
    if (!watch)
        return watch.error();
    const auto ended = watch->add(run, attempt);
    if (!ended)
        return ended.error();
    const Descriptor stopEvent(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    const std::stop_callback onStop(stop, [&stopEvent] { ::eventfd_write(stopEvent.get(), 1); });
    const auto deadline = SteadyClock::now() + limit;
    for (bool over = *ended; !over; over = !watch->drain().empty()) {
        const auto left = std::chrono::ceil<Milliseconds>(deadline - SteadyClock::now());
        const std::string what = "attempt " + std::to_string(attempt) + " of run " + run.number + " of " + run.line;
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "waiting for " + what + " was stopped"};
        if (left <= Milliseconds(0))
            return Error{ErrorCode::Timeout, what + " has not ended in time"};
        std::array<pollfd, 2> fds{pollfd{watch->descriptor(), POLLIN, 0}, pollfd{stopEvent.get(), POLLIN, 0}};
        ::poll(fds.data(), fds.size(), static_cast<int>(std::min(left, kLookAgain).count()));
    }
    return {};
}

} // namespace signalbox::local
