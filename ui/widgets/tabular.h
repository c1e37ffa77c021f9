// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers whose digits stand below each other: every digit takes the width of the widest one.
// Qt 6.4 cannot ask a font for its tabular figures.
#pragma once

#include <QFontMetricsF>
#include <QRectF>
#include <QString>

class QPainter;

namespace signalbox::ui {

double tabularWidth(const QFontMetricsF& metrics, const QString& text);

/// Draws with the painter's font and pen, in the middle of `place` from top to bottom.
void drawTabular(QPainter& painter, const QRectF& place, Qt::Alignment side, const QString& text);

} // namespace signalbox::ui
