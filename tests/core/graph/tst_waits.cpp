// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/graph/stage.h"
#include "tests/signalboxtest.h"

#include <QTest>

#include <set>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;
using graph::GraphBuilder;
using graph::NodeContext;
using graph::Reducer;
using graph::RunPhase;
using graph::State;
using graph::Update;

namespace {

const std::string kEnd(graph::kEnd);

using Ask = std::function<void(Update&, const NodeContext&)>;

/// Asks once, then appends the answer to "heard".
graph::FunctionNode::Function waits(const Ask& ask)
{
    return [ask](const State&, const NodeContext& context) -> Result<Update> {
        if (context.answer != nullptr)
            return Update{{"heard", Json::array({*context.answer})}};
        Update update;
        ask(update, context);
        return update;
    };
}

void askPerson(Update& update, const NodeContext&)
{
    update.waitFor(graph::Person{{{"kind", "fix"}}});
}

void askTime(Update& update, const NodeContext& context)
{
    update.waitFor(graph::Until{context.clock.now() + 1h});
}

void askEvent(Update& update, const NodeContext& context)
{
    update.waitFor(graph::Happening{"done", context.clock.now() + 1min});
}

GraphBuilder oneWait(const Ask& ask)
{
    GraphBuilder builder("g");
    builder.channel("heard", {Reducer::Append, {}}).node("w", waits(ask)).entry("w").edge("w", kEnd);
    return builder;
}

Committed last(const Stage& stage)
{
    return stage.journal.records().back();
}

} // namespace

class TestWaits : public QObject {
    Q_OBJECT

private slots:
    void aWaitNamesWhatEndsIt_data()
    {
        QTest::addColumn<Ask>("ask");
        QTest::addColumn<int>("phase");
        QTest::addColumn<QString>("event");

        const Ask both = [](Update& update, const NodeContext& context) {
            askPerson(update, context);
            askTime(update, context);
        };
        QTest::newRow("a person") << Ask(askPerson) << static_cast<int>(RunPhase::Waiting) << R"({"for":"person"})";
        QTest::newRow("a time") << Ask(askTime) << static_cast<int>(RunPhase::Sleeping)
                                << R"({"for":"time","until":"2023-11-14T23:13:20.000Z"})";
        QTest::newRow("an event") << Ask(askEvent) << static_cast<int>(RunPhase::Sleeping)
                                  << R"({"event":"done","for":"event","until":"2023-11-14T22:14:20.000Z"})";
        QTest::newRow("a person, but not for ever")
            << both << static_cast<int>(RunPhase::Waiting) << R"({"for":"person","until":"2023-11-14T23:13:20.000Z"})";
    }

    void aWaitNamesWhatEndsIt()
    {
        QFETCH(Ask, ask);
        QFETCH(int, phase);
        QFETCH(QString, event);
        GraphBuilder builder = oneWait(ask);
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("waiting"));

        const Committed committed = last(stage);
        QCOMPARE(static_cast<int>(committed.record.phase), phase);
        QCOMPARE(committed.record.step, std::string("w"));
        QCOMPARE(committed.record.waits.size(), std::size_t(1));
        QCOMPARE(committed.record.waits[0].node, std::string("w"));
        QCOMPARE(committed.record.waits[0].token, stage.run.at.frontier.tasks[0].token);
        QCOMPARE(QString::fromStdString(dumpJson(committed.record.events.back().data)), event);
    }

    void aWaitWithoutValuesMakesNoCheckpoint()
    {
        GraphBuilder builder = oneWait(askPerson);
        Stage stage(builder);

        stage.drive();

        QCOMPARE(stage.run.at.number, 0);
        QVERIFY(!last(stage).record.isNew);
        QCOMPARE(stage.journal.eventTypesOf("w"), words({"node_started", "waiting"}));
    }

    void aWaitWithValuesEndsTheStepAndTheNodeSeesThemWhenItIsWoken()
    {
        GraphBuilder builder("g");
        builder
            .node("w",
                  [](const State& state, const NodeContext& context) -> Result<Update> {
                      if (context.answer != nullptr)
                          return Update{{"saw", state["asked"]}};
                      Update update{{"asked", "at noon"}};
                      askPerson(update, context);
                      return update;
                  })
            .node("next", doesNothing())
            .entry("w")
            .edge("w", "next")
            .edge("next", kEnd);
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        QCOMPARE(stage.run.at.number, 1);
        QVERIFY(last(stage).record.isNew);
        QCOMPARE(stage.state("asked"), QStringLiteral("\"at noon\""));
        QCOMPARE(stage.tasks(), words({"w waiting"}));
        QVERIFY(!stage.journal.events().contains(QStringLiteral("edge_taken w")));

        stage.answer("w", {{"by", "person"}});
        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.state("saw"), QStringLiteral("\"at noon\""));
        QCOMPARE(stage.journal.events().count(QStringLiteral("edge_taken w")), 1);
    }

    void theWokenNodeSeesItsAnswer()
    {
        GraphBuilder builder = oneWait(askPerson);
        Stage stage(builder);

        stage.drive();
        stage.answer("w", {{"by", "person"}, {"data", {{"verdict", "approve"}}}});

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.state("heard"), QStringLiteral(R"([{"by":"person","data":{"verdict":"approve"}}])"));
    }

    void drivingAWaitingRunWithoutAnAnswerChangesNothing()
    {
        GraphBuilder builder = oneWait(askTime);
        Stage stage(builder);
        stage.drive();
        const Json before = toJson(stage.run.at.frontier, *stage.graph);

        QCOMPARE(stage.drive(), QStringLiteral("waiting"));

        QVERIFY(toJson(stage.run.at.frontier, *stage.graph) == before);
        QCOMPARE(static_cast<int>(last(stage).record.phase), static_cast<int>(RunPhase::Sleeping));
        QVERIFY(last(stage).record.waits.empty());
        QCOMPARE(last(stage).record.step, std::string("w"));
    }

    void anAnswerToAnotherTokenWakesNobody()
    {
        GraphBuilder builder = oneWait(askPerson);
        Stage stage(builder);
        stage.drive();

        graph::applyAnswers(stage.run.at.frontier, {{"999", {{"by", "person"}}}, {"", {{"by", "person"}}}});

        QCOMPARE(stage.tasks(), words({"w waiting"}));
    }

    void siblingsRunOnWhileOneWaitsAndAreKept()
    {
        int calls = 0;
        GraphBuilder builder = oneWait(askPerson);
        builder.node("split", doesNothing())
            .node("quick",
                  [&calls](const State&, const NodeContext&) -> Result<Update> {
                      ++calls;
                      return Update{{"quick", true}};
                  })
            .entry("split")
            .edge("split", "quick")
            .edge("split", "w")
            .edge("quick", kEnd);
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        QCOMPARE(stage.tasks(), words({"w waiting", "quick done"}));
        QCOMPARE(stage.state("quick"), QString()); // merged when the step ends
        stage.answer("w", {{"by", "person"}});
        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));

        QCOMPARE(calls, 1);
        QCOMPARE(stage.state("quick"), QStringLiteral("true"));
    }

    void eachItemOfAFanOutWaitsForItselfUnderItsOwnToken()
    {
        GraphBuilder builder("g");
        builder.channel("heard", {Reducer::Append, {}})
            .node("split", doesNothing())
            .node("w",
                  [](const State&, const NodeContext& context) -> Result<Update> {
                      if (context.answer != nullptr)
                          return Update{{"heard", Json::array({Json::array({*context.item, *context.answer})})}};
                      Update update;
                      askPerson(update, context);
                      return update;
                  })
            .entry("split")
            .fanOut("split", "list", "w")
            .edge("w", kEnd);
        Stage stage(builder);
        stage.start({{"list", {"x", "y"}}});

        stage.drive();
        const auto& tasks = stage.run.at.frontier.tasks;
        QVERIFY(tasks[0].token != tasks[1].token);
        graph::applyAnswers(stage.run.at.frontier, {{tasks[1].token, "late"}});
        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        graph::applyAnswers(stage.run.at.frontier, {{tasks[0].token, "later"}});

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.state("heard"), QStringLiteral(R"([["x","later"],["y","late"]])"));
    }

    void aRunSleepsOnlyWhenNothingButTimeCanWakeIt()
    {
        GraphBuilder builder = oneWait(askPerson);
        builder.node("split", doesNothing())
            .node("t",
                  [](const State&, const NodeContext& context) -> Result<Update> {
                      Update update;
                      askTime(update, context);
                      return update;
                  })
            .entry("split")
            .edge("split", "w")
            .edge("split", "t")
            .edge("t", kEnd);
        Stage stage(builder);

        stage.drive();
        stage.timeComes();
        stage.drive(); // "t" waits again, "w" has waited all the time

        QCOMPARE(last(stage).record.waits.size(), std::size_t(1));
        QCOMPARE(static_cast<int>(last(stage).record.phase), static_cast<int>(RunPhase::Waiting));
    }

    void lookingAgainForTheSameEventIsNotToldAsNews()
    {
        int looks = 0;
        GraphBuilder builder("g");
        builder
            .node("w",
                  [&looks](const State&, const NodeContext& context) -> Result<Update> {
                      Update update;
                      if (++looks < 4)
                          askEvent(update, context);
                      return update;
                  })
            .entry("w")
            .edge("w", kEnd);
        Stage stage(builder);

        std::set<std::string> tokens;
        while (stage.drive() == QStringLiteral("waiting")) {
            tokens.insert(stage.run.at.frontier.tasks[0].token);
            stage.answer("w", {{"by", "time"}});
        }

        QCOMPARE(looks, 4);
        QCOMPARE(tokens.size(), std::size_t(3)); // each wait has a name of its own
        QCOMPARE(stage.journal.eventTypesOf("w"), words({"node_started", "waiting", "node_finished", "edge_taken"}));
    }
};

SIGNALBOX_TEST(TestWaits)
#include "tst_waits.moc"
