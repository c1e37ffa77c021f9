// SPDX-License-Identifier: GPL-3.0-or-later
// Makes runs and attempts, each whole or not at all, and starts their supervisors.
//
// Thread  any, of several programs at the same time: of two that make the same attempt one wins, and both are fine
// Errors  Conflict (somebody else made it), Io, Timeout, Cancelled
#pragma once

#include "core/local/attemptplace.h"
#include "core/local/git.h"
#include "core/local/records.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace signalbox::local {

/// The jobs of a run whose snapshot is in `source` of this folder.
using ListJobs = std::function<Result<std::vector<line::JobSpec>>(const std::filesystem::path& folder)>;

/// A new run with its first attempt and a snapshot of its commit; answers with its number. With `listJobs`, its jobs
/// are what that says.
Result<int> makeRun(const std::filesystem::path& lineFolder, RunRecord record, AttemptSpec first, const Git& git,
                    std::stop_token stop, const ListJobs& listJobs = {});

Result<void> makeAttempt(const AttemptPlace& place, const AttemptSpec& spec);

/// All jobs.
AttemptSpec specOfRun(const RunRecord& record);

/// The jobs that did not pass in `last`, with all that need them; the others are kept.
AttemptSpec specOfRerun(const RunRecord& record, const ci::Run& last);

/// Starts `supervisor` on an attempt and waits until it has taken it on, or found that it need not.
Result<void> launch(const std::filesystem::path& supervisor, const std::vector<std::string>& secrets,
                    const AttemptPlace& place, std::stop_token stop);

/// Deletes what programs that are gone had begun to prepare in `folder`.
void discardAbandoned(const std::filesystem::path& folder);

} // namespace signalbox::local
