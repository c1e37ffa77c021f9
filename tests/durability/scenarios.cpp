// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/durability/scenarios.h"

#include <nlohmann/json.hpp>

namespace signalbox::test {

namespace {

using graph::FunctionNode;
using graph::GraphBuilder;
using graph::NodeContext;
using graph::Reconciled;
using graph::Reducer;
using graph::State;
using graph::Update;

constexpr int kFailures = 2; // of the scenario "retry"
const std::string kEnd(graph::kEnd);

struct Deed {
    std::string key;
    SafetyClass safety = SafetyClass::Retry;
    bool knowable = true;
};

graph::Effect effectOf(const Outside& outside, RunId run, const Deed& deed)
{
    graph::Effect effect{.key = deed.key,
                         .safety = deed.safety,
                         .intent = {{"action", deed.key}},
                         .act = [outside, run, deed](const std::stop_token&) -> Result<Json> {
                             return between(outside.probe, JournalPoint::BeforeAct, JournalPoint::AfterAct,
                                            [&] { return outside.world.act(run, deed.key); });
                         },
                         .reconcile = {}};
    if (deed.knowable)
        effect.reconcile = [outside, run, deed](const std::stop_token&) -> Result<Reconciled> {
            return between(outside.probe, JournalPoint::BeforeReconcile, JournalPoint::AfterReconcile, [&] {
                const bool done = outside.world.times(run, deed.key) > 0;
                return done ? Reconciled{Reconciled::Fate::Done, deed.key + " done"}
                            : Reconciled{Reconciled::Fate::NotDone, {}};
            });
        };
    return effect;
}

Result<Update> perform(const Outside& outside, const NodeContext& context, const Deed& deed)
{
    auto done = context.effects.perform(effectOf(outside, context.run, deed));
    if (!done)
        return done.error();
    return Update{{"log", Json::array({*std::move(done)})}};
}

FunctionNode::Function performs(const Outside& outside, const Deed& deed)
{
    return [outside, deed](const State&, const NodeContext& context) { return perform(outside, context, deed); };
}

GraphBuilder begun(const char* name)
{
    GraphBuilder builder(name);
    builder.channel("log", {Reducer::Append, {}});
    return builder;
}

GraphBuilder linear(const Outside& outside)
{
    GraphBuilder builder = begun("linear");
    std::string last;
    for (const SafetyClass safety :
         {SafetyClass::Observe, SafetyClass::Retry, SafetyClass::Cache, SafetyClass::PullRequest,
          SafetyClass::Workspace, SafetyClass::Deploy, SafetyClass::Destructive}) {
        const std::string key(safetyName(safety));
        builder.node(key, performs(outside, {key, safety}));
        last.empty() ? builder.entry(key) : builder.edge(last, key);
        last = key;
    }
    builder.edge(last, kEnd);
    return builder;
}

GraphBuilder parallel(const Outside& outside)
{
    GraphBuilder builder = begun("parallel");
    builder.node("split", performs(outside, {"split"})).entry("split");
    for (const std::string branch : {"left", "middle", "right"})
        builder.node(branch, performs(outside, {branch, SafetyClass::Workspace})).edge("split", branch);
    builder.node("right2", performs(outside, {"right2"})).edge("right", "right2");
    builder.node("judge", performs(outside, {"judge"})).join({"left", "middle", "right2"}, "judge").edge("judge", kEnd);
    return builder;
}

GraphBuilder fanOut(const Outside& outside)
{
    GraphBuilder builder = begun("fanout");
    builder.node("plan", performs(outside, {"plan", SafetyClass::Cache}))
        .node("work",
              [outside](const State&, const NodeContext& context) {
                  return perform(outside, context, {"item " + context.item->get<std::string>()});
              })
        .node("gather", performs(outside, {"gather", SafetyClass::PullRequest}))
        .entry("plan")
        .fanOut("plan", "items", "work")
        .edge("work", "gather")
        .edge("gather", kEnd);
    return builder;
}

/// Does its deed once it has waited, for a time or an event.
FunctionNode::Function waitsThenPerforms(const Outside& outside, const Deed& deed, bool forEvent)
{
    return [=](const State&, const NodeContext& context) -> Result<Update> {
        if (context.answer)
            return perform(outside, context, deed);
        Update update{{"log", Json::array({"waits for " + deed.key})}};
        const UtcTime soon = context.clock.now() + Milliseconds(5);
        if (forEvent)
            update.waitFor(graph::Happening{"bell", soon + std::chrono::hours(1)});
        else
            update.waitFor(graph::Until{soon});
        return update;
    };
}

GraphBuilder waiting(const Outside& outside)
{
    GraphBuilder builder = begun("waiting");
    builder.node("before", performs(outside, {"before"}))
        .node("pause", waitsThenPerforms(outside, {"after the pause"}, false))
        .node("listen", waitsThenPerforms(outside, {"after the bell"}, true))
        .entry("before")
        .edge("before", "pause")
        .edge("pause", "listen")
        .edge("listen", kEnd);
    return builder;
}

/// An act that fails before it succeeds: each failure counts in the world, too.
GraphBuilder retry(const Outside& outside)
{
    const auto unsteady = [outside](const State&, const NodeContext& context) -> Result<Update> {
        graph::Effect effect = effectOf(outside, context.run, {"steady"});
        effect.act = [outside, act = effect.act, run = context.run](const std::stop_token& stop) -> Result<Json> {
            if (outside.world.times(run, "failures") >= kFailures)
                return act(stop);
            outside.world.act(run, "failures");
            return Error{ErrorCode::Network, "no route"};
        };
        auto done = context.effects.perform(effect);
        if (!done)
            return done.error();
        return Update{{"log", Json::array({*std::move(done)})}};
    };
    GraphBuilder builder = begun("retry");
    builder.node("before", performs(outside, {"before"}))
        .node("unsteady", unsteady,
              {.retry = {.maxAttempts = 10, .firstDelay = Milliseconds(1), .cap = Milliseconds(1)}, .timeLimit = {}})
        .entry("before")
        .edge("before", "unsteady")
        .edge("unsteady", kEnd);
    return builder;
}

GraphBuilder unknowable(const Outside& outside)
{
    GraphBuilder builder = begun("unknowable");
    builder.node("before", performs(outside, {"before"}))
        .node("deploy", performs(outside, {"deploy", SafetyClass::Deploy, false}))
        .node("after", performs(outside, {"after"}))
        .entry("before")
        .edge("before", "deploy")
        .edge("deploy", "after")
        .edge("after", kEnd);
    return builder;
}

} // namespace

host::GraphSet scenarios(const Outside& outside)
{
    host::GraphSet all;
    for (const auto make : {linear, parallel, fanOut, waiting, retry, unknowable}) {
        auto compiled = make(outside).compile();
        if (!compiled)
            qFatal("%s", compiled.error().detail.c_str());
        all.emplace((*compiled)->name(), *std::move(compiled));
    }
    return all;
}

Json scenarioInput()
{
    return {{"items", {"one", "two", "three", "four", "five"}}};
}

} // namespace signalbox::test
