// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/checkpoint.h"

#include "core/graph/graph.h"

namespace signalbox::graph {

namespace {

std::string_view nodeName(const Graph& graph, int index)
{
    return graph.steps()[static_cast<std::size_t>(index)].node->name();
}

Json waitToJson(const Wait& wait)
{
    Json json = Json::object();
    if (wait.person)
        json["person"] = *wait.person;
    if (wait.at)
        json["at"] = toUnixMs(*wait.at);
    if (!wait.event.empty())
        json["event"] = wait.event;
    return json;
}

Wait waitFromJson(const Json& json)
{
    Wait wait;
    if (json.contains("person"))
        wait.person = json["person"];
    if (json.contains("at"))
        wait.at = fromUnixMs(fieldOr<std::int64_t>(json, "at", 0));
    wait.event = fieldOr<std::string>(json, "event", {});
    return wait;
}

Json taskToJson(const Task& task, const Graph& graph)
{
    static constexpr const char* kPhases[] = {"due", "waiting", "done"};
    Json json = Json::object();
    json["node"] = nodeName(graph, task.node);
    json["phase"] = kPhases[static_cast<int>(task.phase)];
    if (task.item)
        json["item"] = *task.item;
    if (task.attempt != 1)
        json["attempt"] = task.attempt;
    if (task.spent != 0)
        json["spent"] = task.spent;
    if (!task.token.empty())
        json["token"] = task.token;
    if (!task.waitsFor.empty())
        json["waits_for"] = task.waitsFor;
    if (task.answer)
        json["answer"] = *task.answer;
    if (!task.doubt.empty())
        json["doubt"] = task.doubt;
    if (task.ruling)
        json["ruling"] = *task.ruling;
    if (!task.waited.empty())
        json["waited"] = task.waited;
    if (task.phase == Task::Phase::Done)
        json["update"] = task.update;
    if (task.next)
        json["next"] = waitToJson(*task.next);
    return json;
}

Result<Task> taskFromJson(const Json& json, const Graph& graph)
{
    const auto name = field<std::string>(json, "node");
    const auto phase = field<std::string>(json, "phase");
    if (!name || !phase)
        return Error{ErrorCode::InvalidInput, "a stored task has no node or phase"};
    Task task;
    task.node = graph.indexOf(*name);
    if (task.node == kEndIndex)
        return Error{ErrorCode::InvalidInput, "graph \"" + graph.name() + "\" has no node \"" + *name + "\" any more"};
    task.phase = *phase == "done" ? Task::Phase::Done : *phase == "waiting" ? Task::Phase::Waiting : Task::Phase::Due;
    if (json.contains("item"))
        task.item = json["item"];
    task.attempt = static_cast<int>(fieldOr<std::int64_t>(json, "attempt", 1));
    task.spent = static_cast<int>(fieldOr<std::int64_t>(json, "spent", 0));
    task.token = fieldOr<std::string>(json, "token", {});
    task.waitsFor = fieldOr<std::string>(json, "waits_for", {});
    if (json.contains("answer"))
        task.answer = json["answer"];
    task.doubt = fieldOr<std::string>(json, "doubt", {});
    if (json.contains("ruling"))
        task.ruling = json["ruling"];
    task.waited = fieldOr<std::string>(json, "waited", {});
    task.update = fieldOr<Json>(json, "update", {});
    if (json.contains("next"))
        task.next = waitFromJson(json["next"]);
    return task;
}

} // namespace

Json applyAnswers(Frontier& frontier, const std::map<std::string, Json>& answers)
{
    Json given = Json::array();
    for (std::size_t i = 0; i < frontier.tasks.size(); ++i) {
        Task& task = frontier.tasks[i];
        const auto at = answers.find(task.token);
        if (task.phase != Task::Phase::Waiting || at == answers.end())
            continue;
        given.push_back({{"task", i}, {"token", task.token}, {"answer", at->second}});
        if (task.token.starts_with(kRulingToken))
            task.ruling = at->second;
        else if (!task.token.starts_with(kRetryToken))
            task.answer = at->second;
        task.phase = Task::Phase::Due;
        task.token.clear();
        task.waitsFor.clear();
    }
    return given;
}

Json toJson(const Frontier& frontier, const Graph& graph)
{
    Json tasks = Json::array();
    for (const Task& task : frontier.tasks)
        tasks.push_back(taskToJson(task, graph));
    Json json = Json::object();
    json["tasks"] = std::move(tasks);
    if (!frontier.arrived.empty()) {
        Json arrived = Json::object();
        for (const auto& [join, sources] : frontier.arrived) {
            Json names = Json::array();
            for (const int source : sources)
                names.push_back(nodeName(graph, source));
            arrived[std::to_string(join)] = std::move(names);
        }
        json["arrived"] = std::move(arrived);
    }
    return json;
}

Result<Frontier> frontierFromJson(const Json& json, const Graph& graph)
{
    Frontier frontier;
    const Json tasks = fieldOr<Json>(json, "tasks", Json::array());
    for (const Json& stored : tasks) {
        auto task = taskFromJson(stored, graph);
        if (!task)
            return task.error();
        frontier.tasks.push_back(*std::move(task));
    }
    const Json arrived = fieldOr<Json>(json, "arrived", Json::object());
    for (const auto& [join, names] : arrived.items()) {
        const auto index = static_cast<std::size_t>(std::strtoul(join.c_str(), nullptr, 10));
        if (index >= graph.joins().size())
            return Error{ErrorCode::InvalidInput, "graph \"" + graph.name() + "\" has no join " + join + " any more"};
        for (const Json& name : names) {
            const int source = name.is_string() ? graph.indexOf(name.get<std::string>()) : kEndIndex;
            if (source == kEndIndex)
                return Error{ErrorCode::InvalidInput,
                             "join " + join + " has no source " + dumpJson(name) + " any more"};
            frontier.arrived[static_cast<int>(index)].insert(source);
        }
    }
    return frontier;
}

} // namespace signalbox::graph
