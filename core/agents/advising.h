// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the adviser about a failure before a person is asked.
//
// Thread  that of the node
// Disk    effect key "advice:N:T", N being the attempt and T the number of fixes tried; its result is the JSON of
//         Advised
#pragma once

#include "core/agents/escalation.h"
#include "core/agents/selfhealing.h"

namespace signalbox::agents {

/// What the adviser says, as Advised in JSON; null where none is asked: nothing to advise on, or nobody to ask.
Result<Json> adviceOn(const SelfHealingPorts& ports, const graph::State& state, const EscalationEvidence& evidence,
                      const graph::NodeContext& context);

} // namespace signalbox::agents
