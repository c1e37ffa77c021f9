// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keycap.h"

#include <QPainter>

namespace signalbox::ui {

namespace {

constexpr int kPadding = 5;
constexpr int kHeight = 17;

QFont keyFont(const Theme& theme)
{
    QFont font = theme.font(Type::Mono);
    font.setPixelSize(theme.font(Type::Caption).pixelSize());
    return font;
}

/// "Ctrl+K" as "Ctrl K".
QString asDrawn(QString key)
{
    return key.size() > 1 ? key.replace(u'+', u' ') : key;
}

} // namespace

int keycapWidth(const QString& key, const Theme& theme)
{
    return QFontMetrics(keyFont(theme)).horizontalAdvance(key) + 2 * kPadding;
}

void paintKeycap(QPainter& painter, double left, const QRectF& line, const QString& key, const Theme& theme)
{
    const QRectF cap(left + 0.5, line.top() + (line.height() - kHeight) / 2 + 0.5, keycapWidth(key, theme), kHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border.strong, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cap, 3, 3);
    painter.setFont(keyFont(theme));
    painter.setPen(theme.text.tertiary);
    painter.drawText(cap, Qt::AlignCenter, key);
    painter.restore();
}

int paintKeycaps(QPainter& painter, const QRect& line, const QString& keys, const Theme& theme)
{
    QString words = keys;
    words.replace(QLatin1Char('+'), QLatin1Char(' '));
    const int width = keycapWidth(words, theme);
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    paintKeycap(painter, mirrored ? line.left() : line.right() - width, line, words, theme);
    return width;
}

Keycap::Keycap(const ThemeSource& themes, const QString& key, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_key(asDrawn(key))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(key);
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

QSize Keycap::sizeHint() const
{
    return {keycapWidth(m_key, m_themes.theme()) + 1, kHeight + 2};
}

void Keycap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintKeycap(painter, 0, rect(), m_key, m_themes.theme());
}

} // namespace signalbox::ui
