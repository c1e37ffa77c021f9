// SPDX-License-Identifier: GPL-3.0-or-later
// Turns a job's log, as the local CI stores it, into lines to show. Keeps the end
// where a log is longer than kMostLines.
//
// Thread  one
#pragma once

#include "core/host/views.h"

#include <deque>
#include <string>
#include <string_view>

namespace signalbox::host {

class LogReading {
public:
    static constexpr std::size_t kMostLines = 50'000;
    static constexpr std::size_t kMostBytesALine = 4'096;

    LogReading(std::string job, int attempt);
    void feed(std::string_view chunk);
    /// `diagnosis`: the run's channel of that name, for the marks of the root cause.
    LogText finish(const Json& diagnosis);

private:
    void take(std::string_view line);

    std::string m_job;
    int m_attempt;
    std::string m_open; // the line not ended yet
    std::deque<LogLine> m_lines;
    std::int64_t m_dropped = 0;
};

} // namespace signalbox::host
