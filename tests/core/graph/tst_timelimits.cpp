// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/graph/stage.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;
using graph::GraphBuilder;
using graph::NodeContext;
using graph::State;
using graph::Update;

namespace {
const std::string kEnd(graph::kEnd);
}

class TestTimeLimits : public QObject {
    Q_OBJECT

private slots:
    void theTimeLimitReachesTheNodeThroughItsToken()
    {
        GraphBuilder builder("g");
        builder
            .node("a",
                  [](const State&, const NodeContext& context) -> Result<Update> {
                      if (!waitForStop(context.stop))
                          return Update{};
                      return Error{ErrorCode::Cancelled, "told to stop"};
                  },
                  {.retry = {}, .timeLimit = 90s})
            .entry("a")
            .edge("a", kEnd);
        Stage stage(builder);
        stage.pool.timePasses = true;

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        QCOMPARE(stage.failure(), QStringLiteral("a: its time limit has passed"));
        QVERIFY(stage.pool.delays() == std::vector<Milliseconds>{90s});
    }

    void aTimeLimitIsWorthARetryAndStopsOnlyItsOwnNode()
    {
        GraphBuilder builder("g");
        builder.node("split", doesNothing())
            .node("slow",
                  [](const State&, const NodeContext& context) -> Result<Update> {
                      if (context.attempt == 1 && waitForStop(context.stop))
                          return Error{ErrorCode::Cancelled, "told to stop"};
                      return Update{};
                  },
                  {.retry = {.maxAttempts = 2}, .timeLimit = 1s})
            .node("other",
                  [](const State&, const NodeContext& context) -> Result<Update> {
                      return Update{{"stopped", context.stop.stop_requested()}};
                  })
            .entry("split")
            .edge("split", "slow")
            .edge("split", "other")
            .edge("slow", kEnd)
            .edge("other", kEnd);
        Stage stage(builder);
        stage.pool.timePasses = true;

        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        QCOMPARE(stage.tasks(), words({"slow waiting", "other done"}));
        stage.timeComes();
        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.state("stopped"), QStringLiteral("false"));
    }

    void aNodeThatFinishesInTimeIsNotDisturbed()
    {
        GraphBuilder builder("g");
        builder.node("a", writes("out", 1), {.retry = {}, .timeLimit = 90s}).entry("a").edge("a", kEnd);
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QVERIFY(stage.pool.delays() == std::vector<Milliseconds>{90s});
    }

    void stoppingTheRunReachesANodeWithATimeLimit()
    {
        Meeting running(2);
        GraphBuilder builder("g");
        builder
            .node("a",
                  [&](const State&, const NodeContext& context) -> Result<Update> {
                      static_cast<void>(running.meet());
                      if (!waitForStop(context.stop))
                          return Update{};
                      return Error{ErrorCode::Cancelled, "told to stop"};
                  },
                  {.retry = {}, .timeLimit = 90s})
            .entry("a")
            .edge("a", kEnd);
        Stage stage(builder);
        stage.pool.post([&] {
            static_cast<void>(running.meet());
            stage.stop.request_stop();
        });

        QCOMPARE(stage.drive(), QStringLiteral("parked"));
        QCOMPARE(stage.tasks(), words({"a due"}));
    }
};

SIGNALBOX_TEST(TestTimeLimits)
#include "tst_timelimits.moc"
