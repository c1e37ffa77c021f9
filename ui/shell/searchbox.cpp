// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/searchbox.h"

#include "ui/widgets/frame.h"
#include "ui/widgets/keycap.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kWidth = 270;
constexpr int kPadding = 12;
} // namespace

SearchBox::SearchBox(const ThemeSource& themes, QWidget* parent) : QAbstractButton(parent), m_themes(themes)
{
    setText(tr("Search or run a command"));
    setAccessibleName(tr("Search or run a command, Control K"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::IBeamCursor);
    themes.dress(this, Type::Body);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SearchBox::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    setToolTip(compact ? text() : QString());
    updateGeometry();
}

int SearchBox::compactWidth() const
{
    const Theme& theme = m_themes.theme();
    return 3 * kPadding + theme.size.iconInline + keycapWidth(tr("Ctrl+K"), theme);
}

int SearchBox::wholeWidth() const
{
    return compactWidth() + fontMetrics().horizontalAdvance(text()) + kPadding;
}

QSize SearchBox::sizeHint() const
{
    return {m_compact ? compactWidth() : std::max(kWidth, wholeWidth()), m_themes.theme().size.input};
}

QSize SearchBox::minimumSizeHint() const
{
    return {m_compact ? compactWidth() : wholeWidth(), m_themes.theme().size.input};
}

void SearchBox::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter, rect(), {theme.border.control, theme.surface.inset, theme.size.radiusControl});
    const int glyph = theme.size.iconInline;
    const auto onScreen = [this](const QRect& place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    QRect rest = rect().adjusted(kPadding, 0, -kPadding, 0);
    painter.drawPixmap(onScreen({rest.left(), (height() - glyph) / 2, glyph, glyph}).topLeft(),
                       theme.pixmap(QStringLiteral("action-search"), theme.text.tertiary, glyph, devicePixelRatioF()));
    rest.setLeft(rest.left() + glyph + kPadding);
    rest.setRight(rest.right() - paintKeycaps(painter, onScreen(rest), tr("Ctrl+K"), theme) - kPadding);
    if (m_compact)
        return;
    painter.setFont(font());
    painter.setPen(theme.text.tertiary);
    painter.drawText(onScreen(rest), Qt::AlignVCenter, text());
}

} // namespace signalbox::ui
