// SPDX-License-Identifier: GPL-3.0-or-later
// Where the lines of a log of any size begin, without keeping an offset for each.
//
// A row is what a viewer shows on one line of the screen: a line, or a piece of one that is too long. A row ends at a
// line end, and at the end of a block of the file in which no line ends.
//
// Thread  one
// Memory  16 bytes a block, whatever the length of the lines: one thousandth of the log
// Units   rows count from 0, lines from 1, offsets in bytes
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace signalbox::log {

class LineIndex {
public:
    static constexpr std::size_t kBlockBytes = 16 * 1024;
    static constexpr std::size_t kLongestRow = 2 * kBlockBytes;

    /// The next bytes of the log, in pieces of any size.
    void append(std::string_view bytes);

    std::uint64_t bytes() const { return m_bytes; }
    std::uint64_t rows() const; // an unfinished one included
    std::uint64_t lines() const;

    /// Where to start reading for a row: it begins behind the `skip`-th row end at or after `offset`. The first row
    /// that begins there is of line `line`.
    struct Place {
        std::uint64_t offset = 0;
        std::uint64_t skip = 0;
        std::uint64_t line = 1; // of the text at `offset`
    };
    Place placeOfRow(std::uint64_t row) const;
    std::uint64_t rowOfLine(std::uint64_t line) const;
    std::uint64_t rowAt(std::uint64_t blockStart) const; // the row that this byte is in, or that begins there

private:
    struct Ends {
        std::uint64_t lines = 0;
        std::uint64_t rows = 0;
    };

    std::vector<Ends> m_before{Ends{}}; // ends in all blocks before each block that has begun
    std::uint64_t m_bytes = 0;
    std::uint64_t m_ends = 0; // of lines, in the block that is not full
    bool m_open = false; // the last byte is no line end
};

/// How many line ends are in `text`; at the speed of memory.
std::size_t countLineEnds(std::string_view text);

/// The length of the row at the start of `text`, which lies at `offset` of its file, with its line end. 0: it does
/// not end within `text`.
std::size_t rowLength(std::string_view text, std::uint64_t offset);

} // namespace signalbox::log
