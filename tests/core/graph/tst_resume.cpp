// SPDX-License-Identifier: GPL-3.0-or-later
// A run that is killed at any record goes on from what was stored, and ends as if
// nothing had happened. The graph has a bit of everything.
#include "tests/core/graph/stage.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;
using graph::GraphBuilder;
using graph::NodeContext;
using graph::Reducer;
using graph::State;
using graph::Update;

namespace {

const std::string kEnd(graph::kEnd);
using Acts = std::map<std::string, int>;

/// What the world has seen of the run: how often each act happened.
struct World {
    std::mutex mutex;
    Acts acts; // guarded by mutex

    Result<Json> act(const std::string& key)
    {
        const std::lock_guard lock(mutex);
        return Json(key + " #" + std::to_string(++acts[key]));
    }

    Result<graph::Reconciled> find(const std::string& key)
    {
        const std::lock_guard lock(mutex);
        const auto at = acts.find(key);
        if (at == acts.end())
            return graph::Reconciled{graph::Reconciled::Fate::NotDone, {}};
        return graph::Reconciled{graph::Reconciled::Fate::Done, key + " #" + std::to_string(at->second)};
    }
};

Result<Json> perform(World& world, const NodeContext& context, const std::string& key)
{
    return context.effects.perform({key,
                                    SafetyClass::Retry,
                                    {{"key", key}},
                                    [&world, key](const std::stop_token&) { return world.act(key); },
                                    [&world, key](const std::stop_token&) { return world.find(key); }});
}

Result<Update> workOnItem(World& world, const State& state, const NodeContext& context)
{
    if (*context.item == "asks" && context.answer == nullptr) {
        Update update;
        update.waitFor(graph::Person{{{"kind", "fix"}}});
        return update;
    }
    if (*context.item == "fails once" && context.attempt == 1)
        return Error{ErrorCode::Network, "no route"};
    const std::string key = context.item->get<std::string>() + " in round " + std::to_string(state["round"].get<int>());
    auto done = perform(world, context, key);
    if (!done)
        return done.error();
    return Update{{"log", Json::array({*done})}};
}

Result<Update> waitThenTell(const State& state, const NodeContext& context)
{
    Update update;
    if (context.answer == nullptr) {
        update.set("log", Json::array({"waits in " + std::to_string(state["round"].get<int>())}));
        update.waitFor(graph::Happening{"built", context.clock.now() + 1min});
    } else {
        update.set("log", Json::array({*context.answer}));
    }
    return update;
}

/// split → each item | slow1 → slow2 (waits for an event, with values); both join → judge (effect) → again, twice.
GraphBuilder everything(World& world)
{
    GraphBuilder builder("everything");
    builder.channel("log", {Reducer::Append, {}})
        .channel("round", {Reducer::Add, {}})
        .node("split", writes("round", 1))
        .node("work",
              [&world](const State& state, const NodeContext& context) { return workOnItem(world, state, context); },
              {.retry = {.maxAttempts = 3}, .timeLimit = {}})
        .node("slow1", doesNothing())
        .node("slow2", waitThenTell)
        .node("judge",
              [&world](const State& state, const NodeContext& context) -> Result<Update> {
                  auto done = perform(world, context, "judge " + std::to_string(state["round"].get<int>()));
                  if (!done)
                      return done.error();
                  Update update{{"log", Json::array({*done})}};
                  update.waitFor(graph::Until{context.clock.now() + 1h});
                  if (context.answer != nullptr)
                      return Update{{"judged", *done}};
                  return update;
              })
        .entry("split")
        .fanOut("split", "list", "work")
        .edge("split", "slow1")
        .edge("slow1", "slow2")
        .join({"work", "slow2"}, "judge")
        .conditional("judge",
                     {{"again", "done"}, [](const State& state) { return state["round"] < 2 ? "again" : "done"; }},
                     {{"again", "split"}, {"done", kEnd}});
    return builder;
}

Json input()
{
    return {{"list", {"plain", "asks", "fails once"}}};
}

/// Drives to the end; whatever is waited for comes at once.
QString toTheEnd(Stage& stage)
{
    QString rest = stage.drive();
    for (int i = 0; rest == QStringLiteral("waiting") && i < 100; ++i) {
        stage.timeComes();
        stage.answer("work", {{"by", "person"}});
        stage.answer("slow2", {{"by", "event"}});
        rest = stage.drive();
    }
    return rest;
}

/// What a store would read back.
graph::Checkpoint reread(const graph::Checkpoint& checkpoint, const graph::Graph& graph)
{
    graph::Checkpoint read = checkpoint;
    read.state = *parseJson(dumpJson(checkpoint.state));
    read.frontier = *frontierFromJson(*parseJson(dumpJson(toJson(checkpoint.frontier, graph))), graph);
    return read;
}

} // namespace

class TestResume : public QObject {
    Q_OBJECT

private slots:
    void killedAtAnyRecord_data()
    {
        QTest::addColumn<bool>("beforeTheNextCommit");
        QTest::newRow("just after a commit") << false;
        QTest::newRow("just before the next, with its effects stored") << true;
    }

    void killedAtAnyRecord()
    {
        QFETCH(bool, beforeTheNextCommit);
        World world;
        GraphBuilder builder = everything(world);
        Stage whole(builder);
        whole.start(input());
        QCOMPARE(toTheEnd(whole), QStringLiteral("succeeded"));
        const auto records = whole.journal.records();
        const Acts acts = world.acts;
        QVERIFY(records.size() > 12);
        for (const auto& [key, times] : acts)
            QCOMPARE(times, 1);

        for (std::size_t i = 0; i + 1 < records.size(); ++i) {
            World after;
            const auto& effects = records[beforeTheNextCommit ? i + 1 : i].effects;
            for (const auto& [key, effect] : effects)
                after.acts[key] = 1;
            GraphBuilder again = everything(after);
            Stage stage(again);
            stage.run.at = reread(records[i].checkpoint, *stage.graph);
            stage.journal.setEffects(effects);

            const QString rest = toTheEnd(stage);

            QVERIFY2(rest == QStringLiteral("succeeded"), qPrintable(QStringLiteral("record %1: ").arg(i) + rest));
            QCOMPARE(QString::fromStdString(dumpJson(stage.run.at.state)),
                     QString::fromStdString(dumpJson(whole.run.at.state)));
            QVERIFY(stage.run.at.number == whole.run.at.number);
            QVERIFY(after.acts == acts);
        }
    }

    void killedBetweenAnyActAndItsResult()
    {
        World world;
        GraphBuilder builder = everything(world);
        Stage whole(builder);
        whole.start(input());
        toTheEnd(whole);
        const auto records = whole.journal.records();

        for (std::size_t i = 0; i + 1 < records.size(); ++i) {
            World after;
            auto effects = records[i + 1].effects;
            for (auto& [key, effect] : effects) {
                after.acts[key] = 1;
                if (records[i].effects.contains(key))
                    continue;
                effect.finished = false; // acted, and killed before the result was stored
                effect.result = Json();
            }
            GraphBuilder again = everything(after);
            Stage stage(again);
            stage.run.at = reread(records[i].checkpoint, *stage.graph);
            stage.journal.setEffects(effects);

            QCOMPARE(toTheEnd(stage), QStringLiteral("succeeded"));

            QCOMPARE(QString::fromStdString(dumpJson(stage.run.at.state)),
                     QString::fromStdString(dumpJson(whole.run.at.state)));
            QVERIFY(after.acts == world.acts);
        }
    }

    void everyWaitOfARunHasATokenOfItsOwn()
    {
        World world;
        GraphBuilder builder = everything(world);
        Stage stage(builder);
        stage.start(input());
        toTheEnd(stage);

        QStringList tokens;
        for (const Committed& committed : stage.journal.records()) {
            for (const graph::NewWait& wait : committed.record.waits)
                tokens << QString::fromStdString(wait.token.substr(wait.token.find(':') + 1)); // npos + 1 is 0
        }

        QCOMPARE(tokens.size(), 8); // in each of two rounds: a person, an event, a retry, a time
        QCOMPARE(tokens.removeDuplicates(), 0);
    }

    void aStoredFrontierOfAnotherGraphIsRefused_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::addColumn<QString>("error");

        QTest::newRow("unknown node") << QByteArray(R"({"tasks": [{"node": "gone", "phase": "due"}]})")
                                      << R"(graph "everything" has no node "gone" any more)";
        QTest::newRow("no phase") << QByteArray(R"({"tasks": [{"node": "work"}]})")
                                  << "a stored task has no node or phase";
        QTest::newRow("a task that is no object")
            << QByteArray(R"({"tasks": [7]})") << "a stored task has no node or phase";
        QTest::newRow("unknown join") << QByteArray(R"({"tasks": [], "arrived": {"9": ["work"]}})")
                                      << R"(graph "everything" has no join 9 any more)";
        QTest::newRow("unknown source of a join")
            << QByteArray(R"({"tasks": [], "arrived": {"0": ["gone"]}})") << R"(join 0 has no source "gone" any more)";
        QTest::newRow("a source that is no name")
            << QByteArray(R"({"tasks": [], "arrived": {"0": [4]}})") << "join 0 has no source 4 any more";
    }

    void aStoredFrontierOfAnotherGraphIsRefused()
    {
        QFETCH(QByteArray, stored);
        QFETCH(QString, error);
        World world;
        GraphBuilder builder = everything(world);
        const auto graph = *builder.compile();

        const auto frontier = frontierFromJson(*parseJson(stored.constData()), *graph);

        QCOMPARE(frontier ? QString() : QString::fromStdString(frontier.error().detail), error);
    }
};

SIGNALBOX_TEST(TestResume)
#include "tst_resume.moc"
