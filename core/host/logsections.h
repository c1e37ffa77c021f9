// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of a log, as its "##[group]" lines tell them, and where it tells of errors, found in steps. A section
// goes on, behind its "##[endgroup]", to the next one.
//
// Thread  one; calls block on I/O
// Memory  5,000 sections and errors at most
// Errors  Io
#pragma once

#include "core/host/logfile.h"

#include <optional>
#include <vector>

namespace signalbox::host {

struct LogSection {
    std::int64_t line = 0; // where it begins
    std::string name; // neutralised
    int depth = 0; // in other sections
    bool failed = false; // it has a "##[error]" line
    bool open = false; // the log ends in it
    std::optional<Milliseconds> took{}; // where the log has times
};

class LogSections {
public:
    static constexpr std::size_t kMost = 5'000;

    explicit LogSections(const LogFile& file) : m_file(file) { }

    /// Looks through about `bytes` more of what is indexed.
    Result<void> step(std::size_t bytes);
    bool isDone() const { return m_row >= m_file.index().rows() || m_found.size() >= kMost; }
    /// In their order.
    Result<std::vector<LogSection>> found() const;
    const std::vector<std::uint64_t>& errors() const { return m_errors; } // rows

private:
    void begin(LogRow row, std::int64_t line);
    void endDownTo(std::size_t depth, const LogRow& row);

    const LogFile& m_file; // outlives this
    std::uint64_t m_row = 0; // the next one
    std::vector<LogSection> m_found;
    std::vector<std::uint64_t> m_errors;
    std::optional<UtcTime> m_lastTime; // of the rows with a mark
    struct Open {
        std::size_t section = 0; // of m_found
        std::optional<UtcTime> since;
    };
    std::vector<Open> m_open; // the section in which m_row is, and those around it
    std::size_t m_depth = 0; // groups that have not been ended
};

} // namespace signalbox::host
