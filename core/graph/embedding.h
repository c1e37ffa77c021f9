// SPDX-License-Identifier: GPL-3.0-or-later
// How the nodes of a sub-graph see the state of the graph around it, and what becomes
// of their updates, channels and effect keys there.
//
// Thread  immutable: any
// Disk    "group/channel", "group#visits"; effect keys "group/key", from the second visit on "group.2/key"
#pragma once

#include "core/graph/graph.h"

#include <nlohmann/json.hpp>

namespace signalbox::graph {

class Embedding {
public:
    /// All channels are shared.
    explicit Embedding(std::string group) : m_group(std::move(group)) { }
    Embedding(std::string group, std::map<std::string, std::string> shared);

    const std::string& group() const { return m_group; }
    std::string visits() const { return m_group + "#visits"; } // the channel that counts how often it was left

    /// The name of an inner channel outside.
    std::string outside(const std::string& channel) const;
    bool isOwn(const std::string& channel) const { return !m_sharesAll && !m_shared.contains(channel); }
    /// An own channel's reducer outside: null empties it.
    Channel reducerOutside(const std::string& channel, const Channel& inner) const;

    Result<Update> run(const Node& node, const State& state, const NodeContext& context) const;
    std::string choose(const Condition& condition, const State& state) const;
    /// What leaving changes: one visit more, and own channels emptied.
    Update left(const State& state) const;

private:
    State inside(const State& state) const;
    std::string keyPrefix(const State& state) const;

    const std::string m_group;
    const bool m_sharesAll = true;
    const std::map<std::string, std::string> m_shared; // inner → outer
};

} // namespace signalbox::graph
