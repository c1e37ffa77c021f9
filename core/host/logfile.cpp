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

constexpr std::size_t kReadBytes = 256 * 1024; // stays in the processor's cache
constexpr std::size_t kWindowBytes = 1024 * 1024; // at most, of one window

} // namespace

Result<LogFile> LogFile::open(std::filesystem::path path)
{
    local::Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
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
        local::Descriptor fresh(::open(m_path.c_str(), O_RDONLY | O_CLOEXEC));
        if (!fresh || ::fstat(fresh.get(), &ours) != 0)
            return local::ioError(m_path);
        m_file = std::move(fresh);
    }
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

Result<LogWindow> LogFile::window(std::uint64_t firstRow, std::size_t rows) const
{
    LogWindow window{firstRow, {}};
    auto reading = LogRows::from(*this, firstRow);
    if (!reading)
        return reading.error();
    const std::uint64_t end = reading->offset() + kWindowBytes;
    const std::uint64_t known = m_index.rows() - std::min(firstRow, m_index.rows());
    while (window.rows.size() < std::min<std::uint64_t>(rows, known) && reading->offset() < end) {
        const std::int64_t line = reading->line();
        const bool continues = reading->continues();
        const auto raw = reading->next();
        if (!raw)
            return raw.error();
        if (!*raw)
            break;
        std::string_view text = **raw;
        text.remove_suffix(text.ends_with('\n') ? 1 : 0);
        window.rows.push_back(readLogRow(text, continues));
        window.rows.back().line = line;
    }
    return window;
}

Result<LogWindow> LogFile::lastRows(std::size_t rows) const
{
    LogWindow window{LogWindow::kUnknown, {}};
    const std::uint64_t start = m_bytes > kReadBytes ? (m_bytes - kReadBytes) / log::LineIndex::kBlockBytes : 0;
    LogRows reading(*this, start * log::LineIndex::kBlockBytes);
    for (bool inside = start > 0;; inside = false) {
        const bool continues = reading.continues();
        const auto raw = reading.next();
        if (!raw)
            return raw.error();
        if (!*raw)
            break;
        std::string_view text = **raw;
        text.remove_suffix(text.ends_with('\n') ? 1 : 0);
        if (!inside) // else its beginning was not read
            window.rows.push_back(readLogRow(text, continues));
    }
    if (window.rows.size() > rows)
        window.rows.erase(window.rows.begin(), window.rows.end() - static_cast<std::ptrdiff_t>(rows));
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
