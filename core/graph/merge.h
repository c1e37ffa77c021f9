// SPDX-License-Identifier: GPL-3.0-or-later
// Merges the updates of one superstep into the state: all of them or, after undo(), none.
//
// Thread  that of the drive
// Errors  Conflict when two tasks write one replace channel; those of the reducers
#pragma once

#include "core/graph/graph.h"

#include <nlohmann/json.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::graph {

class Merge {
public:
    /// Both outlive this.
    Merge(const Graph& graph, State& state) : m_graph(graph), m_state(state) { }
    ~Merge();
    Merge(const Merge&) = delete;
    Merge& operator=(const Merge&) = delete;

    /// Merges one task's values, and leaves null in their place.
    Result<void> add(Json& values);
    void undo();
    std::vector<std::string> changed() const; // channels, in order of their names
    /// From the state before, as a JSON Patch. `known` holds what has been found out already, by channel.
    Json difference(const std::map<std::string, Json>& known = {}) const;

private:
    /// What undo() needs of a channel. A value that only grows or changes in places is never copied.
    struct Before {
        std::optional<Json> value; // nothing, and none of the others: there was no such channel
        std::optional<std::size_t> length; // of an array that has only grown since
        std::optional<std::map<std::string, std::optional<Json>>> fields; // of an object; nothing: it had none such
    };
    Before remember(const Channel& channel, const std::string& name);
    void rememberFields(Before& before, Json& object, const Json& update);
    void appendDifferenceOf(Json& patch, const std::string& name, const Before& before) const;

    const Graph& m_graph;
    State& m_state;
    std::map<std::string, Before> m_before;
};

} // namespace signalbox::graph
