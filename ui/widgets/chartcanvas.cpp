// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartcanvas.h"

#include "core/metrics/thinning.h"
#include "ui/widgets/chartlook.h"
#include "ui/widgets/chartpainter.h"

#include <QGraphicsScene>
#include <QPainter>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace signalbox::ui {

namespace {

constexpr double kDense = 0.6; // points a pixel: from there on soft edges cost much and show nothing

QPointF pointOf(UtcTime at, double value)
{
    return {static_cast<double>(toUnixMs(at)), value};
}

/// The stretches between the gaps.
std::vector<QList<QPointF>> stretches(const std::vector<metrics::Sample>& samples)
{
    std::vector<QList<QPointF>> all(1);
    for (const auto& [at, value] : samples) {
        if (std::isfinite(value))
            all.back().append(pointOf(at, value));
        else if (!all.back().isEmpty())
            all.emplace_back();
    }
    return all;
}

} // namespace

struct ChartCanvas::Stage {
    QGraphicsScene scene;
    QChart* chart = new QChart;
    QValueAxis* time = new QValueAxis;
    QValueAxis* value = new QValueAxis;
    QRectF area;
    QList<QRectF> columns; // of a dense band
    QColor columnColour;
    std::vector<std::pair<QPolygonF, QPen>> strokes; // of dense lines
    int points = 0;
    bool dense = false;

    Stage()
    {
        chart->legend()->hide();
        chart->setBackgroundVisible(false);
        chart->setMargins({});
        chart->setLayoutDirection(Qt::LeftToRight);
        for (QValueAxis* axis : {time, value})
            axis->setVisible(false);
        chart->addAxis(time, Qt::AlignBottom);
        chart->addAxis(value, Qt::AlignLeft);
        scene.addItem(chart);
    }

    void add(QAbstractSeries* series)
    {
        chart->addSeries(series);
        series->attachAxis(time);
        series->attachAxis(value);
    }

    /// A shape of thousands of corners is filled slowly: where there is a range a column, columns are filled.
    void addColumns(const std::vector<metrics::Range>& ranges, const ChartData& data, const QColor& colour)
    {
        const ChartScale scale{data, area};
        columnColour = colour;
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            const auto& [at, low, high] = ranges[i];
            if (!std::isfinite(low) || !std::isfinite(high))
                continue;
            const double left = scale.x(at);
            const double right = i + 1 < ranges.size() ? scale.x(ranges[i + 1].at) : area.right();
            columns.append(QRectF(QPointF(left, scale.y(high)), QPointF(std::max(right, left + 1), scale.y(low))));
        }
        points += static_cast<int>(2 * columns.size());
    }

    void addBand(const ChartData& data, const metrics::Frame& frame, const QColor& colour)
    {
        const auto ranges = metrics::thin(data.band->ranges, frame);
        if (2 * static_cast<double>(ranges.size()) > kDense * area.width())
            return addColumns(ranges, data, colour);
        auto* upper = new QLineSeries;
        auto* lower = new QLineSeries;
        QList<QPointF> above, below;
        for (const auto& [at, low, high] : ranges) {
            above.append(pointOf(at, high));
            below.append(pointOf(at, low));
        }
        upper->replace(above);
        lower->replace(below);
        auto* series = new QAreaSeries(upper, lower);
        upper->setParent(series);
        lower->setParent(series);
        series->setPen(Qt::NoPen);
        series->setBrush(colour);
        points += static_cast<int>(above.size() + below.size());
        add(series);
    }

    /// Stroke by stroke, one pixel wide: a series makes a shape of thousands of corners of it, to be pointed at.
    void addStrokes(const QList<QPointF>& stretch, const ChartData& data, QPen pen)
    {
        const ChartScale scale{data, area};
        pen.setWidth(1);
        pen.setCosmetic(true);
        QPolygonF line;
        for (const QPointF& point : stretch)
            line.append({scale.x(fromUnixMs(static_cast<std::int64_t>(point.x()))), scale.y(point.y())});
        points += static_cast<int>(line.size());
        strokes.push_back({std::move(line), pen});
    }

    void addLine(std::span<const metrics::Sample> samples, const ChartData& data, const metrics::Frame& frame,
                 const QPen& pen)
    {
        const auto thinned = metrics::thin(samples, frame);
        const bool isDense = static_cast<double>(thinned.size()) > kDense * area.width();
        dense = dense || isDense;
        for (const QList<QPointF>& stretch : stretches(thinned)) {
            if (stretch.isEmpty())
                continue;
            if (isDense) {
                addStrokes(stretch, data, pen);
                continue;
            }
            auto* line = new QLineSeries;
            line->setPen(pen);
            line->replace(stretch);
            points += static_cast<int>(stretch.size());
            add(line);
        }
    }

    /// What is usual in its own pen, and from `offSince` on in the colour of what is not.
    void addSeries(const ChartData& data, std::size_t number, const metrics::Frame& frame, const Theme& theme)
    {
        const ChartSeries& series = data.series[number];
        QPen pen = seriesPen(data, number, theme);
        if (data.freshness == Freshness::Silent)
            pen.setColor(theme.text.tertiary);
        if (!series.offSince)
            return addLine(series.samples, data, frame, pen);
        const auto off = std::ranges::lower_bound(series.samples, *series.offSince, {}, &metrics::Sample::at);
        const auto joint = off == series.samples.end() ? off : off + 1;
        addLine({series.samples.begin(), joint}, data, frame, pen);
        pen.setColor(theme.status(Hue::Warn).fg);
        addLine({off, series.samples.end()}, data, frame, pen);
    }
};

ChartCanvas::ChartCanvas() : m_stage(std::make_unique<Stage>()) { }

ChartCanvas::~ChartCanvas() = default;

void ChartCanvas::load(const ChartData& data, const QRectF& area, const Theme& theme)
{
    Stage& stage = *m_stage;
    stage.chart->removeAllSeries();
    stage.columns.clear();
    stage.strokes.clear();
    stage.points = 0;
    stage.dense = false;
    stage.area = area;
    stage.chart->resize(area.size());
    stage.chart->setPlotArea(QRectF(QPointF(), area.size()));
    stage.time->setRange(static_cast<double>(toUnixMs(data.from)), static_cast<double>(toUnixMs(data.to)));
    stage.value->setRange(data.low, data.high);
    const metrics::Frame frame{data.from, data.to, std::max(1, static_cast<int>(area.width()))};
    if (data.band)
        stage.addBand(data, frame, bandColour(theme));
    for (std::size_t number = data.series.size(); number-- > 0;) // the first one lies on top
        stage.addSeries(data, number, frame, theme);
}

void ChartCanvas::paint(QPainter& painter) const
{
    const Stage& stage = *m_stage;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const QRectF& column : stage.columns)
        painter.fillRect(column, stage.columnColour);
    painter.setRenderHint(QPainter::Antialiasing, !stage.dense);
    m_stage->scene.render(&painter, stage.area, QRectF(QPointF(), stage.area.size()), Qt::IgnoreAspectRatio);
    painter.setClipRect(stage.area);
    for (const auto& [line, pen] : stage.strokes) {
        painter.setPen(pen);
        painter.drawPolyline(line);
    }
    painter.restore();
}

int ChartCanvas::points() const
{
    return m_stage->points;
}

} // namespace signalbox::ui
