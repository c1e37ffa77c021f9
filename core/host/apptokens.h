// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens of a GitHub App for the repositories that it is installed for, each kept until shortly before it expires.
// GITHUB_APP_ID names the App; GITHUB_APP_PRIVATE_KEY, or the file that GITHUB_APP_PRIVATE_KEY_FILE names, holds its
// key; GITHUB_APP_INSTALLATION_ID may name the installation, which is looked for else.
//
// Thread     any; calls block
// Ownership  client and clock outlive it
// Errors     as net::GitHubApp; InvalidInput where the key is not there. Neither key nor token is ever stored or told
#pragma once

#include "core/host/connectionviews.h"
#include "core/net/githubapp.h"

#include <map>
#include <mutex>

namespace signalbox::host {

class AppTokens {
public:
    static constexpr const char* kKey = "GITHUB_APP_PRIVATE_KEY";

    AppTokens(net::HttpClient& client, const Clock& clock) : m_client(client), m_clock(clock) { }

    /// The App that the environment names, by its number or its client ID; empty: none.
    static std::string app();
    static bool areWanted() { return !app().empty(); }
    /// InvalidInput where what names it can be no App's.
    static Result<void> checkApp();
    /// Where its key is.
    static SecretPlace keyPlace();

    Result<std::string> tokenFor(const std::string& api, const std::string& repository);
    /// Another one than this, which the server does not accept any more.
    Result<std::string> another(const std::string& than, const std::string& api, const std::string& repository);

private:
    using Name = std::pair<std::string, std::string>; // API, and repository or installation

    std::optional<std::string> kept(const std::string& api, const std::string& repository);
    Result<std::string> installationFor(const net::GitHubApp& app, const Name& repository);
    void forget(const std::string& token);

    net::HttpClient& m_client;
    const Clock& m_clock;
    std::mutex m_mutex;
    std::map<Name, std::string> m_installations; // by repository; guarded by m_mutex
    std::map<Name, net::GitHubApp::Token> m_tokens; // by installation; guarded by m_mutex
};

} // namespace signalbox::host
