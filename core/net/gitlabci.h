// SPDX-License-Identifier: GPL-3.0-or-later
// GitLab's CI as a CI system: its pipelines, by their ids.
//
// Thread     any; calls block, and end soon after a stop
// Ownership  what is in Settings outlives it
// Errors     as ci::RemoteSystem and GitLabApi
// Source     https://docs.gitlab.com/api/pipelines/, https://docs.gitlab.com/api/jobs/
#pragma once

#include "core/ci/remotesystem.h"
#include "core/net/gitlabapi.h"
#include "core/net/gitlabruns.h"

namespace signalbox::net {

class GitLabTrace;

class GitLabCi final : public ci::RemoteSystem {
public:
    struct Settings {
        HttpClient& client;
        /// Where the project of a line is.
        std::function<Result<ForgePlace>(const std::string& line)> placeOf;
        Milliseconds pause{std::chrono::seconds(3)}; // between two looks at a log that grows
    };

    explicit GitLabCi(Settings settings) : m_settings(std::move(settings)) { }

    std::string_view provider() const override { return "gitlab"; }
    /// A configuration that GitLab cannot read is the one job that has failed.
    Result<ci::Run> run(const ci::RunRef& run, std::stop_token stop) override;
    /// A trace that is cut off is asked for from there on. While the job goes on, it is read as it grows, until both
    /// end.
    Result<void> readLog(const ci::RunRef& run, const std::string& job, int attempt,
                         const std::function<void(std::string_view)>& sink, std::stop_token stop) override;
    /// Retries the failed and cancelled jobs by one request. Looks before it acts, and again where the answer was lost
    /// or refused; what has been retried is not retried again by another request either. GitLab has no debug logging
    /// that a re-run could ask for.
    Result<int> rerunFailed(const ci::RunRef& run, const ci::Rerun& how, std::stop_token stop) override;
    bool takesDebug(const std::string&) const override { return false; } // that is in the project's own variables
    /// InvalidInput: GitLab lets nobody do that but a person on its pages, for the whole project.
    Result<std::vector<std::string>> clearCaches(const ci::RunRef& run, std::stop_token stop) override;
    Result<void> cancel(const ci::RunRef& run, std::stop_token stop) override;
    /// Seldom: its line is watched, and each look is some requests.
    Milliseconds lookAgain(const ci::RunRef&) const override { return std::chrono::minutes(5); }

    /// Tells no attempts.
    Result<std::vector<ci::Run>> newest(const std::string& line, int count, std::stop_token stop) override;
    Result<std::vector<ci::Run>> waiting(const std::string& line, std::stop_token stop) override;
    Result<ci::Run> standing(const ci::RunRef& run, std::stop_token stop) override;
    bool growsLogs() const override { return true; }
    Result<std::vector<std::string>> environmentsOf(const ci::Run& run, std::stop_token stop) override;
    Result<std::optional<std::string>> file(const std::string& line, const std::string& path,
                                            std::stop_token stop) override;

private:
    Result<GitLabApi> api(const std::string& line) const;
    Result<std::vector<ci::Run>> list(const std::string& line, const std::string& which, int count,
                                      const std::stop_token& stop) const;
    Result<void> addBridges(GitLabApi& api, ci::Run& run, const std::stop_token& stop) const;
    Result<void> readFaults(GitLabApi& api, const ci::RunRef& run, const std::function<void(std::string_view)>& sink,
                            const std::stop_token& stop) const;
    Result<void> follow(GitLabApi& api, std::int64_t job, GitLabTrace& trace,
                        const std::function<void(std::string_view)>& sink, const std::stop_token& stop) const;
    Result<GitLabJobs> jobs(GitLabApi& api, const ci::RunRef& run, const std::stop_token& stop) const;

    const Settings m_settings;
};

} // namespace signalbox::net
