// SPDX-License-Identifier: GPL-3.0-or-later
// Sends the decision about a gate to its CI system, once. An approval that something newer has overtaken is not sent:
// it would put an older version in the place of a newer one.
//
// Thread     that of the run; calls block
// Ownership  what the ports point to outlives the effect
// Errors     as ci::Gate; Conflict: another attempt has begun, or something newer is there
// Source     SPEC 14
#pragma once

#include "core/agents/deploymentgate.h"
#include "core/graph/effect.h"
#include "core/graph/node.h"

#include <memory>

namespace signalbox::agents {

/// `replaced`: why nothing was sent, where something newer is there.
graph::Effect sendingOf(const DeploymentGatePorts& ports, const graph::State& state,
                        const std::shared_ptr<std::string>& replaced);

} // namespace signalbox::agents
