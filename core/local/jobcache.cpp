// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/jobcache.h"

#include "core/local/descriptor.h"
#include "core/local/files.h"
#include "core/local/process.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace signalbox::local {

namespace {

namespace fs = std::filesystem;

constexpr Milliseconds kCopyLimit{600'000};

std::string escaped(const std::string& path)
{
    std::string name;
    for (const char c : path) {
        if (c == '/')
            name += "%2F";
        else if (c == '%')
            name += "%25";
        else
            name += c;
    }
    return name;
}

std::string unescaped(const std::string& name)
{
    std::string path;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool escape = name[i] == '%' && i + 2 < name.size();
        path += escape ? (name[i + 2] == 'F' ? '/' : '%') : name[i];
        i += escape ? 2 : 0;
    }
    return path;
}

/// Opens the folder in `root` that holds `path`, through no link; where `make` is set, makes what is missing.
Result<Descriptor> openParent(const fs::path& root, const fs::path& path, bool make)
{
    Descriptor folder(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder)
        return ioError(root);
    for (const fs::path& part : path.parent_path()) {
        if (make && ::mkdirat(folder.get(), part.c_str(), 0755) != 0 && errno != EEXIST)
            return ioError(path);
        Descriptor next(::openat(folder.get(), part.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!next)
            return ioError(path);
        folder = std::move(next);
    }
    return folder;
}

} // namespace

Result<void> copyTree(const fs::path& from, const fs::path& to, int stopDescriptor)
{
    const auto copied = runProcess({.arguments = {"cp", "-a", "--reflink=auto", "-T", "--", from, to},
                                    .folder = "/",
                                    .environment = allowedEnvironment(),
                                    .timeLimit = kCopyLimit,
                                    .stopDescriptor = stopDescriptor},
                                   {});
    if (!copied)
        return copied.error();
    if (copied->exitCode != 0)
        return Error{ErrorCode::Io, copied->err.substr(0, copied->err.find('\n'))};
    return {};
}

fs::path JobCache::entry(const std::string& path) const
{
    return m_folder / escaped(path);
}

Result<bool> JobCache::restore(const std::string& path, const fs::path& checkout) const
{
    std::error_code error;
    if (!fs::exists(fs::symlink_status(entry(path), error)))
        return false;
    const fs::path staged = freshName(checkout.parent_path());
    if (const auto copied = copyTree(entry(path), staged, m_stop); !copied)
        return copied.error();
    const auto parent = openParent(checkout, path, true);
    if (!parent)
        return parent.error();
    const std::string name = fs::path(path).filename();
    if (!removeTreeAt(parent->get(), name) || ::renameat(AT_FDCWD, staged.c_str(), parent->get(), name.c_str()) != 0)
        return ioError(path);
    return true;
}

Result<bool> JobCache::save(const std::string& path, const fs::path& checkout) const
{
    if (const auto made = makeFolder(m_folder); !made)
        return made.error();
    const auto parent = openParent(checkout, path, false);
    if (!parent) {
        if (parent.error().code == ErrorCode::NotFound)
            return false;
        return parent.error();
    }
    const fs::path fresh = freshName(m_folder);
    const fs::path kept = entry(path);
    const std::string name = fs::path(path).filename();
    if (::renameat(parent->get(), name.c_str(), AT_FDCWD, fresh.c_str()) != 0) {
        if (errno == ENOENT)
            return false;
        return ioError(path);
    }
    if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, kept.c_str(), RENAME_NOREPLACE) == 0)
        return true;
    if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, kept.c_str(), RENAME_EXCHANGE) != 0)
        return ioError(kept);
    static_cast<void>(removeTree(fresh)); // what stays of the old one is deleted with the next clear()
    return true;
}

std::vector<std::string> JobCache::paths() const
{
    std::vector<std::string> found;
    std::error_code error;
    for (fs::directory_iterator at(m_folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename();
        if (!name.starts_with(".new-"))
            found.push_back(unescaped(name));
    }
    std::ranges::sort(found);
    return found;
}

Result<void> JobCache::clear() const
{
    // Out of sight in one step, then deleted: a program that is killed meanwhile leaves no half entry.
    const fs::path trash = freshName(m_folder.parent_path());
    if (::rename(m_folder.c_str(), trash.c_str()) != 0 && errno != ENOENT)
        return ioError(m_folder);
    std::error_code error;
    for (fs::directory_iterator at(m_folder.parent_path(), error), end; !error && at != end; at.increment(error)) {
        if (!at->path().filename().string().starts_with(".new-"))
            continue;
        if (const auto removed = removeTree(at->path()); !removed)
            return removed;
    }
    return {};
}

} // namespace signalbox::local
