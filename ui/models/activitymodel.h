// SPDX-License-Identifier: GPL-3.0-or-later
// What agents did, as rows. Fed whole; told as a reset only where it differs.
//
// Thread  GUI
#pragma once

#include "ui/models/activity.h"

#include <QAbstractTableModel>

namespace signalbox::ui {

class ActivityModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Agent, Subject, What, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<Activity> rows);
    const Activity* at(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Activity> m_rows;
};

} // namespace signalbox::ui
