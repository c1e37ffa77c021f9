// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statuslook.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>

namespace signalbox::ui {

QString glyphName(StatusRole role)
{
    switch (role) {
    case StatusRole::Clear:
    case StatusRole::Succeeded:
    case StatusRole::Healed: return QStringLiteral("status-succeeded");
    case StatusRole::Running: return QStringLiteral("status-running");
    case StatusRole::HeldForYou: return QStringLiteral("status-waiting");
    case StatusRole::OffBaseline: return QStringLiteral("status-warn");
    case StatusRole::Critical: return QStringLiteral("status-critical");
    case StatusRole::NoData: return QStringLiteral("status-unknown");
    case StatusRole::Pending:
    case StatusRole::Queued: return QStringLiteral("status-pending");
    case StatusRole::Failed: return QStringLiteral("status-failed");
    case StatusRole::Skipped:
    case StatusRole::Cancelled:
    case StatusRole::Superseded: return QStringLiteral("status-skipped");
    case StatusRole::Retrying: return QStringLiteral("status-retrying");
    case StatusRole::Sleeping: return QStringLiteral("misc-clock");
    case StatusRole::RolledBack: return QStringLiteral("status-rolled-back");
    case StatusRole::Stale: return QStringLiteral("status-stale");
    }
    return {};
}

Hue hueOf(StatusRole role)
{
    switch (role) {
    case StatusRole::Running:
    case StatusRole::Retrying: return Hue::Running;
    case StatusRole::HeldForYou: return Hue::Waiting;
    case StatusRole::OffBaseline:
    case StatusRole::RolledBack: return Hue::Warn;
    case StatusRole::Critical:
    case StatusRole::Failed: return Hue::Critical;
    case StatusRole::NoData:
    case StatusRole::Stale: return Hue::Unknown;
    default: return Hue::Nominal;
    }
}

bool isMuted(StatusRole role)
{
    return hueOf(role) == Hue::Nominal && role != StatusRole::Queued;
}

namespace {

/// The rings that are dotted or dashed are drawn by hand: QSvgRenderer breaks short dashes on a circle.
bool paintBrokenRing(QPainter& painter, const QString& glyph, double side, const QColor& colour)
{
    const bool dotted = glyph == QStringLiteral("status-pending");
    if (!dotted && glyph != QStringLiteral("status-skipped"))
        return false;
    const double unit = side / 24; // of the drawing's grid
    const double radius = 8 * unit;
    constexpr int kDots = 12;
    constexpr int kDashes = 9;
    QPen pen(colour, std::max(1.5 * unit, 1.0), Qt::SolidLine, Qt::RoundCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    for (int dot = 0; dotted && dot < kDots; ++dot)
        painter.drawPoint(QLineF::fromPolar(radius, 360.0 * dot / kDots).p2());
    if (dotted)
        return true;
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    for (int dash = 0; dash < kDashes; ++dash)
        painter.drawArc(QRectF(-radius, -radius, 2 * radius, 2 * radius), 16 * 360 * dash / kDashes, 16 * 24);
    painter.drawLine(QPointF(-3.5 * unit, 0), QPointF(3.5 * unit, 0));
    return true;
}

} // namespace

void paintGlyph(QPainter& painter, const QRectF& rect, StatusRole role, const Theme& theme, double angle)
{
    const Hue hue = hueOf(role);
    const StatusColours& colours = theme.status(hue);
    const bool outlined = theme.mode == Mode::Light && (hue == Hue::Waiting || hue == Hue::Warn);
    const int side = qRound(rect.width());
    const double ratio = painter.device()->devicePixelRatioF();
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.translate(rect.center());
    if (role == StatusRole::Running)
        painter.rotate(angle);
    const QRectF place(-side / 2.0, -side / 2.0, side, side);
    const QString name = glyphName(role);
    if (paintBrokenRing(painter, name, side, colours.fg)) {
        painter.restore();
        return;
    }
    if (outlined) {
        // The glyph one step larger in the dark tone, then the fill on top: an outline that follows its shape.
        const QRectF rim = place.adjusted(-1, -1, 1, 1);
        painter.drawPixmap(rim, theme.pixmap(name, colours.fg, side + 2, ratio),
                           QRectF(QPointF(), QSizeF(side + 2, side + 2) * ratio));
        // And one step smaller, which leaves a rim in the glyph's openings.
        painter.drawPixmap(place.adjusted(1, 1, -1, -1), theme.pixmap(name, colours.fg, side - 2, ratio),
                           QRectF(QPointF(), QSizeF(side - 2, side - 2) * ratio));
        painter.drawPixmap(place, theme.pixmap(name, colours.fill, side, ratio),
                           QRectF(QPointF(), QSizeF(side, side) * ratio));
    } else {
        painter.drawPixmap(place, theme.pixmap(name, colours.fg, side, ratio),
                           QRectF(QPointF(), QSizeF(side, side) * ratio));
    }
    painter.restore();
}

} // namespace signalbox::ui
