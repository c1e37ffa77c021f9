// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartpainter.h"

#include "ui/widgets/chartlook.h"
#include "ui/widgets/tabular.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace signalbox::ui {

namespace {

struct ChartNotes {
    Q_DECLARE_TR_FUNCTIONS(ChartNotes)
};

constexpr int kAbove = 8; // the uppermost number is in the middle of its line
constexpr int kBelow = 22;
constexpr int kGap = 8;
constexpr int kTall = 150; // from there on: five numbers, and a dot at the present
constexpr double kDot = 4.5;

bool isTall(const QRectF& area)
{
    return area.height() >= kTall;
}

QFont axisFont(const Theme& theme)
{
    QFont font = theme.font(Type::Caption);
    font.setWeight(theme.weight(QFont::Normal));
    return font;
}

/// The end of what is known, and how it was.
void paintAge(QPainter& painter, const ChartScale& scale, const Theme& theme)
{
    const auto last = lastMoment(scale.data);
    if (!last)
        return;
    const StatusColours& unknown = theme.status(Hue::Unknown);
    const QPointF end(scale.x(*last), scale.y(valueAt(scale.data.series.front(), *last)));
    QPen dots(unknown.fg, 1.5);
    dots.setDashPattern({1, 1.5});
    painter.setFont(theme.font(Type::Caption));
    if (scale.data.freshness == Freshness::Silent) {
        const QRectF silent(QPointF(end.x(), scale.area.top()), scale.area.bottomRight());
        painter.fillRect(silent, unknown.tint);
        painter.setPen(dots);
        painter.drawLine(silent.topLeft(), silent.bottomLeft());
        painter.setPen(unknown.fg);
        painter.drawText(silent, Qt::AlignCenter, ChartNotes::tr("no data"));
        return;
    }
    painter.setPen(dots);
    painter.drawLine(end, QPointF(scale.area.right(), end.y()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(unknown.fg);
    painter.drawEllipse(end, kDot - 0.5, kDot - 0.5);
    painter.setPen(unknown.fg);
    const double top = end.y() - kGap - painter.fontMetrics().height();
    painter.drawText(QRectF(scale.area.left(), std::max(top, scale.area.top()), scale.area.width(), 16),
                     Qt::AlignRight | Qt::AlignTop, staleText(scale.data));
}

void paintEnd(QPainter& painter, const ChartScale& scale, const Theme& theme)
{
    const auto last = lastMoment(scale.data);
    if (!last || !isTall(scale.area) || *last > scale.data.to)
        return;
    const ChartSeries& series = scale.data.series.front();
    const bool off = series.offSince && *last >= *series.offSince;
    painter.setPen(QPen(theme.surface.panel, 1.5));
    painter.setBrush(off ? theme.status(Hue::Warn).fg : seriesPen(scale.data, 0, theme).color());
    painter.drawEllipse(QPointF(scale.x(*last), scale.y(valueAt(series, *last))), kDot, kDot);
}

void paintMarks(QPainter& painter, const ChartScale& scale, const Theme& theme)
{
    QPen dots(theme.text.tertiary, 1.5);
    dots.setDashPattern({1, 2});
    painter.setFont(axisFont(theme));
    for (const ChartMark& mark : scale.data.marks) {
        const double x = std::round(scale.x(mark.at)) + 0.5;
        painter.setPen(dots);
        painter.drawLine(QPointF(x, scale.area.top()), QPointF(x, scale.area.bottom()));
        painter.setPen(theme.text.secondary);
        painter.drawText(QRectF(x + 5, scale.area.top() - 2, scale.area.right() - x, 16),
                         Qt::AlignLeft | Qt::AlignVCenter, mark.label);
    }
}

/// Critical ones are named at the right, where the line goes to; the others at the left.
void paintLimits(QPainter& painter, const ChartScale& scale, const Theme& theme)
{
    painter.setFont(theme.font(Type::Caption));
    const auto last = lastMoment(scale.data);
    const bool silent = scale.data.freshness == Freshness::Silent && last;
    const double end = silent ? scale.x(*last) : scale.area.right(); // a limit of what is not known says nothing
    for (const ChartLimit& limit : scale.data.limits) {
        const double y = std::round(scale.y(limit.value)) + 0.5;
        if (y < scale.area.top() || y > scale.area.bottom())
            continue;
        painter.setPen(limitPen(limit, theme));
        painter.drawLine(QPointF(scale.area.left(), y), QPointF(end, y));
        const QRectF above(scale.area.left() + 4, std::max(y - 17, 0.0), end - scale.area.left() - 6, 16);
        painter.drawText(above, (limit.critical ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, limit.label);
    }
}

} // namespace

double ChartScale::x(UtcTime at) const
{
    const double span = std::max(1.0, static_cast<double>((data.to - data.from).count()));
    return area.left() + area.width() * static_cast<double>((at - data.from).count()) / span;
}

double ChartScale::y(double value) const
{
    return area.bottom() - area.height() * (value - data.low) / (data.high - data.low);
}

UtcTime ChartScale::at(double x) const
{
    const double share = std::clamp((x - area.left()) / std::max(1.0, area.width()), 0.0, 1.0);
    return data.from + Milliseconds(std::llround(share * static_cast<double>((data.to - data.from).count())));
}

QRectF chartArea(const ChartData& data, const QSizeF& whole, const Theme& theme)
{
    const QFontMetricsF metrics(axisFont(theme));
    double words = 0;
    for (const Tick& tick : valueTicks(data, isTall(QRectF(QPointF(), whole)) ? 4 : 2))
        words = std::max(words, tabularWidth(metrics, tick.words));
    const double left = std::max(30.0, std::ceil(words) + kGap);
    const double right = std::ceil(metrics.horizontalAdvance(QStringLiteral("00:00")) / 2);
    return {left, kAbove, std::max(1.0, whole.width() - left - right), std::max(1.0, whole.height() - kAbove - kBelow)};
}

void paintAxes(QPainter& painter, const ChartScale& scale, const Theme& theme)
{
    const QRectF& area = scale.area;
    painter.setFont(axisFont(theme));
    for (const Tick& tick : valueTicks(scale.data, isTall(area) ? 4 : 2)) {
        const double y = std::round(scale.y(tick.at)) - 0.5;
        painter.setPen(QPen(tick.at == scale.data.low ? theme.chart.axis : faint(theme.chart.grid, theme), 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme.text.tertiary);
        drawTabular(painter, QRectF(0, y - 8, area.left() - kGap + 2, 16), Qt::AlignRight, tick.words);
    }
    for (const Tick& tick : timeTicks(scale.data.from, scale.data.to, static_cast<int>(area.width()))) {
        const double x = scale.x(fromUnixMs(static_cast<std::int64_t>(tick.at)));
        painter.drawText(QRectF(x - 40, area.bottom() + 3, 80, 16), Qt::AlignHCenter | Qt::AlignVCenter, tick.words);
    }
}

void paintNotes(QPainter& painter, const ChartScale& scale, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintMarks(painter, scale, theme);
    paintLimits(painter, scale, theme);
    if (scale.data.freshness == Freshness::Live)
        paintEnd(painter, scale, theme);
    else
        paintAge(painter, scale, theme);
    painter.restore();
}

} // namespace signalbox::ui
