// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of one-line cells in the house's dress: what a cell looks like is asked for, cell by cell.
//
// Thread     GUI
// Ownership  the ThemeSource outlives both
#pragma once

#include "ui/models/statusrole.h"
#include "ui/shell/theme.h"
#include "ui/widgets/label.h"

#include <QStyledItemDelegate>

#include <functional>
#include <optional>
#include <vector>

class QTableView;

namespace signalbox::ui {

struct CellLook {
    Type type = Type::Body;
    Tone tone = Tone::Secondary;
    std::optional<StatusRole> glyph{}; // before the text
    QString icon{}; // of resources/icons, where there is no glyph
    bool indent = false; // leaves the room of a glyph free
    bool tabular = false; // digits below each other
    bool right = false;
    bool alarm = false; // on the ground of what is critical
};

class CellDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using Looks = std::function<CellLook(const QModelIndex&)>;

    CellDelegate(const ThemeSource& themes, Looks looks, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const ThemeSource& m_themes;
    const Looks m_looks;
};

struct TableShape {
    std::vector<int> widths; // by column
    int stretch = 0; // the column that takes what is left
    int rowHeight = 0; // 0: the theme's
    QString name; // for screen readers
};

/// Selects rows; Tab leaves it; Enter and a double click activate. The parent owns the view; delegate and model
/// outlive it.
QTableView* makeTable(const ThemeSource& themes, QAbstractItemDelegate& delegate, QAbstractItemModel& model,
                      const TableShape& shape, QWidget* parent);

struct ColumnWidths {
    int least = 0;
    int most = 0;
};
/// As wide as the texts of the first rows want it.
void fitColumn(QTableView& table, int column, ColumnWidths widths);

} // namespace signalbox::ui
