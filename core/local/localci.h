// SPDX-License-Identifier: GPL-3.0-or-later
// The CI system of this machine: jobs of signalbox.yaml, run as processes of their own, or those of a .gitlab-ci.yml,
// run by gitlab-ci-local.
//
// Thread   any; immutable. Several programs may use one data folder at the same time.
// Process  an attempt is run by a supervisor apart from this program: it goes on when this one ends, and is started
//          once, however often it is asked for
// Errors   as ci::System; InvalidInput for a folder that is no git repository, an unknown commit, a bad signalbox.yaml,
//          a .gitlab-ci.yml that cannot run here; Io where gitlab-ci-local or what it needs is missing
// Disk     core/local/layout.md
#pragma once

#include "core/ci/cisystem.h"
#include "core/line/linefile.h"
#include "core/local/attemptplace.h"
#include "core/local/git.h"
#include "core/local/records.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace signalbox::local {

struct LocalCiSettings {
    std::filesystem::path root; // data folder: a folder a line
    std::filesystem::path supervisor; // the program signalbox-job
    std::function<std::optional<std::filesystem::path>(const std::string& line)> repositoryOf;
    bool isolate = true; // where bubblewrap works
    Milliseconds grace{2000}; // that a job has between TERM and KILL
    /// Asked for at each start: kept out of logs and the names of steps, besides what looks like one.
    std::function<std::vector<std::string>()> secrets = [] { return std::vector<std::string>(); };
};

/// signalbox.yaml as the default branch of a repository has it; NotFound where there is none. One without jobs leaves
/// them to a .gitlab-ci.yml.
Result<line::LineFile> lineFileIn(const std::filesystem::path& repository, std::stop_token stop);

/// Whose jobs are run on the default branch of a repository.
struct PipelineFile {
    std::string name; // "signalbox.yaml" or ".gitlab-ci.yml"
    std::size_t jobs = 0; // of signalbox.yaml
    bool passesOverGitLab = false; // there is a .gitlab-ci.yml besides
};

/// NotFound where there is neither; InvalidInput where there is a fault, or no job.
Result<PipelineFile> pipelineFileIn(const std::filesystem::path& repository, std::stop_token stop);

class LocalCi final : public ci::System {
public:
    explicit LocalCi(LocalCiSettings settings);

    std::string_view provider() const override { return "local"; }
    Result<ci::Run> run(const ci::RunRef& run, std::stop_token stop) override;
    Result<void> readLog(const ci::RunRef& run, const std::string& job, int attempt,
                         const std::function<void(std::string_view)>& sink, std::stop_token stop) override;
    Result<int> rerunFailed(const ci::RunRef& run, const ci::Rerun& how, std::stop_token stop) override;
    Result<std::vector<std::string>> clearCaches(const ci::RunRef& run, std::stop_token stop) override;
    Result<void> cancel(const ci::RunRef& run, std::stop_token stop) override;

    /// A new run of the jobs that signalbox.yaml, or else .gitlab-ci.yml, names at `commit`, which may be a branch.
    Result<ci::RunRef> start(const std::string& line, const std::string& commit, const std::string& trigger,
                             std::stop_token stop) const;

    /// The runs of a line as they are now, the newest first.
    Result<std::vector<ci::Run>> list(const std::string& line) const;

    /// The run as an earlier attempt left it.
    Result<ci::Run> attempt(const ci::RunRef& run, int attempt) const;

    /// signalbox.yaml of the line's default branch: where policy comes from. NotFound where there is none.
    Result<line::LineFile> lineFile(const std::string& line, std::stop_token stop) const;

    /// Where readLog() reads; NotFound before the job has begun.
    Result<std::filesystem::path> logFile(const ci::RunRef& run, const std::string& job, int attempt) const;

    /// The newest attempt of every run that has not ended.
    std::vector<std::pair<ci::RunRef, int>> unfinished() const;

    /// Starts the supervisors of attempts that were prepared when this program, or another, was killed.
    Result<void> startUntouched(std::stop_token stop) const;

private:
    Result<std::filesystem::path> repository(const std::string& line) const;
    Result<int> makeGitLabRun(const std::string& line, const RunRecord& record, const Commit& commit, const Git& git,
                              const std::stop_token& stop) const;
    AttemptSpec withSettings(AttemptSpec spec) const;
    Result<void> keepGoing(const AttemptPlace& place, std::stop_token stop) const;

    const LocalCiSettings m_settings;
};

} // namespace signalbox::local
