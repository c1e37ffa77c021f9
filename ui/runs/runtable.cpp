// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runtable.h"

#include "ui/models/filteredruns.h"
#include "ui/models/runtablemodel.h"
#include "ui/runs/rundelegate.h"
#include "ui/widgets/tableheader.h"

#include <QTableView>

#include <array>

namespace signalbox::ui {

namespace {

/// By RunTableModel::Column; the step takes what is left.
constexpr std::array<int, RunTableModel::ColumnCount> kWidths{164, 98, 54, 84, 70, 90, 66, 130, 60, 64};

} // namespace

QTableView* makeRunTable(const ThemeSource& themes, RunDelegate& delegate, FilteredRuns& runs, QWidget* parent)
{
    auto* table = new QTableView(parent);
    table->setModel(&runs);
    table->setItemDelegate(&delegate);
    auto* header = new TableHeader(themes, table);
    table->setHorizontalHeader(header);
    for (int column = 0; column < RunTableModel::ColumnCount; ++column)
        table->setColumnWidth(column, kWidths[static_cast<std::size_t>(column)]);
    header->setSectionResizeMode(RunTableModel::Step, QHeaderView::Stretch);
    header->setMinimumSectionSize(48);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(themes.theme().size.row);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false); // Tab leaves the table
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->viewport()->setAutoFillBackground(false);
    table->setAccessibleName(QTableView::tr("Runs"));
    return table;
}

} // namespace signalbox::ui
