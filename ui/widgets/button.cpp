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
constexpr int kSlideWidth = 32; // of a switch
constexpr int kSlideHeight = 18;
constexpr double kKnob = 12;
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

QFont actionFont(const Theme& theme)
{
    QFont face = theme.font(Type::Body);
    face.setWeight(theme.weight(QFont::Medium));
    return face;
}

QFont Button::face() const
{
    QFont face = font();
    switch (m_kind) {
    case Kind::Primary: face.setWeight(QFont::DemiBold); return face; // on its fill, in any theme
    case Kind::Link:
    case Kind::Switch: return face;
    default: return actionFont(m_themes.theme());
    }
}

int Button::padding() const
{
    switch (m_kind) {
    case Kind::Link:
    case Kind::Switch: return 0;
    case Kind::Chip: return 10;
    default: return 14;
    }
}

QSize Button::sizeHint() const
{
    const Theme& theme = m_themes.theme();
    const int side = theme.size.iconControl;
    const QFontMetrics metrics(face());
    int width = metrics.horizontalAdvance(text()) + 2 * padding();
    if (m_kind == Kind::Switch)
        width += kSlideWidth + kGap;
    if (!glyphShown().isEmpty())
        width += side + (text().isEmpty() ? 0 : kGap);
    if (m_count)
        width += kGap - 2 + metrics.horizontalAdvance(countText());
    if (!m_keys.isEmpty())
        width += kGap + keycapWidth(m_keys, theme) + 2; // its edges
    const int height = m_tall                            ? theme.size.decisionButton
        : m_kind == Kind::Link                           ? theme.lineHeight(Type::Body)
        : m_kind == Kind::Chip || m_kind == Kind::Switch ? theme.size.minTarget
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
    case Kind::Switch:
        return {Qt::transparent, Qt::transparent, isChecked() || over ? theme.text.primary : theme.text.secondary};
    case Kind::Chip:
        if (isChecked())
            return {theme.accent.selection, theme.accent.base, theme.accent.selectionText};
        return {isDown() || over ? theme.surface.raised : QColor(Qt::transparent), theme.border.strong,
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
    if (m_kind == Kind::Switch)
        paintSlide(painter);
    else if (m_kind != Kind::Link)
        paintFrame(painter, rect(), {colours.border, colours.fill, theme.size.radiusControl});
    QRect rest = rect();
    const int content = sizeHint().width();
    rest.setLeft(padding() + std::max(0, (width() - content) / 2) + (m_kind == Kind::Switch ? kSlideWidth + kGap : 0));
    const int side = theme.size.iconControl;
    if (!glyphShown().isEmpty()) {
        const QPixmap glyph = theme.pixmap(glyphShown(), colours.text, side, devicePixelRatioF());
        painter.drawPixmap(onScreen({rest.left(), (height() - side) / 2, side, side}).topLeft(), glyph);
        rest.setLeft(rest.left() + side + kGap);
    }
    painter.setFont(face());
    painter.setPen(colours.text);
    painter.drawText(onScreen(rest), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, text());
    rest.setLeft(rest.left() + painter.fontMetrics().horizontalAdvance(text()));
    if (m_count) {
        painter.setPen(isChecked() ? colours.text : theme.text.tertiary);
        painter.drawText(onScreen(rest.adjusted(kGap - 2, 0, 0, 0)), Qt::AlignLeft | Qt::AlignVCenter, countText());
    }
    if (!m_keys.isEmpty())
        paintKeycap(painter, onScreen({rest.left() + kGap, 0, keycapWidth(m_keys, theme), height()}).left(), rect(),
                    m_keys, theme);
}

/// Filled with its knob at the end while it is on, an outline with it at the start while it is off.
void Button::paintSlide(QPainter& painter) const
{
    const Theme& theme = m_themes.theme();
    const int left = std::max(0, (width() - sizeHint().width()) / 2);
    const QRectF slide = QRectF(onScreen({left, (height() - kSlideHeight) / 2, kSlideWidth, kSlideHeight}))
                             .adjusted(0.5, 0.5, -0.5, -0.5);
    const bool on = isChecked();
    painter.setPen(QPen(on ? theme.accent.base : theme.border.control, 1));
    painter.setBrush(on ? theme.accent.base : QColor(Qt::transparent));
    painter.drawRoundedRect(slide, slide.height() / 2, slide.height() / 2);
    const double inset = slide.height() / 2;
    const bool atRight = on != (layoutDirection() == Qt::RightToLeft);
    painter.setPen(Qt::NoPen);
    painter.setBrush(on ? theme.text.onAccent : theme.text.tertiary);
    painter.drawEllipse(QPointF(atRight ? slide.right() - inset : slide.left() + inset, slide.center().y()), kKnob / 2,
                        kKnob / 2);
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
