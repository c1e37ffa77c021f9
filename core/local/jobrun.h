// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one job of an attempt from its checkout to its end, in a process made for it.
//
// Process  forked by the supervisor, single-threaded; adopts whatever the job's commands leave behind, and ends it
// Stop     SIGTERM, which stands blocked in the signal descriptor
// Order    the state is told at each change; the last one is finished
#pragma once

#include "core/base/redaction.h"
#include "core/local/attemptplace.h"
#include "core/local/gitlabjob.h"
#include "core/local/joblog.h"
#include "core/local/records.h"
#include "core/local/sandbox.h"

#include <functional>
#include <optional>

namespace signalbox::local {

struct JobContext { // all outlive the run
    const AttemptPlace& place;
    const AttemptSpec& spec;
    const Sandbox& sandbox;
    const Redactor& redactor;
    const Clock& clock;
    int stopDescriptor;
    std::function<void(const ci::Job&)> tell;
};

/// The folders of a job; `name` is unique in its attempt.
JobFolders jobFolders(const AttemptPlace& place, const std::string& name);

class JobRun {
public:
    JobRun(const JobContext& context, const line::JobSpec& job);
    void run();

private:
    Result<void> prepare(JobLog& log);
    void setUp(JobLog& log);
    ci::Conclusion runScript(JobLog& log);
    ci::Conclusion concludeStep(const Result<int>& exitCode, JobLog& log) const;
    Result<int> runStep(const std::string& command, JobLog& log);
    ci::Conclusion runByGitLab(JobLog& log);
    ci::Conclusion bringArtifacts(JobLog& log);
    ci::Conclusion concludeGitLab(const Result<int>& exitCode, const GitLabOutput& output, JobLog& log);
    Result<int> runCommand(std::vector<std::string> words, std::function<void(std::string_view)> sink);
    void restoreCaches(JobLog& log);
    void saveCaches(JobLog& log);
    void finish(ci::Conclusion conclusion);
    Environment environment() const;

    const JobContext& m_context;
    const line::JobSpec& m_job;
    JobFolders m_folders;
    std::optional<GitLabJobPlace> m_gitlab; // of a job of .gitlab-ci.yml, once it is prepared
    ci::Job m_state;
    std::chrono::steady_clock::time_point m_deadline;
};

} // namespace signalbox::local
