// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps an agent from acting on its own although its policy allows the fix: an
// outage, or an hour's limit that another process has used up.
//
// Thread  that of the node
#pragma once

#include "core/agents/diagnosis.h"

namespace signalbox::agents {

struct Bounded {
    Choice choice;
    std::int64_t outage = 0; // that the run is part of; 0: none
};

/// Tells the breaker of the failure, and counts the action where one is left to take. `claim` names it.
Result<Bounded> withinBounds(const SelfHealingPorts& ports, const ActionClaim& claim, const log::Classification& found,
                             Choice choice);

} // namespace signalbox::agents
