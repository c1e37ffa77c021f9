// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of Settlement: from finished tasks to the next frontier.
#include "core/graph/settlement.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace signalbox::graph {

namespace {

/// A condition belongs to an agent: whatever it throws must not end the program.
Result<std::string> choose(const Condition& condition, const State& state)
{
    try {
        return condition.choose(state);
    } catch (const std::exception& leaked) {
        return Error{ErrorCode::Internal, std::string("its condition threw: ") + leaked.what()};
    } catch (...) {
        return Error{ErrorCode::Internal, "its condition threw"};
    }
}

} // namespace

namespace {

/// The step that leaves a sub-graph is never led to: it runs when nothing of the group is left to run.
bool isLeave(const Graph& graph, int node)
{
    return std::ranges::find(graph.groups(), node, &Graph::Group::leave) != graph.groups().end();
}

bool anyOf(const std::vector<int>& nodes, const std::set<int>& in)
{
    return std::ranges::any_of(nodes, [&](int node) { return in.contains(node); });
}

} // namespace

/// Groups of which tasks have just run, and none is due next, are left; those within others first.
void Settlement::leaveGroups(const std::set<int>& ran, const std::set<int>& goesOn, Onward& onward)
{
    for (const Graph::Group& group : m_graph.groups()) {
        std::set<int> next = goesOn;
        next.insert(onward.targets.begin(), onward.targets.end());
        for (const Task& task : onward.fanned)
            next.insert(task.node);
        const bool active = anyOf(group.nodes, ran) || onward.leaves.contains(group.leave);
        if (!active || anyOf(group.nodes, next))
            continue;
        std::erase_if(m_at.frontier.arrived, [&](const auto& arrival) {
            return anyOf(group.nodes, arrival.second); // a join that will not come about any more
        });
        onward.targets.insert(group.leave);
    }
}

Json Settlement::edge(int from, int to, const std::string& label) const
{
    Json data = Json::object();
    data["from"] = nameOf(from);
    data["to"] = nameOf(to);
    data["label"] = label;
    return data;
}

void Settlement::took(int from, int to, const std::string& label, Onward& onward)
{
    if (isLeave(m_graph, to))
        onward.leaves.insert(to);
    else if (to != kEndIndex)
        onward.targets.insert(to);
    if (m_keepsEvents)
        tell("edge_taken", nameOf(from), edge(from, to, label));
}

Result<void> Settlement::followConditions(int node, Onward& onward)
{
    const Graph::Step& step = m_graph.steps()[static_cast<std::size_t>(node)];
    for (const auto& [condition, branches] : step.conditionals) {
        const auto result = choose(condition, m_at.state);
        if (!result)
            return result.error();
        const auto branch = std::ranges::find(branches, *result, &Graph::Branch::label);
        if (branch == branches.end())
            return Error{ErrorCode::InvalidInput,
                         "its condition answered \"" + *result + "\", which is not in its map"};
        took(node, branch->target, *result, onward);
    }
    return {};
}

Result<void> Settlement::followFanOuts(int node, Onward& onward)
{
    const Graph::Step& step = m_graph.steps()[static_cast<std::size_t>(node)];
    for (const auto& [channel, to] : step.fanOuts) {
        const auto at = m_at.state.find(channel);
        const bool missing = at == m_at.state.end() || at->is_null();
        if (!missing && !at->is_array())
            return Error{ErrorCode::InvalidInput, "channel \"" + channel + "\" is no list to fan out over"};
        const std::size_t count = missing ? 0 : at->size();
        for (std::size_t i = 0; i < count; ++i)
            onward.fanned.push_back({.node = to, .item = (*at)[i]});
        if (count == 0)
            onward.empty.push_back(to);
        if (m_keepsEvents) {
            Json data = edge(node, to, channel);
            data["items"] = count;
            tell("edge_taken", nameOf(node), std::move(data));
        }
    }
    return {};
}

Result<void> Settlement::follow(int node, Onward& onward)
{
    if (!onward.followed.insert(node).second)
        return {};
    const Graph::Step& step = m_graph.steps()[static_cast<std::size_t>(node)];
    for (const int to : step.plain)
        took(node, to, {}, onward);
    if (auto followed = followConditions(node, onward); !followed)
        return followed;
    if (auto followed = followFanOuts(node, onward); !followed)
        return followed;
    for (const int index : step.joins) {
        const Graph::Join& join = m_graph.joins()[static_cast<std::size_t>(index)];
        std::set<int>& arrived = m_at.frontier.arrived[index];
        arrived.insert(node);
        if (!std::ranges::includes(arrived, join.sources))
            continue;
        m_at.frontier.arrived.erase(index);
        took(node, join.target, {}, onward);
    }
    return {};
}

/// A node that several items run in has its edges followed once, when its last item has finished; one that was given
/// an empty list, at once. After a failure the frontier is as before, and `node` is the one that failed.
Result<void> Settlement::advance(int& node)
{
    std::set<int> ran;
    std::set<int> goesOn;
    for (const Task& task : m_at.frontier.tasks) {
        ran.insert(task.node);
        if (task.next)
            goesOn.insert(task.node);
    }
    std::vector<int> ending;
    std::ranges::set_difference(ran, goesOn, std::back_inserter(ending));

    Onward onward;
    auto arrived = m_at.frontier.arrived;
    const auto leads = [&](int from) {
        node = from;
        return follow(from, onward);
    };
    const auto runsNext = [&](int to) {
        return goesOn.contains(to) || onward.targets.contains(to)
            || std::ranges::find(onward.fanned, to, &Task::node) != onward.fanned.end();
    };
    Result<void> led;
    for (std::size_t i = 0; led && i < ending.size(); ++i)
        led = leads(ending[i]);
    for (std::size_t i = 0; led && i < onward.empty.size(); ++i) {
        if (!runsNext(onward.empty[i]))
            led = leads(onward.empty[i]);
    }
    if (!led) {
        m_at.frontier.arrived = std::move(arrived);
        return led;
    }
    leaveGroups(ran, goesOn, onward);
    begin(std::move(onward), ran);
    return {};
}

void Settlement::begin(Onward onward, const std::set<int>& ran)
{
    std::vector<Task> next = std::move(onward.fanned);
    for (const int node : onward.targets)
        next.push_back({.node = node});
    for (Task& task : m_at.frontier.tasks) {
        if (!task.next)
            continue;
        Task waiting{.node = task.node, .item = std::move(task.item)};
        beginWait(waiting, *task.next, "");
        waiting.next = std::move(task.next);
        next.push_back(std::move(waiting));
    }
    std::ranges::stable_sort(next, {}, &Task::node);
    m_at.frontier.tasks = std::move(next);
    ++m_at.number;
    m_at.at = m_clock.now();
    m_at.nodes.clear();
    for (const int node : ran)
        m_at.nodes.push_back(nameOf(node));
    m_record.isNew = true;
}

void Settlement::announce(StepRecord& record)
{
    if (!m_keepsEvents)
        return;
    for (const Task& task : m_at.frontier.tasks) {
        const bool lookingAgain = !task.waited.empty();
        if (task.phase != Task::Phase::Due || lookingAgain)
            continue;
        Json data = Json::object();
        data["attempt"] = task.attempt;
        if (task.item)
            data["item"] = *task.item;
        record.events.push_back({"node_started", nameOf(task.node), m_clock.now(), std::move(data)});
    }
}

Json Settlement::facts() const
{
    const auto& channels = m_graph.factChannels();
    const bool changed = std::ranges::any_of(m_record.changed, [&](const std::string& channel) {
        return std::ranges::find(channels, channel) != channels.end();
    });
    if (!changed && !m_first)
        return nullptr;
    Json facts = Json::object();
    for (const std::string& channel : channels) {
        if (const auto at = m_at.state.find(channel); at != m_at.state.end())
            facts[channel] = *at;
    }
    return facts;
}

/// The phase in which the run is left by its tasks.
void Settlement::choosePhase()
{
    bool due = false;
    bool waiting = false;
    bool asks = false;
    std::string step;
    for (const Task& task : m_at.frontier.tasks) {
        const bool isDue = task.phase == Task::Phase::Due;
        const bool isWaiting = task.phase == Task::Phase::Waiting;
        if (isDue || (isWaiting && !due))
            step = nameOf(task.node);
        due = due || isDue;
        waiting = waiting || isWaiting;
        asks = asks || (isWaiting && task.waitsFor == "person");
    }
    if (!due && !waiting) {
        m_record.phase = RunPhase::Succeeded;
        tell("finished", {}, {{"state", "succeeded"}});
        return;
    }
    m_record.step = step;
    m_record.phase = due ? RunPhase::Running : asks ? RunPhase::Waiting : RunPhase::Sleeping;
    if (due && m_at.number >= m_graph.stepLimit()) {
        m_record.phase = RunPhase::Failed;
        m_record.failure = "step limit of " + std::to_string(m_graph.stepLimit()) + " reached at " + step;
        tell("failed", step, {{"error", m_record.failure}});
    }
}

StepRecord Settlement::seal()
{
    m_record.checkpoint = &m_at;
    if (m_keepsEvents)
        m_record.facts = facts();
    m_first = false;
    if (m_record.phase != RunPhase::Failed)
        choosePhase();
    if (m_record.phase == RunPhase::Failed)
        tell("finished", {}, {{"state", "failed"}});
    return std::exchange(m_record, {});
}

} // namespace signalbox::graph
