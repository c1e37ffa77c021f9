// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that the window shows and signalboxctl prints, read from the store and
// the CI system in one place.
//
// Thread     any but the store thread; calls block on I/O
// Ownership  what is in Sources outlives it
// Errors     NotFound, Io
#pragma once

#include "core/host/runpart.h"
#include "core/host/scheduler.h"
#include "core/host/views.h"
#include "core/log/classify.h"

namespace signalbox::host {

class Queries {
public:
    struct Sources {
        store::Database& database;
        std::function<Result<ci::Run>(const ci::RunRef&)> pipeline;
        const GraphSet& graphs;
        std::function<Result<std::filesystem::path>(const ci::RunRef&, const std::string& job, int attempt)> logFile;
        std::function<Result<std::filesystem::path>(RunId, const std::string& key)> npmLog; // of a call of npm
    };

    explicit Queries(Sources sources) : m_sources(std::move(sources)) { }

    /// Newest first; `line` empty: of all lines; `before` 0: from the newest.
    Result<std::vector<RunSummary>> runs(int limit = 500, const std::string& line = {}, RunId before = {});
    /// The same of what can be read, and after them the older ones that have not ended; the rest is told.
    Result<Readable<RunSummary, RunId>> readableRuns();
    Result<OlderRuns> olderRuns(RunId before, int limit);
    /// Runs changed after `seq`; moves `seq` to the newest change.
    Result<std::vector<RunSummary>> runsChangedSince(std::int64_t& seq);
    Result<std::int64_t> lastChange();
    Result<RunSummary> summary(RunId run);
    /// `part` takes the events that it has not had yet.
    Result<RunDetail> run(RunId run, RunPart& part);
    Result<RunDetail> run(RunId run); // the newest part
    Result<Json> stateAt(RunId run, std::int64_t checkpoint);
    Result<LogPlace> log(RunId run, const std::string& job, int attempt);
    Result<std::vector<gate::Approval>> approvals();
    Result<Readable<gate::Approval, ApprovalId>> readableApprovals();
    Result<gate::Approval> approval(ApprovalId approval);
    Result<std::vector<Hold>> holds();
    Result<std::vector<EventRow>> events(RunId run);
    Result<std::vector<CheckpointRow>> checkpoints(RunId run);

private:
    Result<void> readOn(RunId run, RunPart& part);
    Result<LogPlace> npmLog(RunId run, int call, const Json& diagnosis);

    Sources m_sources;
};

} // namespace signalbox::host
