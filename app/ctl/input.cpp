// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/input.h"

#include "app/ctl/interrupt.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace signalbox::ctl {

namespace {

constexpr std::size_t kChunkBytes = 1 << 16; // stays in the processor's cache until it is scanned

Error cannot(const std::string& what, const std::string& name, int error)
{
    return Error{ErrorCode::InvalidInput,
                 "cannot " + what + ' ' + name + ": " + std::generic_category().message(error)};
}

/// Returns at an interrupt too, and for whatever the following read will report.
void waitUntilReadable(int descriptor)
{
    std::array<pollfd, 2> waited{{{.fd = descriptor, .events = POLLIN, .revents = 0},
                                  {.fd = interruptDescriptor(), .events = POLLIN, .revents = 0}}};
    while (::poll(waited.data(), waited.size(), -1) < 0 && errno == EINTR) { }
}

} // namespace

Result<Input> Input::open(const std::string& path)
{
    if (path == "-")
        return Input(STDIN_FILENO, "standard input");
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return cannot("open", path, errno);
    Input input(descriptor, path);
    struct stat status = {};
    if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode))
        return cannot("read", path, EISDIR);
    return input;
}

Input::Input(int descriptor, std::string name)
    : m_descriptor(descriptor), m_name(std::move(name)), m_buffer(kChunkBytes)
{
}

Input::Input(Input&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_name(std::move(other.m_name)),
      m_buffer(std::move(other.m_buffer))
{
}

Input::~Input()
{
    if (m_descriptor > STDIN_FILENO)
        ::close(m_descriptor);
}

Result<std::string_view> Input::next()
{
    waitUntilReadable(m_descriptor);
    const ssize_t count = interrupted() ? 0 : ::read(m_descriptor, m_buffer.data(), m_buffer.size());
    if (interrupted())
        return Error{ErrorCode::Cancelled, "interrupted while reading " + m_name};
    if (count < 0)
        return Error{ErrorCode::Io, "cannot read " + m_name + ": " + std::generic_category().message(errno)};
    return std::string_view(m_buffer.data(), static_cast<std::size_t>(count));
}

Result<std::string> readWhole(const std::string& path, std::size_t limitBytes)
{
    auto input = Input::open(path);
    if (!input)
        return input.error();
    std::string text;
    for (;;) {
        const auto chunk = input->next();
        if (!chunk)
            return chunk.error();
        if (chunk->empty())
            return text;
        if (text.size() + chunk->size() > limitBytes) {
            const std::string limit = std::to_string(limitBytes);
            return Error{ErrorCode::InvalidInput, path + " is too large: at most " + limit + " bytes are read"};
        }
        text += *chunk;
    }
}

} // namespace signalbox::ctl
