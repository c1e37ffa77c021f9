// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/logfile.h"

#include "core/local/files.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace signalbox::host {

namespace {

constexpr std::size_t kReadBytes = 64 * 1024; // stays in the processor's cache until it is counted
constexpr std::size_t kTailBytes = 256 * 1024; // holds the last rows
constexpr int kOpenMode = O_RDONLY | O_CLOEXEC | O_NONBLOCK; // what is no file must not keep a reader waiting

LogRow rowOf(std::string_view raw, bool continues, Invisible shown)
{
    raw.remove_suffix(raw.ends_with('\n') ? 1 : 0);
    return readLogRow(raw, continues, shown);
}

/// How many rows there are from `offset` to the end as it was last looked at.
Result<std::size_t> countRows(const LogFile& file, std::uint64_t offset)
{
    std::size_t count = 0;
    for (LogRows rows(file, offset); rows.offset() < file.bytes(); ++count) {
        const auto raw = rows.next();
        if (!raw)
            return raw.error();
        if (!*raw)
            break;
    }
    return count;
}

} // namespace

Result<LogFile> LogFile::open(std::filesystem::path path)
{
    local::Descriptor fd(::open(path.c_str(), kOpenMode));
    if (!fd)
        return local::ioError(path);
    LogFile file(std::move(path), std::move(fd));
    if (const auto looked = file.look(); !looked)
        return looked.error();
    return file;
}

LogFile::LogFile(std::filesystem::path path, local::Descriptor file) : m_path(std::move(path)), m_file(std::move(file))
{
}

Result<LogFile::Change> LogFile::look()
{
    struct stat ours { };
    struct stat named { };
    if (::fstat(m_file.get(), &ours) != 0)
        return local::ioError(m_path);
    const bool other
        = ::stat(m_path.c_str(), &named) == 0 && (named.st_ino != ours.st_ino || named.st_dev != ours.st_dev);
    if (other) {
        local::Descriptor fresh(::open(m_path.c_str(), kOpenMode));
        if (!fresh || ::fstat(fresh.get(), &ours) != 0)
            return local::ioError(m_path);
        m_file = std::move(fresh);
    }
    if (!S_ISREG(ours.st_mode))
        return Error{ErrorCode::Io, m_path.string() + " is no regular file"};
    const auto size = static_cast<std::uint64_t>(ours.st_size);
    if (other || size < m_index.bytes()) {
        m_index = {};
        m_bytes = size;
        return Change::Replaced;
    }
    return std::exchange(m_bytes, size) == size ? Change::None : Change::Grew;
}

Result<std::string_view> LogFile::read(std::uint64_t offset, std::string& buffer) const
{
    for (;;) {
        const auto got = ::pread(m_file.get(), buffer.data(), buffer.size(), static_cast<off_t>(offset));
        if (got >= 0)
            return std::string_view(buffer.data(), static_cast<std::size_t>(got));
        if (errno != EINTR)
            return local::ioError(m_path);
    }
}

Result<void> LogFile::indexMore(std::size_t bytes)
{
    m_buffer.resize(kReadBytes);
    for (std::size_t done = 0; done < bytes && !isIndexed();) {
        auto part = read(m_index.bytes(), m_buffer);
        if (!part)
            return part.error();
        if (part->empty()) { // it was cut meanwhile
            m_bytes = m_index.bytes();
            break;
        }
        m_index.append(*part);
        m_bytes = std::max(m_bytes, m_index.bytes());
        done += part->size();
    }
    if (isIndexed())
        m_buffer = {};
    return {};
}

Result<LogWindow> LogFile::window(std::uint64_t firstRow, std::size_t rows, std::size_t mostBytes) const
{
    LogWindow window{firstRow, {}};
    auto reading = LogRows::from(*this, firstRow);
    if (!reading)
        return reading.error();
    const std::uint64_t end = reading->offset() + mostBytes;
    const std::uint64_t known = m_index.rows() - std::min(firstRow, m_index.rows());
    while (window.rows.size() < std::min<std::uint64_t>(rows, known) && reading->offset() < end) {
        const std::int64_t line = reading->line();
        const bool continues = reading->continues();
        const auto raw = reading->next();
        if (!raw)
            return raw.error();
        if (!*raw)
            break;
        window.rows.push_back(rowOf(**raw, continues, m_shown));
        window.rows.back().line = line;
    }
    return window;
}

Result<LogWindow> LogFile::lastRows(std::size_t rows) const
{
    LogWindow window{LogWindow::kUnknown, {}};
    const std::uint64_t block = m_bytes > kTailBytes ? (m_bytes - kTailBytes) / log::LineIndex::kBlockBytes : 0;
    const std::uint64_t start = block * log::LineIndex::kBlockBytes;
    const auto there = countRows(*this, start);
    if (!there)
        return there.error();
    const std::size_t cut = start > 0 ? 1 : 0; // its beginning was not read
    const std::size_t skipped = std::max(cut, *there - std::min(*there, rows));
    LogRows reading(*this, start);
    for (std::size_t i = 0; i < *there; ++i) {
        const bool continues = reading.continues();
        const auto raw = reading.next();
        if (!raw)
            return raw.error();
        if (!*raw)
            break;
        if (i >= skipped)
            window.rows.push_back(rowOf(**raw, continues, m_shown));
    }
    return window;
}

Result<LogRows> LogRows::from(const LogFile& file, std::uint64_t row)
{
    const log::LineIndex::Place place = file.index().placeOfRow(row);
    LogRows rows(file, place.offset);
    rows.m_line = static_cast<std::int64_t>(place.line);
    for (std::uint64_t i = 0; i < place.skip; ++i) {
        const auto skipped = rows.next();
        if (!skipped)
            return skipped.error();
        if (!*skipped)
            break;
    }
    return rows;
}

Result<std::optional<std::string_view>> LogRows::next()
{
    std::size_t length = log::rowLength(m_left, m_offset);
    if (length == 0) {
        if (const auto filled = fill(); !filled)
            return filled.error();
        length = log::rowLength(m_left, m_offset);
    }
    if (length == 0)
        length = m_left.size(); // the last row, without its end
    if (length == 0)
        return std::optional<std::string_view>();
    const std::string_view row = m_left.substr(0, length);
    m_left.remove_prefix(length);
    m_offset += length;
    m_continues = row.back() != '\n';
    m_line += m_continues ? 0 : 1;
    return std::optional(row);
}

Result<void> LogRows::fill()
{
    m_buffer.resize(2 * log::LineIndex::kLongestRow);
    const auto read = m_file.read(m_offset, m_buffer);
    if (!read)
        return read.error();
    m_left = *read;
    return {};
}

} // namespace signalbox::host
