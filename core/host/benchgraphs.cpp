// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/benchgraphs.h"

#include <nlohmann/json.hpp>

namespace signalbox::host {

namespace {

using graph::NodeContext;
using graph::State;
using graph::Update;

Json payload(std::size_t bytes)
{
    Json json{
        {"repo", "acme/service"}, {"run", 123456}, {"branch", "main"}, {"status", "failure"}, {"items", Json::array()}};
    for (int i = 0; dumpJson(json).size() < bytes; ++i)
        json["items"].push_back({{"id", i}, {"name", "step-" + std::to_string(i)}, {"ok", i % 7 != 0}, {"ms", i * 13}});
    return json;
}

Result<Update> changeField(const State& state, const NodeContext&)
{
    const auto n = state.at("n").get<std::int64_t>();
    Json changed = Json::object();
    changed["run"] = n;
    return Update{{"n", n + 1}, {"payload", std::move(changed)}};
}

Result<Update> changeCopy(const State& state, const NodeContext&)
{
    const auto n = state.at("n").get<std::int64_t>();
    Json changed = state.at("payload");
    changed["run"] = n;
    return Update{{"n", n + 1}, {"payload", std::move(changed)}};
}

} // namespace

Json benchInput(std::size_t payloadBytes)
{
    return {{"n", 0}, {"payload", payload(payloadBytes)}};
}

Result<std::shared_ptr<const graph::Graph>> cycleGraph(int steps, bool returnsAll)
{
    const std::string end(graph::kEnd);
    const auto count = returnsAll ? changeCopy : changeField;
    graph::GraphBuilder builder("bench-cycle");
    if (!returnsAll)
        builder.channel("payload", {.reducer = graph::Reducer::Merge, .custom = {}});
    builder.node("a", count)
        .node("b", count)
        .node("c", count)
        .entry("a")
        .edge("a", "b")
        .edge("b", "c")
        .stepLimit(steps + 10);
    builder.conditional(
        "c",
        {{"on", "over"}, [steps](const State& state) { return state.at("n").get<int>() >= steps ? "over" : "on"; }},
        {{"on", "a"}, {"over", end}});
    return builder.compile();
}

Result<std::shared_ptr<const graph::Graph>> fanGraph(int rounds, int width)
{
    graph::GraphBuilder builder("bench-fan");
    builder.channel("done", {.reducer = graph::Reducer::Add, .custom = {}});
    builder
        .node("plan",
              [width](const State& state, const NodeContext&) -> Result<Update> {
                  Json items = Json::array();
                  for (int i = 0; i < width; ++i)
                      items.push_back(i);
                  return Update{{"items", std::move(items)}, {"n", state.at("n").get<int>() + 1}};
              })
        .node("work",
              [](const State&, const NodeContext&) -> Result<Update> {
                  return Update{{"done", 1}};
              })
        .node("gather", [](const State&, const NodeContext&) -> Result<Update> { return Update{}; })
        .entry("plan")
        .fanOut("plan", "items", "work")
        .edge("work", "gather")
        .stepLimit(3 * rounds + 10);
    builder.conditional(
        "gather",
        {{"on", "over"}, [rounds](const State& state) { return state.at("n").get<int>() >= rounds ? "over" : "on"; }},
        {{"on", "plan"}, {"over", std::string(graph::kEnd)}});
    return builder.compile();
}

Result<std::shared_ptr<const graph::Graph>> waitGraph()
{
    graph::GraphBuilder builder("bench-wait");
    builder
        .node("wait",
              [](const State&, const NodeContext& context) -> Result<Update> {
                  Update update;
                  if (!context.answer)
                      update.waitFor(graph::Happening{"never", context.clock.now() + std::chrono::hours(24)});
                  return update;
              })
        .entry("wait")
        .edge("wait", std::string(graph::kEnd));
    return builder.compile();
}

} // namespace signalbox::host
