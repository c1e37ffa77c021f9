// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedruns.h"
#include "ui/widgets/graphitems.h"
#include "ui/widgets/graphview.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::ui;

namespace {

/// begin → heal/s0 → … → heal → end, and back from end to the sub-graph.
graph::Drawing withSubgraph(int steps)
{
    using graph::EdgeKind;
    graph::Drawing drawing{.graph = "large", .version = 1, .nodes = {{"begin", true, false}}, .edges = {}};
    std::string last = "begin";
    for (int i = 0; i < steps; ++i) {
        const std::string name = "heal/s" + std::to_string(i);
        drawing.nodes.push_back({name, false, false, "heal"});
        drawing.edges.push_back({last, name, EdgeKind::Plain, ""});
        last = name;
    }
    drawing.nodes.push_back({"heal", false, false, "heal"});
    drawing.nodes.push_back({"end", false, false});
    drawing.edges.push_back({last, "heal", EdgeKind::Plain, ""});
    drawing.edges.push_back({"heal", "end", EdgeKind::Plain, ""});
    drawing.edges.push_back({"end", "heal/s0", EdgeKind::Conditional, "again"});
    drawing.groups = {{"heal", ""}};
    return drawing;
}

GraphState stateOf(const graph::Drawing& drawing)
{
    GraphState state;
    for (const auto& node : drawing.nodes) {
        NodeView view;
        view.name = node.name;
        state.nodes.push_back(view);
    }
    for (const auto& edge : drawing.edges)
        state.edges.push_back({.from = edge.from, .to = edge.to, .kind = edge.kind, .label = edge.label});
    return state;
}

NodeView& nodeIn(GraphState& state, const std::string& name)
{
    return *std::ranges::find(state.nodes, name, &NodeView::name);
}

struct Scene {
    explicit Scene(int steps) : drawing(withSubgraph(steps)), state(stateOf(drawing))
    {
        view.resize(900, 400);
        view.show();
        view.setDrawing(drawing);
        view.setState(state, test::noon());
    }
    QPoint centreOf(const char* name) const
    {
        const auto& layout = view.placement();
        return view.mapFromScene(layout.nodes[layout.indexOf(QString::fromLatin1(name))].rect.center());
    }

    ThemeSource themes{ThemeSource::Choice::Dark};
    graph::Drawing drawing;
    GraphState state;
    GraphView view{themes};
};

} // namespace

class TestGraphFold : public QObject {
    Q_OBJECT

private slots:
    void smallGraphIsDrawnWhole() { QCOMPARE(Scene(4).view.placement().nodes.size(), std::size_t(7)); }

    void largeGraphFoldsItsSubgraphsWithTheirCount()
    {
        const Scene scene(40);

        QCOMPARE(scene.view.placement().nodes.size(), std::size_t(3));
        QVERIFY2(scene.view.summary().contains(QStringLiteral("40 steps folded, press Enter to open")),
                 qPrintable(scene.view.summary()));
    }

    void enterOpensAndFoldsAgain()
    {
        Scene scene(40);
        scene.view.setFocus();
        QTest::keyClick(&scene.view, Qt::Key_Right); // begin
        QTest::keyClick(&scene.view, Qt::Key_Right); // heal

        QTest::keyClick(&scene.view, Qt::Key_Return);
        QCOMPARE(scene.view.placement().nodes.size(), std::size_t(43));
        QCOMPARE(scene.view.picked(), QStringLiteral("heal"));

        QTest::keyClick(&scene.view, Qt::Key_Return);
        QCOMPARE(scene.view.placement().nodes.size(), std::size_t(3));
    }

    void doubleClickOpens()
    {
        Scene scene(40);
        QTest::mouseDClick(scene.view.viewport(), Qt::LeftButton, {}, scene.centreOf("heal"));
        QCOMPARE(scene.view.placement().nodes.size(), std::size_t(43));
    }

    void foldStaysWhileTheRunGoesOn()
    {
        Scene scene(40);
        QTest::mouseDClick(scene.view.viewport(), Qt::LeftButton, {}, scene.centreOf("heal"));
        scene.view.setDrawing(scene.drawing);
        scene.view.setState(scene.state, test::noon());
        QCOMPARE(scene.view.placement().nodes.size(), std::size_t(43));
    }

    void foldedNodeTellsWhatItsStepsDo()
    {
        const graph::Drawing drawing = withSubgraph(40);
        GraphState whole = stateOf(drawing);
        nodeIn(whole, "heal/s0").state = NodeState::Succeeded;
        NodeView& runs = nodeIn(whole, "heal/s1");
        runs.state = NodeState::Running;
        runs.since = test::noon();
        runs.live = true;

        const GraphState folded = fold(whole, fold(drawing, {}));

        const NodeView* heal = folded.node("heal");
        QVERIFY(heal && heal->live);
        QCOMPARE(heal->state, NodeState::Running);
        QCOMPARE(nodeDetail(*heal, test::noon() + std::chrono::seconds(72)), QStringLiteral("40 steps, running 1:12"));
    }

    void pickingAFoldedNodeGoesToTheStepThatRuns()
    {
        Scene scene(40);
        nodeIn(scene.state, "heal/s7").live = true;
        scene.view.setState(scene.state, test::noon());
        QSignalSpy picked(&scene.view, &GraphView::nodePicked);

        QTest::mouseClick(scene.view.viewport(), Qt::LeftButton, {}, scene.centreOf("heal"));

        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked[0][0].toString(), QStringLiteral("heal/s7"));
    }

    void loopsAreCounted_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<int>("taken");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QString>("words");

        QTest::newRow("not taken") << QStringLiteral("retry") << 0 << 3 << QStringLiteral("retry");
        QTest::newRow("bounded") << QStringLiteral("retry") << 1 << 3 << QStringLiteral("retry 2 of 3");
        QTest::newRow("unbounded") << QStringLiteral("not_yet") << 24 << 0 << QStringLiteral("not yet \u00d7 24");
        QTest::newRow("bounded, no label") << QString() << 1 << 3 << QStringLiteral("2 of 3");
        QTest::newRow("unbounded, no label") << QString() << 24 << 0 << QStringLiteral("\u00d7 24");
    }

    void loopsAreCounted()
    {
        QFETCH(QString, label);
        QFETCH(int, taken);
        QFETCH(int, limit);
        const ThemeSource themes(ThemeSource::Choice::Dark);
        GraphEdgeItem edge(
            themes.theme(),
            {.from = 1, .to = 0, .label = label, .path = {{90, 0}, {0, 0}}, .labelAt = {45, 0}, .loop = true});
        edge.show({.from = "b", .to = "a", .label = {}, .taken = taken, .bounded = limit > 0, .limit = limit});
        QTEST(edge.words(), "words");
        QVERIFY(taken == 0 || edge.boundingRect().contains(45, 8)); // else the words would be cut
    }
};

SIGNALBOX_TEST(TestGraphFold)
#include "tst_graphfold.moc"
