// SPDX-License-Identifier: GPL-3.0-or-later
// A log of any size as a strip beside its text: how long its lines are, where what is searched for stands, where steps
// failed.
//
// Thread  one; drawing blocks on I/O
// Memory  some kilobytes, whatever the length of the log
// Errors  Io
#pragma once

#include "core/host/logsearching.h"
#include "core/host/logsections.h"

#include <vector>

namespace signalbox::host {

struct LogMap {
    static constexpr std::size_t kBars = 256; // at most: then each stands for several rows
    static constexpr std::size_t kWidest = 120; // bytes of a row that fills the width

    struct Bar {
        double width01 = 0; // of its first row
        bool matches = false; // what is searched for stands on a row of it
    };
    std::vector<Bar> bars; // of equal height, from the beginning of the log
    std::uint64_t rows = 0; // of the log, when this was drawn
    std::vector<std::uint64_t> cause; // rows
    std::vector<std::uint64_t> errors; // rows on which a step ended with an error

    std::size_t barOf(std::uint64_t row) const;
};

/// `cause`: line numbers.
Result<LogMap> drawLogMap(const LogFile& file, const LogSearching* search, const std::vector<std::int64_t>& cause,
                          const std::vector<std::uint64_t>& errors);

} // namespace signalbox::host
