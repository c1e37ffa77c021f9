// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/logpainter.h"

#include "ui/models/timewords.h"

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr int kLeft = 11;
constexpr int kGap = 14;
constexpr int kFlags = Qt::AlignVCenter | Qt::TextSingleLine;

QString shownText(std::string_view text)
{
    QString shown = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return shown.replace(u'\t', QStringLiteral("    "));
}

} // namespace

LogPainter::LogPainter(QPainter& painter, const Theme& theme, std::uint64_t lines, int scrolled)
    : m_painter(painter), m_theme(theme), m_scrolled(scrolled)
{
    m_painter.setFont(theme.font(Type::Log));
    m_painter.setLayoutDirection(Qt::LeftToRight); // a log is code: its order is that of its bytes
    m_digit = std::max(1, m_painter.fontMetrics().horizontalAdvance(u'0'));
    m_number = kLeft + std::max(3, static_cast<int>(QString::number(lines).size())) * m_digit;
    m_time = m_number + kGap;
    m_text = m_time + 8 * m_digit + kGap;
}

void LogPainter::paint(const host::LogRow& row, const QRect& area, const Look& look, const log::LineSearch* search)
{
    if (look.cause) {
        m_painter.fillRect(area, m_theme.status(Hue::Critical).tint);
        m_painter.fillRect(QRect(area.topLeft(), QSize(3, area.height())), m_theme.status(Hue::Critical).fill);
    }
    if (look.selected)
        m_painter.fillRect(area.adjusted(3, 0, 0, 0), m_theme.accent.selection);
    if (row.line > 0 && !row.continues) {
        m_painter.setPen(m_theme.text.tertiary);
        m_painter.drawText(QRect(0, area.top(), m_number, area.height()), kFlags | Qt::AlignRight,
                           QString::number(row.line));
    }
    if (row.hasTime) {
        m_painter.setPen(m_theme.text.secondary);
        m_painter.drawText(QRect(m_time, area.top(), m_text - m_time, area.height()), kFlags | Qt::AlignLeft,
                           clockTime(row.at));
    }
    m_painter.save();
    m_painter.setClipRect(area.adjusted(m_text, 0, 0, 0));
    if (search != nullptr)
        paintMatches(row, area, *search);
    paintText(row, area, look.cause || row.section);
    m_painter.restore();
}

void LogPainter::paintText(const host::LogRow& row, const QRect& area, bool strong)
{
    const std::string_view text = inView(row.text, area);
    int left = m_text - m_scrolled;
    std::size_t from = 0;
    const auto piece = [&](std::size_t to, const QColor& colour) {
        to = std::min(to, text.size());
        if (to <= from || left > area.right())
            return;
        const QString words = shownText(text.substr(from, to - from));
        const int wide = m_painter.fontMetrics().horizontalAdvance(words);
        m_painter.setPen(colour);
        if (left + wide > m_text)
            m_painter.drawText(QRect(left, area.top(), wide + 8, area.height()), kFlags | Qt::AlignLeft, words);
        left += wide;
        from = to;
    };
    const QColor plain = strong ? m_theme.text.primary : m_theme.text.secondary;
    for (const host::LogSpan& span : row.spans) {
        piece(span.begin, plain);
        const int boxLeft = left;
        piece(span.end, colourOf(span.ink));
        if (span.ink == host::LogInk::Box) {
            m_painter.setPen(colourOf(span.ink));
            m_painter.drawRect(QRect(boxLeft, area.top() + 2, left - boxLeft - 1, area.height() - 5));
        }
    }
    piece(text.size(), plain);
}

void LogPainter::paintMatches(const host::LogRow& row, const QRect& area, const log::LineSearch& search)
{
    const std::string_view text = inView(row.text, area);
    for (std::size_t from = 0; from < text.size();) {
        const auto match = search.find(text, from);
        if (match.begin >= text.size())
            return;
        const int left = m_text - m_scrolled + widthOf(text.substr(0, match.begin));
        if (left > area.right())
            return;
        const int wide = widthOf(text.substr(match.begin, match.end - match.begin));
        m_painter.fillRect(QRect(left - 1, area.top() + 1, wide + 2, area.height() - 2), m_theme.border.strong);
        from = std::max(match.end, match.begin + 1);
    }
}

std::string_view LogPainter::inView(std::string_view text, const QRect& area) const
{
    constexpr std::size_t kLongestCharacter = 4; // bytes
    const auto characters = static_cast<std::size_t>((m_scrolled + area.width()) / m_digit + 2);
    return text.substr(0, characters * kLongestCharacter);
}

int LogPainter::widthOf(std::string_view text) const
{
    return m_painter.fontMetrics().horizontalAdvance(shownText(text));
}

/// The job's own colours, from those of the theme that can be read on its ground.
QColor LogPainter::colourOf(host::LogInk ink) const
{
    switch (ink) {
    case host::LogInk::Black: return m_theme.text.tertiary;
    case host::LogInk::Red: return m_theme.diff.removeFg;
    case host::LogInk::Green: return m_theme.diff.addFg;
    case host::LogInk::Yellow: return m_theme.status(Hue::Waiting).fg;
    case host::LogInk::Blue: return m_theme.text.link;
    case host::LogInk::Cyan: return m_theme.diff.changeFg;
    case host::LogInk::White: return m_theme.text.primary;
    case host::LogInk::Magenta:
    case host::LogInk::Box: break;
    }
    return m_theme.status(Hue::Unknown).fg;
}

} // namespace signalbox::ui
