// SPDX-License-Identifier: GPL-3.0-or-later
// The live graph of a run. Laid out once for a drawing, then only repainted. Above 30 nodes its sub-graphs are folded;
// Enter or a double click opens one, or folds the one around a node again.
//
// Thread     GUI
// Ownership  the theme source outlives the view
#pragma once

#include "ui/models/graphfold.h"
#include "ui/shell/theme.h"
#include "ui/widgets/graphlayout.h"

#include <QGraphicsView>

#include <set>
#include <string>

namespace signalbox::ui {

class GraphEdgeItem;
class GraphNodeItem;

class GraphView final : public QGraphicsView {
    Q_OBJECT

public:
    explicit GraphView(const ThemeSource& themes, QWidget* parent = nullptr);

    void setDrawing(const graph::Drawing& drawing); // the same one again changes nothing
    void setState(const GraphState& state, UtcTime now);
    void setStill(bool still) { m_still = still; } // nothing turns
    void tick(UtcTime now); // four times a second while something runs

    const GraphLayout& placement() const { return m_layout; }
    QString summary() const { return m_summary; }
    QString picked() const; // the node with the keyboard focus; empty: none

signals:
    void nodePicked(const QString& name); // by mouse or arrow keys; of a folded one, its live or last step

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void rebuild();
    void toggleFold(int node);
    int nodeAt(QPoint place) const; // -1: none
    QString stepIn(const std::string& folded) const;
    void fit();
    void describe(UtcTime now);
    void bringToSight(const GraphState& state);
    void pick(int node);
    int nearest(int from, int dx, int dy) const;

    const ThemeSource& m_themes;
    graph::Drawing m_whole;
    GraphState m_wholeState;
    std::set<std::string> m_open; // groups
    GraphFold m_fold; // what is drawn of it
    GraphLayout m_layout;
    GraphState m_state;
    std::vector<GraphNodeItem*> m_nodes;
    std::vector<GraphEdgeItem*> m_edges;
    QString m_summary;
    QString m_inSight; // the shown node that was scrolled to
    UtcTime m_now;
    int m_picked = -1;
    bool m_still = false;
    double m_angle = 0;
};

} // namespace signalbox::ui
