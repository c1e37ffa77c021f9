// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the trace of one job of GitLab: as a whole, then by ranges what has come since, or what was cut off. A server
// that knows no ranges sends the whole again, of which the beginning is known.
//
// Thread     one; calls block
// Ownership  the API outlives it
// Errors     as GitLabApi
#pragma once

#include "core/net/gitlabapi.h"

namespace signalbox::net {

class GitLabTrace {
public:
    using Sink = std::function<void(std::string_view)>;

    GitLabTrace(GitLabApi& api, std::string path, std::string about)
        : m_api(api), m_path(std::move(path)), m_about(std::move(about))
    {
    }

    /// All that there is by now, and was not given before.
    Result<void> read(const Sink& sink, const std::stop_token& stop);
    std::size_t got() const { return m_got; } // bytes

private:
    Result<void> ask(const Sink& sink, const std::stop_token& stop);
    void give(std::string_view piece, const Sink& sink);

    GitLabApi& m_api;
    const std::string m_path;
    const std::string m_about;
    std::size_t m_got = 0;
    bool m_hasMore = false; // the last range was full
};

} // namespace signalbox::net
