// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of every table stand on, and how they look while nothing newer is known than what they show.
//
// Thread  GUI
#pragma once

#include "ui/shell/theme.h"

class QAbstractItemView;
class QStyleOptionViewItem;

namespace signalbox::ui {

/// Its rows are the last that were known: dashed and muted.
void setAged(QAbstractItemView& view, bool aged);
bool isAged(const QStyleOptionViewItem& option);

/// Selection, and the hairline below.
void paintRowGround(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme);
void paintRowRule(QPainter& painter, const QStyleOptionViewItem& option, const QRect& place, const Theme& theme);

/// Of the words in a row; in an aged one all are the third.
struct RowInk {
    QColor primary;
    QColor secondary;
    QColor tertiary;
};
RowInk rowInk(const QStyleOptionViewItem& option, const Theme& theme);

} // namespace signalbox::ui
