// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a git repository of this machine, and lays down snapshots of its commits. Changes it by new branches only,
// which nobody has checked out.
//
// Thread  any; blocks on the git program, and answers within 200 ms of a stop
// Errors  Conflict (propose()), InvalidInput ("FOLDER is not a git repository", "FOLDER has no commit or branch x"),
// NotFound, Io,
//         Timeout, Cancelled
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace signalbox::local {

struct Commit {
    std::string id; // 40 hex digits
    std::string author; // name
    std::string branch; // one that holds it, the default branch first; may be empty
};

/// One file in one commit on top of the default branch, on a branch of its own.
struct Proposal {
    std::string branch; // "signalbox/policy-8c1f2ab0"; Conflict where there is one of that name
    std::string path; // of the file in the repository
    std::string content;
    std::string message;
    std::string author; // where git knows no name and address for this user
};

/// What programs of a CI ask a checkout for.
struct Introduction {
    std::string commit;
    std::string branch; // that it is of; empty: none
    std::string defaultBranch;
    std::string origin; // an address
};

/// A repository on a server, and the field of HTTP that says who asks. That is handed to git in its environment: it is
/// never on a command line, in a file or in a message.
struct GitRemote {
    std::string url; // "https://github.com/acme/shop.git"
    std::string authorization; // "Authorization: Basic …"; empty: nobody
};

class Git {
public:
    explicit Git(std::filesystem::path repository) : m_repository(std::move(repository)) { }

    /// `name`: a branch, or a commit.
    Result<Commit> commit(const std::string& name, std::stop_token stop) const;

    /// What the remote calls its default, else main, else master, else the only branch there is.
    Result<std::string> defaultBranch(std::stop_token stop) const;

    /// NotFound where the commit has no such file. `commit` may be a branch.
    Result<std::string> fileAt(const std::string& commit, const std::string& path, std::stop_token stop) const;

    /// The file as the default branch has it: where policy is read from.
    Result<std::string> fileAtDefaultBranch(const std::string& path, std::stop_token stop) const;

    /// A repository of its own in `folder`, with this one commit checked out and nothing shared with the original.
    Result<void> snapshot(const std::string& commit, const std::filesystem::path& folder, std::stop_token stop) const;

    /// The address of its remote "origin", as it is written there.
    Result<std::string> origin(std::stop_token stop) const;

    /// Names the branch of a snapshot, and where it comes from.
    Result<void> introduce(const Introduction& as, std::stop_token stop) const;

    /// The commit's id. No hook runs, and neither the working tree nor its index is touched.
    Result<std::string> propose(const Proposal& proposal, std::stop_token stop) const;

    /// The same of a repository on a server: one commit by its id. NotFound where it has none such.
    static Result<void> fetch(const GitRemote& remote, const std::string& commit, const std::filesystem::path& folder,
                              std::stop_token stop);

private:
    Result<std::string> read(std::vector<std::string> arguments, std::stop_token stop,
                             const std::map<std::string, std::string>& environment = {}) const;
    Result<std::string> commitFile(const Proposal& proposal, const std::string& base,
                                   const std::filesystem::path& content,
                                   const std::map<std::string, std::string>& environment, std::stop_token stop) const;
    Result<std::string> branchWith(const std::string& commit, std::stop_token stop) const;

    std::filesystem::path m_repository;
};

} // namespace signalbox::local
