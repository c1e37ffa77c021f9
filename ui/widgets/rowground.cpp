// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowground.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOptionViewItem>

namespace signalbox::ui {

namespace {
constexpr const char* kAged = "aged";
constexpr int kDash = 4;
int agedViews = 0; // nearly always none, and asked for with every cell

} // namespace

void setAged(QAbstractItemView& view, bool aged)
{
    if (view.property(kAged).toBool() == aged)
        return;
    view.setProperty(kAged, aged);
    agedViews += aged ? 1 : -1;
    view.viewport()->update();
}

bool isAged(const QStyleOptionViewItem& option)
{
    return agedViews > 0 && option.widget && option.widget->property(kAged).toBool();
}

void paintRowRule(QPainter& painter, const QStyleOptionViewItem& option, const QRect& place, const Theme& theme)
{
    if (!isAged(option))
        return painter.fillRect(place, theme.border.subtle);
    for (int x = place.left() - place.left() % (2 * kDash); x <= place.right(); x += 2 * kDash)
        painter.fillRect(QRect(x, place.top(), kDash, 1) & place, theme.border.strong);
}

void paintRowGround(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme)
{
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, theme.accent.selection);
    const QRect& row = option.rect;
    paintRowRule(painter, option, QRect(row.left(), row.bottom(), row.width(), 1), theme);
}

RowInk rowInk(const QStyleOptionViewItem& option, const Theme& theme)
{
    const auto& text = theme.text;
    return isAged(option) ? RowInk{text.tertiary, text.tertiary, text.tertiary}
                          : RowInk{text.primary, text.secondary, text.tertiary};
}

} // namespace signalbox::ui
