// SPDX-License-Identifier: GPL-3.0-or-later
// Runs forked from a checkpoint of another: what they begin with, and what they do.
#include "core/graph/fork.h"
#include "core/graph/memoryjournal.h"
#include "tests/core/graph/stage.h"
#include "tests/signalboxtest.h"

#include <QTest>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;
using graph::Acting;
using graph::GraphBuilder;
using graph::NodeContext;
using graph::State;
using graph::Update;

namespace {

const std::string kEnd(graph::kEnd);
constexpr RunId kOriginal{1};
constexpr RunId kFork{2};

/// One node that performs the effect "k" of class `safety` and writes its result to "out".
GraphBuilder performing(SafetyClass safety, int& acts)
{
    GraphBuilder builder("g");
    builder.node("act", [safety, &acts](const State&, const NodeContext& context) -> Result<Update> {
        const auto done
            = context.effects.perform({.key = "k",
                                       .safety = safety,
                                       .intent = {{"action", "rerun"}},
                                       .act = [&acts](std::stop_token) -> Result<Json> { return Json(++acts); },
                                       .reconcile = {}});
        if (!done)
            return done.error();
        return Update{{"out", *done}};
    });
    builder.entry("act").edge("act", kEnd);
    return builder;
}

/// A rehearsal, and the record of the run that it was forked from.
struct Rehearsal {
    explicit Rehearsal(GraphBuilder& builder) : graph(*builder.compile())
    {
        run.lease = {.run = kFork, .durability = graph::Durability::Normal, .acting = Acting::Rehearsal};
        run.lease.record = {kOriginal};
        run.at = graph::Runner::start(*graph, Json::object(), clock.now());
    }

    void original(const Json& intent, const Json& result)
    {
        graph::EffectRecord record{.key = "k", .safety = SafetyClass::Retry, .intent = intent};
        record.finished = true;
        record.result = result;
        QVERIFY(journal.storeResult({.run = kOriginal}, record, "act"));
    }

    graph::Rest drive()
    {
        graph::Runner runner(*graph, journal, pool, clock);
        const auto rest = runner.drive(run, {});
        return rest ? *rest : graph::Rest::Parked;
    }

    std::shared_ptr<const graph::Graph> graph;
    FakeClock clock;
    Pool pool{1};
    graph::MemoryJournal journal{graph::Durability::Memory};
    graph::LiveRun run;
};

/// Writes "asked" and then waits for a person; appends the answer to "heard".
GraphBuilder writesAndAsks()
{
    GraphBuilder builder("g");
    builder.channel("asked", {graph::Reducer::Add, {}});
    builder.node("ask", [](const State&, const NodeContext& context) -> Result<Update> {
        if (context.answer != nullptr)
            return Update{{"heard", *context.answer}};
        Update update{{"asked", 1}};
        update.waitFor(graph::Person{{{"kind", "fix"}, {"subject", "parser"}}});
        return update;
    });
    builder.entry("ask").edge("ask", kEnd);
    return builder;
}

} // namespace

class TestForks : public QObject {
    Q_OBJECT

private slots:
    void theRecordAnswersARehearsal()
    {
        int acts = 0;
        auto builder = performing(SafetyClass::Retry, acts);
        Rehearsal rehearsal(builder);
        rehearsal.original({{"action", "rerun"}}, 7);

        QVERIFY(rehearsal.drive() == graph::Rest::Succeeded);

        QCOMPARE(acts, 0);
        QCOMPARE(rehearsal.run.at.state["out"].get<int>(), 7);
        const auto own = rehearsal.journal.findEffect(kFork, "k");
        QVERIFY(own && *own && (*own)->rehearsed);
    }

    void whatIsNotInTheRecordIsNotDone_data()
    {
        QTest::addColumn<QString>("intent"); // of the original; empty: it did nothing
        QTest::newRow("nothing under this key") << QString();
        QTest::newRow("something else under this key") << QStringLiteral(R"({"action":"clear_caches"})");
    }

    void whatIsNotInTheRecordIsNotDone()
    {
        QFETCH(QString, intent);
        int acts = 0;
        auto builder = performing(SafetyClass::Retry, acts);
        Rehearsal rehearsal(builder);
        if (!intent.isEmpty())
            rehearsal.original(*parseJson(intent.toStdString()), 7);

        QVERIFY(rehearsal.drive() == graph::Rest::Failed);
        QVERIFY(rehearsal.drive() == graph::Rest::Failed); // resumed, it acts no more than before

        QCOMPARE(acts, 0);
        const auto failed = rehearsal.journal.events(kFork);
        const auto told = std::ranges::find(failed, "failed", &graph::Event::type);
        QVERIFY(told != failed.end());
        QVERIFY(told->data["error"].get<std::string>().starts_with("rehearsal: \"k\" of class retry is not in"));
    }

    void aRehearsalLooksWhereNothingIsRecorded()
    {
        int looks = 0;
        auto builder = performing(SafetyClass::Observe, looks);
        Rehearsal rehearsal(builder);

        QVERIFY(rehearsal.drive() == graph::Rest::Succeeded);

        QCOMPARE(looks, 1);
    }

    void aQuestionOfARehearsalSaysSo()
    {
        auto builder = writesAndAsks();
        Rehearsal rehearsal(builder);

        QVERIFY(rehearsal.drive() == graph::Rest::Waiting);

        QVERIFY((*rehearsal.journal.waits(kFork).front().wait.person)["rehearsal"] == Json(true));
    }

    void aForkThatAsksActsOnAPersonsWordOnly_data()
    {
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("rest");
        QTest::addColumn<int>("acts");
        QTest::newRow("approved") << QStringLiteral("approve") << QStringLiteral("succeeded") << 1;
        QTest::newRow("rejected") << QStringLiteral("reject") << QStringLiteral("failed") << 0;
    }

    void aForkThatAsksActsOnAPersonsWordOnly()
    {
        QFETCH(QString, verdict);
        QFETCH(QString, rest);
        int acts = 0;
        auto builder = performing(SafetyClass::Retry, acts);
        Stage stage(builder);
        stage.run.lease.acting = Acting::Asking;
        QCOMPARE(stage.drive(), QStringLiteral("waiting"));
        QCOMPARE(acts, 0);
        const auto asked = stage.journal.records().back().record.waits.front().wait.person;
        QVERIFY((*asked)["kind"] == Json("effect_of_fork"));

        stage.answer("act", {{"by", "person"}, {"data", {{"verdict", verdict.toStdString()}}}});

        QCOMPARE(stage.drive(), rest);
        QTEST(acts, "acts");
    }

    void theStateIsEditedAndTheTasksBeginAnew()
    {
        graph::Checkpoint original;
        original.number = 4;
        original.waits = 2;
        original.state = {{"fix", "rerun"}, {"gone", 1}, {"deep", {{"a", 1}, {"b", 2}}}};
        original.frontier.tasks = {{.node = 3, .item = Json(5), .attempt = 2, .spent = 1, .answer = Json("yes")}};
        original.frontier.arrived[0] = {1};

        const auto fork
            = graph::forkOf(original, {{"fix", "none"}, {"gone", nullptr}, {"deep", {{"b", 3}}}}, fromUnixMs(7));

        QVERIFY(fork);
        QCOMPARE(fork->number, std::int64_t(0));
        QCOMPARE(QString::fromStdString(dumpJson(fork->state)),
                 QStringLiteral(R"({"deep":{"a":1,"b":3},"fix":"none"})"));
        const graph::Task& task = fork->frontier.tasks.front();
        QCOMPARE(task.node, 3);
        QCOMPARE(task.attempt + task.spent, 1);
        QVERIFY(task.item && !task.answer);
        QVERIFY(fork->frontier.arrived.contains(0));
        QVERIFY(!graph::forkOf(original, Json::array(), fromUnixMs(7)));
    }

    void aWaitThatTheOriginalHadBegunIsBegunAnew()
    {
        auto builder = writesAndAsks();
        Stage original(builder);
        QCOMPARE(original.drive(), QStringLiteral("waiting"));
        graph::Checkpoint stored = original.run.at;
        stored.frontier = *graph::frontierFromJson(toJson(stored.frontier, *original.graph), *original.graph);

        Stage fork(original.graph);
        fork.run.at = *graph::forkOf(stored, Json::object(), fork.clock.now());
        QCOMPARE(fork.drive(), QStringLiteral("waiting"));

        const auto waits = fork.journal.records().front().record.waits;
        QCOMPARE(waits.size(), std::size_t(1));
        QVERIFY((*waits.front().wait.person)["subject"] == Json("parser"));
        QCOMPARE(fork.state("asked"), QStringLiteral("1")); // not written twice
        fork.answer("ask", "yes");
        QCOMPARE(fork.drive(), QStringLiteral("succeeded"));
        QCOMPARE(fork.state("heard"), QStringLiteral("\"yes\""));
    }
};

SIGNALBOX_TEST(TestForks)
#include "tst_forks.moc"
