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
};

struct DrawnEdge {
    std::string from;
    std::string to;
    EdgeKind kind = EdgeKind::Plain;
    std::string label; // the condition's result, or the channel that is fanned out
    bool operator==(const DrawnEdge&) const = default;
};

struct Drawing {
    std::string graph;
    int version = 1;
    std::vector<DrawnNode> nodes; // in order of declaration, END last
    std::vector<DrawnEdge> edges;
};

std::string toMermaid(const Drawing& drawing);
std::string toDot(const Drawing& drawing);
nlohmann::json toJson(const Drawing& drawing);

} // namespace signalbox::graph
