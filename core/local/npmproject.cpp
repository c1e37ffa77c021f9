// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/npmproject.h"

#include "core/base/digest.h"
#include "core/local/files.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

namespace signalbox::local {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMostFiles = 200'000;
constexpr std::int64_t kMostBytes = std::int64_t(2) << 30;
constexpr std::size_t kMaxManifest = 64 * 1024 * 1024;
constexpr std::array<std::string_view, 2> kLockfiles{"npm-shrinkwrap.json", "package-lock.json"};
constexpr std::array<std::string_view, 4> kWatched{"package.json", "npm-shrinkwrap.json", "package-lock.json",
                                                   ".npmrc"};
constexpr std::array<std::string_view, 4> kDependencyMaps{"dependencies", "devDependencies", "optionalDependencies",
                                                          "peerDependencies"};

Error invalid(const fs::path& where, const std::string& what)
{
    return {ErrorCode::InvalidInput, where.string() + what};
}

bool contains(const auto& names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

bool leavesFolder(const fs::path& relative)
{
    const fs::path plain = relative.lexically_normal();
    return plain.is_absolute() || (!plain.empty() && *plain.begin() == "..");
}

/// npm reads these files itself: a link would make it write somewhere else.
Result<void> checkPlain(const fs::path& project)
{
    std::error_code error;
    for (const std::string_view name : kWatched) {
        const fs::file_status status = fs::symlink_status(project / name, error);
        if (fs::exists(status) && !fs::is_regular_file(status))
            return invalid(project / name, " is a link or no plain file; npm-heal works on plain files only");
    }
    return {};
}

/// A folder or archive that the manifest names, and that a copy would not have.
Result<void> checkDependencies(const fs::path& project, const Json& manifest)
{
    for (const std::string_view map : kDependencyMaps) {
        const Json dependencies = fieldOr<Json>(manifest, map, Json::object());
        for (const auto& [name, value] : dependencies.items()) {
            std::string spec = value.is_string() ? value.get<std::string>() : std::string();
            const bool named = spec.starts_with("file:") || spec.starts_with("link:");
            if (named)
                spec.erase(0, 5);
            const bool isPath = named || spec.starts_with("../") || spec.starts_with("/") || spec.starts_with("~/");
            if (isPath && (spec.starts_with("~") || leavesFolder(spec)))
                return invalid(project / "package.json",
                               ": dependency " + name + " is " + value.get<std::string>()
                                   + ", outside of the project; give the folder that holds both");
        }
    }
    return {};
}

/// npm in a workspace's folder works on the project above it.
Result<void> checkNotInWorkspace(const fs::path& project)
{
    if (!lockfileOf(project).empty())
        return {};
    for (fs::path above = project.parent_path(); above != above.parent_path(); above = above.parent_path()) {
        const auto text = readFile(above / "package.json", kMaxManifest);
        const auto manifest = text ? parseJson(*text) : Result<Json>(text.error());
        if (manifest && manifest->is_object() && manifest->contains("workspaces"))
            return invalid(project, " may be a workspace of " + above.string() + "; give that folder");
    }
    return {};
}

class Copying {
public:
    Copying(fs::path from, fs::path to, const std::stop_token& stop)
        : m_from(std::move(from)), m_to(std::move(to)), m_stop(stop)
    {
    }

    Result<ProjectCopy> all()
    {
        if (auto made = folder(""); !made)
            return made.error();
        std::error_code error;
        fs::recursive_directory_iterator at(m_from, error);
        for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
            if (m_stop.stop_requested())
                return Error{ErrorCode::Cancelled, "stopped while the project was copied"};
            const fs::path relative = at->path().lexically_relative(m_from);
            const std::string name = at->path().filename();
            if (name == "node_modules" || name == ".git") {
                at.disable_recursion_pending();
                continue;
            }
            if (auto taken = take(*at, relative); !taken)
                return taken.error();
        }
        if (error)
            return Error{ErrorCode::Io, m_from.string() + ": " + error.message()};
        return std::move(m_copy);
    }

private:
    Result<void> take(const fs::directory_entry& entry, const fs::path& relative)
    {
        std::error_code error;
        const fs::file_status status = entry.symlink_status(error);
        if (fs::is_directory(status))
            return folder(relative);
        if (fs::is_symlink(status))
            return link(relative);
        if (!fs::is_regular_file(status)) {
            m_copy.leftOut.push_back(relative.string() + ": no file");
            return {};
        }
        ++m_copy.files;
        m_copy.bytes += static_cast<std::int64_t>(entry.file_size(error));
        if (m_copy.files > kMostFiles || m_copy.bytes > kMostBytes)
            return invalid(m_from, " is too large to be copied: more than 200,000 files or 2 GiB besides node_modules");
        return contains(kWatched, relative.filename().string()) ? manifest(relative) : file(relative);
    }

    Result<void> folder(const fs::path& relative) const
    {
        return m_to.empty() ? Result<void>() : makeFolder(m_to / relative);
    }

    Result<void> link(const fs::path& relative)
    {
        std::error_code error;
        const fs::path target = fs::read_symlink(m_from / relative, error);
        if (error || target.is_absolute() || leavesFolder(relative.parent_path() / target)) {
            m_copy.leftOut.push_back(relative.string() + ": leads out of the project");
            return {};
        }
        if (!m_to.empty())
            fs::create_symlink(target, m_to / relative, error);
        return error ? Result<void>(Error{ErrorCode::Io, relative.string() + ": " + error.message()}) : Result<void>();
    }

    Result<void> file(const fs::path& relative) const
    {
        std::error_code error;
        if (!m_to.empty())
            fs::copy_file(m_from / relative, m_to / relative, error);
        return error ? Result<void>(Error{ErrorCode::Io, relative.string() + ": " + error.message()}) : Result<void>();
    }

    /// The digest is that of the bytes that were copied, whatever happens to the original meanwhile.
    Result<void> manifest(const fs::path& relative)
    {
        const auto content = readFile(m_from / relative, kMaxManifest);
        if (!content)
            return content.error();
        m_copy.digests[relative.string()] = digestHex(*content);
        return m_to.empty() ? Result<void>() : createFile(m_to / relative, *content);
    }

    const fs::path m_from;
    const fs::path m_to;
    const std::stop_token& m_stop;
    ProjectCopy m_copy;
};

} // namespace

Result<fs::path> npmProject(const fs::path& folder)
{
    std::error_code error;
    const fs::path project = fs::canonical(folder, error);
    if (error || !fs::is_directory(project, error))
        return Error{ErrorCode::NotFound, folder.string() + ": no such folder"};
    if (auto plain = checkPlain(project); !plain)
        return plain.error();
    const auto text = readFile(project / "package.json", kMaxManifest);
    if (!text && text.error().code == ErrorCode::NotFound)
        return invalid(project, " has no package.json, so it is no npm project; give the folder that holds one");
    if (!text)
        return text.error();
    const auto manifest = parseJson(*text);
    if (!manifest || !manifest->is_object())
        return invalid(project / "package.json", " is not a JSON object; mend it first");
    for (const char* other : {"yarn.lock", "pnpm-lock.yaml"}) {
        if (lockfileOf(project).empty() && fs::exists(project / other, error))
            return invalid(project,
                           std::string(" has a ") + other + " and no lockfile of npm; npm-heal heals npm only");
    }
    if (auto inside = checkDependencies(project, *manifest); !inside)
        return inside.error();
    if (auto top = checkNotInWorkspace(project); !top)
        return top.error();
    return project;
}

std::string lockfileOf(const fs::path& project)
{
    std::error_code error;
    for (const std::string_view name : kLockfiles) {
        if (fs::exists(project / name, error))
            return std::string(name);
    }
    return {};
}

Result<std::string> onlyNpmProject(const fs::path& tree)
{
    constexpr int kDeepest = 3;
    std::error_code error;
    if (fs::exists(tree / "package.json", error))
        return std::string();
    std::vector<std::string> found;
    fs::recursive_directory_iterator at(tree, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (!at->is_directory(error) || at->is_symlink(error))
            continue;
        if (name == ".git" || name == "node_modules" || at.depth() == kDeepest)
            at.disable_recursion_pending();
        else if (fs::exists(at->path() / "package.json", error) && !lockfileOf(at->path()).empty())
            found.push_back(at->path().lexically_relative(tree).generic_string());
    }
    if (found.size() == 1)
        return found.front();
    return Error{ErrorCode::InvalidInput,
                 found.empty() ? "there is no package.json with a lockfile"
                               : "there are several npm projects, and none at the top: which one fails is not known"};
}

Result<ProjectCopy> copyProject(const fs::path& project, const fs::path& to, const std::stop_token& stop)
{
    return Copying(project, to, stop).all();
}

Result<std::string> fileDigest(const fs::path& file)
{
    const auto content = readFile(file, kMaxManifest);
    if (!content)
        return content.error().code == ErrorCode::NotFound ? Result<std::string>(std::string()) : content.error();
    return digestHex(*content);
}

} // namespace signalbox::local
