// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runtable.h"

#include "ui/models/filteredruns.h"
#include "ui/models/runtablemodel.h"
#include "ui/runs/rundelegate.h"
#include "ui/widgets/celltable.h"

#include <QTableView>

#include <array>

namespace signalbox::ui {

namespace {

/// By RunTableModel::Column; the step takes what is left.
constexpr std::array<int, RunTableModel::ColumnCount> kWidths{152, 98, 54, 84, 70, 90, 66, 130, 72, 64};

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

} // namespace signalbox::ui
