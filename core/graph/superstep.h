// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the due tasks of one superstep side by side.
//
// Thread  the caller's, and those of the Executor; returns when no task runs any more
#pragma once

#include "core/graph/runner.h"

#include <string>
#include <vector>

namespace signalbox::graph {

/// What became of one task.
struct TaskOutcome {
    enum class Kind : std::uint8_t { NotRun, Finished, Failed, Stopped, Held, Undecided, Broken };
    Kind kind = Kind::NotRun;
    Update update; // of Finished
    Error error; // of Failed; of the journal where it is Broken
    EffectRecord undecided;
    Milliseconds took{0};
    std::vector<UtcTime> times; // that the node was given by the clock
};

struct SuperstepScene {
    const Graph& graph;
    const State& state;
    const Frontier& frontier;
    const Lease& lease;
    Journal& journal;
    Executor& executor;
    const Clock& clock;
    const DriveControl& control;
};

/// One outcome for each task of the frontier, in its order. The final failure of one stops the others.
std::vector<TaskOutcome> runDueTasks(const SuperstepScene& scene);

} // namespace signalbox::graph
