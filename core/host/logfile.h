// SPDX-License-Identifier: GPL-3.0-or-later
// A log file of any size, read in windows. It is read, not mapped: a job that truncates its log would kill whoever
// has it mapped, and reading a window costs as little.
//
// Thread  one; calls block on I/O
// Memory  the line index, and one window
// Errors  NotFound, Io, also for what is no regular file; the detail names the file
#pragma once

#include "core/base/result.h"
#include "core/host/logrow.h"
#include "core/local/descriptor.h"
#include "core/log/lineindex.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox::host {

class LogFile {
public:
    static Result<LogFile> open(std::filesystem::path path);

    enum class Change { None, Grew, Replaced };
    /// Whether it has grown since; a file that was cut or replaced by another one is read from its beginning.
    Result<Change> look();

    void show(Invisible invisible) { m_shown = invisible; }

    bool isIndexed() const { return m_index.bytes() >= m_bytes; }
    /// Reads on for the index.
    Result<void> indexMore(std::size_t bytes);

    std::uint64_t bytes() const { return m_bytes; }
    const log::LineIndex& index() const { return m_index; }

    static constexpr std::size_t kWindowBytes = 8 * 1024 * 1024; // three screens of the longest rows
    /// Rows that are indexed; fewer where the file ends, or where they have more than `mostBytes`.
    Result<LogWindow> window(std::uint64_t firstRow, std::size_t rows, std::size_t mostBytes = kWindowBytes) const;
    /// The last rows, before anything is indexed.
    Result<LogWindow> lastRows(std::size_t rows) const;

    /// Bytes of the file into `buffer`; fewer where it ends.
    Result<std::string_view> read(std::uint64_t offset, std::string& buffer) const;

private:
    LogFile(std::filesystem::path path, local::Descriptor file);

    std::filesystem::path m_path;
    local::Descriptor m_file;
    std::uint64_t m_bytes = 0; // as last looked
    Invisible m_shown = Invisible::Deceiving;
    log::LineIndex m_index;
    std::string m_buffer; // of indexMore()
};

/// Goes through a log row by row.
class LogRows {
public:
    explicit LogRows(const LogFile& file, std::uint64_t offset) : m_file(file), m_offset(offset) { }
    /// At the row `row`, which is indexed.
    static Result<LogRows> from(const LogFile& file, std::uint64_t row);

    /// The next row with its line end; nothing at the end. Valid until the next call.
    Result<std::optional<std::string_view>> next();
    std::uint64_t offset() const { return m_offset; } // of the row that comes next
    std::int64_t line() const { return m_line; }
    bool continues() const { return m_continues; } // the row that comes next

private:
    Result<void> fill();

    const LogFile& m_file; // outlives this
    std::uint64_t m_offset;
    std::int64_t m_line = 1;
    bool m_continues = false;
    std::string m_buffer;
    std::string_view m_left; // of m_buffer, from m_offset on
};

} // namespace signalbox::host
