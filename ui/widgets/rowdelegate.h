// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the rows of a RowListModel: glyph, title and note at the right, detail below; headings in between.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QStyledItemDelegate>

class QListView;

namespace signalbox::ui {

class RowDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    struct Look {
        int height = 44;
        bool rules = false; // a hairline below each row
        bool strong = false; // titles in bold
        int left = 13;
        bool glyphs = true; // of the status
    };
    RowDelegate(const ThemeSource& themes, Look look, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintHeading(QPainter& painter, const QRect& rect, const struct ListRow& row) const;
    void paintRow(QPainter& painter, const QRect& rect, const struct ListRow& row, const struct RowInk& ink) const;

    const ThemeSource& m_themes;
    const Look m_look;
};

/// A list view in the house's dress, painted by a RowDelegate.
QListView* makeRowList(const ThemeSource& themes, RowDelegate::Look look, QWidget* parent);

} // namespace signalbox::ui
