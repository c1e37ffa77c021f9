// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartlook.h"

#include "ui/models/timewords.h"

#include <QDateTime>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace signalbox::ui {

namespace {

using namespace std::chrono_literals;

constexpr double kSolid = 2; // widths of a line
constexpr double kThin = 1.5;
constexpr float kFaint = 0.2F;
constexpr int kTickRoom = 84; // a time and the room around it

struct Stroke {
    double width = kSolid;
    std::vector<double> dashes{}; // pixels on and off; none: solid
};

const std::array<Stroke, 6>& plainStrokes() // s1 to s6
{
    static const std::array<Stroke, 6> all{
        {{}, {}, {kSolid, {6, 2}}, {kSolid, {2, 2}}, {kSolid, {8, 2, 2, 2}}, {kSolid, {1, 2}}}};
    return all;
}
constexpr std::array<std::size_t, 6> kOrder{0, 2, 1, 4, 3, 5};

QPen penOf(const QColor& colour, const Stroke& stroke)
{
    QPen pen(colour, stroke.width);
    pen.setCapStyle(stroke.dashes.empty() ? Qt::RoundCap : Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    QList<qreal> pattern; // Qt counts in widths of the pen
    for (const double pixels : stroke.dashes)
        pattern << pixels / stroke.width;
    if (!pattern.isEmpty())
        pen.setDashPattern(pattern);
    return pen;
}

/// How many series before it are plain, too.
std::size_t plainNumber(const ChartData& data, std::size_t series)
{
    return static_cast<std::size_t>(
        std::count_if(data.series.begin(), data.series.begin() + static_cast<std::ptrdiff_t>(series),
                      [](const ChartSeries& other) { return other.line == ChartSeries::Line::Plain; }));
}

/// The least decimals that say `value` exactly, up to `most`.
int decimalsOf(double value, int most)
{
    for (int decimals = 0; decimals < most; ++decimals) {
        const double scaled = value * std::pow(10, decimals);
        if (std::abs(scaled - std::round(scaled)) < 1e-6)
            return decimals;
    }
    return most;
}

} // namespace

QPen limitPen(const ChartLimit& limit, const Theme& theme)
{
    return penOf(limit.critical ? theme.chart.thresholdCritical : theme.chart.threshold, {1, {6, 3}});
}

QPen seriesPen(const ChartData& data, std::size_t series, const Theme& theme)
{
    switch (data.series[series].line) {
    case ChartSeries::Line::Canary: return penOf(theme.text.primary, {});
    case ChartSeries::Line::Baseline: return penOf(theme.chart.baseline, {kThin, {4, 3}});
    case ChartSeries::Line::Forecast: return penOf(theme.chart.baseline, {kThin, {1, 3}});
    case ChartSeries::Line::Plain: break;
    }
    const std::size_t place = kOrder[plainNumber(data, series) % kOrder.size()];
    return penOf(theme.chart.series[place % theme.chart.series.size()], plainStrokes()[place]);
}

QColor bandColour(const Theme& theme)
{
    const bool second = theme.chart.baselineBand != theme.surface.panel; // high contrast has no second ground
    return second ? theme.chart.baselineBand : faint(theme.text.primary, theme);
}

QColor faint(const QColor& colour, const Theme& theme)
{
    if (colour != theme.text.primary)
        return colour;
    QColor ink = colour;
    ink.setAlphaF(kFaint);
    return ink;
}

void paintSwatch(QPainter& painter, const QRectF& place, const QPen& pen)
{
    painter.setPen(pen);
    painter.drawLine(QPointF(place.left(), place.center().y()), QPointF(place.right(), place.center().y()));
}

std::vector<Tick> valueTicks(const ChartData& data, int parts)
{
    std::vector<Tick> ticks;
    ChartData rounded{.decimals = 0};
    for (int part = 0; part <= parts; ++part) {
        const double value = data.low + (data.high - data.low) * part / parts;
        rounded.decimals = std::max(rounded.decimals, decimalsOf(value, std::max(data.decimals, 2)));
        ticks.push_back({value, {}});
    }
    for (Tick& tick : ticks)
        tick.words = tick.at == 0 ? QStringLiteral("0") : valueText(rounded, tick.at);
    return ticks;
}

std::vector<Tick> timeTicks(UtcTime from, UtcTime to, int width)
{
    static constexpr std::array<Milliseconds, 21> kSteps{
        1s, 5s, 10s, 15s, 30s, 1min, 2min, 3min, 5min, 6min, 10min, 15min, 30min, 1h, 2h, 3h, 6h, 12h, 24h, 48h, 168h};
    const int most = std::max(1, width / kTickRoom);
    const auto step = std::ranges::find_if(kSteps, [&](Milliseconds each) { return (to - from) / each <= most; });
    const Milliseconds each = step == kSteps.end() ? (to - from) / most : *step;
    const Milliseconds zone = std::chrono::seconds(inZone(from).offsetFromUtc());
    const auto past = (from + zone).time_since_epoch() % each;
    std::vector<Tick> ticks;
    for (UtcTime at = past.count() == 0 ? from : from + (each - past); each.count() > 0 && at <= to; at += each)
        ticks.push_back({static_cast<double>(toUnixMs(at)),
                         each < 1min      ? clockTime(at)
                             : each < 24h ? shortTime(at)
                                          : shortDay(at)});
    return ticks;
}

} // namespace signalbox::ui
