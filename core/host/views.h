// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows and signalboxctl prints, as values read from the store.
// A figure on a screen and the same figure in --json come from these.
//
// Units   times are UTC; shares 0 to 1
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/time.h"
#include "core/ci/cisystem.h"
#include "core/gate/approval.h"
#include "core/gate/hold.h"
#include "core/graph/drawing.h"
#include "core/graph/origin.h"
#include "core/record/auditchain.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::host {

enum class RunState : std::uint8_t { Queued, Running, Waiting, Sleeping, Succeeded, Failed, Cancelled };

std::string_view runStateName(RunState state); // "queued", "running", …
std::optional<RunState> runStateFromName(std::string_view name);
inline bool isTerminal(RunState state)
{
    return state >= RunState::Succeeded;
}

/// One agent run, with the pipeline facts that its state holds.
struct RunSummary {
    RunId id;
    std::string agent; // "self-healing"
    std::string line;
    RunState state = RunState::Queued;
    std::string step; // the node that runs, waits or ran last
    int checkpoints = 0;
    int attempts = 1; // of the pipeline run that it looks after
    UtcTime startedAt;
    std::optional<UtcTime> finishedAt;
    std::string number; // of the pipeline run: "3"
    std::string branch;
    std::string commit;
    std::string trigger;
    std::string outcome; // "healed", "retried", "escalated", "green"; empty while it is open
    std::string failureClass;
    std::string fix; // the action tried last
    std::string job; // the one that failed first; empty: none has
    std::string rootCause; // its first line
    std::int64_t rootCauseLine = 0;
    std::optional<ApprovalId> approval; // the open or last one
    std::string failure; // why the run itself failed
    std::optional<graph::Origin> origin; // of a fork
    bool rehearsal = false; // a fork that does nothing: the record of the original answers
};

/// Part of an outage: another run asks a person for this one, too.
inline bool followsOutage(const RunSummary& run)
{
    return run.state == RunState::Sleeping && run.outcome == "escalated";
}

/// Whether runs of the agent can be forked and replayed: those that Runtime::rehearsable() knows.
inline bool isForkable(std::string_view agent)
{
    return agent == "self-healing";
}

struct CheckpointRow {
    std::int64_t number = 0; // 0 is the start
    UtcTime at;
    std::vector<std::string> nodes; // those whose updates made it; empty at the start
};

struct EventRow {
    std::int64_t seq = 0;
    UtcTime at;
    std::string type; // as in CLI.md
    std::string node;
    std::int64_t checkpoint = 0; // the last one written before it
    Json data;
};

/// One fix that the agent tried.
struct TriedFix {
    std::string action;
    std::string safety;
    int attempt = 0; // of the pipeline run that it started
    std::string outcome; // "passed", "failed"; empty while it runs
    Milliseconds took{0};
};

struct RunDetail {
    RunSummary summary;
    graph::Drawing drawing;
    std::vector<CheckpointRow> checkpoints;
    std::vector<EventRow> events;
    std::vector<ci::Job> jobs; // of the newest attempt; empty where the CI system has lost the run
    std::vector<TriedFix> tried;
    int maxAttempts = 0;
    Json state; // of the newest checkpoint
};

/// A new run from a checkpoint of another.
struct ForkRequest {
    RunId run;
    std::int64_t checkpoint = 0;
    Json patch; // of the state: RFC 7386
    bool live = false; // else a rehearsal
};

struct Forked {
    RunId run;
    std::vector<std::string> newChannels; // of the patch, that the original has never had
};

/// Where the log of a job lies: its bytes do not pass through the door.
struct LogPlace {
    std::string job;
    int attempt = 1;
    std::filesystem::path file; // redacted when it was written
    std::vector<std::int64_t> rootCause; // line numbers, the cause first
};

using gate::Hold;

/// A change of some run: `now` is empty when the run is gone.
struct RunDelta {
    RunId id;
    std::optional<RunSummary> now;
};

/// A part of the audit log, newest first.
struct AuditPart {
    std::vector<record::AuditRecord> records;
    std::int64_t total = 0; // records in the whole log
};

struct KnowledgeRow {
    std::string signature;
    std::string failureClass;
    std::string fix;
    int tried = 0;
    int worked = 0;
    UtcTime lastSeen;
};

} // namespace signalbox::host
