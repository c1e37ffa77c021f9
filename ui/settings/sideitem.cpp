// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/sideitem.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/placeground.h"

#include <QPainter>
#include <QStyle>

namespace signalbox::ui {

namespace {
constexpr int kHeight = 34;
}

SideItem::SideItem(const ThemeSource& themes, const QString& label, QWidget* parent)
    : QAbstractButton(parent), m_themes(themes)
{
    setText(label);
    setAccessibleName(label);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    themes.dress(this, Type::Body);
}

void SideItem::setTroubled(int things)
{
    if (std::exchange(m_troubled, things) == things)
        return;
    setAccessibleName(things > 0 ? tr("%1, %n off baseline", nullptr, things).arg(text()) : text());
    update();
}

QSize SideItem::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 24, kHeight};
}

void SideItem::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    paintPlaceGround(painter, rect(), {isChecked(), underMouse()}, theme);
    QFont face = font();
    face.setWeight(theme.weight(isChecked() ? QFont::Medium : QFont::Normal));
    painter.setFont(face);
    painter.setPen(isChecked() ? theme.text.primary : theme.text.secondary);
    painter.drawText(rect().adjusted(12, 0, -8, 0), Qt::AlignVCenter, text());
    if (m_troubled == 0)
        return;
    const QSize size = badgeSize(m_troubled, BadgeSize::Usual, theme);
    const QRect badge({width() - 8 - size.width(), (height() - size.height()) / 2}, size);
    paintBadge(painter, QStyle::visualRect(layoutDirection(), rect(), badge), m_troubled, Hue::Warn, BadgeSize::Usual,
               theme);
}

} // namespace signalbox::ui
