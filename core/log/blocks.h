// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts a stream that comes in chunks of any size into blocks of whole lines.
//
// Memory  one block. A line longer than a block is handed on in pieces.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace signalbox::log {

class LineBlocks {
public:
    static constexpr std::size_t kBlockBytes = 256 * 1024;

    /// Called with each block: whole lines with their ends, or a piece of a line that is too long.
    using Sink = std::function<void(std::string_view block)>;

    explicit LineBlocks(Sink sink) : m_sink(std::move(sink)) { }
    void feed(std::string_view chunk);
    void finish(); // what is left, perhaps without a line end

private:
    void takeFrom(std::string_view& chunk);
    void flushWholeLines();

    Sink m_sink;
    std::string m_held; // the start of a block that is not full yet
};

} // namespace signalbox::log
