// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a stored run once more, in memory, from what it recorded: effects, answers and
// times. Nothing outside is touched. Tells where the path or the state differs.
//
// Thread     any; nodes run on the Executor's threads, too
// Ownership  graph, recording and executor outlive the call
// Errors     those of the recording; Cancelled when told to stop
// Source     SPEC 1, time travel
#pragma once

#include "core/graph/runner.h"

#include <map>
#include <optional>
#include <set>

namespace signalbox::graph {

/// What the events of a run say of the superstep that follows one checkpoint.
struct RecordedStep {
    Json edges = Json::array(); // that were taken at its end, in order
    std::map<std::size_t, std::vector<Json>> answers; // by the task's place, in the order in which they came
    std::map<std::size_t, std::vector<UtcTime>> times; // that the clock said to a task when it finished
};

/// By the number of the checkpoint.
std::map<std::int64_t, RecordedStep> recordedSteps(const std::vector<std::pair<std::int64_t, Event>>& events);

/// A stored run.
class Recording {
public:
    virtual ~Recording() = default;
    virtual const std::set<std::int64_t>& numbers() const = 0; // of the checkpoints that are kept
    virtual bool hasSucceeded() const = 0;
    virtual const std::map<std::int64_t, RecordedStep>& steps() const = 0;
    virtual Result<Checkpoint> checkpoint(std::int64_t number) const = 0; // as when it was made
    virtual Result<std::optional<EffectRecord>> effect(const std::string& key) const = 0;
};

struct ReplayDifference {
    std::int64_t checkpoint = 0; // the first that is not as it was stored
    std::string what; // "nodes", "edges", "state", "effect", "failed", "waits", "end"
    std::string where; // of state: its path; of effect: its key
    Json stored; // null: nothing
    Json replayed;
};

struct ReplayReport {
    std::int64_t compared = 0; // checkpoints, the first one not counted
    std::vector<ReplayDifference> differences; // of the first checkpoint that differs; empty: it is the same
};

Result<ReplayReport> replay(const Graph& graph, RunId run, const Recording& recording, Executor& executor,
                            std::stop_token stop);

} // namespace signalbox::graph
