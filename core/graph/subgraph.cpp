// SPDX-License-Identifier: GPL-3.0-or-later
// The part of GraphBuilder that makes a graph a node of another: its nodes become
// nodes of the outer graph, so that steps, waits, joins and cancelling need nothing new.
#include "core/graph/embedding.h"

#include <algorithm>
#include <utility>

namespace signalbox::graph {

namespace {

/// A node of a sub-graph. Keeps the inner graph, which owns the real one.
class InnerNode final : public Node {
public:
    InnerNode(std::shared_ptr<const Graph> inner, const Node& node, std::shared_ptr<const Embedding> embedding)
        : m_inner(std::move(inner)),
          m_node(node),
          m_embedding(std::move(embedding)),
          m_name(m_embedding->group() + "/" + std::string(node.name()))
    {
    }

    std::string_view name() const override { return m_name; }
    Result<Update> run(const State& state, const NodeContext& context) const override
    {
        return m_embedding->run(m_node, state, context);
    }

private:
    const std::shared_ptr<const Graph> m_inner;
    const Node& m_node;
    const std::shared_ptr<const Embedding> m_embedding;
    const std::string m_name;
};

std::vector<int> shifted(const std::vector<int>& indices, int by)
{
    std::vector<int> out;
    for (const int index : indices)
        out.push_back(index + by);
    return out;
}

std::string inQuotes(const std::string& name)
{
    return "\"" + name + "\"";
}

} // namespace

GraphBuilder& GraphBuilder::subgraph(const std::string& name, std::shared_ptr<const Graph> inner)
{
    embed(name, inner, std::make_shared<Embedding>(name));
    return *this;
}

GraphBuilder& GraphBuilder::subgraph(const std::string& name, std::shared_ptr<const Graph> inner,
                                     std::map<std::string, std::string> shared)
{
    embed(name, inner, std::make_shared<Embedding>(name, std::move(shared)));
    return *this;
}

void GraphBuilder::embed(const std::string& name, const std::shared_ptr<const Graph>& inner,
                         const std::shared_ptr<const Embedding>& embedding)
{
    if (!inner) {
        m_faults.push_back("sub-graph " + inQuotes(name) + " is no graph");
        return;
    }
    const int offset = static_cast<int>(m_graph->m_steps.size());
    const int joins = static_cast<int>(m_graph->m_joins.size());
    const int leave = offset + static_cast<int>(inner->steps().size());
    const auto outer = [&](int index) { return index == kEndIndex ? leave : index + offset; };

    for (const Graph::Step& step : inner->steps()) {
        node(std::make_unique<InnerNode>(inner, *step.node, embedding), step.policy);
        Graph::Step& copy = m_graph->m_steps.back();
        for (const int to : step.plain)
            copy.plain.push_back(outer(to));
        for (const auto& [condition, branches] : step.conditionals) {
            std::vector<Graph::Branch> targets;
            for (const Graph::Branch& branch : branches)
                targets.push_back({branch.label, outer(branch.target)});
            copy.conditionals.emplace_back(Condition{condition.results,
                                                     [embedding, inner, &inside = condition](const State& state) {
                                                         return embedding->choose(inside, state);
                                                     }},
                                           std::move(targets));
        }
        for (const auto& [channel, to] : step.fanOuts)
            copy.fanOuts.emplace_back(embedding->outside(channel), outer(to));
        copy.joins = shifted(step.joins, joins);
    }
    for (const Graph::Join& join : inner->joins())
        m_graph->m_joins.push_back({shifted(join.sources, offset), outer(join.target)});
    for (const Graph::Group& group : inner->groups())
        m_graph->m_groups.push_back(
            {name + "/" + group.name, shifted(group.nodes, offset), outer(group.entry), outer(group.leave)});

    node(name,
         [embedding](const State& state, const NodeContext&) -> Result<Update> { return embedding->left(state); });
    Graph::Group group{name, {}, outer(inner->entry()), leave};
    for (int i = offset; i < leave; ++i)
        group.nodes.push_back(i);
    m_graph->m_groups.push_back(std::move(group));
    m_graph->m_channels.insert_or_assign(embedding->visits(), Channel{.reducer = Reducer::Add, .custom = {}});
    for (const auto& [channel, reducer] : inner->m_channels)
        m_shared.emplace_back(embedding->outside(channel), embedding->reducerOutside(channel, reducer));
}

/// Called once all channels of this graph are known.
void GraphBuilder::shareChannels(Graph& graph)
{
    for (auto& [name, channel] : m_shared) {
        const auto [at, isNew] = graph.m_channels.emplace(name, channel);
        if (!isNew && at->second.reducer != channel.reducer)
            m_faults.push_back("channel " + inQuotes(name) + " has another reducer in a sub-graph");
    }
}

/// An edge to a group leads to where it begins.
int GraphBuilder::entered(const Graph& graph, int index) const
{
    const auto at = std::ranges::find(graph.groups(), index, &Graph::Group::leave);
    return at == graph.groups().end() ? index : at->entry;
}

bool GraphBuilder::isInside(const Graph& graph, int index) const
{
    return std::ranges::any_of(
        graph.groups(), [&](const Graph::Group& group) { return std::ranges::binary_search(group.nodes, index); });
}

} // namespace signalbox::graph
