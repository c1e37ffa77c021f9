// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/filteredruns.h"

#include "ui/models/runtablemodel.h"

namespace signalbox::ui {

FilteredRuns::FilteredRuns(RunTableModel& runs, const Clock& clock, QObject* parent)
    : QSortFilterProxyModel(parent), m_runs(runs), m_clock(clock)
{
    setSourceModel(&runs);
    setDynamicSortFilter(true);
    sort(RunTableModel::State, Qt::DescendingOrder);
}

void FilteredRuns::setFilterLine(const QString& line)
{
    if (line == m_line)
        return;
    m_line = line;
    m_filter = parseRunFilter(line, m_clock.now());
    invalidateFilter();
}

const host::RunSummary* FilteredRuns::at(int row) const
{
    return m_runs.at(mapToSource(index(row, 0)).row());
}

QModelIndex FilteredRuns::indexOf(RunId run) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row)->id == run)
            return index(row, 0);
    }
    return {};
}

bool FilteredRuns::filterAcceptsRow(int row, const QModelIndex&) const
{
    return matches(m_filter, *m_runs.at(row));
}

bool FilteredRuns::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    return m_runs.at(left.row())->id < m_runs.at(right.row())->id;
}

} // namespace signalbox::ui
