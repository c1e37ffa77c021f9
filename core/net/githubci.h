// SPDX-License-Identifier: GPL-3.0-or-later
// GitHub Actions as a CI system: its workflow runs, by their ids.
//
// Thread     any; calls block, and end soon after a stop
// Ownership  what is in Settings outlives it
// Errors     as ci::System and GitHubApi
// Source     https://docs.github.com/en/rest/actions
#pragma once

#include "core/base/time.h"
#include "core/ci/remotesystem.h"
#include "core/net/githublogs.h"

namespace signalbox::net {

class GitHubCi final : public ci::RemoteSystem {
public:
    struct Settings {
        HttpClient& client;
        const Clock& clock;
        /// Where the repository of a line is.
        std::function<Result<GitHubPlace>(const std::string& line)> placeOf;
    };

    explicit GitHubCi(Settings settings) : m_settings(std::move(settings)), m_logs(m_settings.clock) { }

    std::string_view provider() const override { return "github"; }
    /// GitHub calls cancelled what a job's time limit has ended: it is told as timed out.
    Result<ci::Run> run(const ci::RunRef& run, std::stop_token stop) override;
    Result<void> readLog(const ci::RunRef& run, const std::string& job, int attempt,
                         const std::function<void(std::string_view)>& sink, std::stop_token stop) override;
    /// Looks before it acts, and again where the answer was lost or refused: an attempt is started once.
    Result<int> rerunFailed(const ci::RunRef& run, const ci::Rerun& how, std::stop_token stop) override;
    /// Of those that the failed jobs say they restored, by key; names each with the branch or tag that it was of.
    Result<std::vector<std::string>> clearCaches(const ci::RunRef& run, std::stop_token stop) override;
    Result<void> cancel(const ci::RunRef& run, std::stop_token stop) override;
    /// Seldom: its line is watched, and each look is a request.
    Milliseconds lookAgain(const ci::RunRef&) const override { return std::chrono::minutes(5); }

    Result<std::vector<ci::Run>> newest(const std::string& line, int count, std::stop_token stop) override;
    /// The newest of them.
    Result<std::vector<ci::Run>> waiting(const std::string& line, std::stop_token stop) override;
    /// One request, and the conclusion that GitHub gives.
    Result<ci::Run> standing(const ci::RunRef& run, std::stop_token stop) override;
    Result<std::vector<std::string>> environmentsOf(const ci::Run& run, std::stop_token stop) override;
    Result<std::optional<std::string>> file(const std::string& line, const std::string& path,
                                            std::stop_token stop) override;

private:
    Result<GitHubApi> api(const std::string& line) const;
    /// `which`: the rest of the query.
    Result<std::vector<ci::Run>> list(const std::string& line, const std::string& which, int count,
                                      const std::stop_token& stop) const;
    Result<std::vector<GitHubJob>> jobs(GitHubApi& api, const ci::RunRef& run, int attempt,
                                        const std::stop_token& stop) const;
    /// Why a job that GitHub calls cancelled ended, where its own time limit did that; else empty.
    Result<std::string> passedLimitOf(GitHubApi& api, const GitHubJob& job, const std::stop_token& stop) const;
    Result<void> deleteCaches(GitHubApi& api, const std::string& key, std::vector<std::string>& deleted,
                              const std::stop_token& stop) const;

    const Settings m_settings;
    GitHubLogs m_logs;
};

} // namespace signalbox::net
