// SPDX-License-Identifier: GPL-3.0-or-later
// Asks gitlab-ci-local for the jobs of a commit's .gitlab-ci.yml.
//
// Thread   any; blocks on programs for up to a minute, and answers within 200 ms of a stop
// Safety   the file is other people's: it is read in the sandbox where one works, without network, environment and
//          home, and what comes of it is bounded
// Errors   InvalidInput (".gitlab-ci.yml:LINE: what, and what to do"), Timeout, Cancelled, Io
#pragma once

#include "core/line/linefile.h"
#include "core/local/git.h"
#include "core/local/gitlabcilocal.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace signalbox::local {

inline constexpr const char* kGitLabFile = ".gitlab-ci.yml";

struct GitLabPipeline { // all outlive the call
    const Git& repository; // where the commit comes from
    const Commit& commit;
    const std::string& line; // its name, where the repository has no address
    const GitLabCiLocal& program;
    bool isolate = true; // where bubblewrap works
};

/// `folder` holds a snapshot of the commit in `source`, which gets the names that jobs ask git for.
Result<std::vector<line::JobSpec>> listGitLabJobs(const GitLabPipeline& pipeline, const std::filesystem::path& folder,
                                                  std::stop_token stop);

/// "https://git.acme.com/acme/shop.git" of any address of a remote, without who signs in; empty where it has none.
std::string webAddressOf(const std::string& remote);

} // namespace signalbox::local
