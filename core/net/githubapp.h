// SPDX-License-Identifier: GPL-3.0-or-later
// A GitHub App: says who it is by a claim signed with its private key, and gets tokens of its installations for it.
//
// Thread     any; calls block
// Ownership  the client and the clock outlive it
// Errors     as ForgeApi; InvalidInput where the key is none. Nothing of key, claim or token stands in any
// Source     https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app, RFC 7519
#pragma once

#include "core/net/httpclient.h"

namespace signalbox::net {

struct AppIdentity {
    std::string api; // "https://api.github.com"
    std::string app; // its id
    std::string privateKey; // RSA, as PEM
    std::string keyFrom; // "GITHUB_APP_PRIVATE_KEY": where the key was looked for
};

/// The claim (JWT, RS256), good for nine minutes: GitHub allows ten, and clocks differ.
Result<std::string> appClaim(const AppIdentity& identity, UtcTime now);

class GitHubApp {
public:
    struct Token {
        std::string token;
        UtcTime until; // an hour, as GitHub has it
    };

    GitHubApp(HttpClient& client, const Clock& clock, AppIdentity identity)
        : m_client(client), m_clock(clock), m_identity(std::move(identity))
    {
    }

    /// The number of its installation that holds a repository.
    Result<std::string> installationFor(const std::string& repository, const std::stop_token& stop) const;
    Result<Token> tokenOf(const std::string& installation, const std::stop_token& stop) const;

private:
    HttpClient& m_client;
    const Clock& m_clock;
    const AppIdentity m_identity;
};

} // namespace signalbox::net
