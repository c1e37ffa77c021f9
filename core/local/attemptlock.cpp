// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/attemptlock.h"

#include "core/local/files.h"

#include <fcntl.h>

#include <cerrno>

namespace signalbox::local {

namespace {

struct flock wholeFile(short type)
{
    struct flock lock { };
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    return lock;
}

Result<Descriptor> lockWith(int command, const std::filesystem::path& file)
{
    Descriptor fd(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!fd)
        return ioError(file);
    struct flock lock = wholeFile(F_WRLCK);
    int locked = -1;
    do
        locked = ::fcntl(fd.get(), command, &lock);
    while (locked != 0 && errno == EINTR);
    if (locked == 0)
        return fd;
    if (errno == EAGAIN || errno == EACCES)
        return Error{ErrorCode::Conflict, file.string() + " is held"};
    return ioError(file);
}

} // namespace

Result<Descriptor> takeLock(const std::filesystem::path& file)
{
    return lockWith(F_OFD_SETLK, file);
}

Result<Descriptor> awaitLock(const std::filesystem::path& file)
{
    return lockWith(F_OFD_SETLKW, file);
}

bool isLocked(const std::filesystem::path& file)
{
    const Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    struct flock lock = wholeFile(F_RDLCK);
    return fd && ::fcntl(fd.get(), F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

} // namespace signalbox::local
