// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/waiting.h"

#include "ui/widgets/chartlook.h"

#include <QPainter>
#include <QPainterPath>

namespace signalbox::ui {

namespace {
constexpr int kShapeAfter_ms = 300;
constexpr int kLines = 3; // of a grid
constexpr int kStroke = 7;
} // namespace

Waiting::Waiting(const ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    m_toShape.setSingleShot(true);
    m_toShape.setInterval(kShapeAfter_ms);
    connect(&m_toShape, &QTimer::timeout, this, [this] {
        m_shaped = true;
        update();
    });
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void Waiting::setWords(const QString& words)
{
    m_words = words;
    setAccessibleName(words.isEmpty() ? tr("Loading") : words);
    update();
}

void Waiting::showEvent(QShowEvent*)
{
    m_toShape.start();
}

void Waiting::hideEvent(QHideEvent*)
{
    m_toShape.stop();
    m_shaped = false;
}

void Waiting::paintEvent(QPaintEvent*)
{
    if (!m_shaped)
        return;
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor grey = faint(theme.border.subtle, theme);
    const QRectF place = QRectF(rect()).adjusted(32, 12, -24, -36);
    for (int line = 0; line < kLines; ++line)
        painter.fillRect(QRectF(place.left(), place.top() + place.height() * line / (kLines - 1), place.width(), 1),
                         grey);
    QPainterPath wave(place.bottomLeft() - QPointF(0, place.height() / 4));
    const auto at = [&](double x, double y) {
        return QPointF(place.left() + x * place.width(), place.top() + y * place.height());
    };
    wave.cubicTo(at(0.25, 0.45), at(0.3, 0.6), at(0.5, 0.75));
    wave.cubicTo(at(0.7, 0.9), at(0.75, 0.8), at(1, 0.6));
    painter.setPen(QPen(grey, kStroke, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(wave);
    painter.setFont(theme.font(Type::Small));
    painter.setPen(theme.text.tertiary);
    painter.drawText(QRectF(12, height() - 28, width() - 24, 20), Qt::AlignLeft | Qt::AlignVCenter, m_words);
}

} // namespace signalbox::ui
