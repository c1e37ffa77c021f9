// SPDX-License-Identifier: GPL-3.0-or-later
// Places the nodes of a graph and routes its edges: layered left to right, branches below.
//
// The main flow, followed in order of declaration, fills the first row. A conditional branch drops below the step that
// chooses it; what follows goes on to the right. Loops run in the lane below their row.
//
// Thread  any; pure and deterministic: the same drawing always gives the same picture
// Units   device-independent pixels
// Source  Sugiyama et al. 1981 for the idea of layers; DESIGN 5 for the look
#pragma once

#include "core/graph/drawing.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <vector>

namespace signalbox::ui {

struct LayoutSizes {
    double nodeWidth = 148;
    double nodeHeight = 44;
    double gap = 23; // between columns
    double minChannel = 125; // between rows
    double lane = 30; // between horizontal parts that would overlap
    double firstLane = 48; // below a row
    // Where many lanes share a channel, and below the last row:
    double closeLane = 21;
    double closeFirstLane = 36;
    double closeLastLane = 26; // above the next row
    double outerLane = 28; // below the last row
};

struct PlacedNode {
    QString name;
    QRectF rect;
    int column = 0;
    int row = 0;
};

struct PlacedEdge {
    int from = 0; // indices of nodes
    int to = 0;
    QString label; // the condition
    std::vector<QPointF> path; // corners, the arrow is at the last
    QPointF labelAt; // centre
    bool loop = false; // leads back to a step that comes before
};

struct GraphLayout {
    std::vector<PlacedNode> nodes; // in order of declaration, without END
    std::vector<PlacedEdge> edges; // without those to END
    QRectF bounds;

    int indexOf(const QString& name) const; // -1: not there
};

GraphLayout layOut(const graph::Drawing& drawing, const LayoutSizes& sizes = {});

} // namespace signalbox::ui
