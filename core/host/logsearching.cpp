// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/logsearching.h"

#include "core/base/terminal.h"

#include <algorithm>

namespace signalbox::host {

namespace {

constexpr std::size_t kSectionBytes = 64 * 1024;

std::string_view cleaned(std::string_view text, std::string& into)
{
    if (text.find('\x1b') == std::string_view::npos)
        return text;
    into.clear();
    appendWithoutTerminalSequences(text, into);
    return into;
}

/// Where the row ends that goes over a border between sections; `text` begins at the border, or one byte before it.
std::size_t endBehind(std::string_view text, std::size_t border)
{
    if (border > 0 && border <= text.size() && text[border - 1] == '\n')
        return border;
    const std::size_t end = text.find('\n', border);
    const std::size_t most = std::min(text.size(), border + log::LineIndex::kLongestRow);
    return std::min(end == std::string_view::npos ? most : end + 1, most);
}

} // namespace

Result<void> LogSearching::step(std::size_t bytes)
{
    const std::uint64_t known = m_file.index().bytes();
    for (const std::uint64_t until = std::min(known, m_next + bytes); m_next < until;) {
        const std::uint64_t border = (m_next / kSectionBytes + 1) * kSectionBytes;
        if (border > known && !m_file.isIndexed())
            break;
        m_buffer.resize(kSectionBytes + log::LineIndex::kLongestRow);
        const auto text = m_file.read(m_next, m_buffer);
        if (!text)
            return text.error();
        const std::size_t length = std::min<std::size_t>(endBehind(*text, static_cast<std::size_t>(border - m_next)),
                                                         static_cast<std::size_t>(known - m_next));
        if (length == 0)
            break; // it was cut meanwhile
        const auto section = static_cast<std::size_t>(m_next / kSectionBytes);
        while (m_before.size() < section + 2) // a row may be longer than a section
            m_before.push_back(m_before.back());
        m_before[section + 1] += m_search->countLines(cleaned(text->substr(0, length), m_clean));
        m_next += length;
    }
    return {};
}

std::size_t LogSearching::sectionOf(std::uint64_t row) const
{
    return static_cast<std::size_t>(m_file.index().placeOfRow(row).offset / kSectionBytes);
}

/// The matching rows that begin in a section.
Result<std::vector<std::uint64_t>> LogSearching::rowsIn(std::size_t section) const
{
    std::vector<std::uint64_t> found;
    const std::uint64_t start = section * kSectionBytes;
    std::uint64_t row = m_file.index().rowAt(start);
    auto rows = LogRows::from(m_file, row);
    if (!rows)
        return rows.error();
    std::string clean;
    for (; rows->offset() < start + kSectionBytes; ++row) {
        const std::uint64_t offset = rows->offset();
        const auto raw = rows->next();
        if (!raw)
            return raw.error();
        if (!*raw)
            break;
        if (offset >= start && m_search->countLines(cleaned(**raw, clean)) > 0)
            found.push_back(row);
    }
    return found;
}

Result<void> LogSearching::eachMatch(const Tell& tell) const
{
    const log::LineIndex& index = m_file.index();
    for (std::size_t section = 0; section + 1 < m_before.size(); ++section) {
        if (m_before[section] == m_before[section + 1])
            continue;
        const bool isLast = section + 2 == m_before.size();
        const std::uint64_t last = isLast ? index.rows() - 1 : index.rowAt((section + 1) * kSectionBytes);
        if (tell(index.rowAt(section * kSectionBytes), last))
            continue;
        const auto rows = rowsIn(section);
        if (!rows)
            return rows.error();
        for (const std::uint64_t row : *rows)
            tell(row, row);
    }
    return {};
}

Result<std::optional<LogSearching::Found>> LogSearching::next(std::uint64_t row, bool forward) const
{
    const auto sections = static_cast<std::ptrdiff_t>(m_before.size()) - 1;
    if (matches() == 0 || sections < 1)
        return std::optional<Found>();
    const auto first = std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(sectionOf(row)), sections - 1);
    // The row may lie one section further than its place. Around once, back into where it began: its other half.
    const std::ptrdiff_t start = forward ? first : std::min(first + 1, sections - 1);
    for (std::ptrdiff_t i = 0; i <= sections; ++i) {
        const std::ptrdiff_t at = (start + (forward ? i : sections - i)) % sections;
        const bool around = i > (forward ? sections - 1 - start : start);
        const auto section = static_cast<std::size_t>(at);
        if (m_before[section] == m_before[section + 1])
            continue;
        const auto found = rowsIn(section);
        if (!found)
            return found.error();
        const auto behind = std::ranges::upper_bound(*found, row);
        const auto before = std::ranges::lower_bound(*found, row);
        auto chosen = found->end();
        if (forward)
            chosen = around ? found->begin() : behind;
        else if (around)
            chosen = found->empty() ? found->end() : std::prev(found->end());
        else if (before != found->begin())
            chosen = std::prev(before);
        if (chosen != found->end())
            return std::optional(
                Found{*chosen, m_before[section] + static_cast<std::uint64_t>(chosen - found->begin()) + 1});
    }
    return std::optional<Found>();
}

} // namespace signalbox::host
