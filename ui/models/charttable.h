// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a chart as a table: a row a moment, a column a series. For those who cannot see the chart, and to copy.
//
// Thread  GUI
#pragma once

#include "ui/models/chartdata.h"

#include <QAbstractTableModel>

namespace signalbox::ui {

class ChartTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void load(ChartData data);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    /// UserRole: the moment as ISO 8601, and the value as a program reads it.
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString cell(UtcTime moment, int column, bool plain) const;

    ChartData m_data;
    std::vector<UtcTime> m_moments;
};

/// A table as text: a line a row, a tab between columns, the heading first. UserRole where a cell has one.
QString tabSeparated(const QAbstractItemModel& table);

} // namespace signalbox::ui
