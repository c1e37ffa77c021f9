// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linechart.h"

#include "ui/models/charttable.h"
#include "ui/widgets/chartlook.h"
#include "ui/widgets/chartplot.h"

#include <QPainter>

namespace signalbox::ui {

namespace {
constexpr int kSwatch = 26;
constexpr int kBandSwatch = 18;
constexpr int kGap = 6;
constexpr int kApart = 18;
} // namespace

LineChart::LineChart(const ThemeSource& themes, QWidget* parent)
    : Figure(themes, QStringLiteral("nav-incidents"), parent),
      m_plot(new ChartPlot(themes, this)),
      m_table(new ChartTable(this))
{
    setDrawing(m_plot);
}

void LineChart::setData(ChartData chart)
{
    if (!lastMoment(chart))
        return showEmpty(tr("No data yet."));
    m_plot->setData(std::move(chart));
    showDrawing();
    refreshTable();
}

QAbstractItemModel& LineChart::table()
{
    return *m_table;
}

void LineChart::fillTable()
{
    m_table->load(m_plot->data());
}

QString LineChart::name() const
{
    return m_plot->data().name;
}

ChartLegend::ChartLegend(const ThemeSource& themes, ChartData chart, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_data(std::move(chart))
{
    themes.dress(this, Type::Small);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

int ChartLegend::widthOf(const QString& name) const
{
    return kGap + fontMetrics().horizontalAdvance(name) + 1 + kApart;
}

QSize ChartLegend::sizeHint() const
{
    int width = -kApart;
    for (const auto& series : m_data.series)
        width += kSwatch + widthOf(series.name);
    if (m_data.band)
        width += kBandSwatch + widthOf(m_data.band->name);
    return {std::max(width, 0), m_themes.theme().lineHeight(Type::Body)};
}

void ChartLegend::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int left = 0;
    const auto name = [&](const QString& words) {
        painter.setPen(theme.text.secondary);
        painter.drawText(QRect(left + kGap, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter, words);
        left += widthOf(words);
    };
    for (std::size_t number = 0; number < m_data.series.size(); ++number) {
        paintSwatch(painter, QRectF(left, 0, kSwatch, height()), seriesPen(m_data, number, theme));
        left += kSwatch;
        name(m_data.series[number].name);
    }
    if (!m_data.band)
        return;
    painter.fillRect(QRectF(left, height() / 2.0 - 5, kBandSwatch, 10), bandColour(theme));
    left += kBandSwatch;
    name(m_data.band->name);
}

} // namespace signalbox::ui
