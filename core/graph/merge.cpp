// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/merge.h"

#include "core/base/jsonpatch.h"

#include <utility>

namespace signalbox::graph {

namespace {

/// Takes a value apart from its leaves up. The library moves the parts of each container to a list of their own before
/// it drops them, which takes twice as long.
void drop(Json& value)
{
    if (auto* const object = value.get_ptr<Json::object_t*>()) {
        for (auto& [key, part] : *object)
            drop(part);
        object->clear();
    } else if (auto* const array = value.get_ptr<Json::array_t*>()) {
        for (Json& part : *array)
            drop(part);
        array->clear();
    }
}

} // namespace

Merge::~Merge()
{
    for (auto& [name, before] : m_before) {
        if (before.value)
            drop(*before.value);
    }
}

Merge::Before Merge::remember(const Channel& channel, const std::string& name)
{
    Before before;
    const auto at = m_state.find(name);
    if (at == m_state.end())
        return before;
    if (channel.reducer == Reducer::Append && at->is_array())
        before.length = at->size();
    else if (channel.reducer == Reducer::Merge && at->is_object())
        before.fields.emplace();
    else if (channel.reducer == Reducer::Replace)
        before.value = std::move(*at); // it is about to be replaced
    else
        before.value = *at;
    return before;
}

/// The fields that `update` is about to replace are moved out, not copied.
void Merge::rememberFields(Before& before, Json& object, const Json& update)
{
    for (const auto& [key, value] : update.items()) {
        if (before.fields->contains(key))
            continue;
        const auto at = object.find(key);
        before.fields->emplace(key, at == object.end() ? std::nullopt : std::optional(std::move(*at)));
    }
}

Result<void> Merge::add(Json& values)
{
    for (auto& [name, value] : values.items()) {
        const Channel& channel = m_graph.channel(name);
        auto known = m_before.find(name);
        if (known == m_before.end())
            known = m_before.emplace(name, remember(channel, name)).first;
        else if (channel.reducer == Reducer::Replace)
            return Error{ErrorCode::Conflict, "two nodes of one step write channel \"" + name + "\""};
        Json& merged = m_state[name];
        if (known->second.fields && value.is_object())
            rememberFields(known->second, merged, value);
        if (auto reduced = reduce(channel, merged, std::move(value)); !reduced)
            return Error{reduced.error().code, "channel \"" + name + "\": " + reduced.error().detail};
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
        } else if (before.fields) {
            Json& object = m_state[name];
            for (auto& [key, value] : *before.fields) {
                if (value)
                    object[key] = *std::move(value);
                else
                    object.erase(key);
            }
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

Json Merge::difference(const std::map<std::string, Json>& known) const
{
    Json patch = Json::array();
    for (const auto& [name, before] : m_before) {
        if (const auto at = known.find(name); at != known.end())
            patch.insert(patch.end(), at->second.begin(), at->second.end());
        else
            appendDifferenceOf(patch, name, before);
    }
    return patch;
}

void Merge::appendDifferenceOf(Json& patch, const std::string& name, const Before& before) const
{
    const Json& now = m_state.at(name); // an update sets channels, and never takes one away
    const std::string path = pointerTo({}, name);
    if (before.value) {
        appendDifference(patch, path, *before.value, now);
    } else if (before.length) {
        for (std::size_t i = *before.length; i < now.size(); ++i)
            appendOperation(patch, "add", path + "/-", now[i]);
    } else if (before.fields) {
        for (const auto& [key, value] : *before.fields) {
            if (value)
                appendDifference(patch, pointerTo(path, key), *value, now[key]);
            else
                appendOperation(patch, "add", pointerTo(path, key), now[key]);
        }
    } else {
        appendOperation(patch, "add", path, now);
    }
}

} // namespace signalbox::graph
