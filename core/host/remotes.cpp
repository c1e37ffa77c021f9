// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/remotes.h"

#include "core/base/digest.h"
#include "core/local/files.h"

#include <algorithm>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;

/// What a kill has left, and what was fetched longer ago than anything is kept.
void sweep(const fs::path& folder, int keepDays)
{
    constexpr std::chrono::hours kUnfinished{1}; // no log takes so long to fetch
    const auto now = fs::file_time_type::clock::now();
    std::error_code error;
    for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator(); at.increment(error)) {
        std::error_code unreadable;
        const auto age = now - at->last_write_time(unreadable);
        const bool isUnfinished = at->path().filename().string().starts_with(".new-");
        const bool isOld = isUnfinished ? age > kUnfinished : keepDays > 0 && age > keepDays * std::chrono::hours(24);
        if (!unreadable && isOld)
            fs::remove(at->path(), unreadable);
    }
}

} // namespace

Remotes::Remotes(SharedWorkspace& workspace, const Clock& clock)
    : m_workspace(workspace),
      m_clock(clock),
      m_outgoing(clock),
      m_apps(std::make_unique<AppTokens>(m_outgoing.client(), clock)),
      m_github({m_outgoing.client(), clock, [this](const std::string& line) { return placeOf(line); }}),
      m_gitlab({m_outgoing.client(), [this](const std::string& line) { return placeOf(line); }}),
      m_githubGates(m_outgoing.client(), [this](const std::string& line) { return placeOf(line); },
                    {.id = AppTokens::app(), .placeOf = [this](const std::string& line) { return appPlaceOf(line); }}),
      m_gitlabGates(m_outgoing.client(), [this](const std::string& line) { return placeOf(line); }),
      m_gates([this](const std::string& line) -> ci::Gate& {
          return forge(line).isGitLab ? static_cast<ci::Gate&>(m_gitlabGates) : m_githubGates;
      })
{
}

ci::RemoteSystem& Remotes::of(const std::string& line)
{
    if (forge(line).isGitLab)
        return m_gitlab;
    return m_github;
}

const Forge& Remotes::forge(const std::string& line) const
{
    const auto workspace = m_workspace.now();
    const auto at = workspace->remotes.find(line);
    return *forgeOf(at == workspace->remotes.end() ? RemoteLine().provider : at->second.provider);
}

Result<RemoteLine> Remotes::remoteOf(const std::string& line) const
{
    const auto workspace = m_workspace.now();
    const auto at = workspace->remotes.find(line);
    if (at == workspace->remotes.end())
        return Error{ErrorCode::NotFound, "no line \"" + line + "\" on a server in " + workspace->store.string()};
    return at->second;
}

Result<net::ForgePlace> Remotes::placeOf(const std::string& line) const
{
    const auto remote = remoteOf(line);
    return remote ? placeFor(*remote) : remote.error();
}

/// As the App, whoever else asks for the line.
Result<net::ForgePlace> Remotes::appPlaceOf(const std::string& line) const
{
    const auto remote = remoteOf(line);
    return remote ? appPlaceFor(*remote) : remote.error();
}

/// Of a line that names no variable of its own, an App comes first.
Result<net::ForgePlace> Remotes::placeFor(const RemoteLine& remote) const
{
    if (forgeOf(remote.provider)->isGitLab || !remote.token.empty() || !AppTokens::areWanted())
        return host::placeFor(remote);
    return appPlaceFor(remote);
}

Result<net::ForgePlace> Remotes::appPlaceFor(const RemoteLine& remote) const
{
    auto token = m_apps->tokenFor(remote.api, remote.repository);
    if (!token)
        return token.error();
    return net::ForgePlace{.api = remote.api,
                           .repository = remote.repository,
                           .token = *std::move(token),
                           .tokenFrom = AppTokens::kKey,
                           .another = [this, remote](const std::string& refused) {
                               return m_apps->another(refused, remote.api, remote.repository);
                           }};
}

Result<std::vector<net::RulesThere>> Remotes::rulesOfOthers(const std::string& line) const
{
    if (forge(line).isGitLab)
        return std::vector<net::RulesThere>();
    return m_githubGates.rulesOfOthers(line, {});
}

Result<PolicyFile> Remotes::policyFile(const std::string& line)
{
    auto yaml = of(line).file(line, "signalbox.yaml", {});
    if (!yaml) // whatever it is: rules that are not seen are not taken for rules that are not there
        return yaml.error();
    return PolicyFile{"signalbox.yaml of " + line, *std::move(yaml)};
}

LogReader Remotes::readerOf(const LogName& log)
{
    return [this, log](const std::function<void(std::string_view)>& sink, std::stop_token stop) {
        return of(log.run.line).readLog(log.run, log.job, log.attempt, sink, std::move(stop));
    };
}

/// Whether it grows, and can be read meanwhile.
Result<bool> Remotes::grows(const LogName& log)
{
    if (!of(log.run.line).growsLogs())
        return false;
    const auto run = of(log.run.line).run(log.run, {});
    if (!run)
        return run.error();
    return std::ranges::any_of(run->jobs, [&](const ci::Job& job) {
        return job.name == log.job && job.attempt == log.attempt && job.phase == ci::Phase::Running;
    });
}

Result<fs::path> Remotes::logFile(const ci::RunRef& run, const std::string& job, int attempt)
{
    const auto workspace = m_workspace.now();
    const fs::path folder = workspace->fetchedLogs();
    const std::string name
        = digestHex(run.line + '\n' + run.number + '\n' + std::to_string(attempt) + '\n' + job).substr(0, 32);
    const fs::path file = folder / (name + ".log");
    std::error_code error;
    if (fs::exists(file, error))
        return file;
    if (auto growing = m_growing.find(file))
        return *std::move(growing);
    if (auto made = local::makeFolder(folder); !made)
        return made.error();
    sweep(folder, workspace->keepCheckpointsDays);
    const LogName log{run, job, attempt};
    const auto goesOn = grows(log);
    if (!goesOn)
        return goesOn.error();
    if (*goesOn)
        return m_growing.follow(file, readerOf(log));
    const fs::path fresh = local::freshName(folder);
    const auto written = writeLog(fresh, readerOf(log), {});
    if (written)
        fs::rename(fresh, file, error);
    if (!written || error) {
        const Error fault = written ? Error{ErrorCode::Io, file.string() + ": " + error.message()} : written.error();
        fs::remove(fresh, error);
        return fault;
    }
    return file;
}

} // namespace signalbox::host
