// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runtable.h"

#include "ui/models/filteredruns.h"
#include "ui/models/runtablemodel.h"
#include "ui/runs/rundelegate.h"
#include "ui/widgets/celltable.h"

#include <QHeaderView>
#include <QTableView>

#include <array>

namespace signalbox::ui {

namespace {

/// By RunTableModel::Column; the step takes what is left.
constexpr std::array<int, RunTableModel::ColumnCount> kWidths{152, 98, 54, 84, 70, 90, 66, 130, 72, 64};

constexpr int kLeastStep = 84;
constexpr int kMostLine = 200;
constexpr int kMostRun = 140;

} // namespace

QTableView* makeRunTable(const ThemeSource& themes, RunDelegate& delegate, FilteredRuns& runs, QWidget* parent)
{
    return makeTable(themes, delegate, runs,
                     {.widths = {kWidths.begin(), kWidths.end()},
                      .stretch = RunTableModel::Step,
                      .rowHeight = 0,
                      .name = RunTableModel::tr("Runs")},
                     parent);
}

void fitRunTable(QTableView& table, int room)
{
    fitColumn(table, RunTableModel::Line, {kWidths[RunTableModel::Line], kMostLine});
    fitColumn(table, RunTableModel::Run, {kWidths[RunTableModel::Run], kMostRun});
    for (const int column : {RunTableModel::Trigger, RunTableModel::Agent, RunTableModel::Attempts})
        table.setColumnHidden(column, false);
    const QHeaderView& header = *table.horizontalHeader();
    int needed = kLeastStep - header.sectionSize(RunTableModel::Step);
    for (int column = 0; column < RunTableModel::ColumnCount; ++column)
        needed += header.sectionSize(column);
    for (const int column : {RunTableModel::Trigger, RunTableModel::Agent, RunTableModel::Attempts}) {
        const bool hidden = needed > room;
        needed -= hidden ? header.sectionSize(column) : 0;
        table.setColumnHidden(column, hidden);
    }
}

} // namespace signalbox::ui
