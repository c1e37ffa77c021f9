// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/secrets.h"

#include "core/base/redaction.h"
#include "core/host/secretkeeper.h"
#include "core/local/files.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

namespace signalbox::host {

namespace {

constexpr std::size_t kLargest = 4096; // bytes of a file that holds a secret

/// Variables that hold secrets, besides those that the workspace names.
constexpr std::array<const char*, 14> kKnown{"GH_TOKEN",
                                             "GITHUB_TOKEN",
                                             "GITHUB_WEBHOOK_SECRET",
                                             "GITLAB_TOKEN",
                                             "GITLAB_WEBHOOK_TOKEN",
                                             "OPENAI_API_KEY",
                                             "SLACK_WEBHOOK_URL",
                                             "TEAMS_WEBHOOK_URL",
                                             "PAGERDUTY_ROUTING_KEY",
                                             "SMTP_URL",
                                             "SIGNALBOX_NOTIFY_URL",
                                             "SIGNALBOX_NOTIFY_SECRET",
                                             "SIGNALBOX_STATUS_TOKEN",
                                             "SIGNALBOX_PASSPHRASE"};
/// What names of secrets are made of.
constexpr std::array<std::string_view, 7> kWords{"TOKEN",      "SECRET", "PASSWORD",  "PASSWD",
                                                 "PASSPHRASE", "KEY",    "CREDENTIAL"};
/// What they end with, as a word of its own.
constexpr std::array<std::string_view, 5> kLastWords{"PASS", "PAT", "DSN", "AUTH", "COOKIE"};

bool namesSecret(std::string_view name)
{
    std::string upper(name);
    std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    const std::string_view last = std::string_view(upper).substr(upper.rfind('_') + 1);
    return std::ranges::any_of(kWords, [&](std::string_view word) { return upper.find(word) != std::string::npos; })
        || std::ranges::find(kLastWords, last) != kLastWords.end()
        || (last == "PWD" && last.size() < upper.size()); // alone it is a folder
}

std::string variable(const std::string& name)
{
    const char* const value = std::getenv(name.c_str());
    return value ? value : "";
}

} // namespace

std::string_view passwordIn(std::string_view address)
{
    const std::size_t scheme = address.find("://");
    if (scheme == std::string_view::npos)
        return {};
    const std::string_view rest = address.substr(scheme + 3);
    const std::string_view who = rest.substr(0, rest.find_first_of("/?#"));
    const std::size_t at = who.rfind('@');
    const std::size_t colon = who.find(':');
    return at == std::string_view::npos || colon > at ? std::string_view() : who.substr(colon + 1, at - colon - 1);
}

Result<FoundSecret> givenSecret(const std::string& name)
{
    if (std::string value = variable(name); !value.empty())
        return FoundSecret{std::move(value), SecretPlace::Environment};
    const std::string file = variable(name + "_FILE");
    if (file.empty())
        return FoundSecret();
    auto text = local::readFile(file, kLargest);
    if (!text)
        return Error{ErrorCode::InvalidInput, name + "_FILE: " + text.error().detail};
    text->resize(std::min(text->size(), text->find_first_of("\r\n")));
    if (text->empty())
        return Error{ErrorCode::InvalidInput,
                     name + "_FILE: " + file + " is empty; write the secret on its first line"};
    return FoundSecret{*std::move(text), SecretPlace::File};
}

Result<FoundSecret> findSecret(const std::string& name)
{
    auto given = givenSecret(name);
    if (!given || !given->value.empty())
        return given;
    auto kept = SecretKeeper::ofProcess().find(name);
    if (!kept)
        return kept.error();
    return kept->value.empty() ? FoundSecret() : FoundSecret{std::move(kept->value), kept->place};
}

Result<std::string> secretNamed(const std::string& name)
{
    auto found = findSecret(name);
    return found ? Result<std::string>(std::move(found->value)) : found.error();
}

bool isSecretName(const std::string& name)
{
    constexpr const char* kAllowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
    const bool startsWithDigit = !name.empty() && name.front() >= '0' && name.front() <= '9';
    return name.find_first_not_of(kAllowed) == std::string::npos && !startsWithDigit && withoutSecrets(name) == name;
}

std::string endOf(const std::string& secret)
{
    constexpr std::size_t kLong = 16; // that keeps enough of it back
    return secret.size() < kLong ? std::string() : secret.substr(secret.size() - 4);
}

std::vector<std::string> knownSecrets(const Workspace& workspace)
{
    std::vector<std::string> names(kKnown.begin(), kKnown.end());
    for (const auto& [name, remote] : workspace.remotes)
        names.push_back(remote.token);
    for (const auto& [name, receiver] : workspace.receivers) {
        names.push_back(receiver.variable);
        names.push_back(receiver.secret);
    }
    names.push_back(workspace.model.key);
    std::vector<std::string> values;
    for (const std::string& name : names) {
        if (auto value = name.empty() ? Result<std::string>("") : secretNamed(name); value)
            values.push_back(*std::move(value));
    }
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view text = *entry;
        const std::size_t equals = std::min(text.find('='), text.size());
        const std::string_view value = text.substr(std::min(equals + 1, text.size()));
        values.emplace_back(passwordIn(value));
        if (namesSecret(text.substr(0, equals)))
            values.emplace_back(value);
    }
    for (std::string& value : SecretKeeper::ofProcess().values())
        values.push_back(std::move(value));
    std::erase_if(values, [](const std::string& value) { return value.size() < kShortestSecret; });
    return values;
}

} // namespace signalbox::host
