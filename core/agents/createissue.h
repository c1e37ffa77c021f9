// SPDX-License-Identifier: GPL-3.0-or-later
// The step of the self-healing agent that tells of a failure in the repository of its line, once for each signature.
//
// Thread  as graph::Node; the ports outlive the node
// Disk    the effect "issue:T" after T tries is stored with every run that takes this step
#pragma once

#include "core/agents/selfhealing.h"
#include "core/graph/retrypolicy.h"

namespace signalbox::agents {

/// Whether this escalation is told of there.
bool wantsIssue(const SelfHealingPorts& ports, const graph::State& state);

/// Writes issue, and into the evidence its page, or why there is none: a person is asked all the same.
class CreateIssue final : public graph::Node {
public:
    explicit CreateIssue(SelfHealingPorts ports) : m_ports(std::move(ports)) { }
    std::string_view name() const override { return "create_issue"; }
    Result<graph::Update> run(const graph::State& state, const graph::NodeContext& context) const override;

    /// Nobody waits for long because of it: the next failure tells of it, too.
    static graph::NodePolicy patience();

private:
    SelfHealingPorts m_ports;
};

} // namespace signalbox::agents
