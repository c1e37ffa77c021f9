// SPDX-License-Identifier: GPL-3.0-or-later
// What one job of a .gitlab-ci.yml finds in its checkout, and what is kept of it for the jobs that need it.
//
// Thread  one
// Disk    attempt-N/artifacts/JOB, which later jobs see as links; core/local/layout.md
// Safety  no link that a job made is followed here
// Errors  Io where gitlab-ci-local or what it needs is missing
#pragma once

#include "core/local/attemptplace.h"
#include "core/local/gitlabcilocal.h"
#include "core/local/gitlaboutput.h"
#include "core/local/gitlabpipeline.h"
#include "core/local/joblog.h"
#include "core/local/records.h"

#include <filesystem>
#include <string>
#include <vector>

namespace signalbox::local {

class GitLabJobPlace {
public:
    /// `place`, `spec` and `job` outlive what is made.
    static Result<GitLabJobPlace> prepare(const AttemptPlace& place, const AttemptSpec& spec, const line::JobSpec& job,
                                          const std::filesystem::path& checkout);

    /// What the sandbox has to show besides the job's own folders.
    const std::vector<std::filesystem::path>& readable() const { return m_readable; }

    /// Brings the artifacts of a job that this one gets into the checkout, within the sandbox.
    struct Bringing {
        std::string job;
        std::vector<std::string> command;
    };
    const std::vector<Bringing>& artifacts() const { return m_artifacts; }

    std::vector<std::string> command() const;
    void tell(JobLog& log) const; // of the program, and of an image that is not used
    void keepArtifacts(JobLog& log) const;

private:
    GitLabJobPlace(const AttemptPlace& place, const line::JobSpec& job, std::filesystem::path checkout,
                   GitLabCiLocal program)
        : m_place(&place), m_job(&job), m_checkout(std::move(checkout)), m_program(std::move(program))
    {
    }

    Result<void> showArtifacts(const AttemptSpec& spec);

    const AttemptPlace* m_place;
    const line::JobSpec* m_job;
    std::filesystem::path m_checkout;
    GitLabCiLocal m_program;
    std::vector<std::filesystem::path> m_readable;
    std::vector<Bringing> m_artifacts;
};

} // namespace signalbox::local
