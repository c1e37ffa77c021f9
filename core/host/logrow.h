// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a log as it is shown: its time apart, terminal colours as spans, what could deceive made visible.
//
// Thread  values
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::host {

enum class LogInk : std::uint8_t { Black, Red, Green, Yellow, Blue, Magenta, Cyan, White, Box };

/// A part of a row in a colour of its own: one that the job chose, or a character that is shown by its name.
struct LogSpan {
    std::size_t begin = 0; // bytes of LogRow::text
    std::size_t end = 0;
    LogInk ink = LogInk::White;
    bool operator==(const LogSpan&) const = default;
};

struct LogRow {
    std::int64_t line = 0; // its number; 0: not known yet
    bool continues = false; // a further piece of a line that is too long
    UtcTime at;
    bool hasTime = false;
    bool section = false; // a step begins here
    std::string text; // neutralised
    std::vector<LogSpan> spans; // in order, apart from each other
};

/// Rows next to each other, prepared by a worker.
struct LogWindow {
    static constexpr std::uint64_t kUnknown = std::numeric_limits<std::uint64_t>::max();

    std::uint64_t firstRow = 0; // kUnknown: they are the last rows of a log that is not indexed yet
    std::vector<LogRow> rows;
};

/// What deceives is shown in any case; Everything: tabs, line ends and what a terminal would do, too.
enum class Invisible : std::uint8_t { Deceiving, Everything };

/// `raw` is without its line feed.
LogRow readLogRow(std::string_view raw, bool continues, Invisible shown = Invisible::Deceiving);

} // namespace signalbox::host
