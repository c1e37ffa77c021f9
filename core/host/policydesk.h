// SPDX-License-Identifier: GPL-3.0-or-later
// The policy of a line as a person looks at it and changes it. A change is proposed: one commit on a branch of its own
// in the line's repository. It is in force once it is on the default branch, and, where it is looser, once a person
// has approved it.
//
// Thread     any but the store thread; blocks on git and the store
// Ownership  what is in Scene outlives it
// Errors     NotFound (no such line), InvalidInput (nothing to change, no reason, a value that cannot be), Conflict
//            (the file has changed, or it is proposed already), Io
#pragma once

#include "core/host/ports.h"
#include "core/host/views.h"

namespace signalbox::host {

class PolicyDesk {
public:
    struct Scene {
        store::Database& database;
        const Clock& clock;
        LinePolicies& policies;
        std::function<Result<std::filesystem::path>(const std::string& line)> findFolder;
        std::string person;
    };
    explicit PolicyDesk(Scene scene) : m_scene(std::move(scene)) { }

    Result<PolicyView> view(const std::string& line);
    Result<PolicyOffer> plan(const PolicyEdit& edit);
    /// What plan() has shown, by its digest; answers with the branch.
    Result<std::string> propose(const PolicyEdit& edit, const std::string& digest);

private:
    const Scene m_scene;
};

} // namespace signalbox::host
