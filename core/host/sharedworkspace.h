// SPDX-License-Identifier: GPL-3.0-or-later
// The workspace of a running program: lines can be added while agents work on others.
//
// Thread  any; what adds or reads again blocks on git and the disk
// Errors  InvalidInput (no git repository, no pipeline, a name that is taken), NotFound, Io; then nothing has changed
#pragma once

#include "core/host/workspace.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace signalbox::host {

class SharedWorkspace {
public:
    explicit SharedWorkspace(Workspace workspace);

    /// As it is now; what is added later is not in it.
    std::shared_ptr<const Workspace> now() const;
    /// The git repository of a line, or NotFound.
    Result<std::filesystem::path> folderOf(const std::string& line) const;

    /// Whether agents may change anything of a line; of one that is none, they may.
    bool heals(const std::string& line) const;

    /// Takes up what was saved since, by makeDemo() or another program.
    Result<void> readAgain();
    /// The name of the line that `repository` is from now on: that of its folder.
    Result<std::string> addLine(const std::filesystem::path& repository);
    /// Whether a line stays one after this process, or is none on disk: what is only looked at.
    enum class Keep : std::uint8_t { Saved, ForNow };
    /// A line that is on a server; called as its repository is.
    Result<void> addRemote(const RemoteLine& remote, Keep keep = Keep::Saved);
    using Remotes = std::map<std::string, RemoteLine>;
    /// Changes what is known of lines on servers, or drops some of them.
    Result<void> changeRemotes(const std::function<Result<void>(Remotes&)>& edit);
    /// The repository in `folder` by that name, without a look at its pipeline.
    Result<void> addFolder(const std::string& name, const std::filesystem::path& folder, Keep keep);
    /// Is no line any more; what was done for it stays. NotFound.
    Result<void> removeLine(const std::string& line);
    /// Is told from now on. InvalidInput where the name is taken.
    Result<void> addReceiver(const std::string& name, const notify::Receiver& receiver);
    /// Is told no longer. NotFound.
    Result<void> removeReceiver(const std::string& name);
    Result<void> keepCheckpoints(int days); // after a run has ended; 0: for ever
    /// Advises from now on; without a name, none does.
    Result<void> useModel(const model::Settings& settings);
    /// Webhooks are received there in the console, or are not. InvalidInput: that is no address.
    Result<void> receiveWebhooks(const Listening& where);
    /// The lines of another workspace's file, each of them or none; their names.
    Result<std::vector<std::string>> importLines(const std::filesystem::path& file);

private:
    using Edit = std::function<Result<void>(Workspace&)>;
    /// Of programs that change it at once, each builds on what the one before has saved.
    Result<void> change(Edit edit, Keep keep = Keep::Saved);
    void publish(Workspace saved); // with what is in it for now

    std::mutex m_changing; // one changes at a time
    std::vector<Edit> m_forNow; // guarded by m_changing
    mutable std::mutex m_mutex;
    std::shared_ptr<const Workspace> m_now; // guarded by m_mutex
};

} // namespace signalbox::host
