// SPDX-License-Identifier: GPL-3.0-or-later
// What a job's `cache` paths hold, kept from run to run.
//
// Before the job an entry is copied into the checkout; after a job that passed or failed it is replaced by what the
// checkout then holds. A job that was stopped, timed out or lost leaves the entry as it was.
//
// Disk    ROOT/LINE/cache/JOB/PATH with / written as %2F; an entry is replaced in one step
// Safety  a link in the checkout is never followed: a path cannot lead out of it
#pragma once

#include "core/local/attemptplace.h"

#include <filesystem>
#include <string>
#include <vector>

namespace signalbox::local {

class JobCache {
public:
    /// `folder`: of one job. `stopDescriptor` becoming readable ends a copy.
    JobCache(std::filesystem::path folder, int stopDescriptor) : m_folder(std::move(folder)), m_stop(stopDescriptor) { }

    /// False where there is no entry.
    Result<bool> restore(const std::string& path, const std::filesystem::path& checkout) const;
    /// False where the checkout has nothing there.
    Result<bool> save(const std::string& path, const std::filesystem::path& checkout) const;

    std::vector<std::string> paths() const; // of the entries, sorted
    std::filesystem::path entry(const std::string& path) const; // where it is, or would be
    Result<void> clear() const;

private:
    std::filesystem::path m_folder;
    int m_stop = -1;
};

/// Copies a file or folder as it is; `to` must not exist.
Result<void> copyTree(const std::filesystem::path& from, const std::filesystem::path& to, int stopDescriptor);

} // namespace signalbox::local
