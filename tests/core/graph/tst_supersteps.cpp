// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/graph/stage.h"
#include "tests/signalboxtest.h"

#include "core/graph/memoryjournal.h"

#include <QTest>

#include <set>

using namespace signalbox;
using namespace signalbox::test;
using graph::GraphBuilder;
using graph::NodeContext;
using graph::Reducer;
using graph::State;
using graph::Update;

namespace {

const std::string kEnd(graph::kEnd);

/// entry "split" leads to each of `nodes`, which lead to END.
GraphBuilder sideBySide(const std::vector<std::string>& nodes,
                        const std::function<graph::FunctionNode::Function(int)>& make)
{
    GraphBuilder builder("g");
    builder.node("split", doesNothing()).entry("split");
    for (int i = 0; i < static_cast<int>(nodes.size()); ++i) {
        const std::string& name = nodes[static_cast<std::size_t>(i)];
        builder.node(name, make(i)).edge("split", name).edge(name, kEnd);
    }
    return builder;
}

} // namespace

class TestSupersteps : public QObject {
    Q_OBJECT

private slots:
    void nodesOfOneStepRunAtTheSameTime()
    {
        Meeting meeting(3);
        GraphBuilder builder = sideBySide({"a", "b", "c"}, [&](int) {
            return [&](const State&, const NodeContext&) -> Result<Update> {
                if (!meeting.meet())
                    return Error{ErrorCode::Timeout, "the others did not come"};
                return Update{};
            };
        });
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
    }

    void aRunGoesOnWhileThePoolIsBusy()
    {
        GraphBuilder builder = sideBySide({"a", "b", "c"}, [](int i) { return writes("c" + std::to_string(i), i); });
        Stage stage(builder);
        std::stop_source busy;
        for (int i = 0; i < 4; ++i)
            stage.pool.post([token = busy.get_token()] { waitForStop(token); });

        const QString rest = stage.drive();
        busy.request_stop();

        QCOMPARE(rest, QStringLiteral("succeeded"));
        QCOMPARE(stage.state("c2"), QStringLiteral("2"));
    }

    void updatesAreMergedInOrderOfDeclarationWhoeverFinishesFirst()
    {
        Meeting lastHasWritten(2);
        GraphBuilder builder = sideBySide({"first", "last"}, [&](int i) {
            return [&, i](const State&, const NodeContext&) -> Result<Update> {
                if (i == 0 && !lastHasWritten.meet())
                    return Error{ErrorCode::Timeout, "alone"};
                if (i == 1)
                    static_cast<void>(lastHasWritten.meet()); // a failure shows in the other node
                return Update{{"log", i}};
            };
        });
        builder.channel("log", {Reducer::Append, {}});
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.state("log"), QStringLiteral("[0,1]"));
        QCOMPARE(stage.journal.events(),
                 words({"node_started split", "node_finished split", "edge_taken split", "edge_taken split",
                        "node_started first", "node_started last", "node_finished first", "node_finished last",
                        "edge_taken first", "edge_taken last", "finished"}));
    }

    void nodesOfOneStepSeeTheStateBeforeIt()
    {
        GraphBuilder builder = sideBySide({"a", "b"}, [](int i) {
            return [i](const State& state, const NodeContext&) -> Result<Update> {
                return Update{{"seen" + std::to_string(i), state.size()}, {"own" + std::to_string(i), true}};
            };
        });
        Stage stage(builder);
        stage.start({{"input", 1}});

        stage.drive();

        QCOMPARE(stage.state("seen0"), QStringLiteral("1"));
        QCOMPARE(stage.state("seen1"), QStringLiteral("1"));
    }

    void twoWritersOfAReplaceChannelAreAnErrorAndNothingIsWritten()
    {
        GraphBuilder builder = sideBySide({"a", "b"}, [](int i) {
            return [i](const State&, const NodeContext&) -> Result<Update> {
                return Update{{"log", i}, {"word", "same"}};
            };
        });
        builder.channel("log", {Reducer::Append, {}});
        Stage stage(builder);
        stage.start({{"log", {"begun"}}});

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        QCOMPARE(stage.failure(), QStringLiteral("b: two nodes of one step write channel \"word\""));
        QCOMPARE(stage.state("log"), QStringLiteral("[\"begun\"]"));
        QCOMPARE(stage.state("word"), QString());
        QCOMPARE(stage.run.at.number, 1);
        QCOMPARE(stage.tasks(), words({"a due", "b due"}));
    }

    void anUpdateThatDoesNotFitLeavesTheWholeStepUnwritten()
    {
        GraphBuilder builder("g");
        builder.channel("log", {Reducer::Append, {}})
            .channel("tags", {Reducer::Merge, {}})
            .channel("sum", {Reducer::Add, {}})
            .node("a",
                  [](const State&, const NodeContext&) -> Result<Update> {
                      return Update{{"log", 1}, {"plain", 2}, {"sum", "three"}, {"tags", {{"k", 1}}}};
                  })
            .entry("a")
            .edge("a", kEnd);
        Stage stage(builder);
        stage.start({{"plain", "old"}, {"log", {0}}});
        const Json before = stage.run.at.state;

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        QCOMPARE(stage.failure(), QStringLiteral("a: channel \"sum\": reducer add takes numbers"));
        QVERIFY(stage.run.at.state == before);
    }

    void aCycleGoesRoundUntilItsConditionLeadsOut()
    {
        GraphBuilder builder("g");
        builder.channel("n", {Reducer::Add, {}})
            .node("a", writes("n", 1))
            .node("b", doesNothing())
            .entry("a")
            .edge("a", "b")
            .conditional("b", {{"again", "done"}, [](const State& state) { return state["n"] < 4 ? "again" : "done"; }},
                         {{"again", "a"}, {"done", kEnd}});
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.state("n"), QStringLiteral("4"));
        QCOMPARE(stage.run.at.number, 8);
    }

    void aRunawayLoopEndsAtTheStepLimit()
    {
        GraphBuilder builder("g");
        builder.channel("n", {Reducer::Add, {}})
            .node("a", writes("n", 1))
            .entry("a")
            .conditional("a", {{"again", "done"}, [](const State&) { return "again"; }},
                         {{"again", "a"}, {"done", kEnd}})
            .stepLimit(5);
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        QCOMPARE(stage.failure(), QStringLiteral("step limit of 5 reached at a"));
        QCOMPARE(stage.state("n"), QStringLiteral("5"));
        QCOMPARE(stage.journal.events().count(QStringLiteral("node_started a")), 5); // the sixth never began
        QCOMPARE(stage.drive(), QStringLiteral("failed")); // driving it again does not get round the limit
        QCOMPARE(stage.state("n"), QStringLiteral("5"));
    }

    void aRunOfExactlyTheStepLimitSucceeds()
    {
        GraphBuilder builder("g");
        builder.node("a", doesNothing())
            .node("b", doesNothing())
            .entry("a")
            .edge("a", "b")
            .edge("b", kEnd)
            .stepLimit(2);
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
    }

    void eachSuperstepMakesOneCheckpoint()
    {
        GraphBuilder builder = sideBySide({"a", "b"}, [](int i) { return writes("c" + std::to_string(i), i); });
        Stage stage(builder);

        stage.drive();

        QStringList lines;
        for (const Committed& committed : stage.journal.records()) {
            QString nodes;
            for (const std::string& node : committed.checkpoint.nodes)
                nodes += QString::fromStdString(" " + node);
            QString changed;
            for (const std::string& channel : committed.record.changed)
                changed += QString::fromStdString(" " + channel);
            lines << QStringLiteral("%1%2 of%3 changed%4")
                         .arg(committed.checkpoint.number)
                         .arg(QLatin1String(committed.record.isNew ? " new" : ""), nodes, changed);
        }
        QCOMPARE(lines, words({"0 of changed", "1 new of split changed", "2 new of a b changed c0 c1"}));
    }

    void factsStandInTheFirstRecordOfEveryDriveAndWhenTheyChange()
    {
        GraphBuilder builder("g");
        builder.facts({"line"})
            .node("a", doesNothing())
            .node("b", writes("line", "parser"))
            .node("c",
                  [](const State&, const NodeContext& context) -> Result<Update> {
                      Update update;
                      if (context.answer == nullptr)
                          update.waitFor(graph::Until{context.clock.now()});
                      return update;
                  })
            .entry("a")
            .edge("a", "b")
            .edge("b", "c")
            .edge("c", kEnd);
        Stage stage(builder);
        stage.start({{"line", "lexer"}});

        stage.drive();
        stage.timeComes();
        stage.drive();

        QStringList facts;
        for (const Committed& committed : stage.journal.records())
            facts << QString::fromStdString(dumpJson(committed.record.facts));
        QCOMPARE(
            facts,
            words({R"({"line":"lexer"})", "null", R"({"line":"parser"})", "null", R"({"line":"parser"})", "null"}));
    }

    void aJournalThatKeepsNothingIsGivenNoEventsButTheRunIsTheSame()
    {
        GraphBuilder builder = sideBySide({"a", "b"}, [](int i) { return writes("c" + std::to_string(i), i); });
        Stage stage(builder);
        graph::MemoryJournal nothing(graph::Durability::None);
        graph::Runner runner(*stage.graph, nothing, stage.pool, stage.clock);

        const auto rest = runner.drive(stage.run, stage.control);

        QVERIFY(rest && *rest == graph::Rest::Succeeded);
        QCOMPARE(stage.state("c1"), QStringLiteral("1"));
        QVERIFY(nothing.events(RunId{1}).empty());
        QVERIFY(nothing.checkpoints(RunId{1}).empty());
    }
};

SIGNALBOX_TEST(TestSupersteps)
#include "tst_supersteps.moc"
