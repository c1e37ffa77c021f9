// SPDX-License-Identifier: GPL-3.0-or-later
// Graphs as nodes of other graphs: run, waited in, resumed in, left and drawn.
#include "tests/core/graph/stage.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using graph::GraphBuilder;
using graph::NodeContext;
using graph::Reducer;
using graph::State;
using graph::Update;

using Build = std::function<void(GraphBuilder&)>;

namespace {

const std::string kEnd(graph::kEnd);

graph::FunctionNode::Function logs(const std::string& word)
{
    return writes("log", Json::array({word}));
}

std::shared_ptr<const graph::Graph> compiled(GraphBuilder& builder)
{
    auto graph = builder.compile();
    if (!graph)
        qFatal("%s", graph.error().detail.c_str());
    return *graph;
}

/// a → b
std::shared_ptr<const graph::Graph> twoSteps()
{
    GraphBuilder builder("two-steps");
    builder.channel("log", {Reducer::Append, {}}).node("a", logs("a")).node("b", logs("b"));
    return compiled(builder.entry("a").edge("a", "b").edge("b", kEnd));
}

/// first → sub → last
GraphBuilder around(const std::shared_ptr<const graph::Graph>& inner)
{
    GraphBuilder builder("outer");
    builder.channel("log", {Reducer::Append, {}}).node("first", logs("first")).node("last", logs("last"));
    builder.subgraph("sub", inner).entry("first").edge("first", "sub").edge("sub", "last").edge("last", kEnd);
    return builder;
}

QStringList finished(const Stage& stage)
{
    QStringList nodes;
    for (const graph::Event& event : stage.journal.allEvents()) {
        if (event.type == "node_finished")
            nodes << QString::fromStdString(event.node);
    }
    return nodes;
}

/// Performs the effect "k", and writes its result to "out".
graph::FunctionNode::Function performs(int& acts)
{
    return [&acts](const State&, const NodeContext& context) -> Result<Update> {
        const auto done
            = context.effects.perform({.key = "k",
                                       .safety = SafetyClass::Observe,
                                       .intent = Json::object(),
                                       .act = [&acts](std::stop_token) -> Result<Json> { return Json(++acts); },
                                       .reconcile = {}});
        if (!done)
            return done.error();
        return Update{{"out", *done}};
    };
}

graph::FunctionNode::Function asks()
{
    return [](const State&, const NodeContext& context) -> Result<Update> {
        Update update;
        if (context.answer != nullptr)
            update.set("log", Json::array({*context.answer}));
        else
            update.waitFor(graph::Person{{{"kind", "fix"}}});
        return update;
    };
}

std::shared_ptr<const graph::Graph> oneNode(graph::FunctionNode::Function function)
{
    GraphBuilder builder("one-node");
    return compiled(builder.node("w", std::move(function)).entry("w").edge("w", kEnd));
}

} // namespace

class TestSubgraphs : public QObject {
    Q_OBJECT

private slots:
    void itsStepsAreStepsOfTheRun()
    {
        auto builder = around(twoSteps());
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));

        QCOMPARE(finished(stage), words({"first", "sub/a", "sub/b", "sub", "last"}));
        QCOMPARE(stage.state("log"), QStringLiteral(R"(["first","a","b","last"])"));
        QCOMPARE(stage.run.at.number, std::int64_t(5));
    }

    void itIsLeftOnceAllItsBranchesHaveEnded()
    {
        GraphBuilder inner("branches");
        inner.channel("log", {Reducer::Append, {}}).node("s", doesNothing()).node("short", logs("short"));
        inner.node("long", doesNothing()).node("longer", logs("longer")).entry("s");
        inner.edge("s", "short").edge("s", "long").edge("short", kEnd).edge("long", "longer").edge("longer", kEnd);
        auto builder = around(compiled(inner));
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));

        QCOMPARE(stage.state("log"), QStringLiteral(R"(["first","short","longer","last"])"));
        QCOMPARE(finished(stage).count(QStringLiteral("last")), 1);
    }

    void onlySharedChannelsAreSeenOutside()
    {
        GraphBuilder inner("asker");
        inner.node("w", [](const State& state, const NodeContext&) -> Result<Update> {
            return Update{{"out", fieldOr<std::string>(state, "in", "") + "!"}, {"scratch", state}};
        });
        inner.entry("w").edge("w", kEnd);
        GraphBuilder builder("outer");
        builder.subgraph("sub", compiled(inner), {{"in", "question"}, {"out", "answer"}});
        builder.entry("sub").edge("sub", kEnd);
        Stage stage(builder);
        stage.start({{"question", "why"}, {"scratch", "mine"}});

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));

        QCOMPARE(stage.state("answer"), QStringLiteral("\"why!\""));
        QCOMPARE(stage.state("scratch"), QStringLiteral("\"mine\""));
        QCOMPARE(QString::fromStdString(dumpJson(stage.journal.records()[1].checkpoint.state["sub/scratch"])),
                 QStringLiteral(R"({"in":"why"})"));
        QCOMPARE(stage.state("sub/scratch"), QStringLiteral("null"));
    }

    void aSecondVisitHasEffectsOfItsOwn()
    {
        int acts = 0;
        GraphBuilder builder("outer");
        builder.subgraph("sub", oneNode(performs(acts)));
        builder.entry("sub").conditional("sub",
                                         {{"again", "enough"},
                                          [](const State& state) {
                                              return fieldOr<std::int64_t>(state, "out", 0) < 2 ? std::string("again")
                                                                                                : std::string("enough");
                                          }},
                                         {{"again", "sub"}, {"enough", kEnd}});
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));

        QCOMPARE(acts, 2);
        QVERIFY(stage.journal.effect("sub/k"));
        QVERIFY(stage.journal.effect("sub.2/k"));
    }

    void aWaitInsideEndsWithItsAnswer()
    {
        auto builder = around(oneNode(asks()));
        Stage stage(builder);
        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        QCOMPARE(stage.tasks(), words({"sub/w waiting"}));

        stage.answer("sub/w", "yes");

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.state("log"), QStringLiteral(R"(["first","yes","last"])"));
    }

    void killedInsideItGoesOnInside()
    {
        auto builder = around(twoSteps());
        Stage killed(builder);
        killed.journal.beforeCommit = [](std::size_t records) -> Result<void> {
            return records < 3 ? Result<void>() : Result<void>(Error{ErrorCode::Io, "killed"});
        };
        QCOMPARE(killed.drive(), QStringLiteral("error: killed"));
        graph::Checkpoint stored = killed.journal.records().back().checkpoint;
        const Json frontier = toJson(stored.frontier, *killed.graph);
        stored.frontier = *graph::frontierFromJson(frontier, *killed.graph);

        Stage resumed(killed.graph);
        resumed.run.at = stored;

        QCOMPARE(resumed.tasks(), words({"sub/b due"}));
        QCOMPARE(resumed.drive(), QStringLiteral("succeeded"));
        QCOMPARE(finished(resumed), words({"sub/b", "sub", "last"}));
        QCOMPARE(resumed.state("log"), QStringLiteral(R"(["first","a","b","last"])"));
    }

    void cancellingReachesInside()
    {
        Stage* running = nullptr;
        auto builder = around(oneNode([&](const State&, const NodeContext& context) -> Result<Update> {
            running->stop.request_stop();
            static_cast<void>(waitForStop(context.stop));
            return Error{ErrorCode::Cancelled, "stopped"};
        }));
        Stage stage(builder);
        running = &stage;
        stage.control.cancelled = [] { return true; };

        QCOMPARE(stage.drive(), QStringLiteral("cancelled"));
        QCOMPARE(finished(stage), words({"first"}));
    }

    void faultsAreFoundWhenItIsCompiled_data()
    {
        QTest::addColumn<Build>("build");
        QTest::addColumn<QString>("fault");

        const auto row = [](const char* name, const Build& build, const char* fault) {
            QTest::newRow(name) << build << QString::fromLatin1(fault);
        };
        row(
            "an edge into it", [](auto& b) { b.edge("last", "sub/b"); },
            R"(node "last" leads into a sub-graph, to "sub/b")");
        row(
            "an edge out of its middle", [](auto& b) { b.edge("sub/a", "last"); },
            R"(edge from "sub/a", which is inside a sub-graph)");
        row(
            "a channel with two reducers",
            [](auto& b) {
                b.channel("log", {Reducer::Merge, {}});
            },
            R"(channel "log" has another reducer in a sub-graph)");
        row(
            "no graph", [](auto& b) { b.subgraph("none", nullptr); }, R"(sub-graph "none" is no graph)");
        row(
            "a sub-graph that leads nowhere", [](auto& b) { b.subgraph("lost", twoSteps()).edge("last", "lost"); },
            R"(node "lost" has no way to END)");
        row(
            "a sub-graph that nothing leads to", [](auto& b) { b.subgraph("lost", twoSteps()).edge("lost", kEnd); },
            R"(node "lost" cannot be reached)");
    }

    void faultsAreFoundWhenItIsCompiled()
    {
        QFETCH(Build, build);
        QFETCH(QString, fault);
        auto builder = around(twoSteps());
        build(builder);

        const QString faults = faultsOf(builder);

        QVERIFY2(faults.contains(fault), qPrintable(faults));
    }

    void itIsDrawnOpenAndFolded()
    {
        auto middle = around(twoSteps());
        GraphBuilder builder("whole");
        builder.subgraph("heal", compiled(middle)).entry("heal").edge("heal", kEnd);
        const graph::Drawing drawing = compiled(builder)->drawing();

        QCOMPARE(QString::fromStdString(toMermaid(drawing)),
                 QStringLiteral("flowchart LR\n"
                                "    END_(((END)))\n"
                                "    subgraph gn_heal [\"heal\"]\n"
                                "        n_heal_2ffirst([\"heal/first\"])\n"
                                "        n_heal_2flast[\"heal/last\"]\n"
                                "        n_heal[\"heal\"]\n"
                                "        subgraph gn_heal_2fsub [\"heal/sub\"]\n"
                                "            n_heal_2fsub_2fa[\"heal/sub/a\"]\n"
                                "            n_heal_2fsub_2fb[\"heal/sub/b\"]\n"
                                "            n_heal_2fsub[\"heal/sub\"]\n"
                                "        end\n"
                                "    end\n"
                                "    n_heal_2ffirst --> n_heal_2fsub_2fa\n"
                                "    n_heal_2flast --> n_heal\n"
                                "    n_heal_2fsub_2fa --> n_heal_2fsub_2fb\n"
                                "    n_heal_2fsub_2fb --> n_heal_2fsub\n"
                                "    n_heal_2fsub --> n_heal_2flast\n"
                                "    n_heal --> END_\n"));
        QVERIFY(toDot(drawing).find("subgraph \"cluster_heal/sub\" {") != std::string::npos);
        QCOMPARE(QString::fromStdString(toMermaid(folded(drawing))),
                 QStringLiteral("flowchart LR\n"
                                "    n_heal([\"heal\"])\n"
                                "    END_(((END)))\n"
                                "    n_heal --> END_\n"));
    }
};

SIGNALBOX_TEST(TestSubgraphs)
#include "tst_subgraphs.moc"
