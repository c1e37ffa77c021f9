// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/files.h"

#include "core/local/descriptor.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>

namespace signalbox::local {

namespace {

namespace fs = std::filesystem;

bool writeAll(int fd, std::string_view content)
{
    while (!content.empty()) {
        const auto written = ::write(fd, content.data(), content.size());
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0)
            content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

Result<void> syncFolder(const fs::path& folder)
{
    const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd || ::fsync(fd.get()) != 0)
        return ioError(folder);
    return {};
}

Result<void> writeNew(const fs::path& path, std::string_view content, bool sync)
{
    const Descriptor fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!fd)
        return ioError(path);
    if (writeAll(fd.get(), content) && (!sync || ::fsync(fd.get()) == 0))
        return {};
    const Error error = ioError(path);
    ::unlink(path.c_str());
    return error;
}

Result<void> renameOver(const fs::path& from, const fs::path& to)
{
    if (::rename(from.c_str(), to.c_str()) == 0)
        return {};
    const Error error = ioError(to);
    ::unlink(from.c_str());
    return error;
}

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

bool removeEntry(int parent, const char* name);

/// Empties the folder behind `fd`, which it takes over.
bool emptyFolder(Descriptor fd)
{
    const int raw = ::fcntl(fd.get(), F_DUPFD_CLOEXEC, 0);
    const std::unique_ptr<DIR, CloseFolder> folder(raw < 0 ? nullptr : ::fdopendir(raw));
    if (!folder)
        return false;
    bool all = true;
    while (const dirent* entry = ::readdir(folder.get())) {
        const std::string_view name(static_cast<const char*>(entry->d_name));
        if (name != "." && name != "..")
            all = removeEntry(fd.get(), static_cast<const char*>(entry->d_name)) && all;
    }
    return all;
}

bool removeEntry(int parent, const char* name)
{
    if (::unlinkat(parent, name, 0) == 0 || errno == ENOENT)
        return true;
    struct stat entry { };
    if (::fstatat(parent, name, &entry, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISDIR(entry.st_mode))
        return false;
    if ((entry.st_mode & S_IRWXU) != S_IRWXU)
        ::fchmodat(parent, name, S_IRWXU, 0); // not a link, as was just seen; tools such as Go's lock their folders
    Descriptor fd(::openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!fd || !emptyFolder(std::move(fd)))
        return false;
    return ::unlinkat(parent, name, AT_REMOVEDIR) == 0;
}

} // namespace

Error ioError(const fs::path& path)
{
    const int reason = errno;
    const auto code = reason == ENOENT || reason == ENOTDIR ? ErrorCode::NotFound : ErrorCode::Io;
    return {code, path.string() + ": " + std::system_category().message(reason)};
}

Result<std::string> readFile(const fs::path& path, std::size_t maxBytes)
{
    const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd)
        return ioError(path);
    std::string content;
    struct stat status { };
    if (::fstat(fd.get(), &status) == 0 && status.st_size > 0)
        content.reserve(std::min(static_cast<std::size_t>(status.st_size), maxBytes));
    std::array<char, 16'384> chunk{};
    for (;;) {
        const auto got = ::read(fd.get(), chunk.data(), chunk.size());
        if (got < 0 && errno != EINTR)
            return ioError(path);
        if (got == 0)
            return content;
        if (got > 0)
            content.append(chunk.data(), static_cast<std::size_t>(got));
        if (content.size() > maxBytes)
            return Error{ErrorCode::Io, path.string() + ": larger than " + std::to_string(maxBytes) + " bytes"};
    }
}

Result<void> replaceFile(const fs::path& path, std::string_view content)
{
    const fs::path fresh = freshName(path.parent_path());
    if (auto written = createFile(fresh, content); !written)
        return written;
    if (auto swapped = renameOver(fresh, path); !swapped)
        return swapped;
    return syncFolder(path.parent_path());
}

Result<void> swapFile(const fs::path& path, std::string_view content)
{
    const fs::path fresh = freshName(path.parent_path());
    if (auto written = writeNew(fresh, content, false); !written)
        return written;
    return renameOver(fresh, path);
}

Result<void> createFile(const fs::path& path, std::string_view content)
{
    return writeNew(path, content, true);
}

Result<void> makeFolder(const fs::path& path)
{
    std::error_code error;
    fs::create_directories(path, error);
    if (error)
        return Error{ErrorCode::Io, path.string() + ": " + error.message()};
    return {};
}

Result<void> publish(const fs::path& from, const fs::path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0) {
        if (errno == EEXIST || errno == ENOTEMPTY)
            return Error{ErrorCode::Conflict, to.string() + " exists already"};
        return ioError(to);
    }
    return syncFolder(to.parent_path());
}

Result<void> removeTree(const fs::path& path)
{
    if (!removeEntry(AT_FDCWD, path.c_str()))
        return ioError(path);
    return {};
}

bool removeTreeAt(int folder, const std::string& name)
{
    return removeEntry(folder, name.c_str());
}

fs::path freshName(const fs::path& folder)
{
    static std::atomic<unsigned> count = 0;
    const auto ticks = std::chrono::steady_clock::now().time_since_epoch().count();
    return folder
        / (".new-" + std::to_string(::getpid()) + "-" + std::to_string(ticks) + "-" + std::to_string(++count));
}

} // namespace signalbox::local
