// SPDX-License-Identifier: GPL-3.0-or-later
// The CI system of each line: this machine's, or that of the server on which it is.
//
// Thread     any
// Ownership  both systems, and what tells them apart, outlive it
// Errors     as ci::System
#pragma once

#include "core/ci/cisystem.h"

#include <map>
#include <mutex>

namespace signalbox::host {

class LineCi final : public ci::System {
public:
    struct Systems {
        ci::System& here;
        ci::System& github;
        std::function<bool(const std::string& line)> isRemote;
    };

    explicit LineCi(Systems systems) : m_systems(std::move(systems)) { }

    std::string_view provider() const override { return "line"; }
    Result<ci::Run> run(const ci::RunRef& run, std::stop_token stop) override;
    Result<void> readLog(const ci::RunRef& run, const std::string& job, int attempt,
                         const std::function<void(std::string_view)>& sink, std::stop_token stop) override;
    Result<int> rerunFailed(const ci::RunRef& run, const ci::Rerun& how, std::stop_token stop) override;
    Result<std::vector<std::string>> clearCaches(const ci::RunRef& run, std::stop_token stop) override;
    Result<void> cancel(const ci::RunRef& run, std::stop_token stop) override;
    Milliseconds lookAgain(const ci::RunRef& run) const override;

    /// For a screen, which must not hang on a server: a run of one as it was seen last, where it was.
    Result<ci::Run> lastSeen(const ci::RunRef& run);

private:
    ci::System& of(const ci::RunRef& run) const;

    const Systems m_systems;
    std::mutex m_mutex;
    std::map<std::pair<std::string, std::string>, ci::Run> m_seen; // by line and number; guarded by m_mutex
};

} // namespace signalbox::host
