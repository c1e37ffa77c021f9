// SPDX-License-Identifier: GPL-3.0-or-later
// A list of two-line rows with a status, as steps, queues and jobs are shown. Fed whole; only differences are told.
//
// Thread  GUI
#pragma once

#include "ui/models/statusrole.h"

#include <QAbstractListModel>
#include <QList>
#include <QString>

namespace signalbox::ui {

struct ListRow {
    QString id; // unique in its list
    StatusRole role = StatusRole::Succeeded;
    QString title;
    QString detail;
    QString right;
    QString rightBelow; // it, where there is no detail
    int depth = 0; // moves the row to the right
    QString toolTip;
    QString spoken; // for screen readers; empty: put together from the others
    bool heading = false; // not selectable
    bool urgent = false; // `right` in the colour of the status
    bool operator==(const ListRow&) const = default;
};

class RowListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    void setRows(QList<ListRow> rows);
    const ListRow& row(int at) const { return m_rows.at(at); }
    int indexOf(const QString& id) const; // -1: not there

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QList<ListRow> m_rows;
};

} // namespace signalbox::ui

Q_DECLARE_METATYPE(signalbox::ui::ListRow)
