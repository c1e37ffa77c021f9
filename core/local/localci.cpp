// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/localci.h"

#include "core/local/descriptor.h"
#include "core/local/files.h"
#include "core/local/git.h"
#include "core/local/gitlabcilocal.h"
#include "core/local/gitlabpipeline.h"
#include "core/local/jobcache.h"
#include "core/local/prepare.h"
#include "core/local/runfolder.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <variant>

namespace signalbox::local {

namespace {

namespace fs = std::filesystem;

constexpr const char* kLineFile = "signalbox.yaml";

std::string nameOf(const ci::RunRef& run)
{
    return "run " + run.number + " of " + run.line;
}

bool isBad(const ci::Job& job)
{
    return job.conclusion != ci::Conclusion::Success && job.conclusion != ci::Conclusion::Skipped;
}

Result<line::LineFile> parsed(const std::string& yaml)
{
    auto read = line::readLineFile(yaml);
    if (const auto* faults = std::get_if<std::vector<line::Fault>>(&read)) {
        const line::Fault& first = faults->front();
        const std::string more
            = faults->size() > 1 ? " (and " + std::to_string(faults->size() - 1) + " more)" : std::string();
        return Error{ErrorCode::InvalidInput,
                     "signalbox.yaml:" + std::to_string(first.line) + ": " + first.what + more};
    }
    return std::get<line::LineFile>(std::move(read));
}

/// Of a repository with neither file; `missing`: signalbox.yaml.
Error withoutPipeline(const Error& missing)
{
    return {missing.code, missing.detail + ", nor a " + kGitLabFile + "; commit one of them"};
}

/// Those of signalbox.yaml; none where the commit leaves them to a .gitlab-ci.yml.
Result<std::vector<line::JobSpec>> ownJobs(const Git& git, const std::string& commit, const std::stop_token& stop)
{
    const auto yaml = git.fileAt(commit, kLineFile, stop);
    if (!yaml && yaml.error().code != ErrorCode::NotFound)
        return yaml.error();
    auto file = yaml ? parsed(*yaml) : Result<line::LineFile>(yaml.error());
    if (file && !file->jobs.empty())
        return std::move(file->jobs);
    if (yaml && !file)
        return file.error();
    const auto theirs = git.fileAt(commit, kGitLabFile, stop);
    if (theirs)
        return std::vector<line::JobSpec>();
    if (theirs.error().code != ErrorCode::NotFound || !yaml)
        return theirs.error().code != ErrorCode::NotFound ? theirs.error() : withoutPipeline(yaml.error());
    return Error{ErrorCode::InvalidInput, "signalbox.yaml at " + commit + " has no jobs"};
}

Result<void> canRun(const std::vector<line::JobSpec>& jobs)
{
    if (std::ranges::none_of(jobs, [](const line::JobSpec& job) { return job.gitlab.has_value(); }))
        return {};
    const auto program = GitLabCiLocal::find();
    return program ? Result<void>() : program.error();
}

} // namespace

LocalCi::LocalCi(LocalCiSettings settings)
    : m_settings([&settings] {
          std::error_code error;
          const fs::path real = fs::weakly_canonical(fs::absolute(settings.root, error), error);
          if (!error)
              settings.root = real; // the sandbox hides it by its real path
          return std::move(settings);
      }())
{
}

Result<ci::Run> LocalCi::run(const ci::RunRef& run, std::stop_token)
{
    const auto folder = RunFolder::find(m_settings.root, run);
    if (!folder)
        return folder.error();
    return folder->run(folder->newestAttempt());
}

Result<ci::Run> LocalCi::attempt(const ci::RunRef& run, int attempt) const
{
    const auto folder = RunFolder::find(m_settings.root, run);
    if (!folder)
        return folder.error();
    if (attempt < 1 || attempt > folder->newestAttempt())
        return Error{ErrorCode::NotFound, nameOf(run) + " has no attempt " + std::to_string(attempt)};
    return folder->run(attempt);
}

Result<fs::path> LocalCi::logFile(const ci::RunRef& run, const std::string& job, int attempt) const
{
    const Error unknown{ErrorCode::NotFound,
                        nameOf(run) + " has no log of job " + job + " in attempt " + std::to_string(attempt)};
    const auto folder = RunFolder::find(m_settings.root, run);
    if (!folder || job.empty() || attempt < 1)
        return folder ? unknown : folder.error();
    const fs::path file = folder->place(attempt).logFile(job);
    std::error_code error;
    return fs::exists(file, error) ? Result<fs::path>(file) : unknown;
}

Result<void> LocalCi::readLog(const ci::RunRef& run, const std::string& job, int attempt,
                              const std::function<void(std::string_view)>& sink, std::stop_token stop)
{
    const auto file = logFile(run, job, attempt);
    if (!file)
        return file.error();
    const Descriptor fd(::open(file->c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd)
        return ioError(*file);
    std::array<char, 65'536> chunk{};
    while (!stop.stop_requested()) {
        const auto got = ::read(fd.get(), chunk.data(), chunk.size());
        if (got < 0 && errno != EINTR)
            return ioError(*file);
        if (got == 0)
            return {};
        if (got > 0)
            sink({chunk.data(), static_cast<std::size_t>(got)});
    }
    return Error{ErrorCode::Cancelled, "reading " + file->string() + " was stopped"};
}

Result<int> LocalCi::rerunFailed(const ci::RunRef& run, const ci::Rerun& how, std::stop_token stop)
{
    const auto folder = RunFolder::find(m_settings.root, run);
    if (!folder)
        return folder.error();
    const int newest = folder->newestAttempt();
    const AttemptPlace next = folder->place(how.fromAttempt + 1);
    if (how.fromAttempt < 1 || how.fromAttempt > newest)
        return Error{ErrorCode::NotFound, nameOf(run) + " has no attempt " + std::to_string(how.fromAttempt)};
    if (how.fromAttempt == newest) {
        const auto failed = folder->run(newest);
        if (!failed)
            return failed.error();
        if (failed->phase != ci::Phase::Finished)
            return Error{ErrorCode::Conflict, nameOf(run) + " is still going"};
        if (failed->conclusion == ci::Conclusion::Success)
            return Error{ErrorCode::Conflict, nameOf(run) + " has no failed job"};
        AttemptSpec spec = withSettings(specOfRerun(folder->record(), *failed));
        spec.debug = how.debug;
        if (const auto able = canRun(spec.jobs); !able)
            return able.error();
        const auto made = makeAttempt(next, spec);
        if (!made && made.error().code != ErrorCode::Conflict)
            return made.error(); // a conflict: somebody was quicker, with the same attempt
    }
    if (const auto going = keepGoing(next, stop); !going)
        return going.error();
    return next.attempt;
}

Result<std::vector<std::string>> LocalCi::clearCaches(const ci::RunRef& run, std::stop_token stop)
{
    const auto state = this->run(run, stop);
    if (!state)
        return state.error();
    if (state->phase != ci::Phase::Finished)
        return Error{ErrorCode::Conflict, nameOf(run) + " is still going"};
    std::vector<std::string> names;
    for (const ci::Job& job : state->jobs) {
        const AttemptPlace place{m_settings.root / run.line, run.number, job.attempt};
        const JobCache cache(place.cacheFolder(job.name), -1);
        const auto paths = cache.paths();
        if (!isBad(job) || paths.empty())
            continue;
        if (const auto cleared = cache.clear(); !cleared)
            return cleared.error();
        for (const std::string& path : paths)
            names.push_back(job.name + "/" + path);
    }
    return names;
}

Result<void> LocalCi::cancel(const ci::RunRef& run, std::stop_token stop)
{
    const auto folder = RunFolder::find(m_settings.root, run);
    if (!folder)
        return folder.error();
    const AttemptPlace place = folder->place(folder->newestAttempt());
    if (isFinished(place))
        return {}; // there is nothing left to cancel
    if (auto asked = replaceFile(place.cancelFile(), ""); !asked)
        return asked;
    return keepGoing(place, stop);
}

Result<std::vector<ci::Run>> LocalCi::list(const std::string& line) const
{
    if (const auto known = repository(line); !known)
        return known.error();
    std::vector<ci::Run> runs;
    for (const int number : runNumbers(m_settings.root / line)) {
        const auto folder = RunFolder::find(m_settings.root, {line, std::to_string(number)});
        if (!folder)
            return folder.error();
        auto run = folder->run(folder->newestAttempt());
        if (!run)
            return run.error();
        runs.push_back(*std::move(run));
    }
    return runs;
}

Result<line::LineFile> lineFileIn(const std::filesystem::path& repository, std::stop_token stop)
{
    const auto yaml = Git(repository).fileAtDefaultBranch(kLineFile, std::move(stop));
    if (!yaml)
        return yaml.error();
    return parsed(*yaml);
}

Result<PipelineFile> pipelineFileIn(const std::filesystem::path& repository, std::stop_token stop)
{
    const auto file = lineFileIn(repository, stop);
    if (!file && file.error().code != ErrorCode::NotFound)
        return file.error();
    const auto theirs = Git(repository).fileAtDefaultBranch(kGitLabFile, std::move(stop));
    if (file && !file->jobs.empty())
        return PipelineFile{kLineFile, file->jobs.size(), static_cast<bool>(theirs)};
    if (theirs)
        return PipelineFile{kGitLabFile, 0, false};
    if (theirs.error().code != ErrorCode::NotFound)
        return theirs.error();
    return file ? Error{ErrorCode::InvalidInput, "its signalbox.yaml has no jobs"} : withoutPipeline(file.error());
}

Result<line::LineFile> LocalCi::lineFile(const std::string& line, std::stop_token stop) const
{
    const auto where = repository(line);
    if (!where)
        return where.error();
    return lineFileIn(*where, std::move(stop));
}

std::vector<std::pair<ci::RunRef, int>> LocalCi::unfinished() const
{
    std::vector<std::pair<ci::RunRef, int>> found;
    std::error_code error;
    for (fs::directory_iterator at(m_settings.root, error), end; !error && at != end; at.increment(error)) {
        for (const int number : runNumbers(at->path())) {
            const ci::RunRef run{at->path().filename().string(), std::to_string(number)};
            const auto folder = RunFolder::find(m_settings.root, run);
            if (folder && !isFinished(folder->place(folder->newestAttempt())))
                found.emplace_back(run, folder->newestAttempt());
        }
    }
    return found;
}

Result<void> LocalCi::startUntouched(std::stop_token stop) const
{
    std::error_code error;
    for (fs::directory_iterator at(m_settings.root, error), end; !error && at != end; at.increment(error))
        discardAbandoned(at->path() / "runs");
    for (const auto& [run, attempt] : unfinished()) {
        if (auto going = keepGoing({m_settings.root / run.line, run.number, attempt}, stop); !going)
            return going;
    }
    return {};
}

Result<ci::RunRef> LocalCi::start(const std::string& line, const std::string& commit, const std::string& trigger,
                                  std::stop_token stop) const
{
    const auto where = repository(line);
    if (!where)
        return where.error();
    const Git git(*where);
    const auto at = git.commit(commit, stop);
    if (!at)
        return at.error();
    auto jobs = ownJobs(git, at->id, stop);
    if (!jobs)
        return jobs.error();
    const RunRecord record{at->id, at->branch, at->author, trigger, SystemClock().now(), *std::move(jobs)};
    const auto number = record.jobs.empty()
        ? makeGitLabRun(line, record, *at, git, stop)
        : makeRun(m_settings.root / line, record, withSettings(specOfRun(record)), git, stop);
    if (!number)
        return number.error();
    const ci::RunRef run{line, std::to_string(*number)};
    if (const auto going = keepGoing({m_settings.root / line, run.number, 1}, stop); !going)
        return going.error();
    return run;
}

Result<int> LocalCi::makeGitLabRun(const std::string& line, const RunRecord& record, const Commit& commit,
                                   const Git& git, const std::stop_token& stop) const
{
    const auto program = GitLabCiLocal::find();
    if (!program)
        return program.error();
    const GitLabPipeline pipeline{
        .repository = git, .commit = commit, .line = line, .program = *program, .isolate = m_settings.isolate};
    return makeRun(m_settings.root / line, record, withSettings(specOfRun(record)), git, stop,
                   [&](const fs::path& folder) { return listGitLabJobs(pipeline, folder, stop); });
}

Result<fs::path> LocalCi::repository(const std::string& line) const
{
    if (!isPlainFileName(line))
        return Error{ErrorCode::InvalidInput, "\"" + line + "\" cannot be a line's name"};
    auto where = m_settings.repositoryOf ? m_settings.repositoryOf(line) : std::nullopt;
    if (!where)
        return Error{ErrorCode::NotFound, "there is no line " + line};
    return *std::move(where);
}

AttemptSpec LocalCi::withSettings(AttemptSpec spec) const
{
    spec.isolate = m_settings.isolate;
    spec.grace = m_settings.grace;
    return spec;
}

Result<void> LocalCi::keepGoing(const AttemptPlace& place, std::stop_token stop) const
{
    if (!isUntouched(place))
        return {};
    return launch(m_settings.supervisor, m_settings.secrets(), place, stop);
}

} // namespace signalbox::local
