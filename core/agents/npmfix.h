// SPDX-License-Identifier: GPL-3.0-or-later
// What fixes that real npm makes at the failing commit have in common.
//
// Thread  that of the node
#pragma once

#include "core/agents/npminstall.h"
#include "core/agents/offering.h"

namespace signalbox::agents {

/// The npm project of the commit on the workbench, where it fails to install as it did there.
struct FailingProject {
    Json project; // {"lockfile", "lockfile_reads", "inside"}
    graph::State bench; // as the calls of npm have it
};

/// What is done with it, and what comes of that.
using Mending = std::function<Result<OfferedFix>(const NpmInstallPorts& npm, FailingProject failing)>;

/// Copies the project and installs it, as the effects KEY:copy and KEY:install; not made where either cannot be, or
/// where it installs. The workbench is tidied once `mend` is done.
Result<OfferedFix> mendProject(const SelfHealingPorts& ports, const graph::State& state, const std::string& key,
                               const graph::NodeContext& context, const Mending& mend);

/// Where a file of the project stands in the repository.
std::string pathOf(const Json& project, const std::string& file);

/// "| `money` | `1.0.0` | `1.1.0` |", one for each package of a comparison of lockfiles that changes.
std::string packageTable(const Json& comparison);

} // namespace signalbox::agents
