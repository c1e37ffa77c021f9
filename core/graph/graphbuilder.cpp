// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/graph.h"

#include <algorithm>
#include <set>

namespace signalbox::graph {

namespace {

std::string inQuotes(const std::string& name)
{
    return "\"" + name + "\"";
}

std::vector<std::vector<int>> successors(const Graph& graph)
{
    std::vector<std::vector<int>> next(graph.steps().size());
    for (std::size_t i = 0; i < graph.steps().size(); ++i) {
        const Graph::Step& step = graph.steps()[i];
        next[i] = step.plain;
        for (const auto& [condition, branches] : step.conditionals) {
            for (const Graph::Branch& branch : branches)
                next[i].push_back(branch.target);
        }
        for (const auto& [channel, to] : step.fanOuts)
            next[i].push_back(to);
        for (const int join : step.joins)
            next[i].push_back(graph.joins()[static_cast<std::size_t>(join)].target);
    }
    return next;
}

std::set<int> reachableFrom(int start, const std::vector<std::vector<int>>& next)
{
    std::set<int> seen;
    std::vector<int> open{start};
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        if (at == kEndIndex || !seen.insert(at).second)
            continue;
        open.insert(open.end(), next[static_cast<std::size_t>(at)].begin(), next[static_cast<std::size_t>(at)].end());
    }
    return seen;
}

/// Nodes from which END can be reached.
std::set<int> reachingEnd(const std::vector<std::vector<int>>& next)
{
    std::set<int> good;
    for (bool grew = true; grew;) {
        grew = false;
        for (int i = 0; i < static_cast<int>(next.size()); ++i) {
            const auto& targets = next[static_cast<std::size_t>(i)];
            const bool leads
                = std::ranges::any_of(targets, [&](int to) { return to == kEndIndex || good.contains(to); });
            if (leads && good.insert(i).second)
                grew = true;
        }
    }
    return good;
}

} // namespace

GraphBuilder::GraphBuilder(std::string name, int version) : m_graph(std::make_unique<Graph>())
{
    m_graph->m_name = std::move(name);
    m_graph->m_version = version;
}

GraphBuilder& GraphBuilder::channel(const std::string& name, Channel channel)
{
    if (channel.reducer == Reducer::Custom && !channel.custom)
        m_faults.push_back("channel " + inQuotes(name) + " has no reducer of its own");
    m_graph->m_channels.insert_or_assign(name, std::move(channel));
    return *this;
}

GraphBuilder& GraphBuilder::facts(std::vector<std::string> channels)
{
    m_graph->m_facts = std::move(channels);
    return *this;
}

GraphBuilder& GraphBuilder::node(std::unique_ptr<const Node> node, NodePolicy policy)
{
    const std::string name(node->name());
    if (name.empty() || name == kEnd)
        m_faults.push_back("node " + inQuotes(name) + " may not have this name");
    else if (m_graph->indexOf(name) != kEndIndex)
        m_faults.push_back("node " + inQuotes(name) + " is declared twice");
    Graph::Step step;
    step.node = std::move(node);
    step.policy = std::move(policy);
    m_graph->m_steps.push_back(std::move(step));
    return *this;
}

GraphBuilder& GraphBuilder::node(const std::string& name, FunctionNode::Function function, NodePolicy policy)
{
    return node(std::make_unique<FunctionNode>(name, std::move(function)), std::move(policy));
}

GraphBuilder& GraphBuilder::entry(const std::string& node)
{
    m_entry = node;
    return *this;
}

GraphBuilder& GraphBuilder::edge(const std::string& from, const std::string& to)
{
    m_edges.push_back({from, to, EdgeKind::Plain, {}});
    return *this;
}

GraphBuilder& GraphBuilder::conditional(const std::string& from, Condition condition,
                                        std::map<std::string, std::string> targets)
{
    m_conditions.push_back({from, std::move(condition), std::move(targets)});
    return *this;
}

GraphBuilder& GraphBuilder::fanOut(const std::string& from, const std::string& channel, const std::string& to)
{
    m_edges.push_back({from, to, EdgeKind::FanOut, channel});
    return *this;
}

GraphBuilder& GraphBuilder::join(const std::vector<std::string>& sources, const std::string& to)
{
    m_joins.emplace_back(sources, to);
    return *this;
}

GraphBuilder& GraphBuilder::stepLimit(int limit)
{
    m_graph->m_stepLimit = limit;
    return *this;
}

int GraphBuilder::source(const Graph& graph, const std::string& from)
{
    const int index = graph.indexOf(from);
    if (index == kEndIndex)
        m_faults.push_back("edge from unknown node " + inQuotes(from));
    else if (isInside(graph, index))
        m_faults.push_back("edge from " + inQuotes(from) + ", which is inside a sub-graph");
    return index;
}

int GraphBuilder::target(const Graph& graph, const std::string& from, const std::string& to)
{
    if (to == kEnd)
        return kEndIndex;
    const int index = graph.indexOf(to);
    if (index == kEndIndex)
        m_faults.push_back("node " + inQuotes(from) + " leads to unknown node " + inQuotes(to));
    else if (isInside(graph, index))
        m_faults.push_back("node " + inQuotes(from) + " leads into a sub-graph, to " + inQuotes(to));
    return entered(graph, index);
}

void GraphBuilder::resolveCondition(Graph& graph, ConditionSpec& spec)
{
    const int from = source(graph, spec.from);
    if (!spec.condition.choose)
        m_faults.push_back("node " + inQuotes(spec.from) + " has a condition that cannot choose");
    std::vector<Graph::Branch> branches;
    for (const std::string& result : spec.condition.results) {
        const auto at = spec.targets.find(result);
        if (at == spec.targets.end())
            m_faults.push_back("node " + inQuotes(spec.from) + ": result " + inQuotes(result) + " is not in its map");
        else
            branches.push_back({result, target(graph, spec.from, at->second)});
    }
    for (const auto& [result, to] : spec.targets) {
        if (std::ranges::find(spec.condition.results, result) == spec.condition.results.end())
            m_faults.push_back("node " + inQuotes(spec.from) + ": " + inQuotes(result)
                               + " is mapped but never a result");
    }
    if (from != kEndIndex)
        graph.m_steps[static_cast<std::size_t>(from)].conditionals.emplace_back(std::move(spec.condition),
                                                                                std::move(branches));
}

void GraphBuilder::resolve(Graph& graph)
{
    for (const EdgeSpec& edge : m_edges) {
        const int from = source(graph, edge.from);
        const int to = target(graph, edge.from, edge.to);
        if (from == kEndIndex)
            continue;
        Graph::Step& step = graph.m_steps[static_cast<std::size_t>(from)];
        if (edge.kind == EdgeKind::Plain)
            step.plain.push_back(to);
        else
            step.fanOuts.emplace_back(edge.label, to);
    }
    for (ConditionSpec& spec : m_conditions)
        resolveCondition(graph, spec);
    for (const auto& [sources, to] : m_joins) {
        if (sources.empty()) {
            m_faults.push_back("node " + inQuotes(to) + " joins nothing");
            continue;
        }
        Graph::Join join;
        join.target = target(graph, sources.front(), to);
        std::set<int> from;
        for (const std::string& name : sources)
            from.insert(source(graph, name));
        from.erase(kEndIndex);
        for (const int index : from)
            graph.m_steps[static_cast<std::size_t>(index)].joins.push_back(static_cast<int>(graph.m_joins.size()));
        join.sources.assign(from.begin(), from.end());
        graph.m_joins.push_back(std::move(join));
    }
}

void GraphBuilder::checkPaths(const Graph& graph)
{
    const auto next = successors(graph);
    const std::set<int> seen = reachableFrom(graph.m_entry, next);
    const std::set<int> ending = reachingEnd(next);
    for (int i = 0; i < static_cast<int>(next.size()); ++i) {
        const std::string name(graph.m_steps[static_cast<std::size_t>(i)].node->name());
        if (!seen.contains(i))
            m_faults.push_back("node " + inQuotes(name) + " cannot be reached");
        else if (!ending.contains(i))
            m_faults.push_back("node " + inQuotes(name) + " has no way to END");
    }
}

Result<std::shared_ptr<const Graph>> GraphBuilder::compile()
{
    m_graph->m_entry = entered(*m_graph, m_graph->indexOf(m_entry));
    if (m_graph->m_entry == kEndIndex)
        m_faults.push_back(m_entry.empty() ? "no entry" : "entry " + inQuotes(m_entry) + " is unknown");
    shareChannels(*m_graph);
    resolve(*m_graph);
    if (m_faults.empty())
        checkPaths(*m_graph);
    if (!m_faults.empty()) {
        std::string detail = "graph " + inQuotes(m_graph->m_name) + ": " + m_faults.front();
        for (std::size_t i = 1; i < m_faults.size(); ++i)
            detail += "; " + m_faults[i];
        return Error{ErrorCode::InvalidInput, detail};
    }
    return std::shared_ptr<const Graph>(std::move(m_graph));
}

} // namespace signalbox::graph
