// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/placeground.h"

#include <QPainter>

namespace signalbox::ui {

void paintPlaceGround(QPainter& painter, const QRect& place, const PlaceState& state, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (state.chosen || state.hovered) {
        painter.setBrush(state.chosen ? theme.surface.raised : theme.surface.panel);
        painter.drawRoundedRect(place, theme.size.radiusControl, theme.size.radiusControl);
    }
    if (state.chosen) {
        painter.setBrush(theme.accent.base);
        const int left = painter.layoutDirection() == Qt::RightToLeft ? place.right() - 2 : place.left();
        painter.drawRoundedRect(QRectF(left, place.center().y() - 8.5, 3, 18), 1.5, 1.5);
    }
}

} // namespace signalbox::ui
