// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/logsections.h"

#include <algorithm>

namespace signalbox::host {

namespace {
constexpr std::string_view kMark = "##[";
constexpr std::string_view kEnd = "##[endgroup]";
constexpr std::string_view kError = "##[error]";
constexpr std::size_t kReach = 64; // the time stands before it
constexpr std::size_t kLongestName = 200; // bytes
constexpr std::size_t kLastRows = 20; // one of them has a time, where the log has times
} // namespace

Result<void> LogSections::step(std::size_t bytes)
{
    auto rows = LogRows::from(m_file, m_row);
    if (!rows)
        return rows.error();
    for (const std::uint64_t end = rows->offset() + bytes; !isDone() && rows->offset() < end; ++m_row) {
        const std::int64_t line = rows->line();
        const bool continues = rows->continues();
        const auto raw = rows->next();
        if (!raw)
            return raw.error();
        if (!*raw)
            break; // it was cut meanwhile
        const std::size_t mark = continues ? std::string_view::npos : (*raw)->substr(0, kReach).find(kMark);
        if (mark == std::string_view::npos)
            continue;
        std::string_view words = (*raw)->substr(0, kReach + kLongestName);
        while (words.ends_with('\n') || words.ends_with('\r'))
            words.remove_suffix(1);
        LogRow row = readLogRow(words, false);
        if (row.hasTime)
            m_lastTime = row.at;
        const std::string_view marked = words.substr(mark);
        if (row.section) {
            begin(std::move(row), line);
        } else if (marked == kEnd) {
            m_depth -= std::min<std::size_t>(m_depth, 1);
        } else if (marked.starts_with(kError) && (mark == 0 || row.hasTime)) {
            if (m_errors.size() < kMost)
                m_errors.push_back(m_row);
            for (const Open& open : m_open)
                m_found[open.section].failed = true;
        }
    }
    return {};
}

void LogSections::begin(LogRow row, std::int64_t line)
{
    endDownTo(m_depth, row);
    LogSection section;
    section.line = line;
    section.name = std::move(row.text);
    section.depth = static_cast<int>(m_open.size());
    m_open.push_back({m_found.size(), row.hasTime ? std::optional(row.at) : std::nullopt});
    m_found.push_back(std::move(section));
    ++m_depth;
}

void LogSections::endDownTo(std::size_t depth, const LogRow& row)
{
    for (; m_open.size() > depth; m_open.pop_back()) {
        const Open& open = m_open.back();
        if (row.hasTime && open.since)
            m_found[open.section].took = row.at - *open.since;
    }
}

Result<std::vector<LogSection>> LogSections::found() const
{
    std::vector<LogSection> found = m_found;
    if (m_open.empty())
        return found;
    const std::uint64_t all = m_file.index().rows();
    const auto last = m_file.window(all - std::min<std::uint64_t>(all, kLastRows), kLastRows);
    if (!last)
        return last.error();
    const auto timed = std::ranges::find_if(last->rows.rbegin(), last->rows.rend(), &LogRow::hasTime);
    const auto until = timed != last->rows.rend() ? std::optional(timed->at) : m_lastTime;
    for (const Open& open : m_open) {
        LogSection& section = found[open.section];
        section.open = true;
        if (open.since && until)
            section.took = *until - *open.since;
    }
    return found;
}

} // namespace signalbox::host
