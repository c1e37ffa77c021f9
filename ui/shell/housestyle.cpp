// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/housestyle.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionSlider>
#include <QTableView>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr int kThickness = 10; // of a scroll bar
constexpr int kShortest = 24; // of its handle
constexpr int kMargin = 2; // around it
constexpr qreal kRounding = 3;
constexpr int kExtension = 12; // of the double arrow where a menu bar has no more room

QRect handleOf(const QStyleOptionSlider& bar)
{
    const bool across = bar.orientation == Qt::Horizontal;
    const int room = across ? bar.rect.width() : bar.rect.height();
    const qint64 range = static_cast<qint64>(bar.maximum) - bar.minimum;
    int length = room;
    if (range > 0)
        length = std::clamp(static_cast<int>(room * static_cast<qint64>(bar.pageStep) / (range + bar.pageStep)),
                            std::min(kShortest, room), room);
    const int at
        = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, room - length, bar.upsideDown);
    const QRect handle = across ? QRect(bar.rect.x() + at, bar.rect.y(), length, bar.rect.height())
                                : QRect(bar.rect.x(), bar.rect.y() + at, bar.rect.width(), length);
    return across ? QStyle::visualRect(bar.direction, bar.rect, handle) : handle;
}

} // namespace

HouseStyle::HouseStyle() : QProxyStyle(QStringLiteral("Fusion")) { }

void HouseStyle::install()
{
    if (!qobject_cast<HouseStyle*>(QApplication::style()))
        QApplication::setStyle(new HouseStyle);
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* returned) const
{
    if (hint == SH_Widget_Animation_Duration || hint == SH_Widget_Animate
        || hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    if (metric == PM_ScrollBarExtent)
        return kThickness;
    if (metric == PM_ScrollBarSliderMin)
        return kShortest;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

QRect HouseStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                 const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const QRect handle = handleOf(*bar);
    const bool across = bar->orientation == Qt::Horizontal;
    QRect rest = bar->rect;
    switch (part) {
    case SC_ScrollBarSlider: return handle;
    case SC_ScrollBarGroove: return rest;
    case SC_ScrollBarSubPage: across ? rest.setRight(handle.left() - 1) : rest.setBottom(handle.top() - 1); return rest;
    case SC_ScrollBarAddPage: across ? rest.setLeft(handle.right() + 1) : rest.setTop(handle.bottom() + 1); return rest;
    default: return {}; // no arrows
    }
}

QIcon HouseStyle::standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const
{
    if (icon != SP_ToolBarHorizontalExtensionButton)
        return QProxyStyle::standardIcon(icon, option, widget);
    QPixmap picture(kExtension, kExtension);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setPen(QApplication::palette().color(QPalette::ButtonText));
    for (const int x : {3, 7})
        painter.drawPolyline(QPolygon({{x, 3}, {x + 3, 6}, {x, 9}}));
    return picture;
}

void HouseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                    const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (bar->maximum <= bar->minimum)
        return;
    const bool touched
        = (bar->activeSubControls & SC_ScrollBarSlider) && (bar->state & (State_MouseOver | State_Sunken));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(touched ? bar->palette.placeholderText() : bar->palette.mid());
    painter->drawRoundedRect(QRectF(handleOf(*bar)).adjusted(kMargin, kMargin, -kMargin, -kMargin), kRounding,
                             kRounding);
    painter->restore();
}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    if (element == PE_PanelItemViewRow && qobject_cast<const QTableView*>(widget))
        return; // the delegates of tables paint the whole of a row
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void HouseStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const
{
    if (element == CE_Splitter)
        painter->fillRect(option->rect, option->palette.dark());
    else
        QProxyStyle::drawControl(element, option, painter, widget);
}

} // namespace signalbox::ui
