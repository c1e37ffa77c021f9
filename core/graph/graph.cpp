// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/graph.h"

#include <algorithm>

namespace signalbox::graph {

const Channel& Graph::channel(const std::string& name) const
{
    static const Channel kReplace;
    const auto at = m_channels.find(name);
    return at == m_channels.end() ? kReplace : at->second;
}

int Graph::indexOf(std::string_view node) const
{
    const auto at = std::ranges::find_if(m_steps, [&](const Step& step) { return step.node->name() == node; });
    return at == m_steps.end() ? kEndIndex : static_cast<int>(at - m_steps.begin());
}

/// The name of the innermost group around a node.
std::string Graph::groupOf(int node) const
{
    const auto at = std::ranges::find_if(
        m_groups, [&](const Group& group) { return std::ranges::binary_search(group.nodes, node); });
    return at == m_groups.end() ? std::string() : at->name;
}

Drawing Graph::drawing() const
{
    Drawing drawing{.graph = m_name, .version = m_version, .nodes = {}, .edges = {}};
    const auto nameOf = [this](int index) {
        return index == kEndIndex ? std::string(kEnd)
                                  : std::string(m_steps[static_cast<std::size_t>(index)].node->name());
    };
    for (auto group = m_groups.rbegin(); group != m_groups.rend(); ++group)
        drawing.groups.push_back({group->name, groupOf(group->leave)});
    for (int i = 0; i < static_cast<int>(m_steps.size()); ++i) {
        const Step& step = m_steps[static_cast<std::size_t>(i)];
        const auto left = std::ranges::find(m_groups, i, &Group::leave);
        drawing.nodes.push_back(
            {nameOf(i), i == m_entry, step.policy.waitsForPerson, left == m_groups.end() ? groupOf(i) : left->name});
        for (const int to : step.plain)
            drawing.edges.push_back({nameOf(i), nameOf(to), EdgeKind::Plain, {}});
        for (const auto& [condition, branches] : step.conditionals) {
            for (const Branch& branch : branches)
                drawing.edges.push_back({nameOf(i), nameOf(branch.target), EdgeKind::Conditional, branch.label});
        }
        for (const auto& [channel, to] : step.fanOuts)
            drawing.edges.push_back({nameOf(i), nameOf(to), EdgeKind::FanOut, channel});
        for (const int join : step.joins)
            drawing.edges.push_back(
                {nameOf(i), nameOf(m_joins[static_cast<std::size_t>(join)].target), EdgeKind::Join, {}});
    }
    drawing.nodes.push_back({std::string(kEnd), false, false});
    return drawing;
}

} // namespace signalbox::graph
