// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/sharedworkspace.h"

#include "core/host/fileturn.h"
#include "core/host/forges.h"
#include "core/local/files.h"
#include "core/local/localci.h"
#include "core/net/forgeapi.h"
#include "core/net/httpaddress.h"

#include <algorithm>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;

/// A repository is taken only where its default branch has a pipeline that can be run.
Result<void> tested(const fs::path& repository)
{
    const auto pipeline = local::pipelineFileIn(repository, {});
    if (pipeline)
        return {};
    if (pipeline.error().code == ErrorCode::NotFound)
        return Error{ErrorCode::InvalidInput,
                     repository.string()
                         + " has no signalbox.yaml on its default branch, nor a .gitlab-ci.yml; commit one, then add "
                           "it again"};
    return Error{pipeline.error().code, repository.string() + ": " + pipeline.error().detail};
}

Result<void> add(Workspace& workspace, const std::string& name, const fs::path& repository)
{
    if (const auto known = workspace.lines.find(name); known != workspace.lines.end()) {
        const bool same = known->second == repository;
        return Error{ErrorCode::InvalidInput,
                     same ? "the line " + name + " is there already"
                          : "another line is called " + name + ", in " + known->second.string()
                             + "; rename one of the folders"};
    }
    if (name.starts_with('.'))
        return Error{ErrorCode::InvalidInput, "a line cannot be called " + name + "; rename the folder"};
    if (auto good = tested(repository); !good)
        return good;
    workspace.lines.emplace(name, repository);
    return {};
}

/// Whichever form of its address each has.
bool isSameServer(const RemoteLine& one, const RemoteLine& other)
{
    const Forge* const forge = forgeOf(one.provider);
    return forge && one.provider == other.provider && forge->webOf(one.api) == forge->webOf(other.api);
}

} // namespace

SharedWorkspace::SharedWorkspace(Workspace workspace) : m_now(std::make_shared<const Workspace>(std::move(workspace)))
{
}

std::shared_ptr<const Workspace> SharedWorkspace::now() const
{
    const std::lock_guard lock(m_mutex);
    return m_now;
}

Result<fs::path> SharedWorkspace::folderOf(const std::string& line) const
{
    const auto workspace = now();
    const auto at = workspace->lines.find(line);
    if (const auto remote = workspace->remotes.find(line); remote != workspace->remotes.end())
        return Error{ErrorCode::InvalidInput, line + " is on " + remote->second.api + ", not in a folder here"};
    if (at == workspace->lines.end())
        return Error{ErrorCode::NotFound, "no line \"" + line + "\" in " + workspace->store.string()};
    return at->second;
}

bool SharedWorkspace::heals(const std::string& line) const
{
    const auto workspace = now();
    const auto remote = workspace->remotes.find(line);
    return remote == workspace->remotes.end() || remote->second.heals;
}

Result<void> SharedWorkspace::readAgain()
{
    const std::lock_guard changing(m_changing);
    auto fresh = Workspace::load(now()->store.string());
    if (!fresh)
        return fresh.error();
    publish(*std::move(fresh));
    return {};
}

Result<std::string> SharedWorkspace::addLine(const fs::path& repository)
{
    std::error_code error;
    const fs::path folder = fs::canonical(repository, error);
    if (error)
        return Error{ErrorCode::NotFound, "cannot read " + repository.string() + ": " + error.message()};
    const std::string name = folder.filename().string();
    const auto added = change([&](Workspace& changed) { return add(changed, name, folder); });
    return added ? Result<std::string>(name) : added.error();
}

Result<void> SharedWorkspace::addFolder(const std::string& name, const fs::path& folder, Keep keep)
{
    return change(
        [name, folder](Workspace& changed) -> Result<void> {
            const auto [known, isNew] = changed.lines.emplace(name, folder);
            if (!isNew && known->second != folder)
                return Error{ErrorCode::InvalidInput,
                             "line " + name + " is " + known->second.string() + " already; rename one of the folders"};
            return {};
        },
        keep);
}

Result<void> SharedWorkspace::addRemote(const RemoteLine& remote, Keep keep)
{
    return change(
        [remote](Workspace& changed) -> Result<void> {
            if (changed.has(remote.repository))
                return Error{ErrorCode::InvalidInput, "the line " + remote.repository + " is there already"};
            const auto same = std::ranges::find_if(
                changed.remotes, [&](const auto& known) { // a server takes both for one
                    return isSameServer(known.second, remote) && net::isSameRepository(known.first, remote.repository);
                });
            if (same != changed.remotes.end())
                return Error{ErrorCode::InvalidInput, remote.repository + " is watched already, as " + same->first};
            changed.remotes.emplace(remote.repository, remote);
            return {};
        },
        keep);
}

Result<void> SharedWorkspace::changeRemotes(const std::function<Result<void>(Remotes&)>& edit)
{
    return change([&](Workspace& changed) { return edit(changed.remotes); });
}

Result<void> SharedWorkspace::removeLine(const std::string& line)
{
    return change([&](Workspace& changed) -> Result<void> {
        if (changed.lines.erase(line) + changed.remotes.erase(line) == 0)
            return Error{ErrorCode::NotFound, "no line \"" + line + "\" in " + changed.store.string()};
        return {};
    });
}

Result<void> SharedWorkspace::addReceiver(const std::string& name, const notify::Receiver& receiver)
{
    return change([&](Workspace& changed) -> Result<void> {
        if (!changed.receivers.emplace(name, receiver).second)
            return Error{ErrorCode::InvalidInput,
                         "there is a receiver " + name + " already; remove it, or name another"};
        return {};
    });
}

Result<void> SharedWorkspace::removeReceiver(const std::string& name)
{
    return change([&](Workspace& changed) -> Result<void> {
        if (changed.receivers.erase(name) == 0)
            return Error{ErrorCode::NotFound, "there is no receiver " + name + " in " + changed.file().string()};
        return {};
    });
}

Result<void> SharedWorkspace::keepCheckpoints(int days)
{
    return change([days](Workspace& changed) -> Result<void> {
        if (days < 0 || days > Workspace::kMostDays)
            return Error{ErrorCode::InvalidInput,
                         "checkpoints are kept from 0 days, which is for ever, to "
                             + std::to_string(Workspace::kMostDays)};
        changed.keepCheckpointsDays = days;
        return {};
    });
}

Result<void> SharedWorkspace::useModel(const model::Settings& settings)
{
    return change([&](Workspace& changed) -> Result<void> {
        changed.model = settings;
        return {};
    });
}

Result<void> SharedWorkspace::receiveWebhooks(const Listening& where)
{
    return change([&](Workspace& changed) -> Result<void> {
        if (const auto address = net::httpAddress(where.address); where.on && !address)
            return address.error();
        changed.webhooks = where;
        return {};
    });
}

Result<std::vector<std::string>> SharedWorkspace::importLines(const fs::path& file)
{
    const auto other = Workspace::read(file);
    if (!other)
        return other.error();
    if (other->lines.empty())
        return Error{ErrorCode::InvalidInput, file.string() + " names no lines"};
    std::vector<std::string> names;
    const auto imported = change([&](Workspace& changed) -> Result<void> {
        if (changed.lines.empty())
            changed.name = other->name;
        for (const auto& [name, folder] : other->lines) {
            if (auto added = add(changed, name, folder); !added)
                return added.error();
            names.push_back(name);
        }
        return {};
    });
    return imported ? Result<std::vector<std::string>>(std::move(names)) : imported.error();
}

Result<void> SharedWorkspace::change(Edit edit, Keep keep)
{
    const std::lock_guard changing(m_changing);
    if (keep == Keep::ForNow) {
        Workspace changed = *now();
        if (auto edited = edit(changed); !edited)
            return edited;
        m_forNow.push_back(std::move(edit));
        const std::lock_guard lock(m_mutex);
        m_now = std::make_shared<const Workspace>(std::move(changed));
        return {};
    }
    const auto before = now();
    if (auto made = local::makeFolder(before->store.parent_path()); !made)
        return made;
    const auto turn = turnAt(before->file());
    if (!turn)
        return turn.error();
    auto changed = Workspace::load(before->store.string()); // with what another program has saved meanwhile
    if (!changed)
        return changed.error();
    if (auto edited = edit(*changed); !edited)
        return edited;
    if (auto saved = changed->save(); !saved)
        return saved;
    publish(*std::move(changed));
    return {};
}

void SharedWorkspace::publish(Workspace saved)
{
    for (const Edit& edit : m_forNow)
        static_cast<void>(edit(saved)); // where it has been saved meanwhile, it is there
    const std::lock_guard lock(m_mutex);
    m_now = std::make_shared<const Workspace>(std::move(saved));
}

} // namespace signalbox::host
