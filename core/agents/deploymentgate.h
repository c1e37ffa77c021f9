// SPDX-License-Identifier: GPL-3.0-or-later
// The agent at a gate of a CI system: what waits there for people is asked here, with evidence, and the decision goes
// back, once.
//
// Thread  the graph is immutable; the ports must be usable from any thread
// Disk    node and channel names are stored with every run, and effect keys: "look:N", "decide:N", "verify:N", N being
//         how often a person was asked before
// Source  SPEC 11, 14
#pragma once

#include "core/agents/selfhealing.h"
#include "core/agents/sentdecision.h"
#include "core/ci/gate.h"

#include <functional>

namespace signalbox::agents {

/// The verdict that a waiting run is told where it was decided at the gate itself; "approved" and "by" stand beside.
inline constexpr std::string_view kDecidedThere = "decided_there";
/// The same where nothing waits there any more, though nobody is known to have decided.
inline constexpr std::string_view kGoneThere = "gone_there";
/// The same where the token here may decide now, and might not when it was asked: it is asked anew.
inline constexpr std::string_view kChangedThere = "changed_there";
/// The same where a newer commit or deployment has taken its place; "reason" may stand beside.
inline constexpr std::string_view kReplaced = "superseded";

/// All outlive the graph. Without them it can be drawn, but not run.
struct DeploymentGatePorts {
    ci::Gate* gate = nullptr;
    ci::System* ci = nullptr;
    PolicySource* policy = nullptr;
    /// The number of a later run of its branch with another commit; empty: none is known. None: nobody knows.
    std::function<Result<std::string>(const ci::Run& run, const std::stop_token& stop)> newer = {};
};

Result<std::shared_ptr<const graph::Graph>> deploymentGateGraph(const DeploymentGatePorts& ports);

/// The input of a run that asks for what waits at `gate`.
Json deploymentGateInput(const ci::RunRef& run, int attempt, const ci::PendingGate& gate);

/// Names that wait, for good: whoever sees it again begins nothing.
std::string gateSubject(const ci::RunRef& run, int attempt, const ci::PendingGate& gate);

} // namespace signalbox::agents
