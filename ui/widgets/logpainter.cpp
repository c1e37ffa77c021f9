// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/logpainter.h"

#include "ui/models/timewords.h"

#include <algorithm>
#include <cmath>

namespace signalbox::ui {

namespace {

constexpr int kLeft = 11;
constexpr int kGap = 14;
constexpr int kNoteMargin = 14;
constexpr int kFlags = Qt::AlignVCenter | Qt::TextSingleLine;

int digitOf(const QFontMetrics& metrics)
{
    return std::max(1, metrics.horizontalAdvance(u'0'));
}

bool isPlain(char c)
{
    return c >= ' ' && c < '\x7f';
}

} // namespace

LogPainter::LogPainter(QPainter& painter, const Theme& theme, LogFont& font, const Room& room)
    : m_painter(painter), m_theme(theme), m_font(font), m_scrolled(room.scrolled)
{
    m_painter.setFont(font.font());
    m_painter.setLayoutDirection(Qt::LeftToRight); // a log is code: its order is that of its bytes
    const QFontMetrics metrics = m_painter.fontMetrics();
    m_digit = digitOf(metrics);
    m_time = textLeft(metrics, room.lines, false);
    m_number = m_time - kGap;
    m_text = textLeft(metrics, room.lines, true);
}

int LogPainter::textLeft(const QFontMetrics& metrics, std::uint64_t lines, bool times)
{
    const int digit = digitOf(metrics);
    const int number = kLeft + std::max(3, static_cast<int>(QString::number(lines).size())) * digit;
    return number + kGap + (times ? 8 * digit + kGap : 0);
}

double LogPainter::wrapWidth(const LogFont& font, int room)
{
    const double column = font.column() > 0 ? font.column() : digitOf(QFontMetrics(font.font()));
    return std::max(1.0, std::floor(room / column)) * column;
}

void LogPainter::paint(const host::LogRow& row, const QRect& area, const Look& look, const log::LineSearch* search)
{
    if (look.cause)
        m_painter.fillRect(area, m_theme.status(Hue::Critical).tint);
    else if (look.ended)
        m_painter.fillRect(area, m_theme.surface.raised);
    if (look.cause || look.ended)
        m_painter.fillRect(QRect(area.topLeft(), QSize(3, area.height())), m_theme.status(Hue::Critical).fill);
    if (look.selected)
        m_painter.fillRect(area.adjusted(3, 0, 0, 0), m_theme.accent.selection);
    if (row.line > 0 && !row.continues) {
        m_painter.setPen(m_theme.text.tertiary);
        m_painter.drawText(QRect(0, area.top(), m_number, look.line), kFlags | Qt::AlignRight,
                           QString::number(row.line));
    }
    if (row.hasTime) {
        m_painter.setPen(m_theme.text.secondary);
        m_painter.drawText(QRect(m_time, area.top(), m_text - m_time, look.line), kFlags | Qt::AlignLeft,
                           clockTime(row.at));
    }
    const int room = area.width() - m_text - noteWidth(look.note);
    const int scrolled = m_scrolled;
    const double width = wrapWidth(m_font, area.width() - m_text);
    double last = 0; // what is left of the text for the last line
    for (int top = area.top(), at = 0; top <= area.bottom(); top += look.line, ++at) {
        m_scrolled = scrolled + static_cast<int>(std::lround(at * width));
        last = look.wraps ? m_font.widthOf(row.text) - at * width : 0;
        const QRect line(0, top, m_text + (look.wraps ? static_cast<int>(width) : room), look.line);
        paintLine(row, line, look.cause || row.section, search);
    }
    m_scrolled = scrolled;
    if (!look.note.isEmpty() && last <= room)
        paintNote(QRect(0, area.bottom() + 1 - look.line, area.width(), look.line), look);
}

int LogPainter::noteWidth(const QString& note) const
{
    return note.isEmpty() ? 0 : QFontMetrics(m_theme.font(Type::Small)).horizontalAdvance(note) + 3 * kNoteMargin;
}

/// At the end of the row's last line, where the text leaves room; what it hides is scrolled to.
void LogPainter::paintNote(const QRect& line, const Look& look)
{
    const StatusColours& colours = m_theme.status(Hue::Critical);
    const int wide = noteWidth(look.note) - 2 * kNoteMargin;
    const QRect badge(line.right() - kNoteMargin - wide, line.top() + 1, wide, line.height() - 2);
    m_painter.setFont(m_theme.font(Type::Small));
    m_painter.setPen(colours.fill);
    m_painter.setBrush(look.ended ? m_theme.surface.raised : colours.fill);
    m_painter.drawRoundedRect(badge.adjusted(0, 0, -1, -1), 3, 3);
    m_painter.setPen(look.ended ? colours.fg : colours.onFill);
    m_painter.drawText(badge, Qt::AlignCenter, look.note);
    m_painter.setFont(m_font.font());
}

void LogPainter::paintLine(const host::LogRow& row, const QRect& line, bool strong, const log::LineSearch* search)
{
    if (line.bottom() < 0 || line.top() > m_painter.device()->height())
        return;
    m_painter.save();
    m_painter.setClipRect(line.adjusted(m_text, 0, 0, 0), Qt::IntersectClip);
    if (search != nullptr)
        paintMatches(row, line, *search);
    paintText(row, line, strong);
    m_painter.restore();
}

void LogPainter::paintText(const host::LogRow& row, const QRect& area, bool strong)
{
    const Seen seen = inView(row.text, area);
    const QFontMetrics metrics = m_painter.fontMetrics();
    const int baseline = area.top() + (area.height() - metrics.height()) / 2 + metrics.ascent();
    RowGlyphs glyphs(m_font);
    const double begin = m_text - m_scrolled;
    double left = seen.left;
    std::size_t from = seen.from;
    const auto box = [&](double at, double wide) {
        m_painter.setPen(colourOf(host::LogInk::Box));
        m_painter.drawRect(QRectF(at, area.top() + 2, wide - 1, area.height() - 5));
    };
    const auto piece = [&](std::size_t to, const QColor& colour) {
        to = std::min(to, seen.to);
        if (to <= from || left > area.right())
            return;
        const auto draw = [&](const LogFont::Part& part) {
            const bool inView = left + part.wide > m_text;
            if (!part.words.isEmpty() && inView) {
                m_painter.setPen(colour);
                m_painter.setFont(part.face->font);
                m_painter.drawText(QPointF(left, baseline), part.words);
            } else if (inView) {
                glyphs.add(part, QPointF(left, baseline), part.missing ? colourOf(host::LogInk::Box) : colour);
            }
            if (part.missing)
                box(left, part.wide);
            left += part.wide;
            return left <= area.right();
        };
        m_font.forParts(std::string_view(row.text).substr(from, to - from), draw, left - begin);
        from = to;
    };
    const QColor plain = strong ? m_theme.text.primary : m_theme.text.secondary;
    for (const host::LogSpan& span : row.spans) {
        piece(span.begin, plain);
        const double boxLeft = left;
        piece(span.end, colourOf(span.ink));
        if (span.ink == host::LogInk::Box && left > boxLeft)
            box(boxLeft, left - boxLeft);
    }
    piece(row.text.size(), plain);
    glyphs.draw(m_painter);
}

void LogPainter::paintMatches(const host::LogRow& row, const QRect& area, const log::LineSearch& search)
{
    const Seen seen = inView(row.text, area);
    const std::string_view text = std::string_view(row.text).substr(0, seen.to);
    double left = seen.left;
    std::size_t at = seen.from; // whose left edge that is
    constexpr std::size_t kReach = 256; // of a match that begins to the left of what is seen
    for (std::size_t from = at - std::min(at, kReach); from < text.size() && left <= area.right();) {
        const auto match = search.find(text, from);
        if (match.begin >= text.size())
            return;
        from = std::max(match.end, match.begin + 1);
        if (match.end <= at)
            continue;
        const std::size_t begin = std::max(match.begin, at);
        left += m_font.widthOf(text.substr(at, begin - at), left + m_scrolled - m_text);
        at = begin;
        const double wide = m_font.widthOf(text.substr(begin, match.end - begin), left + m_scrolled - m_text);
        m_painter.fillRect(QRectF(left - 1, area.top() + 1, wide + 2, area.height() - 2), m_theme.border.strong);
    }
}

LogPainter::Seen LogPainter::inView(std::string_view text, const QRect& area) const
{
    Seen seen{0, 0, static_cast<double>(m_text - m_scrolled)};
    if (m_font.column() > 0) {
        const auto hidden = static_cast<std::size_t>(m_scrolled / m_font.column());
        const auto* const other = std::ranges::find_if_not(text.substr(0, hidden), isPlain);
        seen.from = static_cast<std::size_t>(other - text.begin());
        seen.left += static_cast<double>(seen.from) * m_font.column();
    }
    constexpr double kOfOtherByte = 0.25; // a character has at most four, and may have no width of its own
    double columns = (area.right() - seen.left) / m_digit + 2;
    for (seen.to = seen.from; seen.to < text.size() && columns > 0; ++seen.to)
        columns -= isPlain(text[seen.to]) ? 1 : kOfOtherByte;
    while (seen.to < text.size() && (static_cast<unsigned char>(text[seen.to]) & 0xc0) == 0x80)
        ++seen.to;
    return seen;
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
