// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/trackparts.h"

#include "ui/widgets/statuslook.h"

#include <QLineF>
#include <QPainter>

namespace signalbox::ui {

namespace {
constexpr double kRaised_degrees = 28;
constexpr double kCorner = 1;
constexpr double kOutline = 0.55; // of the mast's stroke
constexpr double kGap = 7; // that travels, in widths of its track less one
constexpr double kHollow = 1.2; // width of an outline of a run
} // namespace

bool isMoving(StatusRole role)
{
    return hueOf(role) == Hue::Running;
}

void paintArm(QPainter& painter, const Arm& arm, const Theme& theme)
{
    const QColor ink = arm.level ? theme.status(Hue::Waiting).fill : theme.text.tertiary;
    painter.save();
    painter.translate(arm.foot);
    painter.scale(arm.forward, 1);
    painter.setPen(QPen(ink, arm.stroke, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(0, 0), QPointF(0, -arm.mast));
    painter.translate(0, -arm.mast);
    if (arm.level) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        const double high = 1.5 * arm.height;
        painter.drawRoundedRect(QRectF(-arm.reach(), 0, arm.reach() + arm.stroke / 2, high), kCorner, kCorner);
    } else {
        painter.rotate(kRaised_degrees);
        painter.setPen(QPen(ink, kOutline * arm.stroke));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(-arm.length, 0, arm.length, arm.height), kCorner, kCorner);
    }
    painter.restore();
}

void paintTravelling(QPainter& painter, const QLineF& track, double at, double width, const QColor& ground)
{
    const double half = kGap * width / 2 / std::max(track.length(), kGap * width);
    const double middle = half + (1 - 2 * half) * at;
    painter.setPen(QPen(ground, width / 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QLineF(track.pointAt(middle - half / 2), track.pointAt(middle + half / 2)));
}

void paintRunMark(QPainter& painter, const QRectF& place, StatusRole role, const Theme& theme)
{
    const Hue hue = hueOf(role);
    const QColor ink = hue == Hue::Nominal ? theme.border.strong : theme.status(hue).fill;
    const auto standing = [&](double share) {
        return QRectF(place.left(), place.bottom() - share * place.height(), place.width(), share * place.height());
    };
    const auto fill = [&](const QRectF& rect) { painter.fillRect(rect, ink); };
    const auto outline = [&](const QRectF& rect) {
        painter.setPen(QPen(ink, kHollow));
        painter.setBrush(Qt::NoBrush);
        constexpr double kIn = kHollow / 2;
        painter.drawRect(rect.adjusted(kIn, kIn, -kIn, -kIn));
    };
    switch (hue) {
    case Hue::Nominal: fill(standing(0.5)); break;
    case Hue::Critical: fill(place); break;
    case Hue::Warn: fill(standing(0.75)); break;
    case Hue::Running: outline(place); break;
    case Hue::Unknown: outline(standing(0.5)); break;
    case Hue::Waiting: {
        constexpr double kPiece = 0.4;
        const double high = kPiece * place.height();
        fill(standing(kPiece));
        fill(QRectF(place.left(), place.top(), place.width(), high));
        break;
    }
    }
}

} // namespace signalbox::ui
