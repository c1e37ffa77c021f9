// SPDX-License-Identifier: GPL-3.0-or-later
// A CI system that plays attempts written down beforehand, and keeps what it was told to do.
#pragma once

#include "core/ci/cisystem.h"

#include <mutex>
#include <string>
#include <vector>

namespace signalbox::test {

/// How one attempt of the one job "build" ends.
struct Scene {
    ci::Conclusion conclusion = ci::Conclusion::Success;
    std::string log;
    bool running = false; // has not ended yet
};

class ScriptedCi final : public ci::System {
public:
    explicit ScriptedCi(std::vector<Scene> scenes) : m_scenes(std::move(scenes)) { }

    /// Set: a re-run is started, but the program is stopped before it has the answer.
    std::function<void()> brokenOff;
    std::optional<Error> runFault; // whoever asks for the run is told so
    std::optional<Error> rerunFault;
    std::optional<Milliseconds> ran; // each job, where its times are told

    std::string_view provider() const override { return "scripted"; }

    Result<ci::Run> run(const ci::RunRef& run, std::stop_token) override
    {
        const std::lock_guard lock(m_mutex);
        if (runFault)
            return *runFault;
        const Scene& scene = m_scenes[static_cast<std::size_t>(m_attempt) - 1];
        ci::Run out;
        out.line = run.line;
        out.number = run.number;
        out.branch = "main";
        out.commit = "8c1f2ab";
        out.author = "author";
        out.trigger = "push";
        out.attempt = m_attempt;
        out.phase = scene.running ? ci::Phase::Running : ci::Phase::Finished;
        out.conclusion = scene.running ? ci::Conclusion::None : scene.conclusion;
        out.finishedAt = fromUnixMs(1'700'000'000'000 + m_attempt);
        const bool passed = scene.conclusion == ci::Conclusion::Success;
        out.jobs.push_back(job("build", out, out.conclusion, passed ? 0 : 1));
        out.jobs.push_back(job("publish", out, passed ? ci::Conclusion::Success : ci::Conclusion::Skipped, {}));
        return out;
    }

    Result<void> readLog(const ci::RunRef&, const std::string& job, int attempt,
                         const std::function<void(std::string_view)>& sink, std::stop_token) override
    {
        const std::lock_guard lock(m_mutex);
        if (job != "build" || attempt > static_cast<int>(m_scenes.size()))
            return Error{ErrorCode::NotFound, "no log of " + job};
        sink(m_scenes[static_cast<std::size_t>(attempt) - 1].log);
        return {};
    }

    Result<int> rerunFailed(const ci::RunRef&, const ci::Rerun& how, std::stop_token) override
    {
        const std::lock_guard lock(m_mutex);
        if (rerunFault)
            return *rerunFault;
        m_told.push_back((how.debug ? "debug rerun of " : "rerun of ") + std::to_string(how.fromAttempt));
        if (how.fromAttempt == m_attempt && m_attempt < static_cast<int>(m_scenes.size()))
            ++m_attempt;
        if (brokenOff) {
            brokenOff();
            return Error{ErrorCode::Cancelled, "stopped"};
        }
        return how.fromAttempt + 1;
    }

    Result<std::vector<std::string>> clearCaches(const ci::RunRef&, std::stop_token) override
    {
        const std::lock_guard lock(m_mutex);
        m_told.emplace_back("clear caches");
        return std::vector<std::string>{"build/.cache"};
    }

    Result<void> cancel(const ci::RunRef&, std::stop_token) override { return {}; }

    std::string told() const
    {
        const std::lock_guard lock(m_mutex);
        std::string all;
        for (const std::string& one : m_told)
            all += (all.empty() ? "" : ", ") + one;
        return all;
    }
    void end(int attempt)
    {
        const std::lock_guard lock(m_mutex);
        m_scenes[static_cast<std::size_t>(attempt) - 1].running = false;
    }

private:
    ci::Job job(const char* name, const ci::Run& run, ci::Conclusion conclusion, std::optional<int> exitCode) const
    {
        ci::Job job;
        job.name = name;
        job.attempt = run.attempt;
        job.phase = run.phase;
        job.conclusion = conclusion;
        job.exitCode = exitCode;
        if (ran) {
            job.finishedAt = run.finishedAt;
            job.startedAt = *run.finishedAt - *ran;
        }
        return job;
    }

    mutable std::mutex m_mutex;
    std::vector<Scene> m_scenes; // guarded by m_mutex
    std::vector<std::string> m_told; // guarded by m_mutex
    int m_attempt = 1; // guarded by m_mutex
};

} // namespace signalbox::test
