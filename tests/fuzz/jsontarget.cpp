// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/diagnosis.h"
#include "core/agents/escalation.h"
#include "core/base/json.h"
#include "core/base/jsonmembers.h"
#include "core/graph/checkpoint.h"
#include "core/graph/graph.h"
#include "core/local/records.h"
#include "core/log/patternset.h"
#include "core/record/knowledge.h"
#include "tests/fuzz/targets.h"

#include <nlohmann/json.hpp>

namespace signalbox::fuzz {

namespace {

/// Two nodes side by side, a list and a join: every field of a frontier means something in it.
std::shared_ptr<const graph::Graph> smallGraph()
{
    const auto idle
        = [](const graph::State&, const graph::NodeContext&) -> Result<graph::Update> { return graph::Update(); };
    const auto graph = graph::GraphBuilder("small")
                           .node("a", idle)
                           .node("b", idle)
                           .node("c", idle)
                           .node("d", idle)
                           .entry("a")
                           .edge("a", "b")
                           .fanOut("a", "items", "c")
                           .join({"b", "c"}, "d")
                           .edge("d", std::string(graph::kEnd))
                           .compile();
    require(static_cast<bool>(graph), "the graph compiles");
    return *graph;
}

void readFrontier(const Json& value)
{
    static const auto kGraph = smallGraph();
    const auto frontier = graph::frontierFromJson(value, *kGraph);
    if (!frontier)
        return;
    const Json written = graph::toJson(*frontier, *kGraph);
    const auto again = graph::frontierFromJson(written, *kGraph);
    require(again && graph::toJson(*again, *kGraph) == written, "a frontier that is stored can be resumed");
}

void readRecords(std::string_view bytes)
{
    static_cast<void>(local::runRecordFrom(bytes));
    static_cast<void>(local::attemptSpecFrom(bytes));
    static_cast<void>(local::attemptStatusFrom(bytes));
    static_cast<void>(local::jobFrom(bytes));
    static_cast<void>(signalbox::log::readPatternSet(bytes));
}

void readMembers(const Json& value)
{
    const std::string written = dumpJson(value);
    JsonMembers members(written);
    Json read = Json::object();
    for (auto member = members.next(); member; member = members.next()) {
        const auto name = parseJson("\"" + std::string(member->name) + "\"");
        const auto of = parseJson(member->value);
        require(name && of, "a member's text is JSON");
        read[name->get<std::string>()] = *of;
    }
    require(!value.is_object() || read == value, "the members are those of the object");
}

} // namespace

void json(std::string_view bytes)
{
    readRecords(bytes);
    const auto value = parseJson(bytes);
    if (!value)
        return;
    const auto again = parseJson(dumpJson(*value));
    require(again && dumpJson(*again) == dumpJson(*value), "what is written can be read");

    if (const auto records = record::knowledgeFromJson(*value)) {
        const auto same = record::knowledgeFromJson(record::toJson(*records));
        require(same && same->size() == records->size(), "knowledge that is exported can be imported");
    }
    if (const auto evidence = agents::escalationFromJson(*value))
        require(static_cast<bool>(agents::escalationFromJson(agents::toJson(*evidence))), "evidence can be read again");
    static_cast<void>(agents::toJson(agents::diagnosisFromJson(*value)));
    readFrontier(*value);
    readMembers(*value);
}

} // namespace signalbox::fuzz
