// SPDX-License-Identifier: GPL-3.0-or-later
// The program gitlab-ci-local of this machine, and what it needs: Node.js 22 or later, and rsync. Found in PATH.
//
// Thread  any; find() asks node for its version, which takes a moment
// Errors  Io, naming what is missing and how to install it
// Source  https://github.com/firecow/gitlab-ci-local, 4.75
#pragma once

#include "core/base/result.h"
#include "core/local/process.h"

#include <filesystem>
#include <string>
#include <vector>

namespace signalbox::local {

class GitLabCiLocal {
public:
    static Result<GitLabCiLocal> find();

    const std::string& version() const { return m_version; } // "4.75.1"; empty: it does not tell

    /// What a sandbox has to show of it, wherever it is installed.
    const std::vector<std::filesystem::path>& files() const { return m_files; }

    std::vector<std::string> listJobs() const; // JSON on standard output
    /// One job, without what it needs. `hasImage`: it wants a container, and gets this machine's shell.
    std::vector<std::string> runJob(const std::string& job, const std::filesystem::path& checkout, bool hasImage) const;

    /// Nothing is fetched: neither an include from elsewhere nor a repository.
    static Environment offline(Environment environment);

private:
    std::vector<std::string> m_command;
    std::vector<std::filesystem::path> m_files;
    std::string m_version;
};

} // namespace signalbox::local
