// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/node.h"

namespace signalbox::graph {

namespace {
Wait& begun(std::optional<Wait>& wait)
{
    if (!wait)
        wait.emplace();
    return *wait;
}
} // namespace

Update::Update(std::initializer_list<Value> values)
{
    for (const Value& each : values)
        m_values[each.channel] = std::move(each.value);
}

void Update::waitFor(Person person)
{
    begun(m_wait).person = std::move(person.request);
}

void Update::waitFor(Until until)
{
    begun(m_wait).at = until.at;
}

void Update::waitFor(Happening event)
{
    Wait& wait = begun(m_wait);
    wait.event = std::move(event.name);
    wait.at = event.lookAgainAt;
}

} // namespace signalbox::graph
