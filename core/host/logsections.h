// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of a log, as its "##[group]" lines tell them, found in steps.
//
// Thread  one; calls block on I/O
// Memory  5,000 sections at most
// Errors  Io
#pragma once

#include "core/host/logfile.h"

#include <vector>

namespace signalbox::host {

struct LogSection {
    std::int64_t line = 0; // where it begins
    std::string name; // neutralised
};

class LogSections {
public:
    static constexpr std::size_t kMost = 5'000;

    explicit LogSections(const LogFile& file) : m_file(file) { }

    /// Looks through about `bytes` more of what is indexed.
    Result<void> step(std::size_t bytes);
    bool isDone() const { return m_row >= m_file.index().rows() || m_found.size() >= kMost; }
    const std::vector<LogSection>& found() const { return m_found; }

private:
    const LogFile& m_file; // outlives this
    std::uint64_t m_row = 0; // the next one
    std::vector<LogSection> m_found;
};

} // namespace signalbox::host
