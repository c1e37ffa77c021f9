// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/npminstall.h"

#include "core/agents/npmnodes.h"

#include <nlohmann/json.hpp>

namespace signalbox::agents {

namespace {

using graph::Condition;
using graph::State;

std::string has(const State& state, std::string_view channel)
{
    return fieldOr<std::string>(state, channel, {});
}

Condition passedOrFailed()
{
    return {{"passed", "failed"}, [](const State& state) { return has(state, "conclusion"); }};
}

Condition fixOrEscalate()
{
    return {{"fix", "escalate"},
            [](const State& state) { return has(state, "next_fix").empty() ? "escalate" : "fix"; }};
}

Condition afterApplying()
{
    return {{"applied", "failed", "no_use", "suspicious"}, [](const State& state) { return has(state, "conclusion"); }};
}

Condition afterVerifying()
{
    return {{"healed", "changed", "failed"}, [](const State& state) -> std::string {
                if (has(state, "conclusion") != "passed")
                    return "failed";
                return fieldOr<Json>(state, "offer", Json()).is_object() ? "changed" : "healed";
            }};
}

Condition afterOffering()
{
    return {{"accepted", "declined"},
            [](const State& state) { return fieldOr<bool>(state, "accepted", false) ? "accepted" : "declined"; }};
}

Condition afterDeciding()
{
    return {{"fix", "decided"}, [](const State& state) { return has(state, "next_fix").empty() ? "decided" : "fix"; }};
}

} // namespace

Result<std::shared_ptr<const graph::Graph>> npmInstallGraph(const NpmInstallPorts& ports)
{
    const std::string end(graph::kEnd);
    graph::NodePolicy asking;
    asking.waitsForPerson = true;
    graph::GraphBuilder builder{std::string(kNpmInstall)};
    builder.facts({"line", "folder", "trigger", "attempt", "outcome", "failure_class", "fix", "root_cause", "job"});
    const auto add = [&](const char* name, NpmStep step, graph::NodePolicy policy = {}) {
        builder.node(
            name,
            [ports, step](const State& state, const graph::NodeContext& context) {
                return step(ports, state, context);
            },
            std::move(policy));
    };
    add("snapshot", npmSnapshot);
    add("install", npmInstall);
    add("diagnose", npmDiagnose);
    add("choose_strategy", npmChoose);
    add("apply_strategy", npmApply);
    add("verify", npmVerify);
    add("offer_result", npmOffer, asking);
    add("accept_result", npmAccept);
    add("escalate", npmEscalate);
    add("wait_for_human", npmAsk, asking);
    add("update_knowledge", npmFinish);
    builder.entry("snapshot")
        .edge("snapshot", "install")
        .conditional("install", passedOrFailed(), {{"passed", "update_knowledge"}, {"failed", "diagnose"}})
        .edge("diagnose", "choose_strategy")
        .conditional("choose_strategy", fixOrEscalate(), {{"fix", "apply_strategy"}, {"escalate", "escalate"}})
        .conditional(
            "apply_strategy", afterApplying(),
            {{"applied", "verify"}, {"failed", "diagnose"}, {"no_use", "choose_strategy"}, {"suspicious", "escalate"}})
        .conditional("verify", afterVerifying(),
                     {{"healed", "update_knowledge"}, {"changed", "offer_result"}, {"failed", "diagnose"}})
        .conditional("offer_result", afterOffering(), {{"accepted", "accept_result"}, {"declined", "update_knowledge"}})
        .edge("accept_result", "update_knowledge")
        .edge("escalate", "wait_for_human")
        .conditional("wait_for_human", afterDeciding(), {{"fix", "apply_strategy"}, {"decided", "update_knowledge"}})
        .edge("update_knowledge", end);
    return builder.compile();
}

Json npmInstallInput(const std::string& line, const std::string& folder)
{
    return {{"line", line}, {"folder", folder}, {"trigger", "person"},
            {"attempt", 1}, {"retry_count", 0}, {"fixes_tried", Json::array()}};
}

} // namespace signalbox::agents
