// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between the servers that a line can be on.
//
// Thread  any: constants
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signalbox::host {

struct Forge {
    const char* provider; // "github"
    bool isGitLab; // which adapters serve it
    const char* name; // "GitHub"
    const char* publicApi;
    const char* exampleApi; // of a server of one's own
    const char* addressVariable; // that names a server
    std::vector<std::string> tokenVariables; // of which the first that is set counts
    const char* repositoryForm; // "OWNER/NAME, such as acme/shop"
    const char* runForm; // where a person finds the number of a run
    const char* gitUser; // who git says it is, beside the token
    bool (*isRepository)(std::string_view name);
    std::string (*apiOf)(std::string address); // as a person may write it
    std::string (*webOf)(const std::string& api); // its pages and git repositories

    /// What people call the server: "GitHub", "GitHub Enterprise".
    std::string nameOf(const std::string& api) const
    {
        return !isGitLab && api != publicApi ? "GitHub Enterprise" : name;
    }
};

/// Null: there is none of that name.
const Forge* forgeOf(std::string_view provider);

} // namespace signalbox::host
