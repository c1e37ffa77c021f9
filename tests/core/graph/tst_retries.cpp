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
using graph::NodePolicy;
using graph::RetryPolicy;
using graph::State;
using graph::Update;

namespace {

const std::string kEnd(graph::kEnd);

NodePolicy tries(int attempts)
{
    return {.retry = {.maxAttempts = attempts}, .timeLimit = {}};
}

/// Fails with `code` until attempt `good`.
GraphBuilder flaky(int good, ErrorCode code, const NodePolicy& policy)
{
    GraphBuilder builder("g");
    builder
        .node(
            "a",
            [good, code](const State&, const NodeContext& context) -> Result<Update> {
                if (context.attempt < good)
                    return Error{code, "attempt " + std::to_string(context.attempt)};
                return Update{{"attempt", context.attempt}};
            },
            policy)
        .entry("a")
        .edge("a", kEnd);
    return builder;
}

Milliseconds begunDelay(const Stage& stage)
{
    return *stage.journal.records().back().record.waits.at(0).wait.at - stage.clock.now();
}

} // namespace

class TestRetries : public QObject {
    Q_OBJECT

private slots:
    void delayAfter_data()
    {
        QTest::addColumn<int>("attempt");
        QTest::addColumn<int>("code");
        QTest::addColumn<double>("random");
        QTest::addColumn<int>("delayMs"); // -1: gives up

        const int network = static_cast<int>(ErrorCode::Network);
        QTest::newRow("first failure waits the first delay") << 1 << network << 0.0 << 500;
        QTest::newRow("second doubles it") << 2 << network << 0.0 << 1000;
        QTest::newRow("jitter adds a share of it") << 2 << network << 0.5 << 1100;
        QTest::newRow("growth ends at the cap") << 29 << network << 0.0 << 128'000;
        QTest::newRow("last attempt gives up") << 30 << network << 0.0 << -1;
        QTest::newRow("a timeout is worth it") << 1 << static_cast<int>(ErrorCode::Timeout) << 0.0 << 500;
        QTest::newRow("wrong input is not") << 1 << static_cast<int>(ErrorCode::InvalidInput) << 0.0 << -1;
        QTest::newRow("a bug is not") << 1 << static_cast<int>(ErrorCode::Internal) << 0.0 << -1;
    }

    void delayAfter()
    {
        QFETCH(int, attempt);
        QFETCH(int, code);
        QFETCH(double, random);
        QFETCH(int, delayMs);
        const RetryPolicy policy{.maxAttempts = 30};

        const auto delay = policy.delayAfter(attempt, static_cast<ErrorCode>(code), random);

        QCOMPARE(delay ? static_cast<int>(delay->count()) : -1, delayMs);
    }

    void aRetryWaitsInTheStoreAndHoldsNoThread()
    {
        GraphBuilder builder = flaky(3, ErrorCode::Network, tries(3));
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        QCOMPARE(static_cast<int>(stage.journal.records().back().record.phase),
                 static_cast<int>(graph::RunPhase::Sleeping));
        QVERIFY(begunDelay(stage) >= 500ms && begunDelay(stage) <= 600ms);
        QVERIFY(stage.pool.delays().empty());
        stage.timeComes();
        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        QVERIFY(begunDelay(stage) >= 1000ms && begunDelay(stage) <= 1200ms);
        stage.timeComes();

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.state("attempt"), QStringLiteral("3"));
        QCOMPARE(stage.journal.eventTypesOf("a"),
                 words({"node_started", "retried", "node_started", "retried", "node_started", "node_finished",
                        "edge_taken"}));
    }

    void theRetryIsToldWithItsReasonAndTime()
    {
        GraphBuilder builder = flaky(2, ErrorCode::Network, tries(3));
        Stage stage(builder);

        stage.drive();

        const auto events = stage.journal.allEvents();
        const Json data = events.back().data;
        QCOMPARE(QString::fromStdString(events.back().type), QStringLiteral("retried"));
        QCOMPARE(data["attempt"].get<int>(), 1);
        QCOMPARE(data["of"].get<int>(), 3);
        QCOMPARE(data["error"].get<std::string>(), std::string("attempt 1"));
        QCOMPARE(data["next_at"].get<std::string>(), formatUtc(stage.clock.now() + begunDelay(stage)));
    }

    void runsDoNotAllComeBackAtOnceButEachAlwaysAtItsOwnTime()
    {
        std::set<std::int64_t> delays;
        for (int run = 1; run <= 20; ++run) {
            Milliseconds twice[2];
            for (Milliseconds& delay : twice) {
                GraphBuilder builder = flaky(2, ErrorCode::Network, tries(2));
                Stage stage(builder);
                stage.run.lease.run = RunId{run};
                stage.drive();
                delay = begunDelay(stage);
            }
            QCOMPARE(twice[0].count(), twice[1].count());
            delays.insert(twice[0].count());
        }

        QVERIFY(delays.size() > 5);
    }

    void theLastAttemptFailsTheRun()
    {
        GraphBuilder builder = flaky(9, ErrorCode::Network, tries(2));
        Stage stage(builder);

        stage.drive();
        stage.timeComes();

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        QCOMPARE(stage.failure(), QStringLiteral("a: attempt 2"));
    }

    void whatIsNotWorthARetryFailsAtOnce()
    {
        GraphBuilder builder = flaky(9, ErrorCode::NotFound, tries(5));
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        QCOMPARE(stage.failure(), QStringLiteral("a: attempt 1"));
    }

    void aFailedRunThatIsDrivenAgainHasAllItsAttemptsAgain()
    {
        GraphBuilder builder = flaky(9, ErrorCode::Network, tries(2));
        Stage stage(builder);
        stage.drive();
        stage.timeComes();
        stage.drive();

        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        QCOMPARE(stage.run.at.frontier.tasks[0].attempt, 2);
    }

    void aRetryDoesNotDisturbItsSiblings()
    {
        Meeting bothRun(2);
        Meeting afterTheFailure(2); // "c" runs on the thread on which "a" has failed
        const auto meets = [](Meeting& meeting, const NodeContext& context) -> Result<Update> {
            if (!meeting.meet() || context.stop.stop_requested())
                return Error{ErrorCode::Internal, "disturbed"};
            return Update{};
        };
        GraphBuilder builder("g");
        builder.node("split", doesNothing())
            .node(
                "a",
                [&](const State&, const NodeContext& context) -> Result<Update> {
                    if (context.attempt > 1)
                        return Update{};
                    static_cast<void>(bothRun.meet());
                    return Error{ErrorCode::Network, "no route"};
                },
                tries(2))
            .node("b",
                  [&](const State&, const NodeContext& context) -> Result<Update> {
                      static_cast<void>(bothRun.meet());
                      return meets(afterTheFailure, context);
                  })
            .node("c", [&](const State&, const NodeContext& context) { return meets(afterTheFailure, context); })
            .entry("split");
        for (const char* name : {"a", "b", "c"})
            builder.edge("split", name).edge(name, kEnd);
        Stage stage(builder, 1);

        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        QCOMPARE(stage.tasks(), words({"a waiting", "b done", "c done"}));
        stage.timeComes();

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.journal.events().count(QStringLiteral("node_started b")), 1);
    }

    void aRetriedStepWhoseSiblingWaitsForAPersonGoesOnWithoutThem()
    {
        GraphBuilder builder = flaky(2, ErrorCode::Io, tries(2));
        builder.node("split", doesNothing())
            .node("ask",
                  [](const State&, const NodeContext& context) -> Result<Update> {
                      Update update;
                      if (context.answer == nullptr)
                          update.waitFor(graph::Person{Json::object()});
                      return update;
                  })
            .entry("split")
            .edge("split", "a")
            .edge("split", "ask")
            .edge("ask", kEnd);
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        stage.timeComes();
        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        QCOMPARE(stage.tasks(), words({"a done", "ask waiting"}));
        stage.answer("ask", {{"by", "person"}});

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.state("attempt"), QStringLiteral("2"));
    }

    void aRetryAfterAWaitStillKnowsTheAnswer()
    {
        GraphBuilder builder("g");
        builder
            .node(
                "a",
                [](const State&, const NodeContext& context) -> Result<Update> {
                    Update update;
                    if (context.answer == nullptr)
                        update.waitFor(graph::Person{Json::object()});
                    else if (context.attempt == 1)
                        return Error{ErrorCode::Network, "no route"};
                    else
                        update.set("heard", *context.answer);
                    return update;
                },
                tries(2))
            .entry("a")
            .edge("a", kEnd);
        Stage stage(builder);

        stage.drive();
        stage.answer("a", "yes");
        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        stage.timeComes();

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.state("heard"), QStringLiteral("\"yes\""));
    }
};

SIGNALBOX_TEST(TestRetries)
#include "tst_retries.moc"
