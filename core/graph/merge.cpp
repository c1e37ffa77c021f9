// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/merge.h"

#include <utility>

namespace signalbox::graph {

/// What undo() needs; a long array is not copied for it, nor a value that is about to be replaced.
Merge::Before Merge::remember(const Channel& channel, const std::string& name)
{
    Before before;
    const auto at = m_state.find(name);
    if (at == m_state.end())
        return before;
    if (channel.reducer == Reducer::Append && at->is_array())
        before.length = at->size();
    else if (channel.reducer == Reducer::Replace)
        before.value = std::move(*at);
    else
        before.value = *at;
    return before;
}

Result<void> Merge::add(Json& values)
{
    for (auto& [name, value] : values.items()) {
        const Channel& channel = m_graph.channel(name);
        if (!m_before.contains(name))
            m_before.emplace(name, remember(channel, name));
        else if (channel.reducer == Reducer::Replace)
            return Error{ErrorCode::Conflict, "two nodes of one step write channel \"" + name + "\""};
        if (auto merged = reduce(channel, m_state[name], std::move(value)); !merged)
            return Error{merged.error().code, "channel \"" + name + "\": " + merged.error().detail};
    }
    values = nullptr;
    return {};
}

void Merge::undo()
{
    for (auto& [name, before] : m_before) {
        if (before.value) {
            m_state[name] = *std::move(before.value);
        } else if (before.length) {
            Json& array = m_state[name];
            array.erase(array.begin() + static_cast<Json::difference_type>(*before.length), array.end());
        } else {
            m_state.erase(name);
        }
    }
    m_before.clear();
}

std::vector<std::string> Merge::changed() const
{
    std::vector<std::string> names;
    names.reserve(m_before.size());
    for (const auto& [name, before] : m_before)
        names.push_back(name);
    return names;
}

} // namespace signalbox::graph
