// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linefield.h"

#include "ui/widgets/frame.h"
#include "ui/widgets/keycap.h"

#include <QPainter>
#include <QStyle>

#include <utility>

namespace signalbox::ui {

namespace {
constexpr int kPadding = 8;
constexpr int kBarePadding = 14; // as the rows below it
constexpr int kOwnMargin = 2; // which QLineEdit keeps between its margin and the text
constexpr int kLeastText = 64; // a note that leaves less of what is typed is not drawn
} // namespace

LineField::LineField(const ThemeSource& themes, Type type, QWidget* parent)
    : QLineEdit(parent), m_themes(themes), m_type(type)
{
    setFrame(false);
    setFixedHeight(themes.theme().size.input);
    dress();
    connect(&themes, &ThemeSource::changed, this, &LineField::dress);
    connect(this, &QLineEdit::textChanged, this, [this](const QString& words) {
        const bool typed = !words.isEmpty();
        if (m_type == Type::Mono && std::exchange(m_typed, typed) != typed)
            dress();
    });
}

void LineField::setGlyph(const QString& iconName)
{
    m_glyph = iconName;
    makeRoom();
}

void LineField::setNote(const QString& note)
{
    m_note = note;
    setAccessibleDescription(note);
    makeRoom();
}

void LineField::setKeyHint(const QString& keys)
{
    m_keys = keys;
    makeRoom();
}

void LineField::setBare()
{
    m_bare = true;
    setFocusPolicy(Qt::ClickFocus);
    dress();
}

int LineField::padding() const
{
    return m_bare ? kBarePadding : kPadding;
}

int LineField::glyphSide() const
{
    return m_bare ? m_themes.theme().size.iconControl : m_themes.theme().size.iconInline;
}

int LineField::noteWidth() const
{
    if (m_note.isEmpty())
        return 0;
    const int note = QFontMetrics(m_themes.theme().font(Type::Small)).horizontalAdvance(m_note) + kPadding;
    return width() - glyphWidth() - keyWidth() - 2 * kPadding - note < kLeastText ? 0 : note;
}

int LineField::glyphWidth() const
{
    return m_glyph.isEmpty() ? 0 : glyphSide() + padding();
}

int LineField::keyWidth() const
{
    return m_keys.isEmpty() ? 0 : keycapWidth(m_keys, m_themes.theme());
}

void LineField::makeRoom()
{
    const int before = padding() + glyphWidth() - (m_bare ? kOwnMargin : 0);
    const int behind = kPadding + noteWidth() + keyWidth();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setTextMargins(mirrored ? behind : before, 0, mirrored ? before : behind, 0);
    const int room = width() - textMargins().left() - textMargins().right();
    if (toolTip().isEmpty() || toolTip() == placeholderText())
        setToolTip(fontMetrics().horizontalAdvance(placeholderText()) > room ? placeholderText() : QString());
    update();
}

void LineField::dress()
{
    const Theme& theme = m_themes.theme();
    setFont(theme.font(text().isEmpty() ? Type::Body : m_type)); // the example is no input
    QPalette colours = palette();
    colours.setColor(QPalette::Base, m_bare ? QColor(Qt::transparent) : theme.surface.inset);
    colours.setColor(QPalette::Text, theme.text.primary);
    colours.setColor(QPalette::PlaceholderText, theme.text.tertiary);
    colours.setColor(QPalette::Highlight, theme.accent.base);
    colours.setColor(QPalette::HighlightedText, theme.text.onAccent);
    setPalette(colours);
    makeRoom();
}

void LineField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    makeRoom();
}

void LineField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_bare)
        paintFrame(painter, rect(), {theme.border.control, Qt::transparent, theme.size.radiusControl});
    const int glyph = glyphSide();
    const auto onScreen = [this](const QRect& place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    if (!m_glyph.isEmpty())
        painter.drawPixmap(
            onScreen({padding(), (height() - glyph) / 2, glyph, glyph}).topLeft(),
            theme.pixmap(m_glyph, m_bare ? theme.text.primary : theme.text.tertiary, glyph, devicePixelRatioF()));
    QRect rest = rect().adjusted(0, 0, -kPadding, 0);
    if (!m_keys.isEmpty()) {
        const QRect cap(rest.right() - keyWidth(), 0, keyWidth(), height());
        paintKeycap(painter, onScreen(cap).left(), rect(), m_keys, theme);
        rest.setRight(rest.right() - keyWidth() - kPadding);
    }
    if (noteWidth() == 0)
        return;
    painter.setFont(theme.font(Type::Small));
    painter.setPen(theme.text.tertiary);
    painter.drawText(onScreen(rest), Qt::AlignRight | Qt::AlignVCenter, m_note);
}

} // namespace signalbox::ui
