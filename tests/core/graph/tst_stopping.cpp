// SPDX-License-Identifier: GPL-3.0-or-later
// Hold, park and cancel: three ways to stop a run from outside.
#include "tests/core/graph/stage.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using graph::Effect;
using graph::GraphBuilder;
using graph::NodeContext;
using graph::RunPhase;
using graph::State;
using graph::Update;

namespace {

const std::string kEnd(graph::kEnd);

/// a writes, b blocks until it is stopped (the first time), c writes.
GraphBuilder chain(Meeting& bRuns, std::atomic<int>& calls)
{
    GraphBuilder builder("g");
    builder.node("a", writes("a", 1))
        .node("b",
              [&](const State&, const NodeContext& context) -> Result<Update> {
                  if (++calls > 1)
                      return Update{{"b", 1}};
                  static_cast<void>(bRuns.meet());
                  static_cast<void>(waitForStop(context.stop));
                  return Error{ErrorCode::Cancelled, "told to stop"};
              })
        .node("c", writes("c", 1))
        .entry("a")
        .edge("a", "b")
        .edge("b", "c")
        .edge("c", kEnd);
    return builder;
}

void stopWhenRunning(Stage& stage, Meeting& meeting)
{
    stage.pool.post([&] {
        static_cast<void>(meeting.meet());
        stage.stop.request_stop();
    });
}

/// A performs an effect of this class, and B beside it writes.
GraphBuilder acting(SafetyClass safety, std::atomic<int>& acts)
{
    const Effect effect{
        "k", safety, Json::object(), [&acts](const std::stop_token&) -> Result<Json> { return Json(++acts); }, {}};
    GraphBuilder builder("g");
    builder.node("split", doesNothing())
        .node("a",
              [effect](const State&, const NodeContext& context) -> Result<Update> {
                  auto result = context.effects.perform(effect);
                  if (!result)
                      return result.error();
                  return Update{{"a", *result}};
              })
        .node("b", writes("b", 1))
        .entry("split")
        .edge("split", "a")
        .edge("split", "b")
        .edge("a", kEnd)
        .edge("b", kEnd);
    return builder;
}

} // namespace

class TestStopping : public QObject {
    Q_OBJECT

private slots:
    void aHeldRunParksBeforeItsNextStep()
    {
        GraphBuilder builder("g");
        builder.node("a", writes("a", 1)).entry("a").edge("a", kEnd);
        Stage stage(builder);
        bool held = true;
        stage.control.mayStep = [&held] { return !held; };

        QCOMPARE(stage.drive(), QStringLiteral("parked"));
        QCOMPARE(stage.tasks(), words({"a due"}));
        QVERIFY(stage.journal.events().isEmpty()); // nothing has started
        held = false;
        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
    }

    void aHoldThatComesDuringAStepLetsNothingAct()
    {
        std::atomic<int> acts{0};
        std::atomic<int> asked{0};
        GraphBuilder builder = acting(SafetyClass::Retry, acts);
        Stage stage(builder);
        stage.control.mayStep = [&asked] { return ++asked <= 2; }; // the two steps, not the act

        QCOMPARE(stage.drive(), QStringLiteral("parked"));

        QCOMPARE(acts.load(), 0);
        QVERIFY(!stage.journal.effect("k"));
        QCOMPARE(stage.tasks(), words({"a due", "b done"}));
        stage.control.mayStep = {};
        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(acts.load(), 1);
        QCOMPARE(stage.journal.events().count(QStringLiteral("node_started b")), 1);
    }

    void watchingGoesOnDuringAHold()
    {
        std::atomic<int> acts{0};
        std::atomic<int> asked{0};
        GraphBuilder builder = acting(SafetyClass::Observe, acts);
        Stage stage(builder);
        stage.control.mayStep = [&asked] { return ++asked <= 2; };

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(acts.load(), 1);
    }

    void aFailureBesideAHeldActIsAFailure()
    {
        std::atomic<int> acts{0};
        std::atomic<int> asked{0};
        GraphBuilder builder = acting(SafetyClass::Retry, acts);
        builder.node("bad", fails(ErrorCode::InvalidInput, "no good")).edge("split", "bad").edge("bad", kEnd);
        Stage stage(builder);
        stage.control.mayStep = [&asked] { return ++asked <= 2; };

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
    }

    void aParkedRunGoesOnWhereItWas()
    {
        Meeting bRuns(2);
        std::atomic<int> calls{0};
        GraphBuilder builder = chain(bRuns, calls);
        Stage stage(builder);
        stopWhenRunning(stage, bRuns);

        QCOMPARE(stage.drive(), QStringLiteral("parked"));
        QCOMPARE(stage.tasks(), words({"b due"}));
        stage.control.stop = {};

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(calls.load(), 2);
        QCOMPARE(stage.state("c"), QStringLiteral("1"));
    }

    void aCancelledRunIsOver()
    {
        Meeting bRuns(2);
        std::atomic<int> calls{0};
        GraphBuilder builder = chain(bRuns, calls);
        Stage stage(builder);
        stage.control.cancelled = [] { return true; };
        stopWhenRunning(stage, bRuns);

        QCOMPARE(stage.drive(), QStringLiteral("cancelled"));

        const auto events = stage.journal.allEvents();
        QCOMPARE(QString::fromStdString(events.back().type), QStringLiteral("finished"));
        QVERIFY(events.back().data == *parseJson(R"({"state": "cancelled"})"));
        QCOMPARE(static_cast<int>(stage.journal.records().back().record.phase), static_cast<int>(RunPhase::Cancelled));
    }

    void cancellingKeepsTheStepThatHasJustFinished()
    {
        GraphBuilder builder("g");
        std::stop_source* stop = nullptr;
        builder
            .node("a",
                  [&stop](const State&, const NodeContext&) -> Result<Update> {
                      stop->request_stop(); // finishes all the same
                      return Update{{"a", 1}};
                  })
            .node("b", writes("b", 1))
            .entry("a")
            .edge("a", "b")
            .edge("b", kEnd);
        Stage stage(builder);
        stop = &stage.stop;
        stage.control.cancelled = [] { return true; };

        QCOMPARE(stage.drive(), QStringLiteral("cancelled"));

        const Committed last = stage.journal.records().back();
        QVERIFY(last.record.isNew);
        QCOMPARE(last.checkpoint.number, 1);
        QVERIFY(last.record.changed == std::vector<std::string>{"a"});
        QCOMPARE(stage.journal.events(), words({"node_started a", "node_finished a", "edge_taken a", "finished"}));
    }

    void aRunThatSucceedsAsItIsCancelledHasSucceeded()
    {
        GraphBuilder builder("g");
        std::stop_source* stop = nullptr;
        builder
            .node("a",
                  [&stop](const State&, const NodeContext&) -> Result<Update> {
                      stop->request_stop();
                      return Update{{"a", 1}};
                  })
            .entry("a")
            .edge("a", kEnd);
        Stage stage(builder);
        stop = &stage.stop;
        stage.control.cancelled = [] { return true; };

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.journal.events().count(QStringLiteral("finished")), 1);
    }

    void aNodeThatFailsBecauseItIsCancelledDoesNotFailTheRun()
    {
        GraphBuilder builder("g");
        std::stop_source* stop = nullptr;
        builder
            .node("a",
                  [&stop](const State&, const NodeContext&) -> Result<Update> {
                      stop->request_stop();
                      return Error{ErrorCode::InvalidInput, "a half-read answer"};
                  })
            .entry("a")
            .edge("a", kEnd);
        Stage stage(builder);
        stop = &stage.stop;
        stage.control.cancelled = [] { return true; };

        QCOMPARE(stage.drive(), QStringLiteral("cancelled"));
        QCOMPARE(stage.failure(), QString());
        QCOMPARE(stage.journal.events(), words({"node_started a", "failed a", "finished"}));
    }

    void aWaitingRunCanBeCancelledAndFactsAreTold()
    {
        GraphBuilder builder("g");
        builder.facts({"line"})
            .node("a",
                  [](const State&, const NodeContext&) -> Result<Update> {
                      Update update;
                      update.waitFor(graph::Person{Json::object()});
                      return update;
                  })
            .entry("a")
            .edge("a", kEnd);
        Stage stage(builder);
        stage.start({{"line", "parser"}});
        stage.drive();
        stage.stop.request_stop();
        stage.control.cancelled = [] { return true; };

        QCOMPARE(stage.drive(), QStringLiteral("cancelled"));
        QCOMPARE(stage.journal.records().back().record.facts["line"].get<std::string>(), std::string("parser"));
    }

    void aStoppedRunThatWaitsIsNotParked()
    {
        GraphBuilder builder("g");
        std::stop_source* stop = nullptr;
        builder
            .node("a",
                  [&stop](const State&, const NodeContext&) -> Result<Update> {
                      stop->request_stop();
                      Update update;
                      update.waitFor(graph::Person{Json::object()});
                      return update;
                  })
            .entry("a")
            .edge("a", kEnd);
        Stage stage(builder);
        stop = &stage.stop;

        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
    }
};

SIGNALBOX_TEST(TestStopping)
#include "tst_stopping.moc"
