// SPDX-License-Identifier: GPL-3.0-or-later
// One line of plain words that is painted again and again, as in the cells of a table: it is shaped once and kept, where
// QPainter::drawText would shape it each time, and twice where it is cut.
//
// Thread  GUI
#pragma once

#include <QRectF>
#include <QString>

class QPainter;

namespace signalbox::ui {

/// In the painter's font and pen, in the middle of the height; cut with an ellipsis where it has no room. `side`: Left
/// or Right, as the painter's direction reads.
void drawLine(QPainter& painter, const QRectF& place, Qt::Alignment side, const QString& words);

/// From a point of the base line on, whatever room there is.
void drawShaped(QPainter& painter, const QPointF& baseLine, const QString& words);

} // namespace signalbox::ui
