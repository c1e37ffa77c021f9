// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/timeoutfix.h"

#include "core/agents/diagnosis.h"
#include "core/line/timelimit.h"

#include <nlohmann/json.hpp>

namespace signalbox::agents {

namespace {

std::string text(const Json& json, std::string_view key)
{
    return fieldOr<std::string>(json, key, {});
}

std::vector<std::string> rootCauseOf(const graph::State& state)
{
    std::vector<std::string> lines;
    for (const Json& line : fieldOr<Json>(state, "root_cause", Json::array()))
        lines.push_back(text(line, "text"));
    return lines;
}

Result<line::RaisedLimit> raised(const SelfHealingPorts& ports, const graph::State& state, RunId run,
                                 const std::stop_token& stop)
{
    auto passed = line::passedLimit(text(state, "job"), rootCauseOf(state));
    if (!passed)
        return Error{ErrorCode::InvalidInput,
                     "the log of " + text(state, "job") + " does not tell which time limit it ran into"};
    const Diagnosis diagnosis = diagnosisFromJson(fieldOr<Json>(state, "diagnosis", Json::object()));
    passed->ran = diagnosis.ran;
    const std::string& failing = diagnosis.step;
    if (!passed->step.empty() && passed->step != failing && passed->step != "Run " + failing)
        return Error{ErrorCode::InvalidInput,
                     "the log of " + passed->job + " tells of the time limit of step " + passed->step
                         + ", but the step that failed is " + failing};
    const auto pipeline
        = ports.changes->pipelineAt(run, {text(state, "line"), text(state, "number")}, text(state, "commit"), stop);
    if (!pipeline)
        return pipeline.error();
    return line::raiseLimit(pipeline->files, pipeline->dialect, *passed);
}

/// What becomes of it, without the file.
Result<Json> findLimit(const SelfHealingPorts& ports, const graph::State& state, const std::string& key,
                       const graph::NodeContext& context)
{
    graph::Effect effect;
    effect.key = key + ":limit";
    effect.safety = SafetyClass::Workspace;
    effect.intent = {{"action", "raise_limit"}, {"line", text(state, "line")}, {"commit", text(state, "commit")}};
    effect.act = [&](const std::stop_token& stop) -> Result<Json> {
        const auto limit = raised(ports, state, context.run, stop);
        if (!limit)
            return limit.error();
        return Json{{"path", limit->file.path},
                    {"line", limit->line},
                    {"owner", limit->owner},
                    {"before", limit->before},
                    {"after", limit->after}};
    };
    effect.reconcile = [](std::stop_token) -> Result<graph::Reconciled> { // whatever is there is read anew
        return graph::Reconciled{graph::Reconciled::Fate::NotDone, {}};
    };
    return context.effects.perform(effect);
}

ci::ChangeOffer offerOf(const graph::State& state, const Json& limit)
{
    ci::ChangeOffer offer = offerFor(state, "timeout");
    const std::string spot = text(limit, "path") + ":" + std::to_string(fieldOr<std::int64_t>(limit, "line", 0));
    const std::string before = text(limit, "before");
    offer.title = "Raise the time limit of " + text(limit, "owner");
    offer.text = "The " + tableCell(text(limit, "owner")) + " ran into its time limit at " + offer.commit + ". At "
        + spot + ", "
        + (before.empty() ? "`" + text(limit, "after") + "` is added"
                          : "`" + before + "` becomes `" + text(limit, "after") + "`")
        + "; nothing else is changed.\n\nWhether it needs the time or hangs is for the reviewer to judge: a higher "
          "limit "
          "lets a hang last longer. A maximum that its runner has stays in force.";
    return offer;
}

} // namespace

Result<OfferedFix> offerTimeLimit(const SelfHealingPorts& ports, const graph::State& state, const std::string& key,
                                  const graph::NodeContext& context)
{
    const auto limit = findLimit(ports, state, key, context);
    if (!limit)
        return notMade(limit.error());
    const auto files = [&](const std::stop_token& stop) -> Result<std::vector<ci::ChangedFile>> {
        const auto again = raised(ports, state, context.run, stop);
        if (!again)
            return again.error();
        return std::vector<ci::ChangedFile>{{again->file.path, again->file.content}};
    };
    return openRequest(ports, offerOf(state, *limit), files, key, context);
}

} // namespace signalbox::agents
