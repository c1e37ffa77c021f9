// SPDX-License-Identifier: GPL-3.0-or-later
// Acts that fail, and when they are tried again.
#include "tests/core/graph/stage.h"
#include "tests/signalboxtest.h"

#include <QTest>

#include <stdexcept>

using namespace signalbox;
using namespace signalbox::test;
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

Result<Reconciled> hasNotHappened(const std::stop_token&)
{
    return Reconciled{Reconciled::Fate::NotDone, {}};
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

Effect rerun(Act act)
{
    return {"k", SafetyClass::Retry, {{"action", "rerun"}}, std::move(act), hasNotHappened};
}

} // namespace

class TestFailedActs : public QObject {
    Q_OBJECT

private slots:
    void anErrorOfTheActIsStored()
    {
        int acts = 0;
        GraphBuilder builder = performing(rerun([&acts](const std::stop_token&) -> Result<Json> {
            ++acts;
            return Error{ErrorCode::NotFound, "no such job"};
        }));
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("failed"));

        const auto stored = stage.journal.effect("k");
        QVERIFY(stored && stored->finished && stored->failed);
        QCOMPARE(stored->result["detail"].get<std::string>(), std::string("no such job"));
        QCOMPARE(acts, 1);
    }

    void aStoredErrorIsGivenAgainToTheSameAttempt()
    {
        int acts = 0;
        GraphBuilder builder
            = performing(rerun([&acts](const std::stop_token&) -> Result<Json> { return Json(++acts); }));
        Stage stage(builder);
        EffectRecord failed{.key = "k", .safety = SafetyClass::Retry, .intent = {{"action", "rerun"}}};
        failed.finished = failed.failed = true;
        failed.result = {{"code", static_cast<int>(ErrorCode::NotFound)}, {"detail", "no such job"}};
        stage.journal.setEffects({{"k", failed}});

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        QCOMPARE(stage.failure(), QStringLiteral("a: no such job"));
        QCOMPARE(acts, 0);
    }

    void aFailedActIsTriedAgainByARetryOnceItIsKnownNotToHaveHappened()
    {
        int acts = 0;
        const Act second = [&acts](const std::stop_token&) -> Result<Json> {
            if (++acts == 1)
                return Error{ErrorCode::Network, "no route"};
            return Json("done");
        };
        GraphBuilder builder = performing(rerun(second), {.retry = {.maxAttempts = 2}, .timeLimit = {}});
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        stage.timeComes();

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(acts, 2);
        QCOMPARE(stage.journal.effect("k")->round, 2);
    }

    void aFailedActIsTriedAgainWhenTheFailedRunIsDrivenAgain()
    {
        int acts = 0;
        const Act second = [&acts](const std::stop_token&) -> Result<Json> {
            if (++acts == 1)
                return Error{ErrorCode::Conflict, "busy"};
            return Json("done");
        };
        GraphBuilder builder = performing(rerun(second));
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(acts, 2);
    }

    void anActThatThrowsLeavesItsIntentOpen()
    {
        GraphBuilder builder
            = performing(rerun([](const std::stop_token&) -> Result<Json> { throw std::runtime_error("boom"); }));
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("failed"));

        QCOMPARE(stage.failure(), QStringLiteral("a: a threw: boom"));
        QVERIFY(stage.journal.effect("k") && !stage.journal.effect("k")->finished);
    }

    void anUncertainFailureWhileStoppingLeavesTheIntentOpen_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("stored");

        QTest::newRow("broken off") << static_cast<int>(ErrorCode::Cancelled) << false;
        QTest::newRow("connection lost") << static_cast<int>(ErrorCode::Network) << false;
        QTest::newRow("refused for good") << static_cast<int>(ErrorCode::InvalidInput) << true;
    }

    void anUncertainFailureWhileStoppingLeavesTheIntentOpen()
    {
        QFETCH(int, code);
        QFETCH(bool, stored);
        std::stop_source* stop = nullptr;
        GraphBuilder builder = performing(rerun([&](const std::stop_token& token) -> Result<Json> {
            stop->request_stop();
            return Error{static_cast<ErrorCode>(code), token.stop_requested() ? "stopped" : "not told"};
        }));
        Stage stage(builder);
        stop = &stage.stop;

        QCOMPARE(stage.drive(), stored ? QStringLiteral("failed") : QStringLiteral("parked"));

        QVERIFY(stage.journal.effect("k"));
        QCOMPARE(stage.journal.effect("k")->finished, stored);
    }

    void nothingIsBegunAfterAStop()
    {
        int acts = 0;
        std::stop_source* stop = nullptr;
        const Effect effect = rerun([&acts](const std::stop_token&) -> Result<Json> { return Json(++acts); });
        GraphBuilder builder("g");
        builder
            .node("a",
                  [&stop, effect](const State&, const NodeContext& context) -> Result<Update> {
                      stop->request_stop(); // and the node does not look
                      auto result = context.effects.perform(effect);
                      if (!result)
                          return result.error();
                      return Update{};
                  })
            .entry("a")
            .edge("a", kEnd);
        Stage stage(builder);
        stop = &stage.stop;

        QCOMPARE(stage.drive(), QStringLiteral("parked"));
        QCOMPARE(acts, 0);
        QVERIFY(!stage.journal.effect("k"));
    }

    void aResultThatCannotBeStoredIsNotGivenOut()
    {
        GraphBuilder builder = performing(rerun([](const std::stop_token&) -> Result<Json> { return Json(1); }));
        Stage stage(builder);
        stage.journal.failsResults = true;

        QCOMPARE(stage.drive(), QStringLiteral("error: disk full")); // of the drive: the run has not failed
        QCOMPARE(stage.state("out"), QString());
        QCOMPARE(stage.tasks(), words({"a due"}));
        QVERIFY(!stage.journal.effect("k")->finished);
        stage.journal.failsResults = false;
        QCOMPARE(stage.drive(), QStringLiteral("succeeded")); // it goes on where it was
    }

    void aSiblingsWorkIsKeptWhenTheJournalFails()
    {
        GraphBuilder builder("siblings");
        Meeting both(2);
        builder.node("split", doesNothing())
            .node("a",
                  [&both](const State&, const NodeContext& context) -> Result<Update> {
                      both.meet();
                      auto done = context.effects.perform(
                          rerun([](const std::stop_token&) -> Result<Json> { return Json(1); }));
                      return done ? Result<Update>(Update{}) : done.error();
                  })
            .node("b",
                  [&both](const State&, const NodeContext&) -> Result<Update> {
                      both.meet();
                      return Update{};
                  })
            .entry("split")
            .edge("split", "a")
            .edge("split", "b")
            .edge("a", kEnd)
            .edge("b", kEnd);
        Stage stage(builder);
        stage.journal.failsResults = true;

        QCOMPARE(stage.drive(), QStringLiteral("error: disk full"));

        QCOMPARE(stage.tasks(), words({"a due", "b done"}));
        QCOMPARE(stage.journal.records().back().checkpoint.frontier.tasks[1].phase, graph::Task::Phase::Done);
    }
};

SIGNALBOX_TEST(TestFailedActs)
#include "tst_failedacts.moc"
