// SPDX-License-Identifier: GPL-3.0-or-later
// The agent at a gate, with scripts for what it asks.
#pragma once

#include "core/agents/deploymentgate.h"
#include "tests/core/agents/healing.h"
#include "tests/core/agents/scriptedgate.h"

#include <nlohmann/json.hpp>

namespace signalbox::test {

struct AtTheGate {
    explicit AtTheGate(void (*set)(ScriptedGate&) = [](ScriptedGate&) {})
    {
        set(gate);
        stage = std::make_unique<Stage>(*agents::deploymentGateGraph(
            {&gate, &ci, &rules,
             [this](const ci::Run&, const std::stop_token&) -> Result<std::string> { return newer; }}));
        stage->start(agents::deploymentGateInput({"acme/shop", "7"}, 1, gate.waiting.front()));
    }

    QString drive() { return stage->drive(); }
    QString outcome() { return stage->state("outcome"); }
    gate::Request request() const
    {
        gate::Request last;
        for (const auto& committed : stage->journal.records()) {
            for (const graph::NewWait& wait : committed.record.waits) {
                if (wait.wait.person)
                    last = *gate::requestFromJson(*wait.wait.person);
            }
        }
        return last;
    }
    QString told(Json data)
    {
        stage->answer("ask_approval", {{"by", "person"}, {"data", std::move(data)}});
        return drive();
    }
    QString approve()
    {
        return told(
            {{"verdict", "approve"}, {"reason", "rehearsed"}, {"approvers", {"ana"}}, {"evidence_hash", "a41c09e2ff"}});
    }

    ScriptedGate gate;
    ScriptedCi ci{std::vector<Scene>(2, {.conclusion = ci::Conclusion::Success, .log = {}, .running = true})};
    Rules rules;
    Result<std::string> newer = std::string(); // the number of a run with a newer commit
    std::unique_ptr<Stage> stage;
};

} // namespace signalbox::test
