// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/graph/stage.h"
#include "tests/signalboxtest.h"

#include "core/graph/memoryjournal.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using graph::Durability;
using graph::Effect;
using graph::EffectRecord;
using graph::GraphBuilder;
using graph::NodeContext;
using graph::Reconciled;
using graph::State;
using graph::Update;

namespace {

const std::string kEnd(graph::kEnd);
using Act = std::function<Result<Json>(std::stop_token)>;
using Reconcile = std::function<Result<Reconciled>(std::stop_token)>;

Act answers(const Json& result, int* acts = nullptr)
{
    return [result, acts](const std::stop_token&) -> Result<Json> {
        if (acts != nullptr)
            ++*acts;
        return result;
    };
}

Reconcile finds(Reconciled::Fate fate, const Json& result = Json())
{
    return [fate, result](const std::stop_token&) -> Result<Reconciled> { return Reconciled{fate, result}; };
}

/// One node that performs one effect "k" and writes its result to "out".
GraphBuilder performing(const Effect& effect, const graph::NodePolicy& policy = {})
{
    GraphBuilder builder("g");
    builder
        .node(
            "a",
            [effect](const State&, const NodeContext& context) -> Result<Update> {
                auto result = context.effects.perform(effect);
                if (!result)
                    return result.error();
                return Update{{"out", *result}};
            },
            policy)
        .entry("a")
        .edge("a", kEnd);
    return builder;
}

Effect rerun(Act act, Reconcile reconcile = {})
{
    return {"k", SafetyClass::Retry, {{"action", "rerun"}}, std::move(act), std::move(reconcile)};
}

EffectRecord openIntent()
{
    return {.key = "k", .safety = SafetyClass::Retry, .intent = {{"action", "rerun"}}};
}

} // namespace

class TestEffects : public QObject {
    Q_OBJECT

private slots:
    void theIntentIsStoredBeforeTheActAndTheResultAfterIt()
    {
        KeepingJournal* journal = nullptr;
        GraphBuilder builder = performing(rerun([&journal](const std::stop_token&) -> Result<Json> {
            journal->note("act");
            return Json("done");
        }));
        Stage stage(builder);
        journal = &stage.journal;

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));

        QCOMPARE(stage.journal.order(), words({"commit 0", "intent k", "act", "result k", "commit 1"}));
        const auto stored = stage.journal.effect("k");
        QVERIFY(stored && stored->finished && !stored->failed);
        QCOMPARE(stored->intent["action"].get<std::string>(), std::string("rerun"));
        QCOMPARE(stage.state("out"), QStringLiteral("\"done\""));
    }

    void aStoredResultIsGivenAgainAndTheActNotRepeated()
    {
        int acts = 0;
        GraphBuilder builder = performing(rerun(answers("fresh", &acts), finds(Reconciled::Fate::NotDone)));
        Stage stage(builder);
        EffectRecord done = openIntent();
        done.finished = true;
        done.result = "stored";
        stage.journal.setEffects({{"k", done}});

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));

        QCOMPARE(stage.state("out"), QStringLiteral("\"stored\""));
        QCOMPARE(acts, 0);
    }

    void oneKeyActsOnceInACycle()
    {
        int acts = 0;
        GraphBuilder builder("g");
        const Effect effect = rerun(answers(7, &acts));
        builder.channel("sum", {graph::Reducer::Add, {}})
            .node("a",
                  [effect](const State&, const NodeContext& context) -> Result<Update> {
                      return Update{{"sum", *context.effects.perform(effect)}};
                  })
            .entry("a")
            .conditional("a",
                         {{"again", "done"}, [](const State& state) { return state["sum"] < 21 ? "again" : "done"; }},
                         {{"again", "a"}, {"done", kEnd}});
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(acts, 1);
    }

    void anIntentWithoutAResultAsksWhatHappened_data()
    {
        QTest::addColumn<int>("fate");
        QTest::addColumn<int>("acts");
        QTest::addColumn<QString>("out");

        QTest::newRow("done: its result is taken over") << static_cast<int>(Reconciled::Fate::Done) << 0 << "\"found\"";
        QTest::newRow("not done: it acts") << static_cast<int>(Reconciled::Fate::NotDone) << 1 << "\"fresh\"";
    }

    void anIntentWithoutAResultAsksWhatHappened()
    {
        QFETCH(int, fate);
        int acted = 0;
        const auto found = static_cast<Reconciled::Fate>(fate);
        GraphBuilder builder = performing(rerun(answers("fresh", &acted), finds(found, "found")));
        Stage stage(builder);
        stage.journal.setEffects({{"k", openIntent()}});

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));

        QTEST(acted, "acts");
        QTEST(stage.state("out"), "out");
        QVERIFY(stage.journal.effect("k")->finished);
    }

    void aReconcileThatFailsLeavesTheQuestionOpen()
    {
        int acts = 0;
        GraphBuilder builder = performing(rerun(answers(1, &acts), [](const std::stop_token&) -> Result<Reconciled> {
            return Error{ErrorCode::Network, "no route"};
        }));
        Stage stage(builder);
        stage.journal.setEffects({{"k", openIntent()}});

        QCOMPARE(stage.drive(), QStringLiteral("failed"));

        QCOMPARE(acts, 0);
        QVERIFY(!stage.journal.effect("k")->finished);
    }

    void anObservationIsSimplyMadeAgain()
    {
        int acts = 0;
        Effect look = rerun(answers("seen", &acts));
        look.safety = SafetyClass::Observe;
        GraphBuilder builder = performing(look);
        Stage stage(builder);
        EffectRecord open = openIntent();
        open.safety = SafetyClass::Observe;
        stage.journal.setEffects({{"k", open}});

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(acts, 1);
    }

    void whatDoesNotOutliveTheProcessRefusesToAct_data()
    {
        QTest::addColumn<int>("durability");
        QTest::addColumn<int>("safety");
        QTest::addColumn<bool>("acts");

        for (const auto durability : {Durability::None, Durability::Memory, Durability::Normal, Durability::Full}) {
            for (const auto safety : {SafetyClass::Observe, SafetyClass::Retry, SafetyClass::Deploy}) {
                const int level = static_cast<int>(durability);
                QTest::addRow("durability %d, %s", level, safetyName(safety).data())
                    << level << static_cast<int>(safety)
                    << (durability >= Durability::Normal || safety == SafetyClass::Observe);
            }
        }
    }

    void whatDoesNotOutliveTheProcessRefusesToAct()
    {
        QFETCH(int, durability);
        QFETCH(int, safety);
        QFETCH(bool, acts);
        int acted = 0;
        Effect effect = rerun(answers(1, &acted));
        effect.safety = static_cast<SafetyClass>(safety);
        GraphBuilder builder = performing(effect);
        Stage stage(builder);
        stage.run.lease.durability = static_cast<Durability>(durability);

        QCOMPARE(stage.drive(), acts ? QStringLiteral("succeeded") : QStringLiteral("failed"));
        QCOMPARE(acted, acts ? 1 : 0);
        QCOMPARE(stage.journal.effect("k").has_value(), acts);
    }

    void aRunInMemoryPerformsObservations()
    {
        Effect look = rerun(answers("seen"));
        look.safety = SafetyClass::Observe;
        GraphBuilder builder = performing(look);
        Stage stage(builder);
        stage.run.lease.durability = Durability::Memory;
        graph::MemoryJournal memory(Durability::Memory);
        graph::Runner runner(*stage.graph, memory, stage.pool, stage.clock);

        const auto rest = runner.drive(stage.run, stage.control);

        QVERIFY(rest && *rest == graph::Rest::Succeeded);
        QCOMPARE(memory.checkpoints(RunId{1}).size(), std::size_t(2));
        QVERIFY(!memory.events(RunId{1}).empty());
    }
};

SIGNALBOX_TEST(TestEffects)
#include "tst_effects.moc"
