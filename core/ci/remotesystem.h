// SPDX-License-Identifier: GPL-3.0-or-later
// The port to a CI system on a server, which is watched by asking it.
//
// Thread  any; a call may block on I/O and answers within 200 ms of a stop
// Errors  as System; InvalidInput where the server refuses
#pragma once

#include "core/ci/cisystem.h"

namespace signalbox::ci {

/// An environment that something deploys to, and that cannot be told.
inline constexpr std::string_view kAnyEnvironment = "*";

class RemoteSystem : public System {
public:
    /// The newest runs of the line, without their jobs: one request for each 100. An attempt of 0 is not told there.
    virtual Result<std::vector<Run>> newest(const std::string& line, int count, std::stop_token stop) = 0;

    /// Those that wait for a person there, as newest(); where the server has no list of them: none.
    virtual Result<std::vector<Run>> waiting(const std::string&, std::stop_token) { return std::vector<Run>(); }

    /// As run(), without its jobs.
    virtual Result<Run> standing(const RunRef& run, std::stop_token stop) = 0;

    /// Where jobs of the run may deploy to, as far as it can be told; kAnyEnvironment: that cannot be.
    virtual Result<std::vector<std::string>> environmentsOf(const Run&, std::stop_token)
    {
        return std::vector<std::string>();
    }

    /// Whether readLog() gives the log of a job that goes on, as it grows, and ends with it.
    virtual bool growsLogs() const { return false; }

    /// The file as the default branch has it; nothing where it is known that there is none.
    virtual Result<std::optional<std::string>> file(const std::string& line, const std::string& path,
                                                    std::stop_token stop)
        = 0;
};

} // namespace signalbox::ci
