// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chartplot.h"

#include "ui/models/timewords.h"
#include "ui/widgets/chartcanvas.h"
#include "ui/widgets/chartlook.h"
#include "ui/widgets/chartpainter.h"
#include "ui/widgets/tabular.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace signalbox::ui {

namespace {
constexpr int kPadding = 8; // within the readout
constexpr int kAway = 12; // from the cross-hair
constexpr int kSwatch = 16;
constexpr int kRow = 18;
constexpr double kDot = 3.5;
} // namespace

ChartPlot::ChartPlot(const ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setLayoutDirection(Qt::LeftToRight); // time runs to the right in every language
    setObjectName(QStringLiteral("chart"));
    connect(&themes, &ThemeSource::changed, this, &ChartPlot::forget);
}

ChartPlot::~ChartPlot() = default;

void ChartPlot::setData(ChartData data)
{
    m_data = std::move(data);
    if (m_moment && (*m_moment < m_data.from || *m_moment > m_data.to))
        m_moment.reset();
    forget();
    tell();
}

void ChartPlot::forget()
{
    m_drawn = {};
    update();
}

QRectF ChartPlot::area() const
{
    return chartArea(m_data, size(), m_themes.theme());
}

QPointF ChartPlot::placeOf(UtcTime at, double value) const
{
    const ChartScale scale{m_data, area()};
    return {scale.x(at), scale.y(value)};
}

int ChartPlot::points() const
{
    return m_canvas ? m_canvas->points() : 0;
}

QSize ChartPlot::sizeHint() const
{
    return {420, 200};
}

QSize ChartPlot::minimumSizeHint() const
{
    return {160, 90};
}

void ChartPlot::setMoment(std::optional<UtcTime> moment)
{
    if (moment == m_moment)
        return;
    m_moment = moment;
    update();
    tell();
}

void ChartPlot::tell()
{
    setAccessibleName(m_moment ? spokenMoment(m_data, *m_moment) : m_data.name);
    setAccessibleDescription(tr("%1 Table: Control Shift T.").arg(spokenChart(m_data)));
}

void ChartPlot::render()
{
    const Theme& theme = m_themes.theme();
    const double ratio = devicePixelRatioF();
    m_drawn = QPixmap(size() * ratio);
    m_drawn.setDevicePixelRatio(ratio);
    m_drawn.fill(Qt::transparent);
    QPainter painter(&m_drawn);
    painter.setLayoutDirection(Qt::LeftToRight);
    const ChartScale scale{m_data, area()};
    paintAxes(painter, scale, theme);
    if (!m_canvas)
        m_canvas = std::make_unique<ChartCanvas>();
    m_canvas->load(m_data, scale.area, theme);
    m_canvas->paint(painter);
    paintNotes(painter, scale, theme);
}

void ChartPlot::paintEvent(QPaintEvent*)
{
    if (m_drawn.isNull() || m_drawn.devicePixelRatio() != devicePixelRatioF())
        render();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_drawn);
    if (m_moment)
        paintCross(painter);
}

void ChartPlot::resizeEvent(QResizeEvent*)
{
    m_drawn = {};
}

void ChartPlot::paintCross(QPainter& painter) const
{
    const Theme& theme = m_themes.theme();
    const ChartScale scale{m_data, area()};
    const double x = std::round(scale.x(*m_moment)) + 0.5;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() && !m_byMouse ? theme.accent.base : theme.text.tertiary, 1));
    painter.drawLine(QPointF(x, scale.area.top()), QPointF(x, scale.area.bottom()));
    for (std::size_t number = 0; number < m_data.series.size(); ++number) {
        const double value = valueAt(m_data.series[number], *m_moment);
        if (!std::isfinite(value))
            continue;
        painter.setPen(QPen(theme.surface.panel, 1));
        painter.setBrush(seriesPen(m_data, number, theme).color());
        painter.drawEllipse(QPointF(x, scale.y(value)), kDot, kDot);
    }
    paintReadout(painter, x);
}

/// A row for the moment and one for each series, beside the cross-hair where there is room.
void ChartPlot::paintReadout(QPainter& painter, double x) const
{
    const Theme& theme = m_themes.theme();
    painter.setFont(theme.font(Type::Small));
    const QFontMetricsF metrics(painter.font());
    double names = 0, values = 0;
    for (const auto& series : m_data.series) {
        names = std::max(names, metrics.horizontalAdvance(series.name));
        values = std::max(values, tabularWidth(metrics, valueText(m_data, valueAt(series, *m_moment))));
    }
    const double wide = 2 * kPadding + kSwatch + kPadding + names + 2 * kPadding + values;
    const double tall = kPadding + kRow * (1 + static_cast<double>(m_data.series.size())) + kPadding / 2.0;
    const bool rightOf = x + kAway + wide <= width();
    const QRectF box(rightOf ? x + kAway : std::max(0.5, x - kAway - wide), area().top() + 0.5, wide, tall);
    painter.setPen(QPen(theme.border.strong, 1));
    painter.setBrush(theme.surface.overlay);
    painter.drawRoundedRect(box, theme.size.radiusControl, theme.size.radiusControl);
    QRectF row(box.left() + kPadding, box.top() + kPadding / 2.0, wide - 2 * kPadding, kRow);
    painter.setPen(theme.text.secondary);
    drawTabular(painter, row, Qt::AlignLeft, clockTime(*m_moment));
    for (std::size_t number = 0; number < m_data.series.size(); ++number) {
        row.translate(0, kRow);
        const ChartSeries& series = m_data.series[number];
        paintSwatch(painter, QRectF(row.left(), row.top(), kSwatch, row.height()), seriesPen(m_data, number, theme));
        painter.setPen(theme.text.secondary);
        painter.drawText(row.adjusted(kSwatch + kPadding, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, series.name);
        painter.setPen(theme.text.primary);
        drawTabular(painter, row, Qt::AlignRight, valueText(m_data, valueAt(series, *m_moment)));
    }
}

void ChartPlot::mouseMoveEvent(QMouseEvent* event)
{
    m_byMouse = true;
    setMoment(momentNear(m_data, ChartScale{m_data, area()}.at(event->position().x())));
}

void ChartPlot::leaveEvent(QEvent*)
{
    if (m_byMouse)
        setMoment(std::nullopt);
}

/// To the next moment that can be told from this one by its place.
void ChartPlot::step(int direction)
{
    m_byMouse = false;
    if (!m_moment)
        return setMoment(momentUntil(m_data, m_data.to));
    const ChartScale scale{m_data, area()};
    const UtcTime aside = scale.at(scale.x(*m_moment) + direction);
    const auto next = direction > 0 ? momentFrom(m_data, std::max(aside, *m_moment + Milliseconds(1)))
                                    : momentUntil(m_data, std::min(aside, *m_moment - Milliseconds(1)));
    if (next)
        setMoment(next);
}

void ChartPlot::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() != Qt::NoModifier || !momentFrom(m_data, m_data.from))
        return event->ignore();
    switch (event->key()) {
    case Qt::Key_Left: return step(-1);
    case Qt::Key_Right: return step(1);
    case Qt::Key_Home: m_byMouse = false; return setMoment(momentFrom(m_data, m_data.from));
    case Qt::Key_End: m_byMouse = false; return setMoment(momentUntil(m_data, m_data.to));
    case Qt::Key_Escape:
        if (m_moment)
            return setMoment(std::nullopt);
        [[fallthrough]];
    default: event->ignore();
    }
}

void ChartPlot::focusOutEvent(QFocusEvent*)
{
    if (!m_byMouse)
        setMoment(std::nullopt);
}

} // namespace signalbox::ui
