// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/matchinglines.h"

#include <hs/hs.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace signalbox::log {

namespace {

constexpr std::uint64_t kLineGoesOn = std::numeric_limits<std::uint64_t>::max();

int onMatch(unsigned int expression, unsigned long long, unsigned long long end, unsigned int, void* context)
{
    static_cast<MatchingLines*>(context)->matched(expression, end);
    return 0;
}

} // namespace

MatchingLines::MatchingLines(std::shared_ptr<const ExpressionSet> expressions) : m_expressions(std::move(expressions))
{
    if (hs_alloc_scratch(m_expressions->m_database, &m_scratch) != HS_SUCCESS
        || hs_open_stream(m_expressions->m_database, 0, &m_stream) != HS_SUCCESS)
        m_stream = nullptr; // out of memory: nothing is counted
}

MatchingLines::~MatchingLines()
{
    if (m_stream != nullptr)
        hs_close_stream(m_stream, nullptr, nullptr, nullptr);
    hs_free_scratch(m_scratch);
}

void MatchingLines::feed(std::string_view chunk)
{
    if (m_stream == nullptr || chunk.empty())
        return;
    m_chunk = chunk;
    if (std::exchange(m_pending, false))
        countLineOf(m_chunkStart);
    if (m_uncounted == kLineGoesOn) {
        const std::size_t end = chunk.find('\n');
        m_uncounted = end == std::string_view::npos ? kLineGoesOn : m_chunkStart + end + 1;
    }
    hs_scan_stream(m_stream, chunk.data(), static_cast<unsigned>(chunk.size()), 0, m_scratch, onMatch, this);
    m_chunkStart += chunk.size();
    m_lastByte = chunk.back();
    m_chunk = {};
}

std::int64_t MatchingLines::finish()
{
    if (m_stream != nullptr)
        hs_close_stream(std::exchange(m_stream, nullptr), m_scratch, onMatch, this);
    return m_lines;
}

void MatchingLines::matched(std::uint32_t expression, std::uint64_t end)
{
    if ((expression & kMatchesNothing) == 0)
        countLineOf(end - 1);
    else if (end < m_chunkStart + m_chunk.size() || (m_chunk.empty() ? m_lastByte : m_chunk.back()) != '\n')
        countLineOf(end);
    else
        m_pending = true; // behind the last line end so far: a line only where something follows
}

void MatchingLines::countLineOf(std::uint64_t byte)
{
    if (byte < m_uncounted)
        return;
    ++m_lines;
    const std::uint64_t from = std::max(byte, m_chunkStart) - m_chunkStart;
    const std::size_t end = from < m_chunk.size() ? m_chunk.find('\n', from) : std::string_view::npos;
    m_uncounted = end == std::string_view::npos ? kLineGoesOn : m_chunkStart + end + 1;
}

} // namespace signalbox::log
