// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sharebar.h"

#include "ui/widgets/chartlook.h"

#include <QPainter>

namespace signalbox::ui {

namespace {
constexpr double kLine = 3;
constexpr double kDot = 4; // radius
constexpr int kRowHeight = 26;
constexpr int kBarWidth = 56;
constexpr int kCountWidth = 54;
} // namespace

void paintShare(QPainter& painter, const QRectF& place, const Share& share, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double y = place.center().y();
    const double left = place.left() + kDot;
    const double wide = place.width() - 2 * kDot;
    painter.setBrush(faint(theme.border.subtle, theme));
    painter.drawRoundedRect(QRectF(left, y - kLine / 2, wide, kLine), kLine / 2, kLine / 2);
    painter.setBrush(theme.status(Hue::Nominal).fill);
    painter.drawRoundedRect(QRectF(left + wide * share.low, y - kLine / 2, wide * (share.high - share.low), kLine),
                            kLine / 2, kLine / 2);
    painter.setBrush(theme.text.primary);
    painter.drawEllipse(QPointF(left + wide * share.value, y), kDot, kDot);
    painter.restore();
}

ShareRow::ShareRow(const ThemeSource& themes, const Content& content, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_content(content)
{
    setFixedHeight(kRowHeight);
    setAccessibleName(tr("%1, worked %2 of %3").arg(content.name).arg(content.worked).arg(content.tried));
    setToolTip(content.name);
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

QSize ShareRow::sizeHint() const
{
    return {kBarWidth + kCountWidth + 100, kRowHeight};
}

void ShareRow::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    const QRect count(width() - kCountWidth, 0, kCountWidth, height());
    const QRectF bar(width() - kCountWidth - kBarWidth, 0, kBarWidth, height());
    const QRect name(0, 0, width() - kCountWidth - kBarWidth - 8, height());
    painter.setFont(theme.font(m_content.strong ? Type::BodyStrong : Type::Body));
    painter.setPen(m_content.strong ? theme.text.primary : theme.text.secondary);
    painter.drawText(name, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_content.name, Qt::ElideRight, name.width()));
    paintShare(painter, bar, shareOf(m_content.worked, m_content.tried), theme);
    painter.setFont(theme.font(Type::Small));
    painter.setPen(theme.text.secondary);
    painter.drawText(count, Qt::AlignRight | Qt::AlignVCenter,
                     tr("%1 of %2").arg(m_content.worked).arg(m_content.tried));
}

} // namespace signalbox::ui
