// SPDX-License-Identifier: GPL-3.0-or-later
// Where a workspace keeps things: its store, its lines, and the local CI.
//
// Thread  any: values; load() and save() do I/O
// Disk    STORE.workspace.json beside the store: {"name", "ci", "keep_checkpoints_days", "lines": {name: folder},
//         "remotes": {name: {"provider", "api", "repository", "token", "since", "heals"}},
//         "receivers": {name: as core/notify/receiver.h has it}, "model": as core/model/settings.h has it,
//         "webhooks": {"on", "listen"}}
// Errors  InvalidInput (the file cannot be understood), Io
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/settings.h"
#include "core/notify/receiver.h"

#include <filesystem>
#include <map>
#include <string>

namespace signalbox::host {

/// A line whose pipeline runs on a server. That it is named here, and not in the repository itself, is what keeps a
/// commit from having a token sent elsewhere.
struct RemoteLine {
    std::string provider = "github"; // "gitlab"
    std::string api; // "https://api.github.com", "https://gitlab.com/api/v4"
    std::string repository; // "acme/shop"
    std::string token; // the variable that holds it; empty: GH_TOKEN, else GITHUB_TOKEN; GITLAB_TOKEN
    UtcTime since; // when it became a line: no agent looks after what had ended by then
    bool opensIssues = true; // there, for what is handed over to people
    bool heals = true; // false: what fails is shown to a person, and no agent changes anything about it

    bool operator==(const RemoteLine&) const = default;
};

/// Of the console: whether webhooks are received there, and where.
struct Listening {
    bool on = false;
    std::string address = "127.0.0.1:5000";

    bool operator==(const Listening&) const = default;
};

struct Workspace {
    static constexpr int kMostDays = 36'500; // of keepCheckpointsDays

    std::filesystem::path store; // the SQLite file
    std::string name = "Workspace";
    std::filesystem::path ci; // root of the local CI
    std::map<std::string, std::filesystem::path> lines; // name → git repository
    std::map<std::string, RemoteLine> remotes; // name → repository on a server
    std::map<std::string, notify::Receiver> receivers; // name → who is told what
    model::Settings model{}; // that advises
    Listening webhooks{};
    int keepCheckpointsDays = 90; // after a run has ended; 0: for ever

    /// $XDG_DATA_HOME/signalbox/signalbox.sqlite, else below ~/.local/share.
    static std::filesystem::path defaultStore();
    /// Where the user's own files are, whatever store is used.
    static std::filesystem::path userFolder();

    /// `place` as in `signalboxctl --store`; empty: the default. A workspace that was never saved has no lines.
    static Result<Workspace> load(const std::string& place);
    /// The workspace that `file` was saved by, wherever its store is.
    static Result<Workspace> read(const std::filesystem::path& file);
    Result<void> save() const;
    std::filesystem::path file() const; // where it is saved
    std::filesystem::path fetchedLogs() const; // the folder of logs of lines that are on servers
    bool has(const std::string& line) const { return lines.contains(line) || remotes.contains(line); }

private:
    Result<void> take(const std::filesystem::path& from); // what that file says
};

} // namespace signalbox::host
