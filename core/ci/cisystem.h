// SPDX-License-Identifier: GPL-3.0-or-later
// The port to a CI system, and its value types. A run is one execution of a
// pipeline; an attempt is one try of it; a job belongs to an attempt.
//
// Thread  any; a call may block on I/O and answers within 200 ms of a stop
// Errors  NotFound (no such run, job or log), Conflict (the run is still going),
//         Io, Network, Timeout, Cancelled
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace signalbox::ci {

enum class Phase : std::uint8_t { Queued, Running, Finished };

/// How a finished job or run ended. Lost: its runner went away without a word.
enum class Conclusion : std::uint8_t { None, Success, Failure, Cancelled, TimedOut, Skipped, Lost };

/// It failed, was cut off or went away: what a healing begins with.
constexpr bool isBad(Conclusion conclusion)
{
    return conclusion == Conclusion::Failure || conclusion == Conclusion::TimedOut || conclusion == Conclusion::Lost;
}

std::string_view conclusionName(Conclusion conclusion); // "none", "success", "failure", "cancelled", "timed_out", …
std::optional<Conclusion> conclusionFromName(std::string_view name);
std::string_view phaseName(Phase phase); // "queued", "running", "finished"
std::optional<Phase> phaseFromName(std::string_view name);

/// One command of a job with its own exit status.
struct Step {
    std::string name;
    std::optional<int> exitCode; // empty: not finished, or its system does not tell
    bool failed = false; // where its system does not tell the exit status
};

struct Job {
    std::string name;
    std::vector<std::string> needs;
    int attempt = 1; // the attempt of the run in which this job last ran
    Phase phase = Phase::Queued;
    Conclusion conclusion = Conclusion::None;
    std::optional<int> exitCode;
    std::optional<UtcTime> startedAt;
    std::optional<UtcTime> finishedAt;
    std::vector<Step> steps;
    bool isolated = false; // ran inside a sandbox
};

struct Run {
    std::string line; // the repository's name
    std::string number; // "7": unique within its line
    std::string branch;
    std::string commit;
    std::string author;
    std::string trigger; // "push", "schedule", "person"
    std::string workflow{}; // where a line has several: ".github/workflows/ci.yml"
    int attempt = 1;
    Phase phase = Phase::Queued;
    bool isHeld = false; // it goes on when a person lets it, and nothing of it does meanwhile
    Conclusion conclusion = Conclusion::None; // of the newest attempt, from the outcome of each of its jobs
    std::optional<UtcTime> startedAt;
    std::optional<UtcTime> finishedAt;
    std::vector<Job> jobs; // as of the newest attempt; a job not re-run keeps its older attempt
};

/// Whether there is nothing more to see of this attempt, unless a person wants it.
inline bool hasSettled(const Run& run)
{
    return run.phase == Phase::Finished || run.isHeld;
}

/// Names one run. `line` and `number` as in Run.
struct RunRef {
    std::string line;
    std::string number;
};

struct Rerun {
    bool debug = false; // more output from the job's own tools
    int fromAttempt = 1; // the attempt that failed; the new one is fromAttempt + 1
};

/// The event that wakes whoever waits for an attempt to end.
std::string finishedEvent(const RunRef& run, int attempt);
/// The run and attempt that such an event names.
std::optional<std::pair<RunRef, int>> attemptOf(std::string_view event);

class System {
public:
    virtual ~System() = default;

    virtual std::string_view provider() const = 0; // "local", "github", "gitlab"
    virtual Result<Run> run(const RunRef& run, std::stop_token stop) = 0;

    /// Streams the redacted log of one job in chunks; a chunk may end inside a line.
    virtual Result<void> readLog(const RunRef& run, const std::string& job, int attempt,
                                 const std::function<void(std::string_view)>& sink, std::stop_token stop)
        = 0;

    /// Starts attempt fromAttempt + 1 with the failed jobs of the last one and what needs them. Asked again for an
    /// attempt that exists already, it starts nothing and answers with that attempt.
    virtual Result<int> rerunFailed(const RunRef& run, const Rerun& how, std::stop_token stop) = 0;

    /// Whether more output can be asked of the jobs of such a line.
    virtual bool takesDebug(const std::string&) const { return true; }

    /// Deletes the cache entries of the run's failed jobs; answers with the names of those deleted.
    virtual Result<std::vector<std::string>> clearCaches(const RunRef& run, std::stop_token stop) = 0;

    virtual Result<void> cancel(const RunRef& run, std::stop_token stop) = 0;

    /// When it is worth looking at a run again that goes on, in case nobody tells of its end.
    virtual Milliseconds lookAgain(const RunRef&) const { return std::chrono::seconds(5); }
};

} // namespace signalbox::ci
