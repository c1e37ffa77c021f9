// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include <QPainter>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr int kUsualHeight = 18;
constexpr int kSmallHeight = 14;

QFont faceOf(BadgeSize size, const Theme& theme)
{
    QFont face = theme.font(Type::Caption);
    face.setWeight(QFont::DemiBold);
    if (size == BadgeSize::Small)
        face.setPixelSize(face.pixelSize() - 1);
    return face;
}

} // namespace

QSize badgeSize(int number, BadgeSize size, const Theme& theme)
{
    const bool small = size == BadgeSize::Small;
    const int high = small ? kSmallHeight : kUsualHeight;
    const int words = QFontMetrics(faceOf(size, theme)).horizontalAdvance(QString::number(number));
    return {std::max(high + (small ? 1 : 2), words + (small ? 8 : 12)), high};
}

void paintBadge(QPainter& painter, const QRectF& place, int number, Hue hue, BadgeSize size, const Theme& theme)
{
    const double radius = place.height() / 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.status(hue).fill);
    painter.drawRoundedRect(place, radius, radius);
    painter.setPen(theme.status(hue).onFill);
    painter.setFont(faceOf(size, theme));
    painter.drawText(place, Qt::AlignCenter, QString::number(number));
}

} // namespace signalbox::ui
