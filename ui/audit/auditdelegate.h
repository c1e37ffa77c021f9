// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the rows of the audit log. Where the chain breaks, a band across the row tells what is not proven from there.
//
// Thread     GUI
// Ownership  the ThemeSource and the rows outlive it
// Source     mockup audit-broken-dark
#pragma once

#include "ui/models/auditmodel.h"
#include "ui/widgets/celltable.h"

class QTableView;

namespace signalbox::ui {

class AuditDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    AuditDelegate(const ThemeSource& themes, const AuditModel& model, const FilteredAudit& rows, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Gives the row beside the break the room for its band, and all others theirs.
    void fitRows(QTableView& table) const;

private:
    CellLook look(const QModelIndex& index) const;
    /// The band of the row, inside its rectangle; empty: it has none.
    QRect bandOf(const QModelIndex& index, const QRect& rect) const;
    void paintBand(QPainter& painter, const QStyleOptionViewItem& option, const QRect& band) const;

    const ThemeSource& m_themes;
    const AuditModel& m_model;
    const FilteredAudit& m_rows;
    const CellDelegate m_cells;
};

} // namespace signalbox::ui
