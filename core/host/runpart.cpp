// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/runpart.h"

#include "core/base/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::host {

void RunPart::take(std::vector<EventRow> events)
{
    for (EventRow& event : events) {
        m_lastSeq = event.seq;
        takeOne(std::move(event));
        if (m_isEnough)
            return;
    }
    if (m_events.size() > kMostEvents)
        dropOldest();
}

void RunPart::takeOne(EventRow event)
{
    const bool begins = !m_events.empty() && m_events.back().checkpoint != event.checkpoint; // behind a checkpoint
    if (begins && m_behind >= kMostEvents / 2) {
        m_isEnough = true;
        return;
    }
    if (m_around >= 0 && event.checkpoint >= m_around)
        ++m_behind;
    m_events.push_back(std::move(event));
    if (m_events.size() >= 2 * kMostEvents)
        dropOldest();
}

void RunPart::dropOldest()
{
    const auto least = m_events.end() - static_cast<std::ptrdiff_t>(kMostEvents);
    const auto from = std::adjacent_find(std::prev(least), m_events.end(), [](const EventRow& a, const EventRow& b) {
        return a.checkpoint != b.checkpoint;
    });
    const auto first = from == m_events.end() ? least : std::next(from);
    std::for_each(m_events.begin(), first, [this](const EventRow& event) { addUp(event); });
    m_events.erase(m_events.begin(), first);
}

bool RunPart::holds(std::int64_t checkpoint) const
{
    if (m_events.empty())
        return true;
    const bool tooOld = m_earlier.count > 0 && checkpoint < m_events.front().checkpoint;
    const bool tooNew = m_isEnough && checkpoint > m_events.back().checkpoint + 1;
    return !tooOld && !tooNew;
}

void RunPart::addUp(const EventRow& event)
{
    ++m_earlier.count;
    EarlierEvents::Node& node = m_earlier.nodes[event.node];
    if (event.type == "node_started" && !std::exchange(node.open, true)) {
        node.position = ++m_earlier.visits;
    } else if (event.type == "node_finished") {
        node.open = false;
        ++node.visits;
        if (const auto took = fieldOr<std::int64_t>(event.data, "duration_ms", -1); took >= 0)
            node.took = Milliseconds(took);
    } else if (event.type == "waiting" && !std::exchange(node.open, true)) {
        --node.visits; // it finished its step, and goes on when woken
    } else if (event.type == "edge_taken") {
        ++m_earlier.taken[{fieldOr<std::string>(event.data, "from", event.node),
                           fieldOr<std::string>(event.data, "to", {}), fieldOr<std::string>(event.data, "label", {})}];
    } else if (event.type == "effect_intent") {
        m_safeties[fieldOr<std::string>(event.data, "key", {})] = fieldOr<std::string>(event.data, "safety", {});
    } else if (event.type == "effect_result") {
        const auto begun = m_safeties.extract(fieldOr<std::string>(event.data, "key", {}));
        if (begun && fieldOr<bool>(event.data, "ok", true))
            ++m_earlier.effects[begun.mapped()];
    }
}

} // namespace signalbox::host
