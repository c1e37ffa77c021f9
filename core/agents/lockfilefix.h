// SPDX-License-Identifier: GPL-3.0-or-later
// The fix of a lockfile that does not match: made anew by real npm in a throw-away tree at the failing commit, checked
// there by a clean install, then offered as a pull request.
//
// Thread  that of the node
// Disk    effect keys below the one that is given: KEY:copy, KEY:install, KEY:lockfile, KEY:checksums, KEY:compare,
//         KEY:verify, KEY:pull_request
// Errors  those of the ports, but for what keeps it from being made: that is told as such
#pragma once

#include "core/agents/selfhealing.h"

namespace signalbox::agents {

/// What came of it.
struct LockfileFix {
    std::string outcome; // "offered", "failed"; empty with a fault
    std::string reason; // why a person is asked then, as EscalationEvidence::reason
    Json change; // of an offer: {"number", "page", "branch"}
    std::string fault; // why it could not even be tried
};

/// `key` is free in the run.
Result<LockfileFix> offerLockfile(const SelfHealingPorts& ports, const graph::State& state, const std::string& key,
                                  const graph::NodeContext& context);

/// Of the offers that a run makes. Whatever runs there is not mended by offers of its own.
inline constexpr std::string_view kOfferedBranches = "signalbox/";

} // namespace signalbox::agents
