// SPDX-License-Identifier: GPL-3.0-or-later
// Approvals as rows: open ones first, by deadline, as the engine orders them. Never reset.
//
// Thread     GUI
// Ownership  the Clock outlives it
#pragma once

#include "core/base/time.h"
#include "core/gate/approval.h"

#include <QAbstractListModel>

#include <vector>

namespace signalbox::ui {

class ApprovalListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        StatusOfRow = Qt::UserRole, // StatusRole as int
        IdOfRow, // qint64
        DetailOfRow, // "High. 1 of 2 approved", "Rejected by operator"
        TimeOfRow, // left until the deadline, or when it was closed
        IsOpen, // bool
    };

    explicit ApprovalListModel(const Clock& clock, QObject* parent = nullptr);

    void load(const std::vector<gate::Approval>& approvals);
    void tick(); // tells views that time has passed

    const gate::Approval* at(int row) const;
    const gate::Approval* find(ApprovalId approval) const;
    int openCount() const { return m_open; } // that wait for a person; rehearsals do not count
    int elsewhereCount() const { return m_elsewhere; } // that wait for Apps of others

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

signals:
    void openCountChanged(int open);

private:
    void putAt(int row, const gate::Approval& approval);
    QString detail(const gate::Approval& approval) const;
    QString time(const gate::Approval& approval) const;

    const Clock& m_clock;
    std::vector<gate::Approval> m_approvals;
    int m_open = 0;
    int m_elsewhere = 0;
};

/// Open or held: it still waits for a decision.
bool isOpen(const gate::Approval& approval);

} // namespace signalbox::ui
