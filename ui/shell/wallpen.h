// SPDX-License-Identifier: GPL-3.0-or-later
// What one painting of the wall is done with: it scales places and sizes, and remembers the smallest text, and what was
// cut.
//
// Thread  GUI
// Units   places of a screen of 1440 by 900; device-independent pixels where a name says px
#pragma once

#include "ui/shell/wallview.h"

#include <QPainter>

#include <algorithm>

namespace signalbox::ui {

struct WallView::Pen {
    QPainter painter;
    const Theme& theme;
    double scale;
    int smallest = 1000;
    QStringList cut = {};
    double needsLeft = 0;
    double tracksRight = 0;
    double trackEnd = 0;
    double clearEnd = 0;

    double at(double place) const { return place * scale; }

    void type(double size, QFont::Weight weight)
    {
        QFont font = theme.font(Type::Body);
        const int side = std::max(kSmallestText, qRound(size * scale));
        font.setPixelSize(side);
        font.setWeight(weight);
        painter.setFont(font);
        smallest = std::min(smallest, side);
    }
    /// One line of text, elided; returns how wide it is.
    double write(const QRectF& place, const QColor& ink, const QString& text, Qt::Alignment side = Qt::AlignLeft)
    {
        const QFontMetricsF metrics(painter.font());
        const QString shown = metrics.elidedText(text, Qt::ElideRight, place.width());
        if (shown != text)
            cut.append(text);
        painter.setPen(ink);
        painter.drawText(place, static_cast<int>(side | Qt::AlignVCenter), shown);
        return metrics.horizontalAdvance(shown);
    }
    void rule(double left, double right, double y)
    {
        painter.fillRect(QRectF(at(left), at(y), at(right - left), 1), theme.border.subtle);
    }
};

} // namespace signalbox::ui
