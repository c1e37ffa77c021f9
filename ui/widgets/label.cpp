// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include "ui/models/words.h"

#include <QPainter>

namespace signalbox::ui {

namespace {
constexpr int kMostWidths = 16; // of a label, whose heights are kept
}

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
    return QLabel::heightForWidth(width);
}

void Label::changeEvent(QEvent* event)
{
    m_heights.clear();
    QLabel::changeEvent(event);
}

void Label::paintEvent(QPaintEvent* event)
{
    if (!m_elided) {
        QLabel::paintEvent(event);
        return;
    }
    const QRect place = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, place.width());
    setToolTip(shown == text() ? QString() : plainTip(text()));
    QPainter painter(this);
    painter.setPen(toneColour(m_themes.theme(), m_tone));
    painter.drawText(place, static_cast<int>(alignment()) | Qt::TextSingleLine, shown);
}

void Label::dress()
{
    const Theme& theme = m_themes.theme();
    setFont(theme.font(m_type));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, toneColour(theme, m_tone));
    setPalette(colours);
    if (minimumHeight() < theme.lineHeight(m_type)) // whoever gave it more has a reason
        setMinimumHeight(theme.lineHeight(m_type));
}

} // namespace signalbox::ui
