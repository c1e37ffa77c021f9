// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/graphpane.h"

#include "ui/models/rowlistmodel.h"
#include "ui/models/words.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/graphitems.h"
#include "ui/widgets/graphview.h"
#include "ui/widgets/rowdelegate.h"

#include <QListView>

#include <algorithm>

namespace signalbox::ui {

GraphPane::GraphPane(const ThemeSource& themes, QWidget* parent)
    : QStackedWidget(parent),
      m_graph(new GraphView(themes, this)),
      m_table(makeRowList(themes, {.height = 44, .rules = true}, this)),
      m_rows(new RowListModel(this)),
      m_empty(new EmptyState(themes, QStringLiteral("nav-runs"), this))
{
    m_empty->setWords(tr("This run did not need an agent."));
    m_table->setModel(m_rows);
    m_table->setAccessibleName(tr("Graph as a table"));
    addWidget(m_graph);
    addWidget(m_table);
    addWidget(m_empty);
    connect(m_graph, &GraphView::nodePicked, this, &GraphPane::nodePicked);
    connect(m_table, &QListView::activated, this,
            [this](const QModelIndex& index) { emit nodePicked(m_rows->row(index.row()).id); });
    connect(m_table, &QListView::clicked, this,
            [this](const QModelIndex& index) { emit nodePicked(m_rows->row(index.row()).id); });
}

void GraphPane::setDrawing(const graph::Drawing& drawing)
{
    m_graph->setDrawing(drawing);
    if (drawing.nodes.empty())
        setCurrentWidget(m_empty);
    else
        setCurrentWidget(m_tabular ? static_cast<QWidget*>(m_table) : m_graph);
}

void GraphPane::setState(const GraphState& state, UtcTime now)
{
    m_state = state;
    m_graph->setState(state, now);
    fillTable(now);
}

void GraphPane::tick(UtcTime now)
{
    m_graph->tick(now);
    if (m_tabular)
        fillTable(now);
}

void GraphPane::toggleTable()
{
    if (currentWidget() == m_empty)
        return;
    m_tabular = !m_tabular;
    const bool focused = currentWidget()->hasFocus();
    setCurrentWidget(m_tabular ? static_cast<QWidget*>(m_table) : m_graph);
    if (focused)
        currentWidget()->setFocus();
}

void GraphPane::fillTable(UtcTime now)
{
    int steps = 0;
    for (const auto& node : m_state.nodes)
        steps = std::max(steps, node.position);
    QList<ListRow> rows;
    for (const auto& node : m_state.nodes) {
        QStringList leads;
        for (const auto& edge : m_state.edges)
            if (edge.from == node.name && edge.taken > 0)
                leads.append(edge.taken > 1 ? tr("%1 × %2").arg(stepName(edge.to)).arg(edge.taken) : stepName(edge.to));
        ListRow row;
        row.id = QString::fromStdString(node.name);
        row.role = roleOf(node.state);
        row.title = stepName(node.name);
        row.detail = nodeDetail(node, now);
        row.right = leads.isEmpty() ? QString() : tr("led to %1").arg(leads.join(QStringLiteral(", ")));
        row.spoken = spokenNode(node, steps, now);
        rows.append(row);
    }
    m_rows->setRows(rows);
}

} // namespace signalbox::ui
