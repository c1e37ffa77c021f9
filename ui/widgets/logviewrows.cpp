// SPDX-License-Identifier: GPL-3.0-or-later
// Where the rows of a log stand in its view, and how they are painted.
#include "ui/widgets/logview.h"

#include "ui/widgets/logfont.h"
#include "ui/widgets/logpainter.h"

#include <QElapsedTimer>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace signalbox::ui {

namespace {

// A frame's rows take a millisecond or two. Where they are of a script that has to be shaped, or their glyphs have not
// been seen before, what is left over comes in the next turn.
constexpr std::chrono::milliseconds kPaintFor(6);
constexpr int kBesideText = 2; // digits
constexpr int kBesideNote = 26; // with the words at the end of a row

} // namespace

std::int64_t LogView::pageRows() const
{
    return std::max(1, (viewport()->height() - LogPainter::kTop) / rowHeight());
}

std::int64_t LogView::lastTop() const
{
    return topThatShows(rowCount() - 1);
}

int LogView::textLeft() const
{
    const bool times = m_sight.times && m_rows.haveTimes();
    return LogPainter::textLeft(QFontMetrics(m_font->font()), m_extent.lines, times);
}

/// How many lines of the view a row takes: where it is not here yet, one.
std::int64_t LogView::linesOf(std::int64_t row) const
{
    const host::LogRow* there = m_sight.wrap ? m_rows.at(row) : nullptr;
    if (there == nullptr)
        return 1;
    const double room = LogPainter::wrapWidth(*m_font, viewport()->width() - textLeft());
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(m_font->widthOf(there->text) / room)));
}

/// The first row in view where `row` is the last one.
std::int64_t LogView::topThatShows(std::int64_t row) const
{
    std::int64_t top = std::max<std::int64_t>(0, row);
    for (std::int64_t left = pageRows() - linesOf(top); top > 0 && left >= linesOf(top - 1); --top)
        left -= linesOf(top - 1);
    return top;
}

std::int64_t LogView::rowAt(int y) const
{
    std::int64_t lines = (y - LogPainter::kTop) / rowHeight() + m_hidden;
    std::int64_t row = m_top;
    for (; lines >= linesOf(row) && row < rowCount() - 1; ++row)
        lines -= linesOf(row);
    return row;
}

/// A wrapped row may be longer than the view: it is scrolled through, too.
void LogView::scrollLines(std::int64_t by)
{
    std::int64_t top = m_top;
    std::int64_t hidden = m_hidden + by;
    while (hidden < 0 && top > 0)
        hidden += linesOf(--top);
    while (hidden >= linesOf(top) && top < rowCount() - 1)
        hidden -= linesOf(top++);
    const bool atEnd = top > lastTop();
    scrollTo(top);
    const bool isLong = linesOf(m_top) > pageRows();
    m_hidden = atEnd && !isLong ? 0 : std::clamp<std::int64_t>(hidden, 0, linesOf(m_top) - 1);
    follow(m_top == lastTop());
}

std::int64_t LogView::bottomLine() const
{
    const host::LogRow* row = m_rows.at(bottomRow());
    return row == nullptr ? 0 : row->line;
}

void LogView::updateScrolling()
{
    const std::int64_t step = std::max<std::int64_t>(1, lastTop() / kMostBar);
    auto* bar = verticalScrollBar();
    bar->setPageStep(static_cast<int>(pageRows()));
    bar->setRange(0, static_cast<int>(lastTop() / step));
    bar->setValue(static_cast<int>(m_top / step));
    const QFontMetrics metrics(m_themes.theme().font(Type::Mono));
    const int digit = metrics.horizontalAdvance(u'0');
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(4 * digit);
    const int beside = hasRootCause() ? kBesideNote : kBesideText;
    const int text = LogPainter::textLeft(metrics, m_extent.lines, m_sight.times && m_rows.haveTimes());
    const int wide = m_sight.wrap ? 0 : text + static_cast<int>(m_rows.longest() + beside) * digit;
    horizontalScrollBar()->setRange(0, std::max(0, wide - viewport()->width()));
}

void LogView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    const Theme& theme = m_themes.theme();
    painter.fillRect(event->rect(), theme.surface.inset);
    m_font->beginFrame();
    LogPainter rows(painter, theme, *m_font, {m_extent.lines, horizontalScrollBar()->value()});
    if (!m_sight.times || !m_rows.haveTimes())
        rows.leaveOutTimes();
    const auto [low, high] = std::minmax(m_anchor, m_current);
    QElapsedTimer spent;
    spent.start();
    int top = LogPainter::kTop - static_cast<int>(m_hidden) * rowHeight();
    for (std::int64_t at = m_top; at < rowCount() + pageRows() && top <= event->rect().bottom(); ++at) {
        const int height = static_cast<int>(linesOf(at)) * rowHeight();
        const QRect area(0, std::exchange(top, top + height), viewport()->width(), height);
        const host::LogRow* row = m_rows.at(at);
        if (row == nullptr || area.bottom() < event->rect().top())
            continue;
        if (spent.elapsed() > kPaintFor.count())
            return viewport()->update(event->rect().adjusted(0, area.top() - event->rect().top(), 0, 0));
        const bool chosen = m_current >= 0 && at >= low && at <= high && (hasFocus() || low != high);
        LogPainter::Look look{isCause(*row), chosen, rowHeight(), {}, false, m_sight.wrap};
        if (look.cause && row->line == m_rootCause.front() && !row->continues)
            look.note = tr("Root cause");
        else if ((look.ended = at == m_failedRow))
            look.note = tr("Failing step ended here");
        rows.paint(*row, area, look, m_search.get());
    }
}

} // namespace signalbox::ui
