// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/git.h"

#include "core/base/redaction.h"
#include "core/local/files.h"
#include "core/local/process.h"

#include <algorithm>
#include <cstdlib>

namespace signalbox::local {

namespace {

namespace fs = std::filesystem;

constexpr Milliseconds kUsual{60'000};
constexpr Milliseconds kFetchLimit{600'000};

Result<ProcessResult> runGit(const fs::path& folder, std::vector<std::string> arguments, std::stop_token stop,
                             const Environment& more = {}, Milliseconds timeLimit = kUsual)
{
    std::vector<std::string> all{"git", "-c", "core.fsync=none"}; // what it writes can be made again
    std::ranges::move(arguments, std::back_inserter(all));
    Environment environment = allowedEnvironment();
    environment.merge(Environment{{"GIT_TERMINAL_PROMPT", "0"},
                                  {"GIT_OPTIONAL_LOCKS", "0"},
                                  {"GIT_LFS_SKIP_SMUDGE", "1"},
                                  {"GIT_CEILING_DIRECTORIES", folder.parent_path()}});
    for (const auto& [name, value] : more)
        environment[name] = value;
    environment["LANG"] = "C.UTF-8"; // its messages are recognised below
    return runProcess(
        {.arguments = std::move(all), .folder = folder, .environment = std::move(environment), .timeLimit = timeLimit},
        stop);
}

std::string firstLine(const std::string& text)
{
    std::string line = text.substr(0, text.find('\n'));
    return line.starts_with("fatal: ") ? line.substr(7) : line;
}

/// What git said; the address of a remote in it may hold a password.
std::string complaint(const ProcessResult& done)
{
    return Redactor().redact(firstLine(done.err)).text;
}

std::vector<std::string> lines(const std::string& text)
{
    std::vector<std::string> found;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        found.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return found;
}

Error notARepository(const fs::path& folder)
{
    return {ErrorCode::InvalidInput, folder.string() + " is not a git repository"};
}

/// A name that git could take for an option or for more than one commit is refused.
bool isPlainName(const std::string& name)
{
    return !name.empty() && name.front() != '-' && name.find("..") == std::string::npos
        && std::ranges::all_of(name,
                               [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != ':' && c != '^'; });
}

bool isCommit(const std::string& name)
{
    return (name.size() == 40 || name.size() == 64) && name.find_first_not_of("0123456789abcdef") == std::string::npos;
}

Error failed(const fs::path& folder, const ProcessResult& done)
{
    return {ErrorCode::Io, folder.string() + ": git: " + complaint(done)};
}

Result<void> step(const fs::path& folder, std::vector<std::string> arguments, const std::stop_token& stop)
{
    const auto done = runGit(folder, std::move(arguments), stop);
    if (!done)
        return done.error();
    return done->exitCode == 0 ? Result<void>() : failed(folder, *done);
}

Result<void> begin(const fs::path& folder, const std::stop_token& stop)
{
    if (auto made = makeFolder(folder); !made)
        return made;
    return step(folder, {"init", "-q", "--template=", "."}, stop);
}

std::vector<std::string> fetching(const std::string& origin, const std::string& commit, bool shallow)
{
    std::vector<std::string> words{"-c", "protocol.version=2", "fetch", "-q", "--no-tags", "--no-recurse-submodules"};
    if (shallow)
        words.emplace_back("--depth=1");
    words.push_back(origin);
    words.push_back(commit);
    return words;
}

Result<void> checkOut(const fs::path& folder, const std::string& commit, const std::stop_token& stop)
{
    return step(
        folder,
        {"-c", "advice.detachedHead=false", "-c", "core.hooksPath=/dev/null", "checkout", "-q", "--detach", commit},
        stop);
}

/// Who asks stays with the server that is asked: it leads nowhere else, and no program is asked for another password.
Environment asking(const GitRemote& remote)
{
    Environment environment{{"GIT_ALLOW_PROTOCOL", "http:https"},         {"GIT_CONFIG_COUNT", "3"},
                            {"GIT_CONFIG_KEY_0", "http.followRedirects"}, {"GIT_CONFIG_VALUE_0", "false"},
                            {"GIT_CONFIG_KEY_1", "credential.helper"},    {"GIT_CONFIG_VALUE_1", ""},
                            {"GIT_CONFIG_KEY_2", "http.extraHeader"},     {"GIT_CONFIG_VALUE_2", remote.authorization}};
    for (const char* name : {"HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy",
                             "SSL_CERT_FILE", "SSL_CERT_DIR", "GIT_SSL_CAINFO"}) {
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
            environment[name] = value;
    }
    return environment;
}

} // namespace

Result<std::string> Git::read(std::vector<std::string> arguments, std::stop_token stop,
                              const Environment& environment) const
{
    std::error_code error;
    if (!fs::is_directory(m_repository, error))
        return Error{ErrorCode::InvalidInput, m_repository.string() + ": no such folder"};
    auto done = runGit(m_repository, std::move(arguments), stop, environment);
    if (!done)
        return done.error();
    if (done->exitCode == 0)
        return std::move(done->out);
    if (done->err.find("not a git repository") != std::string::npos)
        return notARepository(m_repository);
    return Error{ErrorCode::Io, m_repository.string() + ": git: " + complaint(*done)};
}

Result<Commit> Git::commit(const std::string& name, std::stop_token stop) const
{
    const Error unknown{ErrorCode::InvalidInput, m_repository.string() + " has no commit or branch " + name};
    if (!isPlainName(name))
        return unknown;
    const auto branches = read({"for-each-ref", "--format=%(refname:short)", "refs/heads/" + name}, stop);
    if (!branches)
        return branches.error();
    const auto names = lines(*branches);
    const bool isBranch = std::ranges::find(names, name) != names.end();
    const auto found = read({"log", "-1", "--no-show-signature", "--format=%H%n%an",
                             (isBranch ? "refs/heads/" + name : name) + "^{commit}", "--"},
                            stop);
    if (!found)
        return found.error().code == ErrorCode::Io ? unknown : found.error();
    const auto parts = lines(*found);
    if (parts.size() < 2)
        return unknown;
    Commit commit{.id = parts[0], .author = neutralise(parts[1]), .branch = name};
    if (isBranch)
        return commit;
    auto branch = branchWith(commit.id, stop);
    if (!branch)
        return branch.error();
    commit.branch = *std::move(branch);
    return commit;
}

Result<std::string> Git::branchWith(const std::string& commit, std::stop_token stop) const
{
    const auto branches = read({"for-each-ref", "--contains", commit, "--format=%(refname:short)", "refs/heads"}, stop);
    if (!branches)
        return branches.error();
    const auto names = lines(*branches);
    const auto usual = defaultBranch(stop);
    if (usual && std::ranges::find(names, *usual) != names.end())
        return *usual;
    return names.empty() ? std::string() : names.front();
}

Result<std::string> Git::defaultBranch(std::stop_token stop) const
{
    const auto listed = read(
        {"for-each-ref", "--format=%(refname:short) %(symref:short)", "refs/heads", "refs/remotes/origin/HEAD"}, stop);
    if (!listed)
        return listed.error();
    std::vector<std::string> branches;
    std::string remote; // "origin/main"
    for (const std::string& line : lines(*listed)) {
        const std::size_t gap = line.find(' ');
        if (line.compare(gap + 1, 7, "origin/") == 0)
            remote = line.substr(gap + 8);
        else
            branches.push_back(line.substr(0, gap));
    }
    for (const std::string& usual : {remote, std::string("main"), std::string("master")}) {
        if (std::ranges::find(branches, usual) != branches.end())
            return usual;
    }
    if (branches.size() == 1)
        return branches.front();
    return Error{ErrorCode::InvalidInput,
                 m_repository.string()
                     + (branches.empty() ? " has no commit yet" : " has no branch main or master, and several others")};
}

Result<std::string> Git::fileAt(const std::string& commit, const std::string& path, std::stop_token stop) const
{
    if (!isPlainName(commit))
        return Error{ErrorCode::InvalidInput, m_repository.string() + " has no commit or branch " + commit};
    auto content = read({"cat-file", "blob", commit + ":" + path}, stop);
    if (!content && content.error().code == ErrorCode::Io)
        return Error{ErrorCode::NotFound, m_repository.string() + " has no file " + path + " at " + commit};
    return content;
}

Result<std::string> Git::fileAtDefaultBranch(const std::string& path, std::stop_token stop) const
{
    const auto branch = defaultBranch(stop);
    if (!branch)
        return branch.error();
    return fileAt("refs/heads/" + *branch, path, stop);
}

Result<std::string> Git::origin(std::stop_token stop) const
{
    const auto told = read({"config", "--local", "--get", "remote.origin.url"}, stop);
    return told ? firstLine(*told) : told;
}

Result<void> Git::introduce(const Introduction& as, std::stop_token stop) const
{
    if (!isPlainName(as.defaultBranch) || (!as.branch.empty() && !isPlainName(as.branch)))
        return Error{ErrorCode::InvalidInput, "no branch can be called " + as.branch};
    const std::string theirs = "refs/remotes/origin/" + as.defaultBranch;
    std::vector<std::vector<std::string>> steps{{"update-ref", theirs, as.commit},
                                                {"symbolic-ref", "refs/remotes/origin/HEAD", theirs},
                                                {"config", "remote.origin.url", as.origin},
                                                {"config", "user.name", "Signalbox"},
                                                {"config", "user.email", "signalbox@localhost"}};
    if (!as.branch.empty()) {
        steps.push_back({"update-ref", "refs/heads/" + as.branch, as.commit});
        steps.push_back({"symbolic-ref", "HEAD", "refs/heads/" + as.branch});
    }
    for (std::vector<std::string>& words : steps) {
        if (const auto done = read(std::move(words), stop); !done)
            return done.error();
    }
    return {};
}

Result<std::string> Git::propose(const Proposal& proposal, std::stop_token stop) const
{
    if (!isPlainName(proposal.branch))
        return Error{ErrorCode::InvalidInput, "no branch can be called " + proposal.branch};
    const auto usual = defaultBranch(stop);
    if (!usual)
        return usual.error();
    const auto base = commit(*usual, stop);
    const auto named = read({"config", "--get", "user.email"}, stop);
    if (!base)
        return base.error();
    std::error_code error;
    const fs::path folder = freshName(fs::temp_directory_path(error));
    if (auto made = makeFolder(folder); !made)
        return made.error();
    Environment environment{{"GIT_INDEX_FILE", (folder / "index").string()}};
    if (!named) {
        for (const char* who : {"GIT_AUTHOR", "GIT_COMMITTER"}) {
            environment[std::string(who) + "_NAME"] = proposal.author;
            environment[std::string(who) + "_EMAIL"] = proposal.author + "@localhost";
        }
    }
    auto written = createFile(folder / "content", proposal.content);
    auto made = written ? commitFile(proposal, base->id, folder / "content", environment, stop)
                        : Result<std::string>(written.error());
    static_cast<void>(removeTree(folder)); // of temporary files
    if (!made)
        return made;
    const auto put = read({"-c", "core.hooksPath=/dev/null", "update-ref", "refs/heads/" + proposal.branch, *made,
                           std::string(made->size(), '0')},
                          stop);
    if (!put)
        return Error{ErrorCode::Conflict, m_repository.string() + " has a branch " + proposal.branch + " already"};
    return made;
}

Result<std::string> Git::commitFile(const Proposal& proposal, const std::string& base, const fs::path& content,
                                    const Environment& environment, std::stop_token stop) const
{
    const auto blob = read({"hash-object", "-w", "--no-filters", content.string()}, stop);
    if (!blob)
        return blob;
    if (auto begun = read({"read-tree", base}, stop, environment); !begun)
        return begun;
    const std::string entry = "100644," + firstLine(*blob) + "," + proposal.path;
    if (auto added = read({"update-index", "--add", "--cacheinfo", entry}, stop, environment); !added)
        return added;
    const auto tree = read({"write-tree"}, stop, environment);
    if (!tree)
        return tree;
    const auto made = read({"commit-tree", firstLine(*tree), "-p", base, "-m", proposal.message}, stop, environment);
    return made ? Result<std::string>(firstLine(*made)) : made;
}

Result<void> Git::snapshot(const std::string& commit, const fs::path& folder, std::stop_token stop) const
{
    std::error_code error;
    const fs::path origin = fs::absolute(m_repository, error);
    if (auto begun = begin(folder, stop); !begun)
        return begun;
    // A shallow fetch and no clone: hard-linked objects could be damaged by a job, shared ones would be out of its
    // sight.
    const auto fetched = runGit(folder, fetching(origin.string(), commit, true), stop);
    if (!fetched)
        return fetched.error();
    return fetched->exitCode == 0 ? checkOut(folder, commit, stop) : failed(folder, *fetched);
}

Result<void> Git::fetch(const GitRemote& remote, const std::string& commit, const fs::path& folder,
                        std::stop_token stop)
{
    if (!isCommit(commit))
        return Error{ErrorCode::InvalidInput, "\"" + commit + "\" is no id of a commit"};
    if (auto begun = begin(folder, stop); !begun)
        return begun;
    const Environment who = asking(remote);
    auto fetched = runGit(folder, fetching(remote.url, commit, true), stop, who, kFetchLimit);
    if (fetched && fetched->err.find("does not support shallow") != std::string::npos) // a server of plain files
        fetched = runGit(folder, fetching(remote.url, commit, false), stop, who, kFetchLimit);
    if (!fetched)
        return fetched.error();
    if (fetched->exitCode == 0)
        return checkOut(folder, commit, stop);
    const bool isUnknown = fetched->err.find("not our ref") != std::string::npos
        || fetched->err.find("unable to find") != std::string::npos
        || fetched->err.find("not found") != std::string::npos;
    return Error{isUnknown ? ErrorCode::NotFound : ErrorCode::Network,
                 remote.url + ": git: commit " + commit + " cannot be fetched: " + complaint(*fetched)};
}

} // namespace signalbox::local
