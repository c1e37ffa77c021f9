// SPDX-License-Identifier: GPL-3.0-or-later
// The workloads of the engine's benchmark: those that its peers are measured with.
//
// Thread  any
// Errors  those of GraphBuilder::compile()
#pragma once

#include "core/graph/graph.h"

namespace signalbox::host {

/// The input of all of them: a counter and a payload of about so many bytes as text.
Json benchInput(std::size_t payloadBytes);

/// Three nodes in a circle. Each counts, and changes one field of the payload: by merging that field into it or,
/// where `returnsAll`, by returning a changed copy of all of it.
Result<std::shared_ptr<const graph::Graph>> cycleGraph(int steps, bool returnsAll);

/// One node, fanned out over a list of `width` items, `rounds` times.
Result<std::shared_ptr<const graph::Graph>> fanGraph(int rounds, int width);

/// One node that waits for an event which never comes.
Result<std::shared_ptr<const graph::Graph>> waitGraph();

} // namespace signalbox::host
