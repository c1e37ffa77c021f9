// SPDX-License-Identifier: GPL-3.0-or-later
// What the graph view paints: a node with its state, an edge with its label.
//
// Thread     GUI
// Ownership  the scene owns the items; the theme outlives them
#pragma once

#include "ui/models/graphstate.h"
#include "ui/models/statusrole.h"
#include "ui/shell/theme.h"
#include "ui/widgets/graphlayout.h"

#include <QGraphicsItem>
#include <QPainterPath>

namespace signalbox::ui {

StatusRole roleOf(NodeState state);

/// "0.8 s", "running 1:12", "edge not taken": the second line of a node.
QString nodeDetail(const NodeView& node, UtcTime now);

/// "Verify fix, running for 1 minute 12 seconds, step 7 of 8, attempt 2 of 3."
QString spokenNode(const NodeView& node, int steps, UtcTime now);

class GraphNodeItem final : public QGraphicsItem {
public:
    GraphNodeItem(const Theme& theme, const PlacedNode& place);

    void show(const NodeView& node, UtcTime now);
    void setPicked(bool picked); // keyboard focus lies on it
    void turn(double angle); // of the running arc
    const NodeView& view() const { return m_view; }
    const QRectF& place() const { return m_rect; }

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintFrame(QPainter& painter) const;
    void paintText(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;

    const Theme& m_theme;
    QRectF m_rect;
    NodeView m_view;
    QString m_detail;
    double m_angle = 0;
    bool m_picked = false;
};

class GraphEdgeItem final : public QGraphicsItem {
public:
    GraphEdgeItem(const Theme& theme, PlacedEdge place);

    void show(const EdgeView& edge);
    QString words() const; // "retry 2 of 3"

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const Theme& m_theme;
    PlacedEdge m_place;
    QPainterPath m_line;
    EdgeView m_view;
};

} // namespace signalbox::ui
