// SPDX-License-Identifier: GPL-3.0-or-later
// Logs of GitHub's jobs: each by its own link, or out of the archive of all logs of its attempt. The archive costs one
// counted request, whatever the number of jobs, but brings each log twice and those of the jobs that did well; so it is
// asked for where a job's own log is refused or not there, and for the third log of an attempt in which many failed.
// One log that a person opens is fetched alone.
//
// Thread     any; read() blocks
// Ownership  the clock outlives it
// Errors     one line each. NotFound: there is no log; Conflict: the job has not ended; InvalidInput: refused, or an
//            archive that is not to be trusted; Io; Network, Timeout: worth another try; Cancelled
// Disk       the archives of three attempts at most, in files without names; each for ten minutes, and until another
//            log is read
// Source     https://docs.github.com/en/rest/actions/workflow-runs (download workflow run attempt logs)
#pragma once

#include "core/net/githubapi.h"
#include "core/net/githubruns.h"
#include "core/net/logarchive.h"

#include <memory>
#include <mutex>
#include <optional>

namespace signalbox::net {

class GitHubLogs {
public:
    explicit GitHubLogs(const Clock& clock) : m_clock(clock) { }

    struct Wanted {
        std::string run; // "7"
        int attempt = 1;
        const std::vector<GitHubJob>& jobs; // of the attempt
        const GitHubJob& job; // one of them
    };

    /// `sink` is given the log as GitHub has it; nothing of one that then turns out not to be there.
    Result<void> read(GitHubApi& api, const Wanted& wanted, const LogArchive::Sink& sink, const std::stop_token& stop);

private:
    struct Kept {
        std::string attempt; // api, repository, run and attempt
        UtcTime since;
        int alone = 0; // logs that were fetched each by its own link
        std::shared_ptr<const LogArchive> archive = {};
        std::optional<Error> fault = {}; // why there is none, for good
        bool isSlow = false; // it was given up: whatever else there is comes first
    };

    struct Alone {
        Result<void> read;
        bool mayCome = false; // there is none, and its job has just ended
    };

    Alone readAlone(GitHubApi& api, const Wanted& wanted, const LogArchive::Sink& sink,
                    const std::stop_token& stop) const;
    static Error refusal(const Alone& alone, const Error& archive);
    Result<void> readFromArchive(GitHubApi& api, const Wanted& wanted, const LogArchive::Sink& sink,
                                 const std::stop_token& stop);
    Result<std::shared_ptr<const LogArchive>> fetch(GitHubApi& api, const Wanted& wanted,
                                                    const std::stop_token& stop) const;
    bool isArchiveBetter(const std::string& attempt, const Wanted& wanted);
    Kept& keptOf(const std::string& attempt); // m_mutex is held

    const Clock& m_clock;
    std::mutex m_mutex;
    std::vector<Kept> m_kept; // guarded by m_mutex
};

} // namespace signalbox::net
