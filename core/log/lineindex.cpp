// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/lineindex.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace signalbox::log {

namespace {

constexpr std::size_t kWide = 16; // bytes of a vector that every processor has
constexpr std::size_t kStride = 4 * kWide;
constexpr std::size_t kMostStrides = 255; // then a counter of eight bits is full

using Bytes = std::uint8_t __attribute__((vector_size(kWide)));

Bytes endsAt(const char* text)
{
    Bytes bytes{};
    std::memcpy(&bytes, text, kWide);
    return reinterpret_cast<Bytes>(bytes == static_cast<std::uint8_t>('\n')); // all bits where true, which is -1
}

std::size_t countStrides(const char* text, std::size_t strides)
{
    std::array<Bytes, 4> counts{};
    for (const char* const end = text + strides * kStride; text != end; text += kStride) {
        counts[0] -= endsAt(text);
        counts[1] -= endsAt(text + kWide);
        counts[2] -= endsAt(text + 2 * kWide);
        counts[3] -= endsAt(text + 3 * kWide);
    }
    std::size_t sum = 0;
    for (const Bytes& count : counts) {
        for (std::size_t i = 0; i < kWide; ++i)
            sum += count[i];
    }
    return sum;
}

} // namespace

std::size_t countLineEnds(std::string_view text)
{
    std::size_t count = 0;
    while (text.size() >= kStride) {
        const std::size_t strides = std::min(text.size() / kStride, kMostStrides);
        count += countStrides(text.data(), strides);
        text.remove_prefix(strides * kStride);
    }
    return count + static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

std::size_t rowLength(std::string_view text, std::uint64_t offset)
{
    const std::size_t end = text.find('\n');
    // The first block that lies behind `offset` as a whole, with no line end in it, ends the row.
    const std::uint64_t next = (offset + LineIndex::kBlockBytes - 1) / LineIndex::kBlockBytes;
    const std::size_t cut = static_cast<std::size_t>((next + 1) * LineIndex::kBlockBytes - offset);
    if (end != std::string_view::npos && end < cut)
        return end + 1;
    return cut <= text.size() ? cut : 0;
}

void LineIndex::append(std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t room = kBlockBytes - static_cast<std::size_t>(m_bytes % kBlockBytes);
        const std::string_view part = bytes.substr(0, room);
        m_ends += countLineEnds(part);
        m_bytes += part.size();
        m_open = part.back() != '\n';
        if (part.size() == room) {
            const bool bare = m_ends == 0;
            m_before.push_back({m_before.back().lines + m_ends, m_before.back().rows + (bare ? 1 : m_ends)});
            m_ends = 0;
        }
        bytes.remove_prefix(part.size());
    }
}

std::uint64_t LineIndex::lines() const
{
    return m_before.back().lines + m_ends + (m_open ? 1 : 0);
}

std::uint64_t LineIndex::rows() const
{
    const bool cutAtEnd = m_bytes % kBlockBytes == 0 && m_before.size() > 1
        && m_before.back().lines == m_before[m_before.size() - 2].lines;
    return m_before.back().rows + m_ends + (m_open && !cutAtEnd ? 1 : 0);
}

LineIndex::Place LineIndex::placeOfRow(std::uint64_t row) const
{
    // The block that holds the end of the row before it.
    const auto after = std::ranges::lower_bound(m_before, row, {}, &Ends::rows);
    const std::size_t block = after == m_before.begin() ? 0 : static_cast<std::size_t>(after - m_before.begin()) - 1;
    return {block * kBlockBytes, row - m_before[block].rows, m_before[block].lines + 1};
}

std::uint64_t LineIndex::rowOfLine(std::uint64_t line) const
{
    const std::uint64_t before = std::clamp<std::uint64_t>(line, 1, std::max<std::uint64_t>(lines(), 1)) - 1;
    const auto after = std::ranges::lower_bound(m_before, before, {}, &Ends::lines);
    if (after == m_before.begin())
        return 0;
    const Ends& ends = *std::prev(after);
    return ends.rows + (before - ends.lines); // where a line ends in a block, no row is cut in it
}

std::uint64_t LineIndex::rowAt(std::uint64_t blockStart) const
{
    return m_before[std::min<std::size_t>(blockStart / kBlockBytes, m_before.size() - 1)].rows;
}

} // namespace signalbox::log
