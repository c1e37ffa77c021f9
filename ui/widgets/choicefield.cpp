// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choicefield.h"

#include "ui/models/words.h"
#include "ui/widgets/frame.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kPadding = 9;
constexpr int kChevron = 18;
constexpr int kWidest = 220;
} // namespace

ChoiceField::ChoiceField(const ThemeSource& themes, QWidget* parent) : QComboBox(parent), m_themes(themes)
{
    themes.dress(this, Type::Body);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(this, &QComboBox::currentTextChanged, this, &ChoiceField::tellWhole);
}

QRect ChoiceField::place() const
{
    return rect().adjusted(kPadding, 0, -kChevron - 4, 0);
}

void ChoiceField::tellWhole()
{
    const bool cut = fontMetrics().horizontalAdvance(currentText()) > place().width();
    setToolTip(cut ? plainTip(currentText()) : QString());
}

void ChoiceField::resizeEvent(QResizeEvent* event)
{
    QComboBox::resizeEvent(event);
    tellWhole();
}

QSize ChoiceField::sizeHint() const
{
    int widest = 0;
    for (int i = 0; i < count(); ++i)
        widest = std::max(widest, fontMetrics().horizontalAdvance(itemText(i)));
    return {std::min(widest + 2 * kPadding + kChevron + 4, kWidest), m_themes.theme().size.input};
}

QSize ChoiceField::minimumSizeHint() const
{
    return {70, m_themes.theme().size.input};
}

void ChoiceField::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = underMouse() ? theme.surface.raised : theme.surface.panel;
    paintFrame(painter, rect(), {theme.border.control, ground, theme.size.radiusControl});
    const QRect words = place();
    painter.setFont(font());
    painter.setPen(isEnabled() ? theme.text.primary : theme.text.disabled);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(currentText(), Qt::ElideRight, words.width()));
    const QPointF tip(width() - kChevron / 2.0 - 2, height() / 2.0 + 2);
    painter.setPen(QPen(theme.text.tertiary, 1.5));
    painter.drawPolyline(QPolygonF({tip + QPointF(-4, -4), tip, tip + QPointF(4, -4)}));
}

} // namespace signalbox::ui
