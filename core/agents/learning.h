// SPDX-License-Identifier: GPL-3.0-or-later
// What a run has tried, told to the knowledge base.
//
// Thread  that of the node
// Disk    reads the channels fixes_tried and failed_ms
#pragma once

#include "core/agents/selfhealing.h"

namespace signalbox::agents {

/// Tells of every try whose outcome is known. Told twice, it counts once.
Result<void> learnFrom(KnowledgeBase& knowledge, const graph::State& state, const graph::NodeContext& context);

} // namespace signalbox::agents
