// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include "ui/widgets/frame.h"
#include "ui/widgets/keycap.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kGap = 8;
} // namespace

Button::Button(const ThemeSource& themes, const QString& label, Kind kind, QWidget* parent)
    : QAbstractButton(parent), m_themes(themes), m_kind(kind)
{
    setText(label);
    themes.dress(this, Type::Body);
    setCursor(kind == Kind::Link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void Button::setGlyph(const QString& iconName)
{
    m_glyph = iconName;
    updateGeometry();
    update();
}

void Button::setKeyHint(const QString& keys)
{
    m_keys = keys;
    updateGeometry();
}

void Button::setCount(std::optional<int> count)
{
    if (m_count == count)
        return;
    m_count = count;
    setAccessibleName(count ? tr("%1, %2").arg(text()).arg(*count) : text());
    updateGeometry();
    update();
}

void Button::setTall(bool tall)
{
    m_tall = tall;
    updateGeometry();
}

void Button::setLocked(bool locked, const QString& reason)
{
    m_locked = locked;
    setEnabled(!locked);
    setAccessibleName(locked ? tr("%1, locked, %2").arg(text(), reason) : text());
    updateGeometry();
    update();
}

QString Button::glyphShown() const
{
    return m_locked ? QStringLiteral("misc-lock") : m_glyph;
}

QString Button::countText() const
{
    return m_count ? QLocale().toString(*m_count) : QString();
}

QSize Button::sizeHint() const
{
    const Theme& theme = m_themes.theme();
    const int side = theme.size.iconControl;
    const int padding = m_kind == Kind::Link ? 0 : m_kind == Kind::Chip ? 10 : 14;
    int width = fontMetrics().horizontalAdvance(text()) + 2 * padding;
    if (!glyphShown().isEmpty())
        width += side + (text().isEmpty() ? 0 : kGap);
    if (m_count)
        width += kGap - 2 + fontMetrics().horizontalAdvance(countText());
    if (!m_keys.isEmpty())
        width += kGap + keycapWidth(m_keys, theme) + 2; // its edges
    const int height = m_tall  ? theme.size.decisionButton
        : m_kind == Kind::Link ? theme.lineHeight(Type::Body)
        : m_kind == Kind::Chip ? theme.size.minTarget
                               : theme.size.button;
    return {width, std::min(height, maximumHeight())};
}

Button::Look Button::look() const
{
    const Theme& theme = m_themes.theme();
    const bool over = underMouse() && isEnabled();
    if (!isEnabled())
        return {Qt::transparent, m_kind == Kind::Link ? QColor(Qt::transparent) : theme.border.strong,
                theme.text.disabled};
    switch (m_kind) {
    case Kind::Primary:
        return {isDown()   ? theme.accent.pressed
                    : over ? theme.accent.hover
                           : theme.accent.base,
                Qt::transparent, theme.text.onAccent};
    case Kind::Danger:
        return {isDown() || over ? theme.status(Hue::Critical).tint : theme.surface.raised,
                theme.status(Hue::Critical).fg, theme.status(Hue::Critical).fg};
    case Kind::Quiet:
        return {isDown() || over ? theme.surface.raised : QColor(Qt::transparent), Qt::transparent,
                theme.text.secondary};
    case Kind::Link: return {Qt::transparent, Qt::transparent, over ? theme.accent.hover : theme.text.link};
    case Kind::Chip:
        if (isChecked())
            return {theme.accent.selection, theme.accent.base, theme.accent.selectionText};
        return {isDown() || over ? theme.surface.raised : theme.surface.panel, theme.border.strong,
                theme.text.secondary};
    case Kind::Default: break;
    }
    if (isChecked())
        return {theme.accent.selection, theme.accent.base, theme.accent.selectionText};
    return {isDown()   ? theme.accent.selection
                : over ? theme.surface.overlay
                       : theme.surface.raised,
            theme.border.control, theme.text.primary};
}

void Button::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    const Look colours = look();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_kind != Kind::Link)
        paintFrame(painter, rect(), {colours.border, colours.fill, theme.size.radiusControl});
    QRect rest = rect();
    const int content = sizeHint().width();
    const int padding = m_kind == Kind::Link ? 0 : m_kind == Kind::Chip ? 10 : 14;
    rest.setLeft(padding + std::max(0, (width() - content) / 2));
    const int side = theme.size.iconControl;
    if (!glyphShown().isEmpty()) {
        const QPixmap glyph = theme.pixmap(glyphShown(), colours.text, side, devicePixelRatioF());
        painter.drawPixmap(onScreen({rest.left(), (height() - side) / 2, side, side}).topLeft(), glyph);
        rest.setLeft(rest.left() + side + kGap);
    }
    painter.setFont(font());
    painter.setPen(colours.text);
    painter.drawText(onScreen(rest), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, text());
    rest.setLeft(rest.left() + fontMetrics().horizontalAdvance(text()));
    if (m_count) {
        painter.setPen(isChecked() ? colours.text : theme.text.tertiary);
        painter.drawText(onScreen(rest.adjusted(kGap - 2, 0, 0, 0)), Qt::AlignLeft | Qt::AlignVCenter, countText());
    }
    if (!m_keys.isEmpty())
        paintKeycap(painter, onScreen({rest.left() + kGap, 0, keycapWidth(m_keys, theme), height()}).left(), rect(),
                    m_keys, theme);
}

QRect Button::onScreen(const QRect& place) const
{
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

bool Button::event(QEvent* event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    return QAbstractButton::event(event);
}

} // namespace signalbox::ui
