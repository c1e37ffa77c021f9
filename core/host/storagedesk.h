// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything of a workspace is, how large, and how long it is kept; and what a person changes in that.
//
// Thread     any but the store thread; blocks on I/O
// Ownership  what is in Scene outlives it
// Errors     InvalidInput (a time that cannot be), Io, Cancelled
#pragma once

#include "core/host/sharedworkspace.h"
#include "core/host/views.h"
#include "core/store/database.h"

namespace signalbox::host {

class StorageDesk {
public:
    struct Scene {
        store::Database& database;
        const Clock& clock;
        SharedWorkspace& workspace;
        std::string person;
    };
    explicit StorageDesk(Scene scene) : m_scene(std::move(scene)) { }

    Result<StorageView> view();
    /// What prune() would take out now.
    Result<PruningOffer> plan(int days);
    /// Checkpoints of runs that ended longer ago; answers with how many. The room is used again by what comes next.
    Result<std::int64_t> prune(int days);
    Result<void> keep(int days); // from now on; 0: for ever

private:
    Result<void> note(const char* action, const Json& data);

    const Scene m_scene;
};

} // namespace signalbox::host
