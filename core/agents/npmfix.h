// SPDX-License-Identifier: GPL-3.0-or-later
// What fixes that real npm makes at the failing commit have in common.
//
// Thread  that of the node
#pragma once

#include "core/agents/offering.h"

namespace signalbox::agents {

/// The npm project of the commit, copied to the workbench, as the effect KEY:copy: {"lockfile", "lockfile_reads",
/// "inside"}.
Result<Json> copyProject(const SelfHealingPorts& ports, const graph::State& state, const std::string& key,
                         const graph::NodeContext& context);

/// Where a file of the project stands in the repository.
std::string pathOf(const Json& project, const std::string& file);

/// "| `money` | `1.0.0` | `1.1.0` |", one for each package of a comparison of lockfiles that changes.
std::string packageTable(const Json& comparison);

} // namespace signalbox::agents
