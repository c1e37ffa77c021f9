// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/fileturn.h"

namespace signalbox::host {

Result<std::unique_ptr<QLockFile>> turnAt(const std::filesystem::path& file)
{
    constexpr int kPatienceMs = 30'000;
    auto lock = std::make_unique<QLockFile>(QString::fromStdString(file.string() + ".lock"));
    if (lock->tryLock(kPatienceMs))
        return lock;
    switch (lock->error()) {
    case QLockFile::LockFailedError:
        return Error{ErrorCode::Io, file.string() + " is being changed by another program; try again"};
    case QLockFile::PermissionError:
        return Error{ErrorCode::Io, file.string() + " cannot be changed: you may not write in its folder"};
    default:
        return Error{ErrorCode::Io,
                     file.string() + " cannot be changed: the disk is full, or its folder cannot be written to"};
    }
}

} // namespace signalbox::host
