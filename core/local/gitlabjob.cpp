// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/gitlabjob.h"

#include "core/line/gitlabjobs.h"
#include "core/local/files.h"
#include "core/local/jobcache.h"

#include <algorithm>
#include <optional>

namespace signalbox::local {

namespace {

namespace fs = std::filesystem;

const std::string kArtifacts = std::string(line::kGitLabStateFolder) + "/artifacts";

bool isRealFolder(const fs::path& path)
{
    std::error_code error;
    return fs::symlink_status(path, error).type() == fs::file_type::directory;
}

/// What gitlab-ci-local kept of `job`, where it kept something. A link that the job put there leads to nothing.
std::optional<fs::path> artifactsOf(const AttemptPlace& place, const std::string& job)
{
    const fs::path all = JobCache(place.artifactsFolder(job), -1).entry(kArtifacts);
    const fs::path own = all / line::gitlabFolderName(job);
    return isRealFolder(all) && isRealFolder(own) ? std::optional(own) : std::nullopt;
}

} // namespace

Result<GitLabJobPlace> GitLabJobPlace::prepare(const AttemptPlace& place, const AttemptSpec& spec,
                                               const line::JobSpec& job, const fs::path& checkout)
{
    auto program = GitLabCiLocal::find();
    if (!program)
        return program.error();
    GitLabJobPlace made(place, job, checkout, *std::move(program));
    made.m_readable = made.m_program.files();
    if (const auto removed = removeTree(checkout / line::kGitLabStateFolder); !removed)
        return removed.error();
    if (const auto shown = made.showArtifacts(spec); !shown)
        return shown.error();
    return made;
}

/// Of every job that has ended; gitlab-ci-local takes variables out of those that this one needs. The files are brought
/// here: where it keeps jobs apart by itself, it loses what is not in git before an after_script.
Result<void> GitLabJobPlace::showArtifacts(const AttemptSpec& spec)
{
    const fs::path folder = m_checkout / kArtifacts;
    if (auto made = makeFolder(folder); !made)
        return made;
    std::vector<std::pair<std::string, int>> others;
    for (const line::JobSpec& job : spec.jobs)
        others.emplace_back(job.name, m_place->attempt);
    for (const ci::Job& job : spec.kept)
        others.emplace_back(job.name, job.attempt);
    for (const auto& [job, attempt] : others) {
        const auto kept = artifactsOf({m_place->lineFolder, m_place->number, attempt}, job);
        if (!kept || job == m_job->name)
            continue;
        std::error_code error;
        fs::create_directory_symlink(*kept, folder / line::gitlabFolderName(job), error);
        if (error)
            return Error{ErrorCode::Io, kept->string() + ": " + error.message()};
        m_readable.push_back(*kept);
        if (std::ranges::find(m_job->gitlab->artifactsOf, job) != m_job->gitlab->artifactsOf.end())
            m_artifacts.push_back({job, {"rsync", "-a", "--exclude=/.gitlab-ci-reports", kept->string() + "/.", "./"}});
    }
    return {};
}

std::vector<std::string> GitLabJobPlace::command() const
{
    return m_program.runJob(m_job->name, m_checkout, !m_job->gitlab->image.empty());
}

void GitLabJobPlace::tell(JobLog& log) const
{
    log.say("Run by gitlab-ci-local " + m_program.version());
    if (!m_job->gitlab->image.empty())
        log.say("##[warning]The image " + m_job->gitlab->image
                + " is not used: a local run has no containers, the job runs in the shell of this machine");
}

void GitLabJobPlace::keepArtifacts(JobLog& log) const
{
    const JobCache kept(m_place->artifactsFolder(m_job->name), -1);
    const auto saved = kept.save(kArtifacts, m_checkout);
    if (!saved)
        log.say("##[warning]The artifacts were not kept: " + saved.error().detail);
}

} // namespace signalbox::local
