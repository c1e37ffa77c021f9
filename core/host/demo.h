// SPDX-License-Identifier: GPL-3.0-or-later
// The demo workspace: real git repositories with real jobs, and no network.
// One line has a corrupt dependency cache, one a compile error, one a flaky test,
// one is green; where npm is installed, one has a corrupt npm cache.
//
// Thread  one; blocks on git and the disk
// Errors  InvalidInput (the workspace holds other lines), NotFound (git or a compiler is missing), Io
// Disk    REPOSITORIES/<line>; what exists already is left as it is
#pragma once

#include "core/host/runtime.h"

#include <string>
#include <vector>

namespace signalbox::host {

/// The line that is left out where npm is missing; empty where none is.
std::string demoLineLeftOut();

/// Makes what is missing of the demo workspace beside the store at `place`, with repositories in `folder`
/// (empty: beside the store), and saves the workspace.
Result<Workspace> makeDemo(const std::string& place, const std::filesystem::path& folder);

/// Starts the pipeline of every line that never had one. What was started before goes on by itself.
Result<void> startDemo(Runtime& runtime);

/// How one line of the demo ended, or stands.
struct DemoLine {
    std::string line;
    RunSummary run;
    std::string outcome; // "healed", "escalated", "retried", "green"; empty: not ended yet
    std::string wanted; // the outcome it is made for
    bool rests = false; // it has ended, or waits for a person
};

/// Where each line stands now. A line without a run yet has run.id 0.
Result<std::vector<DemoLine>> demoStanding(Runtime& runtime);

} // namespace signalbox::host
