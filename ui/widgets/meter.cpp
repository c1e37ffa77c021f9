// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/meter.h"

#include "ui/widgets/frame.h"

#include <QPainter>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kRound = 2;
constexpr double kOut = 3; // of a mark
constexpr int kBar = 8;
constexpr int kWords = 16;
} // namespace

void paintMeter(QPainter& painter, const QRectF& place, const MeterValue& value, const Theme& theme)
{
    const QColor used = theme.status(value.hue).fill;
    painter.save();
    const bool oneInk = theme.border.subtle == used; // high contrast: the rest of the bar is an outline
    const QRect bar = place.toRect();
    paintFrame(painter, bar,
               oneInk ? Frame{used, Qt::transparent, kRound} : Frame{theme.border.subtle, theme.border.subtle, kRound});
    const double share = std::clamp(value.share, 0.0, 1.0);
    if (share > 0)
        paintFrame(painter, QRect(bar.topLeft(), QSize(std::max(1, qRound(bar.width() * share)), bar.height())),
                   {used, used, kRound});
    for (const MeterMark& mark : value.marks) {
        const double x = place.left() + place.width() * std::clamp(mark.share, 0.0, 1.0);
        painter.fillRect(QRectF(x - 1, place.top() - kOut, 2, place.height() + 2 * kOut).toRect(),
                         mark.critical ? theme.chart.thresholdCritical : theme.text.primary);
        if (mark.words.isEmpty())
            continue;
        painter.setFont(theme.font(Type::Caption));
        painter.setPen(theme.text.tertiary);
        const double half = painter.fontMetrics().horizontalAdvance(mark.words) / 2.0;
        const double left = std::clamp(x - half, place.left(), std::max(place.left(), place.right() - 2 * half));
        painter.drawText(QRectF(left, place.bottom() + kOut, 2 * half + 1, kWords), Qt::AlignLeft | Qt::AlignVCenter,
                         mark.words);
    }
    painter.restore();
}

Meter::Meter(const ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void Meter::setValue(MeterValue value, const QString& spoken)
{
    m_value = std::move(value);
    setAccessibleName(spoken);
    updateGeometry();
    update();
}

bool Meter::hasWords() const
{
    return std::ranges::any_of(m_value.marks, [](const MeterMark& mark) { return !mark.words.isEmpty(); });
}

QSize Meter::sizeHint() const
{
    const int marks = m_value.marks.empty() ? 0 : static_cast<int>(2 * kOut);
    return {160, kBar + marks + (hasWords() ? kWords : 0)};
}

void Meter::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const double top = m_value.marks.empty() ? 0 : kOut;
    paintMeter(painter, QRectF(0, top, width(), kBar), m_value, m_themes.theme());
}

} // namespace signalbox::ui
