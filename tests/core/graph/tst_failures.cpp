// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/graph/stage.h"
#include "tests/signalboxtest.h"

#include <QTest>

#include <stdexcept>

using namespace signalbox;
using namespace signalbox::test;
using graph::GraphBuilder;
using graph::NodeContext;
using graph::State;
using graph::Update;

namespace {

const std::string kEnd(graph::kEnd);

GraphBuilder split(const std::vector<std::pair<std::string, graph::FunctionNode::Function>>& nodes)
{
    GraphBuilder builder("g");
    builder.node("split", doesNothing()).entry("split");
    for (const auto& [name, function] : nodes)
        builder.node(name, function).edge("split", name).edge(name, kEnd);
    return builder;
}

} // namespace

class TestFailures : public QObject {
    Q_OBJECT

private slots:
    void aFailedNodeFailsTheRunAndIsNamed()
    {
        GraphBuilder builder = split({{"a", fails(ErrorCode::NotFound, "no such job")}});
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("failed"));

        QCOMPARE(stage.failure(), QStringLiteral("a: no such job"));
        QCOMPARE(stage.journal.eventTypesOf("a"), words({"node_started", "failed"}));
        QCOMPARE(stage.journal.events().back(), QStringLiteral("finished"));
        const Json told = stage.journal.allEvents().end()[-2].data;
        QVERIFY(told == *parseJson(R"({"error": "no such job", "code": "not found", "attempt": 1})"));
    }

    void whatANodeThrowsIsAnInternalFailure()
    {
        GraphBuilder builder = split(
            {{"a", [](const State&, const NodeContext&) -> Result<Update> { throw std::runtime_error("boom"); }}});
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        QCOMPARE(stage.failure(), QStringLiteral("a: a threw: boom"));
    }

    void whatANodeThrowsOnAnotherThreadIsAnInternalFailureToo()
    {
        const auto bad = [](const State& state, const NodeContext&) -> Result<Update> {
            return Update{{"x", state.at("missing").get<std::string>()}};
        };
        GraphBuilder builder = split({{"a", bad}, {"b", bad}, {"c", bad}});
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        QVERIFY(stage.failure().contains(QStringLiteral(" threw: ")));
    }

    void aFailureStopsTheSiblingsInFlight()
    {
        Meeting bothRun(2);
        std::atomic<bool> stopped{false};
        GraphBuilder builder = split({{"bad",
                                       [&](const State&, const NodeContext&) -> Result<Update> {
                                           static_cast<void>(bothRun.meet());
                                           return Error{ErrorCode::InvalidInput, "no good"};
                                       }},
                                      {"long", [&](const State&, const NodeContext& context) -> Result<Update> {
                                           static_cast<void>(bothRun.meet());
                                           stopped = waitForStop(context.stop);
                                           return Error{ErrorCode::Cancelled, "told to stop"};
                                       }}});
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("failed"));

        QVERIFY(stopped);
        QCOMPARE(stage.failure(), QStringLiteral("bad: no good"));
        QCOMPARE(stage.tasks(), words({"bad due", "long due"}));
        QCOMPARE(stage.journal.eventTypesOf("long"), words({"node_started"}));
    }

    void aFailureKeepsTheOthersFromBeginning()
    {
        GraphBuilder builder("g");
        std::atomic<int> calls{0};
        builder.node("split", doesNothing())
            .node("work",
                  [&calls](const State&, const NodeContext&) -> Result<Update> {
                      ++calls;
                      return Error{ErrorCode::InvalidInput, "no good"};
                  })
            .entry("split")
            .fanOut("split", "list", "work")
            .edge("work", kEnd);
        Stage stage(builder);
        stage.start({{"list", Json(std::vector<int>(1000))}});

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        QVERIFY2(calls < 1000, "every item began although the first had failed");
    }

    void whatSiblingsFinishedIsKeptAndNotRunAgain()
    {
        Meeting goodIsDone(2);
        std::atomic<int> goodCalls{0};
        std::atomic<int> badCalls{0};
        GraphBuilder builder = split({{"good",
                                       [&](const State&, const NodeContext&) -> Result<Update> {
                                           ++goodCalls;
                                           static_cast<void>(goodIsDone.meet());
                                           return Update{{"good", true}};
                                       }},
                                      {"bad", [&](const State&, const NodeContext&) -> Result<Update> {
                                           if (++badCalls > 1)
                                               return Update{{"bad", true}};
                                           static_cast<void>(goodIsDone.meet());
                                           return Error{ErrorCode::InvalidInput, "no good"};
                                       }}});
        Stage stage(builder);

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        QCOMPARE(stage.tasks(), words({"good done", "bad due"}));
        stage.run.resumed = "asked by a person";

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(goodCalls.load(), 1);
        QCOMPARE(badCalls.load(), 2);
        QCOMPARE(stage.state("good"), QStringLiteral("true"));
        QCOMPARE(stage.state("bad"), QStringLiteral("true"));
        QCOMPARE(stage.journal.eventTypesOf({}), words({"finished", "resumed", "finished"}));
    }

    void aWaitingSiblingOfAFailedNodeStillWaitsWhenTheRunIsDrivenAgain()
    {
        bool good = false;
        GraphBuilder builder = split({{"ask",
                                       [](const State&, const NodeContext& context) -> Result<Update> {
                                           Update update;
                                           if (context.answer == nullptr)
                                               update.waitFor(graph::Person{Json::object()});
                                           return update;
                                       }},
                                      {"flaky", [&good](const State&, const NodeContext& context) -> Result<Update> {
                                           if (good)
                                               return Update{};
                                           if (context.answer != nullptr)
                                               return Error{ErrorCode::InvalidInput, "no good"};
                                           Update update;
                                           update.waitFor(graph::Until{context.clock.now()});
                                           return update;
                                       }}});
        Stage stage(builder);
        stage.drive();
        stage.timeComes();

        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        QCOMPARE(stage.tasks(), words({"ask waiting", "flaky due"}));
        good = true;
        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        stage.answer("ask", {{"by", "person"}});
        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
    }

    void aMergeThatFailsKeepsThePersonsAnswer()
    {
        std::atomic<bool> clash{true};
        GraphBuilder builder = split({{"ask",
                                       [](const State&, const NodeContext& context) -> Result<Update> {
                                           if (context.answer != nullptr)
                                               return Update{{"word", *context.answer}};
                                           Update update;
                                           update.waitFor(graph::Person{Json::object()});
                                           return update;
                                       }},
                                      {"other", [&clash](const State&, const NodeContext&) -> Result<Update> {
                                           return clash ? Update{{"word", "mine"}} : Update{};
                                       }}});
        Stage stage(builder);
        stage.drive();
        stage.answer("ask", "yes");
        QCOMPARE(stage.drive(), QStringLiteral("failed"));
        clash = false;

        QCOMPARE(stage.drive(), QStringLiteral("succeeded"));
        QCOMPARE(stage.state("word"), QStringLiteral("\"yes\""));
    }

    void aRecordThatCannotBeStoredEndsTheDrive()
    {
        GraphBuilder builder = split({{"a", writes("a", 1)}});
        Stage stage(builder);
        stage.journal.beforeCommit = [](std::size_t before) -> Result<void> {
            if (before == 2)
                return Error{ErrorCode::Conflict, "the lease has passed"};
            return {};
        };

        QCOMPARE(stage.drive(), QStringLiteral("error: the lease has passed"));
        QCOMPARE(stage.journal.records().size(), std::size_t(2));
    }
};

SIGNALBOX_TEST(TestFailures)
#include "tst_failures.moc"
