// SPDX-License-Identifier: GPL-3.0-or-later
// The fix of peer dependencies that exclude each other: one dependency of the project in another version, tried by real
// npm at the failing commit, checked there by a clean install, then offered for review.
//
// Thread  that of the node
// Disk    effect keys below the one that is given: KEY:copy, KEY:install, KEY:conflict, KEY:compare, KEY:pull_request,
//         and for each try N: KEY:update-N, KEY:checksums-N, KEY:manifest-N, KEY:verify-N
// Errors  as offering.h
#pragma once

#include "core/agents/offering.h"

namespace signalbox::agents {

/// `key` is free in the run.
Result<OfferedFix> offerDependency(const SelfHealingPorts& ports, const graph::State& state, const std::string& key,
                                   const graph::NodeContext& context);

} // namespace signalbox::agents
