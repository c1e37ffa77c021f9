// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/remotechanges.h"

#include "core/host/forges.h"
#include "core/line/gitlabjobs.h"
#include "core/local/files.h"
#include "core/local/git.h"
#include "core/local/npmproject.h"

#include <QByteArray>

#include <algorithm>
#include <deque>
#include <iterator>
#include <set>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 50; // of one pipeline
constexpr std::size_t kMostBytes = 1024 * 1024;

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

/// Of a file that stands in the tree itself: behind a link, a change would not be where it is offered.
Result<std::string> contentIn(const fs::path& tree, const std::string& path)
{
    std::error_code error;
    const fs::path root = fs::canonical(tree, error);
    const fs::path file = error ? fs::path() : fs::canonical(root / fs::path(path).relative_path(), error);
    const bool isInside = !error && std::ranges::search(file, root).begin() == file.begin();
    if (!isInside || !fs::is_regular_file(file, error))
        return Error{ErrorCode::NotFound, path + " is no file of the repository"};
    if (file != (root / fs::path(path).relative_path()).lexically_normal())
        return Error{ErrorCode::InvalidInput, path + " is behind a link: what it leads to is a person's to change"};
    if (fs::file_size(file, error) > kMostBytes)
        return Error{ErrorCode::InvalidInput, path + " is larger than 1 MiB"};
    return local::readFile(file, kMostBytes);
}

std::vector<std::string> ledTo(const std::string& content, line::PipelineDialect dialect)
{
    if (dialect == line::PipelineDialect::GitHub)
        return line::calledWorkflows(content);
    auto files = line::localIncludes(content);
    auto* paths = std::get_if<std::vector<std::string>>(&files);
    return paths != nullptr ? std::move(*paths) : std::vector<std::string>();
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

Result<void> RemoteChanges::fetch(RunId run, const std::string& line, const std::string& commit,
                                  std::stop_token stop) const
{
    const auto place = m_remotes.placeOf(line);
    if (!place)
        return place.error();
    const fs::path tree = treeOf(run);
    sweep(tree.parent_path());
    if (auto cleared = local::removeTree(tree); !cleared)
        return cleared.error();
    return local::Git::fetch(gitOf(m_remotes.forge(line), *place), commit, tree, std::move(stop));
}

Result<agents::ProjectTree> RemoteChanges::checkOut(RunId run, const std::string& line, const std::string& commit,
                                                    std::stop_token stop)
{
    if (auto fetched = fetch(run, line, commit, std::move(stop)); !fetched)
        return fetched.error();
    const fs::path tree = treeOf(run);
    const auto inside = local::onlyNpmProject(tree);
    if (!inside)
        return Error{inside.error().code, line + " at " + commit + ": " + inside.error().detail};
    return agents::ProjectTree{.folder = (tree / *inside).string(), .inside = *inside};
}

Result<agents::PipelineText> RemoteChanges::pipelineAt(RunId run, const ci::RunRef& of, const std::string& commit,
                                                       std::stop_token stop)
{
    agents::PipelineText text;
    const bool isGitLab = m_remotes.forge(of.line).isGitLab;
    text.dialect = isGitLab ? line::PipelineDialect::GitLab : line::PipelineDialect::GitHub;
    const auto own = deskOf(of.line).definitionOf(of, stop);
    if (!own)
        return own.error();
    if (auto fetched = fetch(run, of.line, commit, std::move(stop)); !fetched)
        return fetched.error();
    std::deque<std::string> paths{*own};
    for (std::set<std::string> seen; !paths.empty() && seen.size() < kMostFiles; paths.pop_front()) {
        if (!seen.insert(paths.front()).second)
            continue;
        auto content = contentIn(treeOf(run), paths.front());
        if (!content && seen.size() == 1)
            return Error{content.error().code, of.line + " at " + commit + ": " + content.error().detail};
        if (!content)
            continue; // what it leads to may be made by the pipeline itself
        std::ranges::move(ledTo(*content, text.dialect), std::back_inserter(paths));
        text.files.push_back({paths.front(), *std::move(content)});
    }
    if (auto gone = discard(run); !gone)
        return gone.error();
    return text;
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
