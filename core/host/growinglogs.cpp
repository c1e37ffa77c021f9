// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/growinglogs.h"

#include "core/local/files.h"

#include <fstream>

namespace signalbox::host {

namespace fs = std::filesystem;

Result<void> writeLog(const fs::path& file, const LogReader& read, std::stop_token stop)
{
    std::ofstream out(file, std::ios::binary);
    std::optional<Error> fault;
    const auto check = [&] { // at once, while errno is of this
        if (!out && !fault)
            fault = local::ioError(file);
    };
    check();
    std::error_code error;
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, error);
    const auto write = [&](std::string_view piece) {
        out.write(piece.data(), static_cast<std::streamsize>(piece.size()));
        out.flush(); // somebody may be reading it
        check();
    };
    if (!fault) {
        if (auto done = read(write, std::move(stop)); !done)
            return done;
    }
    out.close();
    check();
    return fault ? Result<void>(*std::move(fault)) : Result<void>();
}

std::optional<fs::path> GrowingLogs::find(const fs::path& whole)
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_followed.find(whole);
    return at != m_followed.end() && !at->second->ended ? std::optional(at->second->file) : std::nullopt;
}

Result<fs::path> GrowingLogs::follow(const fs::path& whole, LogReader read)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_followed, [](const auto& entry) { return entry.second->ended.load(); });
    if (const auto known = m_followed.find(whole); known != m_followed.end())
        return known->second->file;
    if (m_followed.size() == kMost)
        return Error{ErrorCode::Conflict,
                     "the logs of " + std::to_string(kMost) + " jobs are followed already; wait until one has ended"};
    const fs::path file = local::freshName(whole.parent_path());
    if (auto made = local::createFile(file, {}); !made) // whoever is told of it may open it
        return made.error();
    auto followed = std::make_unique<Followed>();
    followed->file = file;
    followed->thread
        = std::jthread([file, whole, read = std::move(read), &ended = followed->ended](const std::stop_token& stop) {
              if (const auto done = writeLog(file, read, stop); done) {
                  std::error_code error;
                  fs::create_hard_link(file, whole, error); // where it cannot be, it is fetched again
              }
              ended = true;
          });
    m_followed.emplace(whole, std::move(followed));
    return file;
}

} // namespace signalbox::host
