// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frame.h"

#include <QPainter>
#include <QPixmapCache>

#include <cmath>

namespace signalbox::ui {

namespace {

void paintPath(QPainter& painter, const QRect& place, const Frame& frame)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(frame.border.alpha() == 0 ? QPen(Qt::NoPen) : QPen(frame.border, 1));
    painter.setBrush(frame.ground.alpha() == 0 ? QBrush(Qt::NoBrush) : QBrush(frame.ground));
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), frame.radius, frame.radius);
    painter.restore();
}

/// The four of them, `side` wide and high each, beside and below each other.
QPixmap cornersOf(const Frame& frame, int side, int ratio)
{
    QString key(QStringLiteral("signalbox/frame/"));
    for (const uint part : {frame.border.rgba(), frame.ground.rgba()})
        key.append(QChar(part >> 16)).append(QChar(part & 0xffff));
    key.append(QChar(frame.radius)).append(QChar(ratio));
    QPixmap corners;
    if (QPixmapCache::find(key, &corners))
        return corners;
    corners = QPixmap(QSize(2 * side, 2 * side) * ratio);
    corners.setDevicePixelRatio(ratio);
    corners.fill(Qt::transparent);
    QPainter painter(&corners);
    paintPath(painter, QRect(0, 0, 2 * side, 2 * side), frame);
    painter.end();
    QPixmapCache::insert(key, corners);
    return corners;
}

bool fallsOnPixels(const QPainter& painter)
{
    const double ratio = painter.device()->devicePixelRatioF();
    return ratio == std::floor(ratio) && painter.transform().type() <= QTransform::TxTranslate
        && painter.opacity() == 1.0;
}

} // namespace

void paintFrame(QPainter& painter, const QRect& place, const Frame& frame)
{
    const int side = frame.radius + 1;
    const bool opaque = frame.border.alpha() == 255;
    if (!opaque || !fallsOnPixels(painter) || place.width() < 2 * side || place.height() < 2 * side)
        return paintPath(painter, place, frame);

    const int ratio = static_cast<int>(painter.device()->devicePixelRatioF());
    const QPixmap corners = cornersOf(frame, side, ratio);
    const int right = place.right() + 1 - side;
    const int bottom = place.bottom() + 1 - side;
    for (const bool below : {false, true}) {
        for (const bool after : {false, true}) {
            const QRect from(after ? side : 0, below ? side : 0, side, side);
            painter.drawPixmap(QPoint(after ? right : place.left(), below ? bottom : place.top()), corners,
                               QRect(from.topLeft() * ratio, from.size() * ratio));
        }
    }
    const QRect across = place.adjusted(side, 0, -side, 0);
    const QRect down = place.adjusted(0, side, 0, -side);
    if (frame.ground.alpha() != 0) {
        painter.fillRect(across.adjusted(0, 1, 0, -1), frame.ground);
        painter.fillRect(QRect(place.left() + 1, down.top(), side - 1, down.height()), frame.ground);
        painter.fillRect(QRect(right, down.top(), side - 1, down.height()), frame.ground);
    }
    painter.fillRect(QRect(across.left(), place.top(), across.width(), 1), frame.border);
    painter.fillRect(QRect(across.left(), place.bottom(), across.width(), 1), frame.border);
    painter.fillRect(QRect(place.left(), down.top(), 1, down.height()), frame.border);
    painter.fillRect(QRect(place.right(), down.top(), 1, down.height()), frame.border);
}

} // namespace signalbox::ui
