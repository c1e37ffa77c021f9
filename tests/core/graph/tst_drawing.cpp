// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/graph/stage.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using graph::GraphBuilder;

namespace {

/// look fans out to probe; probe joins ask; ask waits for a person and leads on or back.
graph::Drawing small()
{
    const std::string end(graph::kEnd);
    GraphBuilder builder("watch \"it\"", 3);
    builder.node("look", doesNothing())
        .node("probe", doesNothing())
        .node("ask", doesNothing(), {.retry = {}, .timeLimit = {}, .waitsForPerson = true})
        .entry("look")
        .fanOut("look", "hosts", "probe")
        .join({"probe"}, "ask")
        .conditional("ask", {{"go on", "end"}, [](const graph::State&) { return std::string("end"); }},
                     {{"go on", "look"}, {"end", end}})
        .edge("look", end);
    return (*builder.compile())->drawing();
}

} // namespace

class TestDrawing : public QObject {
    Q_OBJECT

private slots:
    void mermaid()
    {
        const std::string expected = "flowchart LR\n"
                                     "    n_look([\"look\"])\n"
                                     "    n_probe[\"probe\"]\n"
                                     "    n_ask{{\"ask\"}}\n"
                                     "    END_(((END)))\n"
                                     "    n_look --> END_\n"
                                     "    n_look -->|\"each hosts\"| n_probe\n"
                                     "    n_probe --> n_ask\n"
                                     "    n_ask -.->|\"go on\"| n_look\n"
                                     "    n_ask -.->|\"end\"| END_\n";
        QCOMPARE(QString::fromStdString(toMermaid(small())), QString::fromStdString(expected));
    }

    void mermaidSurvivesNamesOfItsOwn()
    {
        graph::Drawing drawing{.graph = "g", .version = 1, .nodes = {}, .edges = {}};
        drawing.nodes.push_back({"end", false, false});
        drawing.nodes.push_back({"a--b [\"x\"]", false, false});

        QCOMPARE(QString::fromStdString(toMermaid(drawing)),
                 QStringLiteral("flowchart LR\n    n_end[\"end\"]\n"
                                "    n_a_2d_2db_20_5b_22x_22_5d[\"a--b [#quot;x#quot;]\"]\n"));
    }

    void dot()
    {
        const std::string expected = "digraph \"watch \\\"it\\\"\" {\n"
                                     "    rankdir=LR;\n"
                                     "    node [shape=box, style=rounded];\n"
                                     "    \"look\" [style=\"rounded,bold\"];\n"
                                     "    \"probe\";\n"
                                     "    \"ask\" [shape=hexagon];\n"
                                     "    \"__end__\" [label=\"END\", shape=doublecircle];\n"
                                     "    \"look\" -> \"__end__\";\n"
                                     "    \"look\" -> \"probe\" [label=\"each hosts\"];\n"
                                     "    \"probe\" -> \"ask\";\n"
                                     "    \"ask\" -> \"look\" [label=\"go on\", style=dashed];\n"
                                     "    \"ask\" -> \"__end__\" [label=\"end\", style=dashed];\n"
                                     "}\n";
        QCOMPARE(QString::fromStdString(toDot(small())), QString::fromStdString(expected));
    }

    void json()
    {
        auto expected = parseJson(R"({
            "version": 3,
            "nodes": [
                {"name": "look", "entry": true, "waits_for_person": false},
                {"name": "probe", "entry": false, "waits_for_person": false},
                {"name": "ask", "entry": false, "waits_for_person": true},
                {"name": "__end__", "entry": false, "waits_for_person": false}],
            "edges": [
                {"from": "look", "to": "__end__", "kind": "plain", "label": ""},
                {"from": "look", "to": "probe", "kind": "fan_out", "label": "hosts"},
                {"from": "probe", "to": "ask", "kind": "join", "label": ""},
                {"from": "ask", "to": "look", "kind": "conditional", "label": "go on"},
                {"from": "ask", "to": "__end__", "kind": "conditional", "label": "end"}],
            "groups": []})");
        (*expected)["graph"] = "watch \"it\"";

        QCOMPARE(QString::fromStdString(dumpJson(toJson(small()))), QString::fromStdString(dumpJson(*expected)));
    }
};

SIGNALBOX_TEST(TestDrawing)
#include "tst_drawing.moc"
