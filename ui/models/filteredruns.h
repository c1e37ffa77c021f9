// SPDX-License-Identifier: GPL-3.0-or-later
// The runs that match a filter, newest first.
//
// Thread     GUI
// Ownership  the RunTableModel and the Clock outlive it
#pragma once

#include "ui/models/runfilter.h"

#include <QSortFilterProxyModel>

namespace signalbox::ui {

class RunTableModel;

class FilteredRuns final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    FilteredRuns(RunTableModel& runs, const Clock& clock, QObject* parent = nullptr);

    void setFilterLine(const QString& line);
    const QString& filterLine() const { return m_line; }
    const RunFilter& filter() const { return m_filter; }

    const host::RunSummary* at(int row) const;
    QModelIndex indexOf(RunId run) const; // invalid when it is filtered out or gone

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    RunTableModel& m_runs;
    const Clock& m_clock;
    QString m_line;
    RunFilter m_filter;
};

} // namespace signalbox::ui
