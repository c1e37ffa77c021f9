// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/learning.h"

#include <nlohmann/json.hpp>

namespace signalbox::agents {

namespace {

record::FixOutcome outcomeOf(const Json& tried, const graph::State& state, const graph::NodeContext& context)
{
    record::FixOutcome outcome;
    outcome.signature = fieldOr<std::string>(tried, "signature", {});
    outcome.failureClass = fieldOr<std::string>(tried, "class", {});
    outcome.fix = fieldOr<std::string>(tried, "action", {});
    outcome.worked = fieldOr<std::string>(tried, "outcome", {}) == "passed";
    outcome.run = context.run;
    outcome.attempt = static_cast<int>(fieldOr<std::int64_t>(tried, "attempt", 1));
    const std::int64_t ended = fieldOr<std::int64_t>(tried, "ended_ms", 0);
    outcome.at = fromUnixMs(ended);
    outcome.healTime = Milliseconds(ended - fieldOr<std::int64_t>(state, "failed_ms", ended));
    return outcome;
}

} // namespace

Result<void> learnFrom(KnowledgeBase& knowledge, const graph::State& state, const graph::NodeContext& context)
{
    const Json tried = fieldOr<Json>(state, "fixes_tried", Json::array());
    for (const Json& fix : tried) {
        const auto outcome = fieldOr<std::string>(fix, "outcome", {});
        if (outcome != "passed" && outcome != "failed")
            continue;
        if (auto learnt = knowledge.learn(outcomeOf(fix, state, context)); !learnt)
            return learnt.error();
    }
    return {};
}

} // namespace signalbox::agents
