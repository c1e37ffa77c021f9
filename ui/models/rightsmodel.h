// SPDX-License-Identifier: GPL-3.0-or-later
// The rights of one connection as rows, while they are tried and after.
//
// Thread  GUI
#pragma once

#include "ui/models/rightwords.h"

#include <QAbstractTableModel>

namespace signalbox::ui {

class RightsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Outcome, Use, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void load(std::vector<ci::TriedRight> rights, const QString& server, UtcTime now);
    void take(const ci::TriedRight& known, UtcTime now); // one more has been tried
    const std::vector<ci::TriedRight>& rights() const { return m_rights; }
    int tried() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<ci::TriedRight> m_rights;
    QString m_server; // in the name of the first; empty: unnamed
    UtcTime m_now;
};

} // namespace signalbox::ui
