// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include "ui/models/words.h"
#include "ui/widgets/textlines.h"

#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kMostWidths = 16; // of a label, whose heights are kept

TextLines layOut(QTextLayout& layout, const QLabel& label, int width, int line)
{
    QTextOption option(QStyle::visualAlignment(label.layoutDirection(), label.alignment()));
    option.setTextDirection(label.layoutDirection());
    option.setWrapMode(QTextOption::WordWrap);
    layout.setTextOption(option);
    return breakIntoLines(layout, width, line);
}

} // namespace

QColor toneColour(const Theme& theme, Tone tone)
{
    switch (tone) {
    case Tone::Primary: return theme.text.primary;
    case Tone::Secondary: return theme.text.secondary;
    case Tone::Tertiary: return theme.text.tertiary;
    case Tone::Disabled: return theme.text.disabled;
    case Tone::Link: return theme.text.link;
    case Tone::Running: return theme.status(Hue::Running).fg;
    case Tone::Waiting: return theme.status(Hue::Waiting).fg;
    case Tone::Warn: return theme.status(Hue::Warn).fg;
    case Tone::Critical: return theme.status(Hue::Critical).fg;
    case Tone::Unknown: return theme.status(Hue::Unknown).fg;
    }
    return theme.text.primary;
}

Tone toneOf(Hue hue)
{
    switch (hue) {
    case Hue::Nominal: return Tone::Secondary;
    case Hue::Running: return Tone::Running;
    case Hue::Waiting: return Tone::Waiting;
    case Hue::Warn: return Tone::Warn;
    case Hue::Critical: return Tone::Critical;
    case Hue::Unknown: return Tone::Unknown;
    }
    return Tone::Secondary;
}

Label::Label(const ThemeSource& themes, Type type, Tone tone, QWidget* parent)
    : QLabel(parent), m_themes(themes), m_type(type), m_tone(tone)
{
    setTextFormat(Qt::PlainText); // text from logs and repositories is never markup
    dress();
    connect(&themes, &ThemeSource::changed, this, &Label::dress);
}

void Label::setTone(Tone tone)
{
    if (tone == m_tone)
        return;
    m_tone = tone;
    dress();
}

void Label::setElided(bool elided)
{
    m_elided = elided;
    updateGeometry();
    update();
}

bool Label::isElided() const
{
    return m_elided && fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

bool Label::wraps() const
{
    return wordWrap() && !m_elided && !(textInteractionFlags() & Qt::TextSelectableByMouse);
}

int Label::lineHeight() const
{
    return m_themes.theme().lineHeight(m_type);
}

QSize Label::sizeHint() const
{
    const QSize whole = QLabel::sizeHint();
    return wraps() ? QSize(whole.width(), std::max(minimumHeight(), heightForWidth(whole.width()))) : whole;
}

QSize Label::minimumSizeHint() const
{
    const QSize whole = QLabel::minimumSizeHint();
    return m_elided ? QSize(fontMetrics().averageCharWidth() * 4, whole.height()) : whole;
}

int Label::heightForWidth(int width) const
{
    if (m_measured != text()) {
        m_measured = text();
        m_heights.clear();
    }
    const auto known = m_heights.constFind(width);
    if (known != m_heights.constEnd())
        return *known;
    if (m_heights.size() >= kMostWidths)
        m_heights.clear();
    return *m_heights.insert(width, measure(width));
}

int Label::measure(int width) const
{
    if (!wraps())
        return QLabel::heightForWidth(width);
    QTextLayout layout(inOneParagraph(text()), font());
    const QMargins around = contentsMargins();
    const double height = layOut(layout, *this, width - around.left() - around.right(), lineHeight()).height;
    return std::max(minimumHeight(), qCeil(height) + around.top() + around.bottom());
}

void Label::changeEvent(QEvent* event)
{
    m_heights.clear();
    QLabel::changeEvent(event);
}

void Label::paintEvent(QPaintEvent* event)
{
    if (wraps())
        return paintLines();
    if (!m_elided)
        return QLabel::paintEvent(event);
    const QRect place = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, place.width());
    setToolTip(shown == text() ? QString() : plainTip(text()));
    QPainter painter(this);
    painter.setPen(toneColour(m_themes.theme(), m_tone));
    painter.drawText(place, static_cast<int>(alignment()) | Qt::TextSingleLine, shown);
}

void Label::paintLines()
{
    const QRect place = contentsRect();
    QTextLayout layout(inOneParagraph(text()), font());
    const double height = layOut(layout, *this, place.width(), lineHeight()).height;
    const double above = alignment() & Qt::AlignTop ? 0 : std::max(0.0, (place.height() - height) / 2);
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    layout.draw(&painter, QPointF(place.left(), place.top() + above));
}

void Label::dress()
{
    const Theme& theme = m_themes.theme();
    setFont(theme.font(m_type));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, toneColour(theme, m_tone));
    setPalette(colours);
    const int line = theme.lineHeight(m_type);
    if (minimumHeight() < line && maximumHeight() >= line) // whoever gave it more, or less, has a reason
        setMinimumHeight(line);
}

} // namespace signalbox::ui
