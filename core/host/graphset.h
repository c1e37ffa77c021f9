// SPDX-License-Identifier: GPL-3.0-or-later
// The graphs of this version by agent, and stored checkpoints as they read them.
//
// Thread  any
// Errors  NotFound: no such agent here. InvalidInput: a run is pinned to another version of its graph.
#pragma once

#include "core/graph/graph.h"
#include "core/store/runrow.h"

#include <map>

namespace signalbox::host {

using GraphSet = std::map<std::string, std::shared_ptr<const graph::Graph>, std::less<>>;

/// The graph with which a run of this agent was begun.
Result<std::shared_ptr<const graph::Graph>> graphOf(const GraphSet& graphs, const std::string& agent, int version);

Result<graph::Checkpoint> checkpointOf(store::StoredCheckpoint stored, const graph::Graph& graph);

} // namespace signalbox::host
