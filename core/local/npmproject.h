// SPDX-License-Identifier: GPL-3.0-or-later
// An npm project on this machine: whether it is one, and a copy of it without node_modules.
//
// Thread  any; blocks on the disk
// Errors  NotFound (no such folder), InvalidInput (no npm project, or one that cannot be healed in a copy), Io,
// Cancelled Safety  no link is followed; one that leads out of the project is left out Limits  200,000 files, 2 GiB
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace signalbox::local {

/// The folder's real path, once it is known to hold a project that npm installs.
Result<std::filesystem::path> npmProject(const std::filesystem::path& folder);

/// "npm-shrinkwrap.json" before "package-lock.json", as npm has it; empty where there is neither.
std::string lockfileOf(const std::filesystem::path& project);

/// The place of the project in a tree that holds one: "" where the tree itself is it, else the only one with a
/// lockfile, such as "web". InvalidInput where there is none, or where there are several.
Result<std::string> onlyNpmProject(const std::filesystem::path& tree);

struct ProjectCopy {
    Json digests = Json::object(); // of manifests, lockfiles and .npmrc, by their path in the project
    std::vector<std::string> leftOut; // "docs/link: leads out of the project"
    std::int64_t files = 0;
    std::int64_t bytes = 0;
};

/// Counts and looks only, where `to` is empty.
Result<ProjectCopy> copyProject(const std::filesystem::path& project, const std::filesystem::path& to,
                                const std::stop_token& stop);

/// digestHex of the file's bytes; empty where it is not there.
Result<std::string> fileDigest(const std::filesystem::path& file);

} // namespace signalbox::local
