// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of the npm install healer: how they begin, and what they stand on.
//
// Thread     any but the store thread
// Ownership  the database, the workspace and the clock outlive it
// Errors     those of local::npmProject, and of the store
// Disk       STORE.npm/ beside the store, as core/local/npmbench.h says
#pragma once

#include "core/agents/npminstall.h"
#include "core/host/sharedworkspace.h"
#include "core/local/npmbench.h"
#include "core/store/runrepository.h"

namespace signalbox::host {

/// Where npm runs and what it keeps.
std::filesystem::path npmFolder(const Workspace& workspace);

class NpmRuns {
public:
    NpmRuns(store::Database& database, const SharedWorkspace& workspace, const Clock& clock);

    local::NpmBench& bench() { return m_bench; }
    /// `others`: what it has in common with the self-healing agent.
    agents::NpmInstallPorts ports(const agents::SelfHealingPorts& others);

    /// The run for the project in `folder`: the one that is going, or that waits on files as they are now; else a new
    /// one. One that waits on files that have changed is cancelled.
    Result<RunId> start(const std::filesystem::path& folder, const graph::Graph& graph);

    /// What npm printed in one call of a run.
    Result<std::filesystem::path> logFile(RunId run, const std::string& key) const { return m_bench.logFile(run, key); }

private:
    std::string lineOf(const std::filesystem::path& project) const;
    Result<std::optional<RunId>> openRun(const std::filesystem::path& project);
    bool isStale(RunId run, const std::filesystem::path& project);
    void forgetEnded();

    store::Database& m_database;
    const SharedWorkspace& m_workspace;
    const Clock& m_clock;
    local::NpmBench m_bench;
};

} // namespace signalbox::host
