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

} // namespace signalbox::ui
