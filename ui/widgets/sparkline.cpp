// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sparkline.h"

#include "core/metrics/thinning.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace signalbox::ui {

namespace {

constexpr double kStroke = 1.5;
constexpr double kDot = 2.5;
constexpr double kMostBar = 12; // pixels: a few values make no wall
constexpr double kGapShare = 0.25; // of a bar's room

double greatest(const Spark& spark)
{
    double most = spark.mark.value_or(0);
    for (const double value : spark.values)
        if (std::isfinite(value))
            most = std::max(most, value);
    return spark.high.value_or(most);
}

struct Scale {
    QRectF place;
    double most = 1;

    double y(double value) const
    {
        return place.bottom() - place.height() * std::clamp(most > 0 ? value / most : 0, 0.0, 1.0);
    }
};

QColor lastColour(const Spark& spark, const QColor& usual, const Theme& theme)
{
    return spark.last == Hue::Nominal ? usual : theme.status(spark.last).fg;
}

void paintBars(QPainter& painter, const Scale& scale, const Spark& spark, const Theme& theme)
{
    const auto count = static_cast<double>(spark.values.size());
    const double room = std::min(scale.place.width() / count, kMostBar / (1 - kGapShare));
    const QColor fill = theme.status(Hue::Nominal).fill;
    for (std::size_t at = 0; at < spark.values.size(); ++at) {
        if (!std::isfinite(spark.values[at]))
            continue;
        const double left = scale.place.right() - room * (count - static_cast<double>(at)) + room * kGapShare;
        const double top = std::min(scale.y(spark.values[at]), scale.place.bottom() - 1);
        const bool last = at + 1 == spark.values.size();
        painter.fillRect(QRectF(left, top, room * (1 - kGapShare), scale.place.bottom() - top),
                         last ? lastColour(spark, fill, theme) : fill);
    }
}

void paintLine(QPainter& painter, const Scale& scale, const Spark& spark, const Theme& theme)
{
    std::vector<metrics::Sample> samples;
    for (std::size_t at = 0; at < spark.values.size(); ++at)
        samples.push_back({fromUnixMs(static_cast<std::int64_t>(at)), spark.values[at]});
    const auto span = std::max<std::int64_t>(1, static_cast<std::int64_t>(samples.size()) - 1);
    const double width = scale.place.width() - kDot;
    painter.setPen(QPen(theme.text.secondary, kStroke, Qt::SolidLine, Qt::RoundCap));
    QPointF before;
    bool joined = false; // there is no gap before the next one
    for (const auto& [at, value] :
         metrics::thin(samples, {fromUnixMs(0), fromUnixMs(span), std::max(1, static_cast<int>(width))})) {
        if (!std::isfinite(value)) {
            joined = false;
            continue;
        }
        const double share = static_cast<double>(toUnixMs(at)) / static_cast<double>(span);
        const QPointF here(scale.place.left() + share * width, scale.y(value));
        if (joined)
            painter.drawLine(before, here);
        before = here;
        joined = true;
    }
    if (!joined)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(lastColour(spark, theme.text.primary, theme));
    painter.drawEllipse(before, kDot, kDot);
}

} // namespace

void paintSpark(QPainter& painter, const QRectF& place, const Spark& spark, const Theme& theme)
{
    if (spark.values.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool bars = spark.kind == Spark::Kind::Bars;
    const Scale scale{bars ? place : place.adjusted(kStroke, kDot, 0, -kDot), greatest(spark)};
    if (bars)
        paintBars(painter, scale, spark, theme);
    else
        paintLine(painter, scale, spark, theme);
    if (spark.mark) {
        QPen dashes(theme.text.secondary, 1);
        dashes.setDashPattern({4, 3});
        painter.setPen(dashes);
        const double y = std::round(scale.y(*spark.mark)) + 0.5;
        if (bars && theme.status(Hue::Nominal).fill == theme.text.secondary) // one ink: the bars are cut
            painter.fillRect(QRectF(place.left(), y - 1.5, place.width(), 3), theme.surface.panel);
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
    }
    painter.restore();
}

Sparkline::Sparkline(const ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setLayoutDirection(Qt::LeftToRight);
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void Sparkline::setSpark(Spark spark, const QString& spoken)
{
    m_spark = std::move(spark);
    setAccessibleName(spoken);
    update();
}

QSize Sparkline::sizeHint() const
{
    return {180, 44};
}

void Sparkline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintSpark(painter, rect(), m_spark, m_themes.theme());
}

} // namespace signalbox::ui
