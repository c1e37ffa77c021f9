// SPDX-License-Identifier: GPL-3.0-or-later
// The fix of a job that ran into its time limit again: a higher one where the pipeline is written down, offered for
// review. Whether the job needs the time or hangs is a person's to judge.
//
// Thread  that of the node
// Disk    effect keys below the one that is given: KEY:limit, KEY:pull_request
// Errors  as offering.h
#pragma once

#include "core/agents/offering.h"

namespace signalbox::agents {

/// `key` is free in the run.
Result<OfferedFix> offerTimeLimit(const SelfHealingPorts& ports, const graph::State& state, const std::string& key,
                                  const graph::NodeContext& context);

} // namespace signalbox::agents
