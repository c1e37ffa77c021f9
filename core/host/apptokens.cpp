// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/apptokens.h"

#include "core/local/files.h"
#include "core/net/forgeapi.h"

#include <algorithm>
#include <cstdlib>

namespace signalbox::host {

namespace {

constexpr const char* kApp = "GITHUB_APP_ID";
constexpr const char* kKeyFile = "GITHUB_APP_PRIVATE_KEY_FILE";
constexpr const char* kInstallation = "GITHUB_APP_INSTALLATION_ID";
constexpr std::size_t kLargestKey = 64 << 10; // bytes
constexpr std::size_t kLongestClientId = 40;
constexpr std::chrono::minutes kEarly{5}; // no call takes longer

std::string variable(const char* name)
{
    const char* const value = std::getenv(name);
    return value ? value : "";
}

/// Where a variable cannot hold line ends, they are written as \n.
std::string withLineEnds(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find("\\n"), text.size());
        out += text.substr(0, end);
        if (end < text.size())
            out += '\n';
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    return out;
}

Result<std::string> privateKey()
{
    if (const std::string key = variable(AppTokens::kKey); !key.empty())
        return withLineEnds(key);
    const std::string file = variable(kKeyFile);
    if (file.empty())
        return Error{ErrorCode::Unauthorized,
                     "GITHUB_APP_ID names an App, but GITHUB_APP_PRIVATE_KEY is not set; set it, or "
                     "GITHUB_APP_PRIVATE_KEY_FILE"};
    auto key = local::readFile(file, kLargestKey);
    if (!key)
        return Error{ErrorCode::Unauthorized, "GITHUB_APP_PRIVATE_KEY_FILE: " + key.error().detail};
    return key;
}

} // namespace

std::string AppTokens::app()
{
    return variable(kApp);
}

/// What is no id may be a key or a token that was put into the wrong variable: it is not repeated.
Result<void> AppTokens::checkApp()
{
    const std::string id = app();
    const bool isNumber = id.find_first_not_of("0123456789") == std::string::npos;
    if (isNumber || (id.starts_with("Iv") && id.size() <= kLongestClientId && net::isNamePart(id)))
        return {};
    return Error{ErrorCode::InvalidInput,
                 "GITHUB_APP_ID holds no id of a GitHub App: set it to the App's number, such as 123456, or its client "
                 "ID, which begins with Iv; both are on the App's page there"};
}

SecretPlace AppTokens::keyPlace()
{
    if (!variable(kKey).empty())
        return SecretPlace::Environment;
    return variable(kKeyFile).empty() ? SecretPlace::Nowhere : SecretPlace::File;
}

Result<std::string> AppTokens::tokenFor(const std::string& api, const std::string& repository)
{
    if (auto known = kept(api, repository))
        return *std::move(known);
    if (const auto good = checkApp(); !good)
        return good.error();
    auto key = privateKey();
    if (!key)
        return key.error();
    const net::GitHubApp app(m_client, m_clock,
                             {.api = api,
                              .app = AppTokens::app(),
                              .privateKey = *std::move(key),
                              .keyFrom = keyPlace() == SecretPlace::File ? kKeyFile : kKey});
    const auto installation = installationFor(app, {api, repository});
    if (!installation)
        return installation.error();
    auto fresh = app.tokenOf(*installation, {});
    if (!fresh)
        return fresh.error();
    const std::lock_guard lock(m_mutex);
    m_tokens.insert_or_assign(Name(api, *installation), *fresh);
    return fresh->token;
}

std::optional<std::string> AppTokens::kept(const std::string& api, const std::string& repository)
{
    std::string installation = variable(kInstallation);
    const std::lock_guard lock(m_mutex);
    if (installation.empty())
        installation = m_installations[{api, repository}];
    const auto known = m_tokens.find({api, installation});
    if (known == m_tokens.end() || m_clock.now() + kEarly >= known->second.until)
        return std::nullopt;
    return known->second.token;
}

Result<std::string> AppTokens::installationFor(const net::GitHubApp& app, const Name& repository)
{
    if (std::string told = variable(kInstallation); !told.empty())
        return told;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_installations.find(repository);
            known != m_installations.end() && !known->second.empty())
            return known->second;
    }
    auto found = app.installationFor(repository.second, {});
    if (!found)
        return found;
    const std::lock_guard lock(m_mutex);
    m_installations.insert_or_assign(repository, *found);
    return found;
}

/// The App may have been installed anew, too.
void AppTokens::forget(const std::string& token)
{
    const std::lock_guard lock(m_mutex);
    if (std::erase_if(m_tokens, [&](const auto& entry) { return entry.second.token == token; }) > 0)
        m_installations.clear();
}

Result<std::string> AppTokens::another(const std::string& than, const std::string& api, const std::string& repository)
{
    forget(than);
    return tokenFor(api, repository);
}

} // namespace signalbox::host
