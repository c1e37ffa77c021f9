// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/gitlabcilocal.h"

#include "core/base/json.h"
#include "core/line/gitlabjobs.h"
#include "core/local/files.h"

#include <nlohmann/json.hpp>

#include <charconv>

namespace signalbox::local {

namespace {

namespace fs = std::filesystem;

constexpr int kOldestNode = 22;
constexpr std::size_t kMaxManifest = 1024 * 1024;
constexpr Milliseconds kPatience{10'000};
constexpr const char* kNowhere = "http://127.0.0.1:9"; // the port of discard: refused at once

Error missing(const std::string& what, const std::string& remedy)
{
    return {ErrorCode::Io, ".gitlab-ci.yml is run by gitlab-ci-local, and " + what + "; " + remedy};
}

/// "v22.23.3".
int majorOf(std::string_view version)
{
    int major = 0;
    version.remove_prefix(version.starts_with('v') ? 1 : 0);
    std::from_chars(version.data(), version.data() + version.size(), major);
    return major;
}

Result<fs::path> findNode()
{
    const std::string remedy = "install Node.js 22 or later, from nodejs.org or by a version manager";
    const fs::path node = findProgram("node");
    if (node.empty())
        return missing("node is not in PATH", remedy);
    const auto told = runProcess(
        {.arguments = {node, "--version"}, .folder = "/", .environment = allowedEnvironment(), .timeLimit = kPatience},
        {});
    if (!told)
        return told.error();
    const std::string version = told->out.substr(0, told->out.find('\n'));
    if (told->exitCode != 0 || majorOf(version) < kOldestNode)
        return missing(node.string() + " is " + (version.empty() ? "no Node.js" : version), remedy);
    return node;
}

std::string versionIn(const fs::path& package)
{
    const auto text = readFile(package / "package.json", kMaxManifest);
    const auto json = text ? parseJson(*text) : Result<Json>(text.error());
    return json ? fieldOr<std::string>(*json, "version", "") : std::string();
}

} // namespace

Result<GitLabCiLocal> GitLabCiLocal::find()
{
    const fs::path found = findProgram("gitlab-ci-local");
    if (found.empty())
        return missing("it is not in PATH", "install it: npm install -g gitlab-ci-local");
    if (findProgram("rsync").empty())
        return missing("rsync is not in PATH", "install rsync, for example the package rsync");
    std::error_code error;
    const fs::path program = fs::canonical(found, error);
    GitLabCiLocal tool;
    tool.m_files = {program};
    tool.m_command = {program};
    if (program.extension() != ".js") // one that brings its Node.js along
        return tool;
    const auto node = findNode();
    if (!node)
        return node.error();
    const fs::path realNode = fs::canonical(*node, error);
    const fs::path package = program.parent_path().parent_path(); // PACKAGE/dist/index.js
    tool.m_version = versionIn(package);
    tool.m_files = {realNode, tool.m_version.empty() ? program : package};
    tool.m_command = {realNode, program};
    return tool;
}

std::vector<std::string> GitLabCiLocal::listJobs() const
{
    std::vector<std::string> words = m_command;
    // Nobody knows here what a push has changed; GitLab takes everything for changed then.
    for (const char* word : {"--no-color", "--list-json", "--file=.gitlab-ci.yml", "--no-evaluate-rule-changes"})
        words.emplace_back(word);
    words.push_back("--state-dir=" + std::string(line::kGitLabStateFolder));
    return words;
}

std::vector<std::string> GitLabCiLocal::runJob(const std::string& job, const fs::path& checkout, bool hasImage) const
{
    std::vector<std::string> words = m_command;
    for (const char* word : {"--no-color", "--file=.gitlab-ci.yml", "--no-evaluate-rule-changes",
                             "--no-json-schema-validation", "--force-shell-executor"})
        words.emplace_back(word);
    words.push_back("--state-dir=" + std::string(line::kGitLabStateFolder));
    if (hasImage) { // it would take the folder that a container has
        words.push_back("--variable=CI_PROJECT_DIR=" + checkout.string());
        words.emplace_back("--ignore-predefined-vars=CI_PROJECT_DIR");
    }
    words.push_back("--job=" + job); // what stands behind "--" would be passed over, and all jobs be run
    return words;
}

Environment GitLabCiLocal::offline(Environment environment)
{
    for (const char* name : {"HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"})
        environment[name] = kNowhere;
    environment["GIT_ALLOW_PROTOCOL"] = "none";
    environment["GIT_SSH_COMMAND"] = "false";
    return environment;
}

} // namespace signalbox::local
