// SPDX-License-Identifier: GPL-3.0-or-later
// The live graph, and the same as a table for those who cannot see it (Ctrl+Shift+T).
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/models/graphstate.h"
#include "ui/shell/theme.h"

#include <QStackedWidget>

class QListView;

namespace signalbox::ui {

class EmptyState;
class GraphView;
class RowListModel;

class GraphPane final : public QStackedWidget {
    Q_OBJECT

public:
    explicit GraphPane(const ThemeSource& themes, QWidget* parent = nullptr);

    void setDrawing(const graph::Drawing& drawing);
    void setState(const GraphState& state, UtcTime now);
    void tick(UtcTime now);
    void toggleTable();
    GraphView* graph() const { return m_graph; }

signals:
    void nodePicked(const QString& name);

private:
    void fillTable(UtcTime now);

    GraphView* m_graph;
    QListView* m_table;
    RowListModel* m_rows;
    EmptyState* m_empty;
    GraphState m_state;
    bool m_tabular = false;
};

} // namespace signalbox::ui
