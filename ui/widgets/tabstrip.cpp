// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tabstrip.h"

#include <QPainter>

namespace signalbox::ui {

namespace {
constexpr int kPadding = 11;
constexpr int kHeight = 36;
constexpr int kMarkGap = 6;
} // namespace

TabStrip::TabStrip(const ThemeSource& themes, QWidget* parent) : QTabBar(parent), m_themes(themes)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::TabFocus);
    themes.dress(this, Type::Body);
}

void TabStrip::setWords(int tab, const QString& words)
{
    if (tabText(tab) == words)
        return;
    setTabText(tab, words);
    updateGeometry();
}

void TabStrip::setMark(int tab, const QString& mark)
{
    if (tabData(tab).toString() == mark)
        return;
    setTabData(tab, mark);
    setTabText(tab, tabText(tab)); // lays the tabs out anew
}

QSize TabStrip::tabSizeHint(int tab) const
{
    const QFontMetrics metrics(m_themes.theme().font(Type::Body));
    int width = metrics.horizontalAdvance(tabText(tab)) + 2 * kPadding;
    if (!mark(tab).isEmpty())
        width += kMarkGap + metrics.horizontalAdvance(mark(tab));
    return {width, kHeight};
}

void TabStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.setFont(theme.font(Type::Body));
    for (int tab = 0; tab < count(); ++tab) {
        if (!isTabVisible(tab))
            continue;
        const QRect rect = tabRect(tab);
        const bool chosen = tab == currentIndex();
        const QRect words = rect.adjusted(kPadding, 0, -kPadding, -2);
        painter.setPen(chosen ? theme.text.primary : theme.text.secondary);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, tabText(tab));
        if (!mark(tab).isEmpty()) {
            painter.setPen(theme.status(Hue::Warn).fg);
            painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, mark(tab));
        }
        if (chosen)
            painter.fillRect(QRect(rect.left(), height() - 2, rect.width(), 2), theme.accent.base);
        if (chosen && hasFocus()) {
            painter.setPen(QPen(theme.border.focus, theme.size.focusStroke));
            painter.drawRect(rect.adjusted(2, 4, -3, -6));
        }
    }
}

} // namespace signalbox::ui
