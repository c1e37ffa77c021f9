// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a state diff, changed ones first; unchanged ones on request.
//
// Thread  GUI
#pragma once

#include "ui/models/statediff.h"

#include <QAbstractListModel>

namespace signalbox::ui {

class DiffModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { PathRole = Qt::UserRole, ChangeRole, BeforeRole, AfterRole };

    using QAbstractListModel::QAbstractListModel;

    void setDiff(StateDiff diff); // a new pair of checkpoints: nothing of the old rows stays
    void setShowSame(bool show);
    bool showsSame() const { return m_showSame; }
    const StateDiff& diff() const { return m_diff; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    const DiffRow& row(int at) const;

    StateDiff m_diff;
    bool m_showSame = false;
};

QString changeLabel(Change change); // "changed"

} // namespace signalbox::ui
