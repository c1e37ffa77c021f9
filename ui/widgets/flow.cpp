// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flow.h"

#include "ui/models/words.h"

#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kLeast = 120; // wide enough for a long word
constexpr int kWithoutLimit = 100'000;
} // namespace

Flow::Flow(const ThemeSource& themes, Type type, QWidget* parent)
    : Label(themes, type, Tone::Primary, parent), m_themes(themes), m_type(type)
{
    setWordWrap(true);
}

void Flow::setParts(QList<FlowPart> parts)
{
    parts.removeIf([](const FlowPart& part) { return part.words.isEmpty(); });
    if (parts == m_parts)
        return;
    m_parts = std::move(parts);
    QStringList words;
    for (const FlowPart& part : m_parts)
        words.append(part.words);
    measureAnew(); // the same words are wider where they are strong
    setText(words.join(u' '));
    updateGeometry();
    update(); // where only a tone has changed
}

int Flow::layOut(QTextLayout& layout, int width) const
{
    const Theme& theme = m_themes.theme();
    QTextOption option(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
    option.setTextDirection(layoutDirection());
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> ranges;
    int start = 0;
    for (const FlowPart& part : m_parts) {
        QTextLayout::FormatRange range{start, static_cast<int>(part.words.size()), {}};
        range.format.setForeground(toneColour(theme, part.tone));
        if (part.strong)
            range.format.setFontWeight(theme.font(Type::BodyStrong).weight());
        if (part.mono) {
            range.format.setFontFamilies(theme.font(Type::Mono).families());
            range.format.setFontFixedPitch(true);
        }
        ranges.append(range);
        start += range.length + 1;
    }
    layout.setFormats(ranges);
    layout.beginLayout();
    int lines = 0;
    const int high = theme.lineHeight(m_type);
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, high * lines++ + (high - line.height()) / 2});
        if (lines == m_mostLines)
            break;
    }
    layout.endLayout();
    return std::max(1, lines) * high;
}

QSize Flow::sizeHint() const
{
    QTextLayout layout(text(), font());
    const int height = layOut(layout, kWithoutLimit);
    const QMargins around = contentsMargins();
    return QSize(layout.lineCount() == 0 ? 0 : static_cast<int>(layout.lineAt(0).naturalTextWidth()) + 1, height)
        .grownBy(around);
}

QSize Flow::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return {std::min(whole.width(), kLeast), whole.height()};
}

int Flow::measure(int width) const
{
    QTextLayout layout(text(), font());
    const QMargins around = contentsMargins();
    return layOut(layout, width - around.left() - around.right()) + around.top() + around.bottom();
}

void Flow::setMostLines(int lines)
{
    m_mostLines = lines;
    measureAnew();
    updateGeometry();
}

/// With an ellipsis at the end of the last line that is shown, where there is more.
QString Flow::shownText(int width) const
{
    QTextLayout layout(text(), font());
    layOut(layout, width);
    if (m_mostLines <= 0 || layout.lineCount() < m_mostLines)
        return text();
    const QTextLine last = layout.lineAt(m_mostLines - 1);
    const int end = last.textStart() + last.textLength();
    return end >= text().size() ? text() : text().left(std::max(0, end - 2)) + QChar(u'\u2026');
}

void Flow::paintEvent(QPaintEvent*)
{
    const QRect place = contentsRect();
    const QString shown = shownText(place.width());
    if (m_mostLines > 0)
        setToolTip(shown == text() ? QString() : plainTip(text()));
    QTextLayout layout(shown, font());
    const int height = layOut(layout, place.width());
    QPainter painter(this);
    painter.setPen(toneColour(m_themes.theme(), Tone::Primary));
    layout.draw(&painter, QPointF(place.left(), place.top() + (place.height() - height) / 2.0));
}

} // namespace signalbox::ui
