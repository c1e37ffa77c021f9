// SPDX-License-Identifier: GPL-3.0-or-later
// The port to npm: a copy of a project, and real npm runs in it. The user's tree is read; it is written by accept()
// only.
//
// Thread  any; calls block on the disk and on npm, and answer within 200 ms of a stop
// Disk    what is kept of a run is keyed by the run and by the key of the effect
// Errors  NotFound (no such folder, no package.json, npm is missing), InvalidInput (no npm project, or one that
//         cannot be copied), Conflict (the user's files have changed), Io, Cancelled
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/time.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::agents {

/// The exit status of a call whose time limit has passed.
inline constexpr int kNpmTimedOut = 124;

/// A project as it was copied.
struct NpmProject {
    std::string lockfile; // "package-lock.json", "npm-shrinkwrap.json"; empty: it has none
    bool lockfileReads = true; // it is JSON
    Json digests = Json::object(); // of what was diagnosed: "package.json" → digestHex of its bytes
    std::vector<std::string> leftOut; // of the copy, with the reason
    std::int64_t files = 0;
    std::int64_t bytes = 0;
};

/// One run of npm in a copy of its own.
struct NpmCall {
    enum class Lockfile : std::uint8_t {
        Own, // as it was copied
        Committed, // the last commit's, or none, where the own one cannot be read
        Healed // what earlier calls left
    };

    std::string key; // of the effect; names the log
    std::vector<std::string> arguments; // after "npm"; lifecycle scripts are off whatever stands here
    Lockfile lockfile = Lockfile::Own;
    bool keepsLockfile = false; // the lockfile that npm leaves is the healed one from now on
    bool keepsManifest = false; // and its package.json; both are laid down together
};

struct NpmEnd {
    int exitCode = 0;
    bool isolated = false;
    Milliseconds took{0};
};

class NpmWorkbench {
public:
    virtual ~NpmWorkbench() = default;

    /// Copies the project without node_modules. Called again, it begins anew.
    virtual Result<NpmProject> snapshot(RunId run, const std::string& folder, std::stop_token stop) = 0;

    virtual Result<NpmEnd> call(RunId run, const NpmCall& call, std::stop_token stop) = 0;
    /// The end of a call that has ended, in this program's life or before.
    virtual Result<std::optional<NpmEnd>> ended(RunId run, const std::string& key) = 0;
    /// What npm printed, secrets taken out.
    virtual Result<std::string> log(RunId run, const std::string& key) = 0;

    /// The lockfile as it was copied, and as healed; empty where there is none.
    virtual Result<std::string> lockfile(RunId run) = 0;
    virtual Result<std::string> healedLockfile(RunId run) = 0;
    /// The package.json as it was copied, and as healed; the latter empty where nothing has changed it.
    virtual Result<std::string> manifest(RunId run) = 0;
    virtual Result<std::string> healedManifest(RunId run) = 0;
    /// A unified diff of the two, line by line, secrets taken out.
    virtual Result<std::vector<std::string>> lockfileDiff(RunId run, std::stop_token stop) = 0;

    /// Deletes the package cache of this program; the user's own is never touched.
    virtual Result<void> emptyCache() = 0;

    /// Writes the healed lockfile into `folder` in one step, where all files are still those of `digests`.
    virtual Result<void> accept(RunId run, const std::string& folder, const Json& digests) = 0;
    /// Of a file of the user's tree as it is now; empty where there is none.
    virtual Result<std::string> digestNow(const std::string& folder, const std::string& file) = 0;

    /// Forgets what was kept of the run.
    virtual Result<void> tidy(RunId run) = 0;
};

} // namespace signalbox::agents
