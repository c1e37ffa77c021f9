// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts a stream that comes in chunks of any size into blocks of whole lines, which are handed on at once:
// when the last byte comes, only its line is left to look at.
//
// Memory  one line. A line longer than a block is handed on in pieces.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace signalbox::log {

class LineBlocks {
public:
    static constexpr std::size_t kBlockBytes = 256 * 1024;

    /// Called with each block of at most kBlockBytes: whole lines with their ends, or a piece of a line too long.
    using Sink = std::function<void(std::string_view block)>;

    explicit LineBlocks(Sink sink) : m_sink(std::move(sink)) { }
    void feed(std::string_view chunk);
    void finish(); // what is left, perhaps without a line end

private:
    void handOn(std::string_view& chunk);
    void completeHeld(std::string_view& chunk);

    Sink m_sink;
    std::string m_held; // the start of a line
};

} // namespace signalbox::log
