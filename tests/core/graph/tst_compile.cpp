// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/graph/stage.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using graph::GraphBuilder;

using Build = std::function<void(GraphBuilder&)>;

namespace {

const std::string kEnd(graph::kEnd);

graph::Condition answers(const std::vector<std::string>& results)
{
    return {results, [results](const graph::State&) { return results.front(); }};
}

GraphBuilder oneNode()
{
    GraphBuilder builder("g");
    builder.node("a", doesNothing()).entry("a");
    return builder;
}

} // namespace

class TestCompile : public QObject {
    Q_OBJECT

private slots:
    void aSoundGraphCompiles()
    {
        GraphBuilder builder = oneNode();
        builder.node("b", doesNothing()).edge("a", "b").edge("b", kEnd).stepLimit(7);

        const auto graph = builder.compile();

        QVERIFY(graph);
        QCOMPARE((*graph)->name(), std::string("g"));
        QCOMPARE((*graph)->stepLimit(), 7);
        QCOMPARE((*graph)->indexOf("b"), 1);
        QCOMPARE((*graph)->indexOf("c"), graph::kEndIndex);
    }

    void everyFaultNamesItsNode_data()
    {
        QTest::addColumn<Build>("build");
        QTest::addColumn<QString>("faults");

        const auto row = [](const char* name, const Build& build, const char* faults) {
            QTest::newRow(name) << build << QStringLiteral("graph \"g\": ") + QString::fromLatin1(faults);
        };
        row(
            "unknown target", [](auto& b) { b.edge("a", "x"); }, R"(node "a" leads to unknown node "x")");
        row(
            "unknown source", [](auto& b) { b.edge("a", kEnd).edge("x", "a"); }, R"(edge from unknown node "x")");
        row(
            "unknown target of a fan-out", [](auto& b) { b.edge("a", kEnd).fanOut("a", "list", "x"); },
            R"(node "a" leads to unknown node "x")");
        row(
            "unknown target of a join", [](auto& b) { b.edge("a", kEnd).join({"a"}, "x"); },
            R"(node "a" leads to unknown node "x")");
        row(
            "unknown source of a join",
            [](auto& b) {
                b.edge("a", kEnd).join({"a", "x"}, kEnd);
            },
            R"(edge from unknown node "x")");
        row(
            "join of nothing", [](auto& b) { b.edge("a", kEnd).join({}, "a"); }, R"(node "a" joins nothing)");
        row(
            "unreachable node", [](auto& b) { b.edge("a", kEnd).node("b", doesNothing()).edge("b", kEnd); },
            R"(node "b" cannot be reached)");
        row(
            "node without any edge", [](auto& b) { b.edge("a", kEnd).node("b", doesNothing()).edge("a", "b"); },
            R"(node "b" has no way to END)");
        row(
            "cycle without a way out", [](auto& b) { b.edge("a", "b").node("b", doesNothing()).edge("b", "a"); },
            R"(node "a" has no way to END; node "b" has no way to END)");
        row(
            "result that is not in the map",
            [](auto& b) {
                b.conditional("a", answers({"yes", "no"}), {{"yes", kEnd}});
            },
            R"(node "a": result "no" is not in its map)");
        row(
            "mapped result that never comes",
            [](auto& b) {
                b.conditional("a", answers({"yes"}), {{"yes", kEnd}, {"no", kEnd}});
            },
            R"(node "a": "no" is mapped but never a result)");
        row(
            "unknown target in a map",
            [](auto& b) {
                b.conditional("a", answers({"yes"}), {{"yes", "x"}});
            },
            R"(node "a" leads to unknown node "x")");
        row(
            "condition that cannot choose",
            [](auto& b) {
                b.conditional("a", {{"yes"}, {}}, {{"yes", kEnd}});
            },
            R"(node "a" has a condition that cannot choose)");
        row(
            "node declared twice", [](auto& b) { b.edge("a", kEnd).node("a", doesNothing()); },
            R"(node "a" is declared twice)");
        row(
            "node with the name of END", [](auto& b) { b.edge("a", kEnd).node(kEnd, doesNothing()); },
            R"(node "__end__" may not have this name)");
        row(
            "unknown entry", [](auto& b) { b.edge("a", kEnd).entry("x"); }, R"(entry "x" is unknown)");
        row(
            "own reducer without a function",
            [](auto& b) {
                b.edge("a", kEnd).channel("c", {graph::Reducer::Custom, {}});
            },
            R"(channel "c" has no reducer of its own)");
        row(
            "several faults are told together", [](auto& b) { b.edge("a", "x").edge("a", "y"); },
            R"(node "a" leads to unknown node "x"; node "a" leads to unknown node "y")");
    }

    void everyFaultNamesItsNode()
    {
        QFETCH(Build, build);
        QFETCH(QString, faults);
        GraphBuilder builder = oneNode();
        build(builder);

        QCOMPARE(faultsOf(builder), faults);
    }

    void aGraphWithoutEntryDoesNotCompile()
    {
        GraphBuilder builder("g");
        builder.node("a", doesNothing()).edge("a", kEnd);

        QCOMPARE(faultsOf(builder), QStringLiteral("graph \"g\": no entry"));
    }

    void aWayToTheEndMayLeadThroughEveryKindOfEdge()
    {
        GraphBuilder builder = oneNode();
        for (const char* name : {"b", "c", "d"})
            builder.node(name, doesNothing());
        builder.fanOut("a", "list", "b").join({"b"}, "c");
        builder.conditional("c", answers({"again", "on"}), {{"again", "a"}, {"on", "d"}}).edge("d", kEnd);

        QCOMPARE(faultsOf(builder), QString());
    }
};

SIGNALBOX_TEST(TestCompile)
#include "tst_compile.moc"
