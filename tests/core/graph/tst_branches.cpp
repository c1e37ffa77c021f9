// SPDX-License-Identifier: GPL-3.0-or-later
// Fan-outs over lists, joins, and conditions.
#include "tests/core/graph/stage.h"
#include "tests/signalboxtest.h"

#include <QTest>

#include <stdexcept>

using namespace signalbox;
using namespace signalbox::test;
using graph::GraphBuilder;
using graph::NodeContext;
using graph::Reducer;
using graph::State;
using graph::Update;

namespace {

const std::string kEnd(graph::kEnd);

Result<Update> collectItem(const State&, const NodeContext& context)
{
    return Update{{"out", Json::array({*context.item})}};
}

/// split fans out over "list" to work, which appends to "out"; then collect counts them.
GraphBuilder mapOver()
{
    GraphBuilder builder("g");
    builder.channel("out", {Reducer::Append, {}})
        .node("split", doesNothing())
        .node("work", collectItem)
        .node("collect",
              [](const State& state, const NodeContext&) -> Result<Update> {
                  return Update{{"count", state.contains("out") ? state["out"].size() : 0}};
              })
        .entry("split")
        .fanOut("split", "list", "work")
        .edge("work", "collect")
        .edge("collect", kEnd);
    return builder;
}

graph::Condition says(const std::string& result)
{
    return {{"yes", "no"}, [result](const State&) { return result; }};
}

} // namespace

class TestBranches : public QObject {
    Q_OBJECT

private slots:
    void fanOutRunsOneTaskForEachItemAndKeepsTheirOrder()
    {
        GraphBuilder builder = mapOver();
        Stage stage(builder);
        Json list = Json::array();
        for (int i = 0; i < 100; ++i)
            list.push_back(i);
        stage.start({{"list", list}});

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QVERIFY(stage.run.at.state["out"] == list);
        QCOMPARE(stage.state("count"), QStringLiteral("100"));
        QCOMPARE(stage.run.at.number, 3); // split, work, collect once
    }

    void itemsOfOneFanOutRunAtTheSameTime()
    {
        Meeting meeting(3);
        GraphBuilder builder("g");
        builder.node("split", doesNothing())
            .node("work",
                  [&](const State&, const NodeContext&) -> Result<Update> {
                      if (!meeting.meet())
                          return Error{ErrorCode::Timeout, "alone"};
                      return Update{};
                  })
            .entry("split")
            .fanOut("split", "list", "work")
            .edge("work", kEnd);
        Stage stage(builder);
        stage.start({{"list", {1, 2, 3}}});

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
    }

    void whatFollowsAFanOutAlsoRunsAfterAnEmptyList_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("empty list") << QByteArray(R"({"list": []})");
        QTest::newRow("null") << QByteArray(R"({"list": null})");
        QTest::newRow("no such channel yet") << QByteArray("{}");
    }

    void whatFollowsAFanOutAlsoRunsAfterAnEmptyList()
    {
        QFETCH(QByteArray, input);
        GraphBuilder builder = mapOver();
        Stage stage(builder);
        stage.start(*parseJson(input.constData()));

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.state("count"), QStringLiteral("0"));
        QVERIFY(!stage.journal.events().contains(QStringLiteral("node_started work")));
    }

    void aJoinIsNotHeldUpByAnEmptyList()
    {
        GraphBuilder builder = mapOver();
        builder.node("other", doesNothing())
            .node("both", writes("joined", true))
            .edge("split", "other")
            .join({"work", "other"}, "both")
            .edge("both", kEnd);
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.state("joined"), QStringLiteral("true"));
    }

    void aLoopOverAListEndsWhenItIsEmpty()
    {
        GraphBuilder builder("g");
        builder.channel("rounds", {Reducer::Add, {}})
            .node("work",
                  [](const State& state, const NodeContext&) -> Result<Update> {
                      Json rest = state["list"];
                      rest.erase(0);
                      return Update{{"list", rest}, {"rounds", 1}};
                  })
            .entry("work")
            .fanOut("work", "list", "work")
            .edge("work", "done")
            .node("done", doesNothing())
            .edge("done", kEnd);
        Stage stage(builder);
        stage.start({{"list", {7, 8}}});

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.state("rounds"), QStringLiteral("2"));
    }

    void aFanOutOverWhatIsNoListFailsAndSaysSo()
    {
        GraphBuilder builder = mapOver();
        Stage stage(builder);
        stage.start({{"list", {{"a", 1}}}});

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        QCOMPARE(stage.failure(), QStringLiteral("split: channel \"list\" is no list to fan out over"));
    }

    void aJoinWaitsForTheLongestBranchAndRunsOnce()
    {
        GraphBuilder builder("g");
        builder.channel("log", {Reducer::Append, {}});
        for (const char* name : {"split", "short", "long1", "long2", "long3", "join"})
            builder.node(name, writes("log", name));
        builder.entry("split")
            .edge("split", "short")
            .edge("split", "long1")
            .edge("long1", "long2")
            .edge("long2", "long3")
            .join({"long3", "short", "short"}, "join")
            .edge("join", kEnd);
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.state("log"), QStringLiteral(R"(["split","short","long1","long2","long3","join"])"));
    }

    void aJoinInACycleWaitsForAllItsSourcesInEachRound()
    {
        GraphBuilder builder("g");
        builder.channel("log", {Reducer::Append, {}});
        for (const char* name : {"split", "a", "b1", "b2", "join"})
            builder.node(name, writes("log", name));
        builder.entry("split")
            .edge("split", "a")
            .edge("split", "b1")
            .edge("b1", "b2")
            .join({"a", "b2"}, "join")
            .conditional("join",
                         {{"again", "done"}, [](const State& s) { return s["log"].size() < 10 ? "again" : "done"; }},
                         {{"again", "split"}, {"done", kEnd}});
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.state("log"), QStringLiteral(R"(["split","a","b1","b2","join","split","a","b1","b2","join"])"));
    }

    void aNodeReachedByTwoEdgesInOneStepRunsOnce()
    {
        GraphBuilder builder("g");
        builder.channel("n", {Reducer::Add, {}})
            .node("split", doesNothing())
            .node("a", doesNothing())
            .node("b", doesNothing())
            .node("c", writes("n", 1))
            .entry("split")
            .edge("split", "a")
            .edge("split", "b")
            .edge("a", "c")
            .edge("b", "c")
            .edge("c", kEnd);
        Stage stage(builder);

        stage.drive();

        QCOMPARE(stage.state("n"), QStringLiteral("1"));
    }

    void aConditionReadsWhatItsStepHasWritten()
    {
        GraphBuilder builder("g");
        builder.node("a", writes("word", "no"))
            .node("yes", writes("went", "yes"))
            .node("no", writes("went", "no"))
            .entry("a")
            .conditional("a", {{"yes", "no"}, [](const State& s) { return s["word"].get<std::string>(); }},
                         {{"yes", "yes"}, {"no", "no"}})
            .edge("yes", kEnd)
            .edge("no", kEnd);
        Stage stage(builder);

        stage.drive();

        QCOMPARE(stage.state("went"), QStringLiteral("\"no\""));
        QVERIFY(stage.journal.allEvents()[2].data == *parseJson(R"({"from": "a", "to": "no", "label": "no"})"));
    }

    void aConditionThatAnswersOutsideItsMapFailsTheRunNotOnlyOnce()
    {
        GraphBuilder builder("g");
        builder.node("a", writes("n", 1)).entry("a").conditional("a", says("maybe"), {{"yes", kEnd}, {"no", kEnd}});
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        QCOMPARE(stage.failure(), QStringLiteral("a: its condition answered \"maybe\", which is not in its map"));
        QCOMPARE(stage.state("n"), QString());
        QCOMPARE(stage.tasks(), words({"a due"}));
        QCOMPARE(stage.drive(), QStringLiteral("failed")); // and never counts as succeeded afterwards
    }

    void aConditionThatThrowsIsAnInternalFailure()
    {
        GraphBuilder builder("g");
        builder.node("a", doesNothing())
            .entry("a")
            .conditional("a", {{"yes"}, [](const State& s) { return s.at("missing").get<std::string>(); }},
                         {{"yes", kEnd}});
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        QVERIFY(stage.failure().startsWith(QStringLiteral("a: its condition threw: ")));
        QCOMPARE(stage.journal.eventTypesOf("a"), words({"node_started", "node_finished", "failed"}));
    }

    void aFailedConditionLeavesAJoinAsItWas()
    {
        GraphBuilder builder("g");
        bool sound = false;
        builder.channel("n", {Reducer::Add, {}})
            .node("split", doesNothing())
            .node("a", doesNothing())
            .node("b", doesNothing())
            .node("join", writes("n", 1))
            .entry("split")
            .edge("split", "a")
            .edge("split", "b")
            .join({"a", "b"}, "join")
            .conditional("b", {{"yes"}, [&sound](const State&) { return sound ? "yes" : "no"; }}, {{"yes", kEnd}})
            .edge("join", kEnd);
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        QVERIFY(stage.run.at.frontier.arrived.empty());
        sound = true;
        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.state("n"), QStringLiteral("1"));
    }
};

SIGNALBOX_TEST(TestBranches)
#include "tst_branches.moc"
