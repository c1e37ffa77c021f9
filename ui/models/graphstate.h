// SPDX-License-Identifier: GPL-3.0-or-later
// How the live graph looks at one moment of a run: a state for each node, and the edges taken so far.
//
// Thread  any; a pure function of what the engine stored
// Source  DESIGN 5
#pragma once

#include "core/host/views.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox::ui {

enum class NodeState : std::uint8_t { Pending, Running, Waiting, Succeeded, Failed, Skipped, Retrying };

struct NodeView {
    std::string name;
    NodeState state = NodeState::Pending;
    int visits = 0; // finished ones
    int position = 0; // of its last visit in the run, from 1; 0: not reached
    std::optional<Milliseconds> took; // of the last finished visit, waits included
    std::optional<UtcTime> since; // runs or waits since then
    std::optional<UtcTime> until; // a retry or a wait ends then
    int attempt = 0; // of a retried step; 0: not retried
    int maxAttempts = 0; // 0: unbounded or unknown
    std::string failure; // why it failed
    int steps = 0; // of the folded sub-graph that it stands for; 0: it is a step
    bool shown = false; // made the checkpoint on screen; where the present is followed, what is live stands for it
    bool live = false; // runs or waits now
};

struct EdgeView {
    std::string from;
    std::string to;
    graph::EdgeKind kind = graph::EdgeKind::Plain;
    std::string label;
    int taken = 0;
    bool bounded = false; // a loop that ends after `limit` rounds
    int limit = 0;
};

struct GraphState {
    std::vector<NodeView> nodes; // in order of declaration, without END
    std::vector<EdgeView> edges; // without those to END
    std::int64_t shown = 0; // the checkpoint
    bool live = true; // follows the present

    const NodeView* node(const std::string& name) const;
};

/// `checkpoint`: the moment to show; empty: the present. Nodes that run now keep their present state at any moment.
GraphState graphStateOf(const host::RunDetail& run, std::optional<std::int64_t> checkpoint);

/// True while some node waits for a person's decision; a run is "waiting" for events, too.
bool waitsForPerson(const host::RunDetail& run);

/// The events up to a checkpoint: with it the edges that its nodes took, without the next step's start.
std::size_t eventsUntil(const host::RunDetail& run, std::int64_t checkpoint);

} // namespace signalbox::ui
