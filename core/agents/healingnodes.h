// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the self-healing agent.
//
// Thread  as graph::Node; the ports outlive the nodes
// Disk    node names, channels and effect keys are stored with every run: "learn:T", "escalate:T" after T tries, and
//         those of observation.h
#pragma once

#include "core/agents/diagnosis.h"
#include "core/agents/selfhealing.h"

namespace signalbox::agents {

/// Waits for the first attempt to end. Writes conclusion, branch, commit, author, trigger; outcome when it is green.
/// Where the CI system refuses, or knows no such run any more, this step and those below write fault and
/// escalation_reason.
class DetectFailure final : public graph::Node {
public:
    explicit DetectFailure(SelfHealingPorts ports) : m_ports(std::move(ports)) { }
    std::string_view name() const override { return "detect_failure"; }
    Result<graph::Update> run(const graph::State& state, const graph::NodeContext& context) const override;

private:
    SelfHealingPorts m_ports;
};

/// Reads the failed jobs' logs. Writes the diagnosis, and next_fix or escalation_reason.
class AnalyzeFailure final : public graph::Node {
public:
    explicit AnalyzeFailure(SelfHealingPorts ports) : m_ports(std::move(ports)) { }
    std::string_view name() const override { return "analyze_failure"; }
    Result<graph::Update> run(const graph::State& state, const graph::NodeContext& context) const override;

private:
    SelfHealingPorts m_ports;
};

/// Carries out next_fix. Writes fix, attempt, retry_count, fixes_tried; of an offer for review change and
/// escalation_reason.
class AttemptFix final : public graph::Node {
public:
    explicit AttemptFix(SelfHealingPorts ports) : m_ports(std::move(ports)) { }
    std::string_view name() const override { return "attempt_fix"; }
    Result<graph::Update> run(const graph::State& state, const graph::NodeContext& context) const override;

private:
    SelfHealingPorts m_ports;
};

/// Waits for the new attempt to end; a fix counts only when the failed jobs pass. Failing again, it diagnoses anew.
class VerifyFix final : public graph::Node {
public:
    explicit VerifyFix(SelfHealingPorts ports) : m_ports(std::move(ports)) { }
    std::string_view name() const override { return "verify_fix"; }
    Result<graph::Update> run(const graph::State& state, const graph::NodeContext& context) const override;

private:
    SelfHealingPorts m_ports;
};

/// Records what worked and what did not. Writes outcome: healed, or retried where a plain second try was enough.
class UpdateKnowledge final : public graph::Node {
public:
    explicit UpdateKnowledge(SelfHealingPorts ports) : m_ports(std::move(ports)) { }
    std::string_view name() const override { return "update_knowledge"; }
    Result<graph::Update> run(const graph::State& state, const graph::NodeContext& context) const override;

private:
    SelfHealingPorts m_ports;
};

/// Gathers the evidence for a person. Writes evidence, outcome, and whether an issue tells of it.
class Escalate final : public graph::Node {
public:
    explicit Escalate(SelfHealingPorts ports) : m_ports(std::move(ports)) { }
    std::string_view name() const override { return "escalate"; }
    Result<graph::Update> run(const graph::State& state, const graph::NodeContext& context) const override;

private:
    SelfHealingPorts m_ports;
};

/// Asks: take over, try another fix, or dismiss as not a failure. Writes decision, and next_fix where one was chosen.
/// In an outage one run asks for all, and the others wait for what it is told.
class WaitForHuman final : public graph::Node {
public:
    explicit WaitForHuman(SelfHealingPorts ports) : m_ports(std::move(ports)) { }
    std::string_view name() const override { return "wait_for_human"; }
    Result<graph::Update> run(const graph::State& state, const graph::NodeContext& context) const override;

private:
    SelfHealingPorts m_ports;
};

} // namespace signalbox::agents
