// SPDX-License-Identifier: GPL-3.0-or-later
// A large graph with its sub-graphs folded into one node each, but for those that a person has opened.
//
// Thread  any; pure
// Source  DESIGN 5
#pragma once

#include "ui/models/graphstate.h"

#include <map>
#include <set>
#include <string>

namespace signalbox::ui {

inline constexpr int kFoldAbove = 30; // nodes of the whole graph

struct GraphFold {
    graph::Drawing drawing; // what is drawn
    std::map<std::string, std::string> stands; // node of the whole → the node that stands for it
    std::map<std::string, int> steps; // folded sub-graph → its steps

    bool isFolded(const std::string& node) const { return steps.contains(node); }
};

bool foldsAtFirst(const graph::Drawing& whole);

/// `open`: names of groups. A group within one that is folded is folded with it.
GraphFold fold(const graph::Drawing& whole, const std::set<std::string>& open);

/// A folded node tells the state of its steps: one that needs somebody before one that runs, that before failed ones.
GraphState fold(const GraphState& whole, const GraphFold& by);

/// The innermost open group around a node; empty: none.
std::string openGroupOf(const graph::Drawing& whole, const std::set<std::string>& open, const std::string& node);

} // namespace signalbox::ui
