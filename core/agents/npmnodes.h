// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the npm install healer, and what they ask of a person.
//
// Thread  as graph::Node: any
// Disk    effect keys: "snapshot", "install", "diagnosis:N", "apply:N", "verify:N", "accept", N being the attempt
#pragma once

#include "core/agents/npminstall.h"

namespace signalbox::agents {

using NpmStep = Result<graph::Update> (*)(const NpmInstallPorts&, const graph::State&, const graph::NodeContext&);

/// Copies the project. Writes project, patience_ms.
Result<graph::Update> npmSnapshot(const NpmInstallPorts&, const graph::State&, const graph::NodeContext&);
/// Installs as the project has it. Writes attempt, conclusion, call; outcome where it passes.
Result<graph::Update> npmInstall(const NpmInstallPorts&, const graph::State&, const graph::NodeContext&);
/// Reads what the last call printed. Writes diagnosis, failure_class, confidence, transient, signature, root_cause.
Result<graph::Update> npmDiagnose(const NpmInstallPorts&, const graph::State&, const graph::NodeContext&);
/// Writes next_fix, escalation_reason, max_attempts, considered.
Result<graph::Update> npmChoose(const NpmInstallPorts&, const graph::State&, const graph::NodeContext&);
/// Carries out next_fix in the copy. Writes fix, fixes_tried, attempt, conclusion, flags.
Result<graph::Update> npmApply(const NpmInstallPorts&, const graph::State&, const graph::NodeContext&);
/// A clean install in the copy. Writes conclusion, offer where files changed, outcome where none did.
Result<graph::Update> npmVerify(const NpmInstallPorts&, const graph::State&, const graph::NodeContext&);
/// Asks whether the user's tree may change. Writes evidence, decision, accepted.
Result<graph::Update> npmOffer(const NpmInstallPorts&, const graph::State&, const graph::NodeContext&);
/// Writes the lockfile into the user's tree. Writes outcome.
Result<graph::Update> npmAccept(const NpmInstallPorts&, const graph::State&, const graph::NodeContext&);
/// Gathers the evidence for a person. Writes evidence and outcome.
Result<graph::Update> npmEscalate(const NpmInstallPorts&, const graph::State&, const graph::NodeContext&);
/// Asks: take over, try a strategy that asks, or dismiss. Writes decision and next_fix.
Result<graph::Update> npmAsk(const NpmInstallPorts&, const graph::State&, const graph::NodeContext&);
/// Remembers what worked, and tidies up. Writes success.
Result<graph::Update> npmFinish(const NpmInstallPorts&, const graph::State&, const graph::NodeContext&);

/// The JSON form of the gate::Request for an escalation, and for a healed lockfile.
Json npmEscalationRequest(const graph::State& state);
Json npmOfferRequest(const graph::State& state);

} // namespace signalbox::agents
