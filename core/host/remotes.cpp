// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/remotes.h"

#include "core/base/digest.h"
#include "core/host/secrets.h"
#include "core/local/files.h"

#include <fstream>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;

Result<net::GitHubPlace> placeFor(const RemoteLine& remote)
{
    net::GitHubPlace place{.api = remote.api, .repository = remote.repository, .token = {}, .tokenFrom = {}};
    std::vector<std::string> names{remote.token};
    if (remote.token.empty())
        names = {"GH_TOKEN", "GITHUB_TOKEN"};
    place.tokenFrom = names.front();
    for (const std::string& name : names) {
        auto secret = secretNamed(name);
        if (!secret)
            return secret.error();
        if (secret->empty())
            continue;
        place.token = *std::move(secret);
        place.tokenFrom = name;
        break;
    }
    return place;
}

} // namespace

Remotes::Remotes(SharedWorkspace& workspace, const Clock& clock)
    : m_workspace(workspace),
      m_clock(clock),
      m_outgoing(clock),
      m_github({m_outgoing.client(), clock, [this](const std::string& line) { return placeOf(line); }})
{
}

Result<net::GitHubPlace> Remotes::placeOf(const std::string& line) const
{
    const auto workspace = m_workspace.now();
    const auto at = workspace->remotes.find(line);
    if (at == workspace->remotes.end())
        return Error{ErrorCode::NotFound, "no line \"" + line + "\" on a server in " + workspace->store.string()};
    return placeFor(at->second);
}

Result<void> Remotes::tryOut(const RemoteLine& remote)
{
    net::GitHubCi github({m_outgoing.client(), m_clock, [&](const std::string&) { return placeFor(remote); }});
    const auto newest = github.newest(remote.repository, 1, {});
    return newest ? Result<void>() : Result<void>(newest.error());
}

Result<PolicyFile> Remotes::policyFile(const std::string& line)
{
    auto yaml = m_github.file(line, "signalbox.yaml", {});
    if (!yaml) // whatever it is: rules that are not seen are not taken for rules that are not there
        return yaml.error();
    return PolicyFile{"signalbox.yaml of " + line, *std::move(yaml)};
}

Result<fs::path> Remotes::logFile(const ci::RunRef& run, const std::string& job, int attempt)
{
    const auto workspace = m_workspace.now();
    const fs::path folder = workspace->store.parent_path() / (workspace->store.stem().string() + ".logs");
    const std::string name
        = digestHex(run.line + '\n' + run.number + '\n' + std::to_string(attempt) + '\n' + job).substr(0, 32);
    const fs::path file = folder / (name + ".log");
    std::error_code error;
    if (fs::exists(file, error))
        return file;
    if (auto made = local::makeFolder(folder); !made)
        return made.error();
    const fs::path fresh = local::freshName(folder);
    std::ofstream out(fresh, std::ios::binary);
    fs::permissions(fresh, fs::perms::owner_read | fs::perms::owner_write, error);
    auto read = m_github.readLog(run, job, attempt, [&out](std::string_view piece) { out << piece; }, {});
    out.close();
    if (read && !out)
        read = local::ioError(fresh);
    if (read)
        fs::rename(fresh, file, error);
    if (!read || error) {
        fs::remove(fresh, error);
        return read ? local::ioError(file) : read.error();
    }
    return file;
}

} // namespace signalbox::host
