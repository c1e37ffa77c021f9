// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/prepare.h"

#include "core/local/files.h"
#include "core/local/process.h"
#include "core/local/runfolder.h"

#include <sys/types.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <set>

namespace signalbox::local {

namespace {

namespace fs = std::filesystem;

constexpr Milliseconds kLaunchLimit{20'000};
constexpr std::string_view kPreparedPrefix = ".new-"; // as freshName() makes them: .new-PID-…

Result<int> publishRun(const fs::path& prepared, const fs::path& lineFolder)
{
    const auto taken = runNumbers(lineFolder);
    for (int number = taken.empty() ? 1 : taken.front() + 1;; ++number) {
        const auto published = publish(prepared, lineFolder / "runs" / std::to_string(number));
        if (published)
            return number;
        if (published.error().code != ErrorCode::Conflict)
            return published.error();
    }
}

Result<void> writeAttempt(const fs::path& folder, const AttemptSpec& spec)
{
    if (auto made = makeFolder(folder); !made)
        return made;
    return createFile(folder / "spec.json", toText(spec));
}

Result<void> fillJobs(const fs::path& prepared, RunRecord& record, AttemptSpec& first, const ListJobs& listJobs)
{
    auto jobs = listJobs(prepared);
    if (!jobs)
        return jobs.error();
    record.jobs = *jobs;
    first.jobs = *std::move(jobs);
    return {};
}

} // namespace

Result<int> makeRun(const fs::path& lineFolder, RunRecord record, AttemptSpec first, const Git& git,
                    std::stop_token stop, const ListJobs& listJobs)
{
    const fs::path prepared = freshName(lineFolder / "runs");
    auto made = git.snapshot(record.commit, prepared / "source", stop);
    if (made && listJobs)
        made = fillJobs(prepared, record, first, listJobs);
    if (made)
        made = writeAttempt(prepared / "attempt-1", first);
    if (made)
        made = createFile(prepared / "run.json", toText(record));
    auto number = made ? publishRun(prepared, lineFolder) : Result<int>(made.error());
    if (!number)
        static_cast<void>(removeTree(prepared)); // why it failed is the better thing to tell
    return number;
}

Result<void> makeAttempt(const AttemptPlace& place, const AttemptSpec& spec)
{
    const fs::path prepared = freshName(place.runFolder());
    auto made = writeAttempt(prepared, spec);
    if (made)
        made = publish(prepared, place.folder());
    if (!made)
        static_cast<void>(removeTree(prepared)); // why it failed is the better thing to tell
    return made;
}

AttemptSpec specOfRun(const RunRecord& record)
{
    AttemptSpec spec;
    spec.commit = record.commit;
    spec.jobs = record.jobs;
    return spec;
}

AttemptSpec specOfRerun(const RunRecord& record, const ci::Run& last)
{
    AttemptSpec spec;
    spec.commit = record.commit;
    std::set<std::string> again;
    for (const line::JobSpec& job : record.jobs) { // each comes after what it needs
        const auto state = std::ranges::find(last.jobs, job.name, &ci::Job::name);
        const bool passed = state != last.jobs.end() && state->conclusion == ci::Conclusion::Success;
        const bool needsAgain = std::ranges::any_of(job.needs, [&](const auto& need) { return again.contains(need); });
        if (passed && !needsAgain) {
            spec.kept.push_back(*state);
            continue;
        }
        again.insert(job.name);
        spec.jobs.push_back(job);
    }
    return spec;
}

Result<void> launch(const fs::path& supervisor, const std::vector<std::string>& secrets, const AttemptPlace& place,
                    std::stop_token stop)
{
    std::string input; // no argument, no variable: those can be seen by others
    for (const std::string& secret : secrets)
        input += secret + "\n";
    const auto done = runProcess({.arguments = {supervisor, place.folder()},
                                  .folder = "/",
                                  .environment = allowedEnvironment(),
                                  .input = std::move(input),
                                  .timeLimit = kLaunchLimit},
                                 stop);
    if (!done)
        return done.error();
    if (done->exitCode != 0)
        return Error{ErrorCode::Io, supervisor.string() + ": " + done->err.substr(0, done->err.find('\n'))};
    return {};
}

void discardAbandoned(const fs::path& folder)
{
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename();
        pid_t maker = 0;
        if (!name.starts_with(kPreparedPrefix))
            continue;
        std::from_chars(name.data() + kPreparedPrefix.size(), name.data() + name.size(), maker);
        if (maker > 0 && ::kill(maker, 0) != 0 && errno == ESRCH)
            static_cast<void>(removeTree(at->path())); // tried again the next time
    }
}

} // namespace signalbox::local
