// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/runfolder.h"

#include "core/local/attemptlock.h"
#include "core/local/files.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <functional>

namespace signalbox::local {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxBytes = 16 * 1024 * 1024;

template <typename T>
Result<T> readRecord(const fs::path& file, Result<T> (*read)(std::string_view))
{
    const auto text = readFile(file, kMaxBytes);
    if (!text)
        return text.error();
    auto record = read(*text);
    if (!record)
        return Error{record.error().code, file.string() + ": " + record.error().detail};
    return record;
}

/// The number behind `prefix` in a name, or 0.
int numberIn(std::string_view name, std::string_view prefix)
{
    int number = 0;
    if (!name.starts_with(prefix))
        return 0;
    name.remove_prefix(prefix.size());
    const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
    return read.ec == std::errc() && read.ptr == name.data() + name.size() ? std::max(number, 0) : 0;
}

std::vector<int> numbersIn(const fs::path& folder, std::string_view prefix)
{
    std::vector<int> found;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (const int number = numberIn(at->path().filename().string(), prefix); number > 0)
            found.push_back(number);
    }
    std::ranges::sort(found, std::greater());
    return found;
}

void markLost(AttemptStatus& status)
{
    status.phase = ci::Phase::Finished;
    for (ci::Job& job : status.jobs) {
        if (job.phase == ci::Phase::Finished)
            continue;
        job.phase = ci::Phase::Finished;
        job.conclusion = ci::Conclusion::Lost;
    }
}

} // namespace

Result<RunFolder> RunFolder::find(const fs::path& root, const ci::RunRef& run)
{
    const Error unknown{ErrorCode::NotFound, "line " + run.line + " has no run " + run.number};
    if (!isPlainFileName(run.line) || numberIn(run.number, "") == 0)
        return unknown;
    RunFolder folder;
    folder.m_lineFolder = root / run.line;
    folder.m_number = run.number;
    auto record = readRecord(folder.place(1).runFile(), &runRecordFrom);
    if (!record)
        return record.error().code == ErrorCode::NotFound ? unknown : record.error();
    folder.m_record = *std::move(record);
    const auto attempts = numbersIn(folder.place(1).runFolder(), "attempt-");
    if (attempts.empty())
        return unknown;
    folder.m_newest = attempts.front();
    return folder;
}

AttemptPlace RunFolder::place(int attempt) const
{
    return {m_lineFolder, m_number, attempt};
}

Result<ci::Run> RunFolder::run(int attempt) const
{
    const AttemptPlace at = place(attempt);
    const auto spec = readRecord(at.specFile(), &attemptSpecFrom);
    if (!spec)
        return spec.error();
    const auto status = attemptStatus(at, *spec);
    if (!status)
        return status.error();
    ci::Run run;
    run.line = at.run().line;
    run.number = m_number;
    run.branch = m_record.branch;
    run.commit = m_record.commit;
    run.author = m_record.author;
    run.trigger = m_record.trigger;
    run.attempt = attempt;
    run.phase = status->phase;
    run.startedAt = status->startedAt;
    run.finishedAt = status->finishedAt;
    std::vector<ci::Job> all = status->jobs;
    std::ranges::copy(spec->kept, std::back_inserter(all));
    for (const line::JobSpec& job : m_record.jobs) { // as the file has them
        const auto found = std::ranges::find(all, job.name, &ci::Job::name);
        if (found != all.end())
            run.jobs.push_back(*found);
    }
    if (run.phase == ci::Phase::Finished)
        run.conclusion = conclusionOf(run.jobs);
    return run;
}

Result<AttemptStatus> attemptStatus(const AttemptPlace& place, const AttemptSpec& spec)
{
    const bool alive = isLocked(place.lockFile()); // asked first: what is read afterwards is its last word if not
    auto status = readRecord(place.statusFile(), &attemptStatusFrom);
    if (status) {
        if (status->phase != ci::Phase::Finished && !alive)
            markLost(*status);
        return status;
    }
    AttemptStatus unknown;
    for (const line::JobSpec& job : spec.jobs)
        unknown.jobs.push_back(queuedJob(job, place.attempt));
    if (status.error().code == ErrorCode::NotFound)
        return unknown; // not begun
    if (status.error().code != ErrorCode::InvalidInput || alive)
        return status;
    markLost(unknown); // a power failure took the content
    return unknown;
}

bool isUntouched(const AttemptPlace& place)
{
    return !isLocked(place.lockFile()) && ::access(place.statusFile().c_str(), F_OK) != 0;
}

bool isFinished(const AttemptPlace& place)
{
    const auto status = attemptStatus(place, {});
    return status && status->phase == ci::Phase::Finished;
}

std::vector<int> runNumbers(const fs::path& lineFolder)
{
    return numbersIn(lineFolder / "runs", "");
}

} // namespace signalbox::local
