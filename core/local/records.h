// SPDX-License-Identifier: GPL-3.0-or-later
// What the local CI keeps of a run and its attempts, and its JSON.
//
// Errors  InvalidInput for text that is none of ours
// Disk    field names as in core/local/layout.md; readers ignore what they do not know
#pragma once

#include "core/ci/cisystem.h"
#include "core/line/linefile.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::local {

/// run.json: never changes.
struct RunRecord {
    std::string commit;
    std::string branch;
    std::string author;
    std::string trigger;
    UtcTime createdAt;
    std::vector<line::JobSpec> jobs;
};

/// spec.json: what an attempt is to do; never changes.
struct AttemptSpec {
    std::string commit;
    bool debug = false;
    bool isolate = true; // where bubblewrap works
    Milliseconds grace{2000}; // that a job has between TERM and KILL
    std::vector<line::JobSpec> jobs; // to run; a need that is not among them has passed before
    std::vector<ci::Job> kept; // of earlier attempts
};

/// status.json: what the attempt's supervisor says of it.
struct AttemptStatus {
    ci::Phase phase = ci::Phase::Queued;
    bool isolated = false;
    std::optional<UtcTime> startedAt;
    std::optional<UtcTime> finishedAt;
    std::vector<ci::Job> jobs; // those of the spec, without the kept ones
};

std::string toText(const RunRecord& record);
std::string toText(const AttemptSpec& spec);
std::string toText(const AttemptStatus& status);
std::string toText(const ci::Job& job);

Result<RunRecord> runRecordFrom(std::string_view text);
Result<AttemptSpec> attemptSpecFrom(std::string_view text);
Result<AttemptStatus> attemptStatusFrom(std::string_view text);
Result<ci::Job> jobFrom(std::string_view text);

/// A job as it stands before it began.
ci::Job queuedJob(const line::JobSpec& spec, int attempt);

/// How a run ended, from how each of its jobs did.
ci::Conclusion conclusionOf(const std::vector<ci::Job>& jobs);

} // namespace signalbox::local
