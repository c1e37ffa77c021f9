// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/remotechanges.h"

#include "core/host/forges.h"
#include "core/local/files.h"
#include "core/local/git.h"
#include "core/local/npmproject.h"

#include <QByteArray>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;

local::GitRemote gitOf(const Forge& forge, const net::ForgePlace& place)
{
    const std::string who = std::string(forge.gitUser) + ":" + place.token;
    return {.url = forge.webOf(place.api) + "/" + place.repository + ".git",
            .authorization = "Authorization: Basic " + QByteArray::fromStdString(who).toBase64().toStdString()};
}

/// What a kill has left.
void sweep(const fs::path& trees)
{
    constexpr std::chrono::hours kOld{24};
    const auto now = fs::file_time_type::clock::now();
    std::error_code error;
    for (fs::directory_iterator at(trees, error); !error && at != fs::directory_iterator(); at.increment(error)) {
        std::error_code unreadable;
        if (now - at->last_write_time(unreadable) > kOld && !unreadable)
            static_cast<void>(local::removeTree(at->path())); // it is tried again next time
    }
}

} // namespace

RemoteChanges::RemoteChanges(Remotes& remotes, const SharedWorkspace& workspace)
    : m_remotes(remotes),
      m_workspace(workspace),
      m_github(remotes.outgoing().client(), [this](const std::string& line) { return m_remotes.placeOf(line); }),
      m_gitlab(remotes.outgoing().client(), [this](const std::string& line) { return m_remotes.placeOf(line); })
{
}

ci::ChangeDesk& RemoteChanges::deskOf(const std::string& line)
{
    if (m_remotes.forge(line).isGitLab)
        return m_gitlab;
    return m_github;
}

fs::path RemoteChanges::treeOf(RunId run) const
{
    const auto workspace = m_workspace.now();
    return workspace->store.parent_path() / (workspace->store.stem().string() + ".trees") / std::to_string(run.value);
}

Result<agents::ProjectTree> RemoteChanges::checkOut(RunId run, const std::string& line, const std::string& commit,
                                                    std::stop_token stop)
{
    const auto place = m_remotes.placeOf(line);
    if (!place)
        return place.error();
    const fs::path tree = treeOf(run);
    sweep(tree.parent_path());
    if (auto cleared = local::removeTree(tree); !cleared)
        return cleared.error();
    if (auto fetched = local::Git::fetch(gitOf(m_remotes.forge(line), *place), commit, tree, std::move(stop)); !fetched)
        return fetched.error();
    const auto inside = local::onlyNpmProject(tree);
    if (!inside)
        return Error{inside.error().code, line + " at " + commit + ": " + inside.error().detail};
    return agents::ProjectTree{.folder = (tree / *inside).string(), .inside = *inside};
}

Result<void> RemoteChanges::discard(RunId run)
{
    return local::removeTree(treeOf(run));
}

Result<std::optional<ci::OfferedChange>> RemoteChanges::find(const std::string& line, const std::string& branch,
                                                             std::stop_token stop)
{
    return deskOf(line).find(line, branch, stop);
}

Result<ci::OfferedChange> RemoteChanges::offer(const ci::ChangeOffer& change, std::stop_token stop)
{
    return deskOf(change.because.line).offer(change, stop);
}

} // namespace signalbox::host
