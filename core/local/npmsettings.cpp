// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/npmsettings.h"

#include <cstdlib>
#include <initializer_list>
#include <utility>

namespace signalbox::local {

namespace {

namespace fs = std::filesystem;

/// Above the project's own .npmrc.
constexpr std::initializer_list<std::pair<const char*, const char*>> kSettings{{"npm_config_ignore_scripts", "true"},
                                                                               {"npm_config_git", "git"},
                                                                               {"npm_config_global", "false"},
                                                                               {"npm_config_audit", "false"},
                                                                               {"npm_config_fund", "false"},
                                                                               {"npm_config_update_notifier", "false"},
                                                                               {"npm_config_progress", "false"},
                                                                               {"npm_config_color", "false"},
                                                                               {"npm_config_logs_max", "0"},
                                                                               {"npm_config_loglevel", "notice"},
                                                                               {"CI", "true"},
                                                                               {"NO_COLOR", "1"}};

constexpr std::initializer_list<const char*> kPassed{"HTTP_PROXY",          "HTTPS_PROXY", "NO_PROXY",
                                                     "http_proxy",          "https_proxy", "no_proxy",
                                                     "NODE_EXTRA_CA_CERTS", "NPM_TOKEN",   "NODE_AUTH_TOKEN"};

} // namespace

const std::string_view kNpmDefaults = "fetch-timeout=60000\nfetch-retries=1\n"
                                      "fetch-retry-mintimeout=500\nfetch-retry-maxtimeout=2000\n";

Environment npmEnvironment(const fs::path& cache)
{
    Environment environment = allowedEnvironment();
    environment["LANG"] = "C.UTF-8";
    for (const char* name : kPassed) {
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
            environment[name] = value;
    }
    for (const auto& [name, value] : kSettings)
        environment[name] = value;
    environment["npm_config_cache"] = cache;
    return environment;
}

std::vector<std::string> npmSecrets()
{
    std::vector<std::string> secrets;
    for (const char* name : {"NPM_TOKEN", "NODE_AUTH_TOKEN"}) {
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
            secrets.emplace_back(value);
    }
    return secrets;
}

std::vector<fs::path> npmNeeds()
{
    std::vector<fs::path> needed;
    std::error_code error;
    for (const char* name : {"npm", "node"}) {
        const fs::path program = findProgram(name);
        const fs::path prefix = program.parent_path().parent_path();
        const fs::path real = fs::canonical(program, error);
        if (!program.empty() && real.string().starts_with(prefix.string() + "/") && prefix.has_relative_path())
            needed.push_back(prefix);
    }
    const fs::path names = fs::canonical("/etc/resolv.conf", error);
    if (!error)
        needed.push_back(names);
    return needed;
}

bool hasNpm()
{
    return !findProgram("npm").empty() && !findProgram("node").empty();
}

} // namespace signalbox::local
