// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tabular.h"

#include "ui/widgets/shapedtext.h"

#include <QPainter>

#include <algorithm>

namespace signalbox::ui {

namespace {

double widestDigit(const QFontMetricsF& metrics)
{
    double widest = 0;
    for (char digit = '0'; digit <= '9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
    return widest;
}

/// Of the font of the last call: the cells of a column have the same one, and ten digits take longer than a cell.
double digitWidth(const QFont& font)
{
    static QFont known;
    static double width = 0;
    if (width == 0 || font != known) {
        known = font;
        width = widestDigit(QFontMetricsF(font));
    }
    return width;
}

double widthOf(const QFontMetricsF& metrics, double digit, const QString& text)
{
    double width = 0;
    for (const QChar c : text)
        width += c.isDigit() ? digit : metrics.horizontalAdvance(c);
    return width;
}

} // namespace

double tabularWidth(const QFontMetricsF& metrics, const QString& text)
{
    return widthOf(metrics, widestDigit(metrics), text);
}

void drawTabular(QPainter& painter, const QRectF& place, Qt::Alignment side, const QString& text)
{
    const QFontMetricsF metrics(painter.font());
    const double digit = digitWidth(painter.font());
    double x = side.testFlag(Qt::AlignRight) ? place.right() - widthOf(metrics, digit, text) : place.left();
    const double y = place.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    for (const QChar c : text) {
        const double own = metrics.horizontalAdvance(c);
        const double cell = c.isDigit() ? digit : own;
        drawShaped(painter, QPointF(x + (cell - own) / 2, y), QString(c));
        x += cell;
    }
}

} // namespace signalbox::ui
