// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/unnamedfile.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

namespace signalbox::net {

namespace {

std::string folder()
{
    std::error_code error;
    const auto path = std::filesystem::temp_directory_path(error);
    return error ? "/tmp" : path.string();
}

Error ioError(const char* what)
{
    return {ErrorCode::Io, folder() + ": " + what + ": " + std::strerror(errno)};
}

} // namespace

Result<UnnamedFile> UnnamedFile::make()
{
    const std::string place = folder();
    int fd = ::open(place.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0) { // not every file system has files without a name
        std::string name = place + "/.signalbox-XXXXXX";
        fd = ::mkostemp(name.data(), O_CLOEXEC);
        if (fd >= 0)
            ::unlink(name.c_str());
    }
    if (fd < 0)
        return ioError("no temporary file can be made");
    return UnnamedFile(fd);
}

UnnamedFile::UnnamedFile(UnnamedFile&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)), m_size(std::exchange(other.m_size, 0))
{
}

UnnamedFile::~UnnamedFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

Result<void> UnnamedFile::append(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(m_fd, bytes.data(), bytes.size(), static_cast<off_t>(m_size));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return ioError("a temporary file cannot be written to");
        m_size += static_cast<std::uint64_t>(written);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<std::string> UnnamedFile::tail(std::size_t count) const
{
    std::string bytes(static_cast<std::size_t>(std::min<std::uint64_t>(count, m_size)), '\0');
    std::size_t got = 0;
    while (got < bytes.size()) {
        const auto at = static_cast<off_t>(m_size - bytes.size() + got);
        const ssize_t read = ::pread(m_fd, bytes.data() + got, bytes.size() - got, at);
        if (read < 0 && errno == EINTR)
            continue;
        if (read <= 0)
            return ioError("a temporary file cannot be read");
        got += static_cast<std::size_t>(read);
    }
    return bytes;
}

FileReader UnnamedFile::reader() const
{
    return FileReader(std::fopen(("/proc/self/fd/" + std::to_string(m_fd)).c_str(), "rbe"));
}

} // namespace signalbox::net
