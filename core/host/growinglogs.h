// SPDX-License-Identifier: GPL-3.0-or-later
// The logs of jobs that go on, on a server: each is written to a file of its own as it grows, for whoever reads it.
//
// Thread     any; each log is read on a thread of its own, until it ends or this does
// Ownership  what a log is read from outlives it
// Errors     Conflict (too many are followed), Io
// Disk       FOLDER/.new-…, which is the whole log too once it has ended
#pragma once

#include "core/base/result.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>

namespace signalbox::host {

/// Gives a log piece by piece.
using LogReader = std::function<Result<void>(const std::function<void(std::string_view)>& sink, std::stop_token stop)>;

/// Writes it to `file`, which only this user can read. What was written before an error stays.
Result<void> writeLog(const std::filesystem::path& file, const LogReader& read, std::stop_token stop);

class GrowingLogs {
public:
    static constexpr std::size_t kMost = 8; // at once

    /// The file of a log that is followed.
    std::optional<std::filesystem::path> find(const std::filesystem::path& whole);
    /// The file that is written from now on; once `read` has ended well, it stands at `whole` too.
    Result<std::filesystem::path> follow(const std::filesystem::path& whole, LogReader read);

private:
    struct Followed {
        std::filesystem::path file;
        std::atomic<bool> ended = false;
        std::jthread thread;
    };

    std::mutex m_mutex;
    std::map<std::filesystem::path, std::unique_ptr<Followed>> m_followed; // by the whole; guarded by m_mutex
};

} // namespace signalbox::host
