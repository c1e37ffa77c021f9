// SPDX-License-Identifier: GPL-3.0-or-later
// The fix of a lockfile that does not match: made anew by real npm in a throw-away tree at the failing commit, checked
// there by a clean install, then offered as a pull request.
//
// Thread  that of the node
// Disk    effect keys below the one that is given: KEY:copy, KEY:install, KEY:lockfile, KEY:checksums, KEY:compare,
//         KEY:verify, KEY:pull_request
// Errors  as offering.h
#pragma once

#include "core/agents/offering.h"

namespace signalbox::agents {

/// `key` is free in the run.
Result<OfferedFix> offerLockfile(const SelfHealingPorts& ports, const graph::State& state, const std::string& key,
                                 const graph::NodeContext& context);

} // namespace signalbox::agents
