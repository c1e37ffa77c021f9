// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/logrows.h"

#include "ui/widgets/logfont.h"

#include <algorithm>
#include <utility>

namespace signalbox::ui {

QString textOf(const host::LogWindow& window, std::size_t rows)
{
    QString text;
    for (std::size_t i = 0; i < rows; ++i) {
        if (i > 0 && !window.rows[i].continues)
            text += u'\n';
        text += QString::fromStdString(window.rows[i].text);
    }
    return text;
}

void LogRows::need(const View& view)
{
    m_view = view;
    const std::int64_t page = view.page + 1;
    const std::int64_t last = std::min(view.top + page, view.all);
    if (m_window.firstRow != host::LogWindow::kUnknown && at(view.top) != nullptr && at(last - 1) != nullptr)
        return;
    if (std::exchange(m_asking, true)) {
        m_askAgain = true;
        return;
    }
    m_document.askRows(static_cast<std::uint64_t>(std::max<std::int64_t>(0, view.top - page)),
                       static_cast<int>(3 * page));
}

void LogRows::needLast(std::int64_t page)
{
    m_view = {0, page, 0};
    m_document.askLastRows(static_cast<int>(page) + 1);
}

void LogRows::take(const host::LogWindow& window, bool indexed)
{
    const bool placed = window.firstRow != host::LogWindow::kUnknown;
    if (!placed && indexed)
        return;
    m_asking = m_asking && !placed;
    m_window = window;
    for (const host::LogRow& row : m_window.rows) {
        const auto tabs = std::ranges::count(row.text, '\t') * (LogFont::kTab - 1);
        m_longest = std::max(m_longest, static_cast<qsizetype>(row.text.size() + tabs));
    }
    if (std::exchange(m_askAgain, false))
        need(m_view);
}

void LogRows::clear()
{
    m_window = {};
    m_asking = m_askAgain = false;
    m_longest = 0;
}

const host::LogRow* LogRows::at(std::int64_t row) const
{
    const auto count = static_cast<std::int64_t>(m_window.rows.size());
    // Rows without a place are the last ones.
    const std::int64_t first = m_window.firstRow == host::LogWindow::kUnknown
        ? m_view.top + m_view.page - count
        : static_cast<std::int64_t>(m_window.firstRow);
    return row >= first && row < first + count ? &m_window.rows[static_cast<std::size_t>(row - first)] : nullptr;
}

bool LogRows::haveTimes() const
{
    return std::ranges::any_of(m_window.rows, &host::LogRow::hasTime);
}

} // namespace signalbox::ui
