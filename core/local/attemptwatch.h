// SPDX-License-Identifier: GPL-3.0-or-later
// Tells when attempts end, without asking again and again.
//
// Thread  one; descriptor() suits QSocketNotifier or poll()
// Loss    none: an attempt's end is seen from its last status, and from its lock becoming free however it ended
// Errors  NotFound, Io (the system has no more watches to give), Timeout, Cancelled
// Source  inotify(7)
#pragma once

#include "core/base/time.h"
#include "core/ci/cisystem.h"
#include "core/local/attemptplace.h"
#include "core/local/descriptor.h"

#include <filesystem>
#include <map>
#include <stop_token>
#include <utility>
#include <vector>

namespace signalbox::local {

class AttemptWatch {
public:
    /// `root`: the data folder of the LocalCi.
    static Result<AttemptWatch> open(const std::filesystem::path& root);

    /// Readable when drain() may have something to tell.
    int descriptor() const { return m_events.get(); }

    /// True: the attempt has ended already, and is not watched.
    Result<bool> add(const ci::RunRef& run, int attempt);

    /// Those of the watched that have ended; they are not watched any more. Does not wait.
    std::vector<std::pair<ci::RunRef, int>> drain();

private:
    AttemptWatch(Descriptor events, std::filesystem::path root) : m_events(std::move(events)), m_root(std::move(root))
    {
    }

    Descriptor m_events;
    std::filesystem::path m_root;
    std::map<int, AttemptPlace> m_watched; // by inotify's number
};

/// Waits for an attempt's end, for those who may block.
Result<void> waitFinished(const std::filesystem::path& root, const ci::RunRef& run, int attempt, Milliseconds limit,
                          std::stop_token stop);

} // namespace signalbox::local
