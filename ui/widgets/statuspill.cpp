// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statuspill.h"

#include "ui/widgets/statuslook.h"

#include <QPainter>
#include <QStyle>

namespace signalbox::ui {

namespace {
constexpr int kPadding = 8;
constexpr int kGap = 6;
constexpr int kHeight = 20;
} // namespace

StatusPill::StatusPill(const ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&themes, &ThemeSource::changed, this, &StatusPill::dress);
    dress();
}

void StatusPill::dress()
{
    QFont face = m_themes.theme().font(Type::Small);
    face.setWeight(m_themes.theme().weight(QFont::Medium));
    setFont(face);
    update();
}

void StatusPill::setStatus(StatusRole role, const QString& words)
{
    if (role == m_role && words == m_words)
        return;
    m_role = role;
    m_words = words;
    setAccessibleName(words);
    updateGeometry();
    update();
}

QSize StatusPill::sizeHint() const
{
    const int glyph = m_themes.theme().size.iconInline;
    return {2 * kPadding + glyph + kGap + fontMetrics().horizontalAdvance(m_words), kHeight};
}

void StatusPill::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    const StatusColours& colours = theme.status(hueOf(m_role));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.tint);
    painter.drawRoundedRect(rect(), theme.size.radiusControl, theme.size.radiusControl);
    const int glyph = theme.size.iconInline;
    const QRect sign = QStyle::visualRect(layoutDirection(), rect(), {kPadding, 0, glyph, height()});
    paintGlyph(painter, QRectF(sign.left(), (height() - glyph) / 2.0, glyph, glyph), m_role, theme);
    painter.setPen(colours.fg);
    const QRect words = rect().adjusted(kPadding + glyph + kGap, 0, 0, 0);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words), Qt::AlignVCenter | Qt::AlignLeft, m_words);
}

} // namespace signalbox::ui
