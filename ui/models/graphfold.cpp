// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/graphfold.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace signalbox::ui {

namespace {

bool isIn(const std::string& node, const std::string& group)
{
    return node == group || node.starts_with(group + '/');
}

std::string standIn(const graph::Drawing& whole, const std::set<std::string>& open, const std::string& node)
{
    for (const graph::DrawnGroup& group : whole.groups) // outer ones first
        if (!open.contains(group.name) && isIn(node, group.name))
            return group.name;
    return node;
}

/// What a folded node tells of a step in it, most important first.
int rankOf(NodeState state)
{
    static constexpr std::array kOrder{NodeState::Waiting, NodeState::Retrying,  NodeState::Running, NodeState::Failed,
                                       NodeState::Pending, NodeState::Succeeded, NodeState::Skipped};
    return static_cast<int>(std::ranges::find(kOrder, state) - kOrder.begin());
}

void add(NodeView& sum, const NodeView& step)
{
    const bool first = sum.name.empty();
    if (first || rankOf(step.state) < rankOf(sum.state)) {
        sum.state = step.state;
        sum.since = step.since;
        sum.until = step.until;
        sum.attempt = step.attempt;
        sum.maxAttempts = step.maxAttempts;
        sum.failure = step.failure;
    }
    if (step.took)
        sum.took = sum.took.value_or(Milliseconds(0)) + *step.took;
    sum.visits = std::max(sum.visits, step.visits);
    sum.position = std::max(sum.position, step.position);
    sum.shown = sum.shown || step.shown;
    sum.live = sum.live || step.live;
}

/// Steps that were passed by do not hold back a sub-graph that was left.
void settle(NodeView& sum, const GraphState& whole)
{
    const NodeView* left = whole.node(sum.name); // where the sub-graph is left
    if (sum.state == NodeState::Pending && left && left->state == NodeState::Succeeded)
        sum.state = NodeState::Succeeded;
}

} // namespace

bool foldsAtFirst(const graph::Drawing& whole)
{
    return std::ssize(whole.nodes) > kFoldAbove && !whole.groups.empty();
}

std::string openGroupOf(const graph::Drawing& whole, const std::set<std::string>& open, const std::string& node)
{
    std::string inner;
    for (const graph::DrawnGroup& group : whole.groups)
        if (open.contains(group.name) && isIn(node, group.name))
            inner = group.name;
    return inner;
}

GraphFold fold(const graph::Drawing& whole, const std::set<std::string>& open)
{
    GraphFold out;
    out.drawing.graph = whole.graph;
    out.drawing.version = whole.version;
    std::map<std::string, std::size_t> drawn;
    for (const graph::DrawnNode& node : whole.nodes) {
        const std::string name = standIn(whole, open, node.name);
        out.stands[node.name] = name;
        const auto [at, isNew] = drawn.try_emplace(name, out.drawing.nodes.size());
        if (isNew)
            out.drawing.nodes.push_back({name, false, false});
        graph::DrawnNode& made = out.drawing.nodes[at->second];
        made.entry = made.entry || node.entry;
        made.waits = made.waits || node.waits;
        if (name != node.name)
            ++out.steps[name];
    }
    for (const graph::DrawnEdge& edge : whole.edges) {
        const graph::DrawnEdge made{standIn(whole, open, edge.from), standIn(whole, open, edge.to), edge.kind,
                                    edge.label};
        const bool within = made.from == made.to && edge.from != made.from;
        if (!within && std::ranges::find(out.drawing.edges, made) == out.drawing.edges.end())
            out.drawing.edges.push_back(made);
    }
    return out;
}

GraphState fold(const GraphState& whole, const GraphFold& by)
{
    GraphState out{.nodes = {}, .edges = {}, .shown = whole.shown, .live = whole.live};
    const auto stand = [&](const std::string& node) {
        const auto at = by.stands.find(node);
        return at == by.stands.end() ? node : at->second;
    };
    for (const NodeView& node : whole.nodes) {
        const std::string name = stand(node.name);
        if (!by.isFolded(name)) {
            out.nodes.push_back(node);
            continue;
        }
        auto sum = std::ranges::find(out.nodes, name, &NodeView::name);
        if (sum == out.nodes.end())
            sum = out.nodes.insert(out.nodes.end(), NodeView{});
        add(*sum, node);
        sum->name = name;
        sum->steps = by.steps.at(name);
    }
    for (NodeView& node : out.nodes)
        if (node.steps > 0)
            settle(node, whole);
    for (EdgeView edge : whole.edges) {
        const bool leaves = edge.from == stand(edge.from);
        edge.from = stand(edge.from);
        edge.to = stand(edge.to);
        if (edge.from == edge.to && !leaves)
            continue;
        const auto same = std::ranges::find_if(out.edges, [&](const EdgeView& other) {
            return std::tie(other.from, other.to, other.kind, other.label)
                == std::tie(edge.from, edge.to, edge.kind, edge.label);
        });
        if (same == out.edges.end())
            out.edges.push_back(std::move(edge));
        else
            same->taken += edge.taken;
    }
    return out;
}

} // namespace signalbox::ui
