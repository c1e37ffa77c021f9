// SPDX-License-Identifier: GPL-3.0-or-later
// The first half of the layout: a column and a row for each node, and which edges lead back.
//
// Thread  any; pure
#pragma once

#include "core/graph/drawing.h"

#include <vector>

namespace signalbox::ui {

struct Cell {
    int column = -1; // not placed
    int row = -1;
    bool operator==(const Cell&) const = default;
};

struct Link {
    int from = 0;
    int to = 0;
    int edge = 0; // index in the drawing
    bool back = false; // closes a cycle
};

struct Placement {
    std::vector<int> nodes; // indices in the drawing, without END
    std::vector<Link> links; // between `nodes`, by their index here
    std::vector<Cell> cells; // of `nodes`
};

Placement placeNodes(const graph::Drawing& drawing);

} // namespace signalbox::ui
