// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonpatch.h"
#include "core/graph/memoryjournal.h"
#include "core/graph/merge.h"
#include "tests/core/graph/stage.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using graph::Channel;
using graph::Reducer;

namespace {

Json parsed(const QByteArray& text)
{
    return *parseJson({text.constData(), static_cast<std::size_t>(text.size())});
}

QByteArray text(const Json& json)
{
    return QByteArray::fromStdString(dumpJson(json));
}

/// One node and a channel of each reducer.
std::shared_ptr<const graph::Graph> channels()
{
    graph::GraphBuilder builder("channels");
    builder.channel("log", Channel{Reducer::Append, {}});
    builder.channel("sum", Channel{Reducer::Add, {}});
    builder.channel("map", Channel{Reducer::Merge, {}});
    builder.channel("own", Channel{Reducer::Custom, [](const Json& old, const Json& update) -> Result<Json> {
                                       return Json::array({old, update});
                                   }});
    builder.node("a", doesNothing()).entry("a").edge("a", "__end__");
    return *builder.compile();
}

} // namespace

class TestMerge : public QObject {
    Q_OBJECT

private slots:
    void merging_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QList<QByteArray>>("updates");
        QTest::addColumn<QByteArray>("difference");

        const auto row
            = [](const char* name, const char* before, const QList<QByteArray>& updates, const char* difference) {
                  QTest::newRow(name) << QByteArray(before) << updates << QByteArray(difference);
              };
        row("one field of a large value that a node returns whole", R"({"big":{"a":[1,2,3],"run":1}})",
            {R"({"big":{"a":[1,2,3],"run":2}})"}, R"([{"op":"replace","path":"/big/run","value":2}])");
        row("what a list has grown by, from two nodes", R"({"log":["x"]})", {R"({"log":"y"})", R"({"log":["z"]})"},
            R"([{"op":"add","path":"/log/-","value":"y"},{"op":"add","path":"/log/-","value":"z"}])");
        row("fields merged into an object", R"({"map":{"a":1,"b":{"c":1,"d":2}}})", {R"({"map":{"b":{"c":9,"d":2}}})"},
            R"([{"op":"replace","path":"/map/b/c","value":9}])");
        row("a field that an object did not have, then again", R"({"map":{"a":1}})",
            {R"({"map":{"n":1}})", R"({"map":{"n":2}})"}, R"([{"op":"add","path":"/map/n","value":2}])");
        row("a sum", R"({"sum":1})", {R"({"sum":1})", R"({"sum":3})"}, R"([{"op":"replace","path":"/sum","value":5}])");
        row("a reducer of the agent's own", R"({"own":1})", {R"({"own":2})"},
            R"([{"op":"replace","path":"/own","value":[1,2]}])");
        row("channels that are new", R"({})", {R"({"x/y":1,"map":{"k":0}})"},
            R"([{"op":"add","path":"/map","value":{"k":0}},{"op":"add","path":"/x~1y","value":1}])");
        row("a value written again as it was", R"({"v":[1,{"w":2}]})", {R"({"v":[1,{"w":2}]})"}, "[]");
    }

    void merging()
    {
        QFETCH(QByteArray, before);
        QFETCH(QList<QByteArray>, updates);
        QFETCH(QByteArray, difference);
        const auto graph = channels();
        Json state = parsed(before);
        Json rebuilt = state;
        graph::Merge merge(*graph, state);

        for (const QByteArray& update : updates) {
            Json values = parsed(update);
            QVERIFY(merge.add(values));
        }

        QCOMPARE(text(merge.difference()), difference);
        QVERIFY(applyPatch(rebuilt, merge.difference()));
        QCOMPARE(text(rebuilt), text(state));
        merge.undo();
        QCOMPARE(text(state), before);
    }

    void whatCannotBeMergedIsUndoneToTheLastField()
    {
        const auto graph = channels();
        const Json before = parsed(R"({"log":[1],"map":{"a":1,"b":2},"v":3})");
        Json state = before;
        graph::Merge merge(*graph, state);
        Json first = parsed(R"({"log":2,"map":{"a":9,"c":9},"v":4})");
        Json second = parsed(R"({"map":7})");

        QVERIFY(merge.add(first));
        QVERIFY(!merge.add(second));
        merge.undo();

        QCOMPARE(text(state), text(before));
    }

    void anEventTellsALargeValueByItsDifference()
    {
        graph::GraphBuilder builder("large");
        builder.node("a", [](const graph::State& state, const graph::NodeContext&) -> Result<graph::Update> {
            Json changed = state.at("log");
            changed["lines"][1] = "changed";
            return graph::Update{{"log", std::move(changed)}, {"n", 1}};
        });
        builder.entry("a").edge("a", "__end__");
        Stage stage(builder);
        stage.start({{"log", {{"lines", {"first", "second", std::string(5000, 'x')}}}}});

        stage.drive();

        Json data;
        for (const graph::Event& event : stage.journal.allEvents())
            if (event.type == "node_finished")
                data = event.data;
        QCOMPARE(text(data.at("update")), QByteArray(R"({"n":1})"));
        QCOMPARE(text(data.at("patch")), QByteArray(R"([{"op":"replace","path":"/log/lines/1","value":"changed"}])"));
    }

    /// Checkpoints in memory are kept as differences, and read back whole.
    void memoryGivesBackEveryState()
    {
        graph::GraphBuilder builder("counting");
        builder.channel("log", Channel{Reducer::Append, {}});
        const auto count = [](const graph::State& state, const graph::NodeContext&) -> Result<graph::Update> {
            const auto n = state.at("n").get<int>();
            return graph::Update{{"n", n + 1}, {"log", n}};
        };
        builder.node("a", count).node("b", count).node("c", count);
        builder.entry("a").edge("a", "b").edge("b", "c").edge("c", "__end__");
        Stage stage(builder);
        stage.start({{"n", 0}});
        graph::MemoryJournal memory(graph::Durability::Memory);

        const auto rest = graph::Runner(*stage.graph, memory, stage.pool, stage.clock).drive(stage.run, stage.control);

        QVERIFY(rest && *rest == graph::Rest::Succeeded);
        QByteArrayList states;
        for (const graph::Checkpoint& checkpoint : memory.checkpoints(stage.run.lease.run))
            states << QByteArray::number(static_cast<qlonglong>(checkpoint.number)) + ' ' + text(checkpoint.state);
        QCOMPARE(states,
                 QByteArrayList({R"(0 {"n":0})", R"(1 {"log":[0],"n":1})", R"(2 {"log":[0,1],"n":2})",
                                 R"(3 {"log":[0,1,2],"n":3})"}));
    }
};

SIGNALBOX_TEST(TestMerge)
#include "tst_merge.moc"
