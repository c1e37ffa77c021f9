// SPDX-License-Identifier: GPL-3.0-or-later
// The logs of one attempt in a ZIP archive from outside. Nothing is unpacked into a file: one log is read out of it,
// piece by piece, and only once it is known to be whole.
//
// Thread     any; read() may be called by several at once
// Ownership  holds the file
// Errors     one line each. NotFound: the job has no log in it; InvalidInput: it is no archive, or one that is not to
//            be trusted, or nobody can tell which log is the job's; Io; Cancelled
// Source     PKWARE APPNOTE 6.3.10, sections 4.3 and 4.4
#pragma once

#include "core/net/unnamedfile.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace signalbox::net {

/// What an archive may be.
struct ArchiveBounds {
    std::uint64_t bytes = 128ULL << 20; // of the archive
    std::uint64_t entries = 50'000;
    std::uint64_t directoryBytes = 16ULL << 20; // what says of all entries where they are
    std::uint64_t entryBytes = 1ULL << 30; // unpacked, as of a log that is fetched by itself
    std::uint64_t totalBytes = 8ULL << 30; // of all entries, unpacked, as they say
};

class LogArchive {
public:
    using Sink = std::function<void(std::string_view)>;

    /// `about`: for messages: "the log archive of attempt 1 of run 7 of acme/shop".
    static Result<LogArchive> open(UnnamedFile file, std::string about, const ArchiveBounds& bounds = {});

    /// The log of `job`. `jobs`: the names of all jobs of the attempt, of which it is one.
    Result<void> read(const std::string& job, const std::vector<std::string>& jobs, const Sink& sink,
                      const std::stop_token& stop) const;

private:
    struct Entry {
        std::uint64_t place = 0; // in the archive
        std::uint64_t bytes = 0; // unpacked, as it says
    };

    LogArchive(UnnamedFile file, std::string about, const ArchiveBounds& bounds);
    Result<void> readDirectory();
    Result<Entry> entryOf(const std::string& job, const std::vector<std::string>& jobs) const;
    Result<void> unpack(const Entry& entry, const std::string& job, const Sink& sink,
                        const std::stop_token& stop) const;
    Error faulty(const std::string& why) const;

    UnnamedFile m_file;
    const std::string m_about;
    const ArchiveBounds m_bounds;
    std::vector<std::string> m_names; // of jobs
    std::vector<Entry> m_entries; // likewise
};

} // namespace signalbox::net
