// SPDX-License-Identifier: GPL-3.0-or-later
// A graph as data to draw: taken from the object that runs, never written by hand.
//
// Disk    node names are those of checkpoints and events
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace signalbox::graph {

enum class EdgeKind : std::uint8_t { Plain, Conditional, FanOut, Join };

struct DrawnNode {
    std::string name; // "attempt_fix"; END is "__end__"
    bool entry = false;
    bool waits = false; // may wait for a person
    std::string group{}; // the sub-graph in which it stands; empty: in none
};

struct DrawnEdge {
    std::string from;
    std::string to;
    EdgeKind kind = EdgeKind::Plain;
    std::string label; // the condition's result, or the channel that is fanned out
    bool operator==(const DrawnEdge&) const = default;
};

/// A sub-graph. A node of the same name stands for it: in it where it is open, where it is left; or for all of it.
struct DrawnGroup {
    std::string name; // "heal", or "outer/heal"
    std::string within; // the group around it; empty: none
    bool operator==(const DrawnGroup&) const = default;
};

struct Drawing {
    std::string graph;
    int version = 1;
    std::vector<DrawnNode> nodes; // in order of declaration, END last
    std::vector<DrawnEdge> edges;
    std::vector<DrawnGroup> groups{}; // those around others before them
};

/// With every sub-graph drawn as one node.
Drawing folded(const Drawing& drawing);
/// The node that stands for `node` there.
std::string foldedName(const Drawing& drawing, const std::string& node);

std::string toMermaid(const Drawing& drawing);
std::string toDot(const Drawing& drawing);
nlohmann::json toJson(const Drawing& drawing);

} // namespace signalbox::graph
