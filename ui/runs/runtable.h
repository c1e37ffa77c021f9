// SPDX-License-Identifier: GPL-3.0-or-later
// The table view of the Runs page: columns, header, keys.
#pragma once

class QTableView;
class QWidget;

namespace signalbox::ui {

class FilteredRuns;
class RunDelegate;
class ThemeSource;

/// The parent owns the view; the others outlive it.
QTableView* makeRunTable(const ThemeSource& themes, RunDelegate& delegate, FilteredRuns& runs, QWidget* parent);

/// Names and numbers of runs have the room that they want. Hides what there is none for; run detail tells it, too.
void fitRunTable(QTableView& table, int room);

} // namespace signalbox::ui
