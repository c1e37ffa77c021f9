// SPDX-License-Identifier: GPL-3.0-or-later
// What taking over a file of knowledge would change, record by record.
//
// Thread  GUI
#pragma once

#include "core/host/views.h"

#include <QAbstractTableModel>

namespace signalbox::ui {

class ImportModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Pattern, Fix, Before, After, Autonomy, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void load(record::ImportPlan plan);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    record::ImportPlan m_plan;
};

} // namespace signalbox::ui
