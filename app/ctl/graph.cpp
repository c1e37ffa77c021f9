// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

namespace {

Exit list(const Invocation& asked, const host::GraphSet& graphs)
{
    Json json = Json::array();
    for (const auto& [agent, graph] : graphs) {
        if (!asked.json)
            printText(agent + "\n");
        json.push_back({{"agent", agent}, {"version", graph->version()}, {"nodes", graph->steps().size()}});
    }
    if (asked.json)
        printJson(json);
    return Exit::Done;
}

std::string known(const host::GraphSet& graphs)
{
    std::string names;
    for (const auto& [agent, graph] : graphs)
        names += (names.empty() ? "" : ", ") + agent;
    return names;
}

Exit draw(const std::string& format, const graph::Drawing& drawing)
{
    if (format == "mermaid")
        printText(graph::toMermaid(drawing));
    else if (format == "dot")
        printText(graph::toDot(drawing));
    else if (format == "json")
        printJson(graph::toJson(drawing));
    else
        return fail(Exit::BadInput, "unknown format \"" + format + "\"; it is mermaid, dot or json");
    return Exit::Done;
}

} // namespace

/// The graphs are pure: they are drawn without a store.
Exit graph(const Invocation& asked)
{
    const auto graphs = host::Runtime::agentGraphs();
    if (!graphs)
        return fail(graphs.error());
    if (asked.has("--list"))
        return list(asked, *graphs);
    if (asked.arguments.empty())
        return fail(Exit::BadInput, "graph needs the name of an agent: " + known(*graphs) + "; or --list");
    const auto found = graphs->find(asked.arguments.front());
    if (found == graphs->end())
        return fail(Exit::BadInput, "no agent \"" + asked.arguments.front() + "\"; there are: " + known(*graphs));
    const graph::Drawing drawing = found->second->drawing();
    return draw(asked.value("--format").value_or(asked.json ? "json" : "mermaid"),
                asked.has("--folded") ? graph::folded(drawing) : drawing);
}

} // namespace signalbox::ctl
