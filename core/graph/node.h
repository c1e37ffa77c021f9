// SPDX-License-Identifier: GPL-3.0-or-later
// Node: one step of an agent graph.
//
// Thread     run() is called on a pool thread; two runs may be inside the same
//            node at once, so nodes are immutable and run() is const.
// Ownership  the Graph owns its nodes; ports in NodeContext outlive the call.
// Disk       name() is stored in checkpoints; renaming needs a migration.
// Replay     a step may run again after a crash: effects go through
//            NodeContext::effects, which drops a repeated key.
// Waiting    a node that waits ends its step. When what it waited for has come, the
//            same node runs again and finds it in NodeContext::answer.
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/time.h"
#include "core/graph/effect.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <initializer_list>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>

namespace signalbox::graph {

using State = Json; // an object of channels

/// Wait for a person's decision. `request` is the JSON form of gate::Request.
struct Person {
    Json request;
};

/// Wait until a time, over restarts.
struct Until {
    UtcTime at;
};

/// Wait for an event by name; `lookAgainAt` ends the wait without it, so that a lost event does no harm.
struct Happening {
    std::string name;
    UtcTime lookAgainAt;
};

/// What ends a wait: any of the parts that are set.
struct Wait {
    std::optional<Json> person;
    std::optional<UtcTime> at;
    std::string event; // empty: none
};

/// What a node changes, and what it waits for.
class Update {
public:
    struct Value {
        std::string channel;
        mutable Json value; // moved out of the list, which is const
    };

    Update() = default;
    Update(std::initializer_list<Value> values);

    void set(std::string channel, Json value) { m_values[std::move(channel)] = std::move(value); }
    void waitFor(Person person);
    void waitFor(Until until);
    void waitFor(Happening event);

    const Json& values() const { return m_values; }
    Json takeValues() { return std::exchange(m_values, Json::object()); }
    const std::optional<Wait>& wait() const { return m_wait; }

private:
    Json m_values = Json::object();
    std::optional<Wait> m_wait;
};

struct NodeContext {
    RunId run;
    int attempt = 1; // of this step; above 1 after a retry
    const Json* item = nullptr; // the list element of a fan-out; null elsewhere
    const Json* answer = nullptr; // {"by": "person"|"time"|"event", "data": …} after a wait; null elsewhere
    Effects& effects;
    const Clock& clock;
    std::stop_token stop;
};

class Node {
public:
    virtual ~Node() = default;
    virtual std::string_view name() const = 0; // unique in its graph

    /// Reads `state`, returns what changes; edges belong to the graph. Polls context.stop every 200 ms.
    virtual Result<Update> run(const State& state, const NodeContext& context) const = 0;
};

/// A node made of a function, for graphs whose steps need no class of their own.
class FunctionNode final : public Node {
public:
    using Function = std::function<Result<Update>(const State&, const NodeContext&)>;
    FunctionNode(std::string name, Function function) : m_name(std::move(name)), m_function(std::move(function)) { }

    std::string_view name() const override { return m_name; }
    Result<Update> run(const State& state, const NodeContext& context) const override
    {
        return m_function(state, context);
    }

private:
    std::string m_name;
    Function m_function;
};

} // namespace signalbox::graph
