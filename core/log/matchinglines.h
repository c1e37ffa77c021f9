// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the lines of a stream on which at least one expression of a set matches.
//
// Thread  one
// Memory  constant: a match goes on from one chunk into the next without the chunk being kept
#pragma once

#include "core/log/scanner.h"

#include <cstdint>
#include <memory>
#include <string_view>

struct hs_stream;

namespace signalbox::log {

/// Set in the number of an expression that matches the empty text: such a match lies before its end, not after.
constexpr std::uint32_t kMatchesNothing = 1U << 31;

class MatchingLines {
public:
    /// `expressions` were compiled for this use.
    explicit MatchingLines(std::shared_ptr<const ExpressionSet> expressions);
    ~MatchingLines();
    MatchingLines(const MatchingLines&) = delete;
    MatchingLines& operator=(const MatchingLines&) = delete;

    void feed(std::string_view chunk);
    std::int64_t finish();

    /// Of the engine: a match that ends before byte `end` of the stream.
    void matched(std::uint32_t expression, std::uint64_t end);

private:
    void countLineOf(std::uint64_t byte);

    std::shared_ptr<const ExpressionSet> m_expressions;
    hs_scratch* m_scratch = nullptr;
    hs_stream* m_stream = nullptr;
    std::string_view m_chunk;
    std::uint64_t m_chunkStart = 0; // in the stream
    std::uint64_t m_uncounted = 0; // the first byte whose line was not counted yet
    std::int64_t m_lines = 0;
    char m_lastByte = '\n'; // before m_chunk
    bool m_pending = false; // the line that begins with the next byte counts
};

} // namespace signalbox::log
