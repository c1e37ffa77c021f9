// SPDX-License-Identifier: GPL-3.0-or-later
// A search through a log, done in steps; what it finds is counted, not kept, and found again when it is asked for.
//
// Thread  one; calls block on I/O
// Memory  8 bytes for every 64 KiB of the log, whatever matches
// Errors  Io
#pragma once

#include "core/host/logfile.h"
#include "core/log/linesearch.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace signalbox::host {

class LogSearching {
public:
    LogSearching(const LogFile& file, std::shared_ptr<const log::LineSearch> search)
        : m_file(file), m_search(std::move(search))
    {
    }

    /// Searches about `bytes` more of what is indexed.
    Result<void> step(std::size_t bytes);
    bool isDone() const { return m_next >= m_file.index().bytes(); }
    std::uint64_t searched() const { return m_next; } // bytes
    std::uint64_t matches() const { return m_before.back(); } // lines so far

    struct Found {
        std::uint64_t row = 0;
        std::uint64_t number = 0; // among the matches, from 1
    };
    /// The nearest matching row behind or before `row`, or the first or last one where there is none there.
    Result<std::optional<Found>> next(std::uint64_t row, bool forward) const;

    /// Tells of every matching row found so far: first of rows from `first` to `last` at once, among which at least
    /// one matches; where `tell` says no, of each of those that match.
    using Tell = std::function<bool(std::uint64_t first, std::uint64_t last)>;
    Result<void> eachMatch(const Tell& tell) const;

private:
    std::size_t sectionOf(std::uint64_t row) const;
    Result<std::vector<std::uint64_t>> rowsIn(std::size_t section) const;

    const LogFile& m_file; // outlives this
    std::shared_ptr<const log::LineSearch> m_search;
    std::vector<std::uint64_t> m_before{0}; // matches before each section of the file, and in all
    std::uint64_t m_next = 0; // offset
    std::string m_buffer;
    std::string m_clean;
};

} // namespace signalbox::host
