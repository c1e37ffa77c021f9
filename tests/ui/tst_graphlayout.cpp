// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedhealing.h"
#include "ui/widgets/graphlayout.h"
#include "ui/widgets/graphplacement.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::ui;
using namespace Qt::StringLiterals;

namespace {

graph::Drawing drawingOf(int nodes, const std::vector<graph::DrawnEdge>& edges)
{
    graph::Drawing drawing;
    for (int i = 0; i < nodes; ++i)
        drawing.nodes.push_back({"n" + std::to_string(i), i == 0, false});
    drawing.edges = edges;
    return drawing;
}

graph::DrawnEdge plain(int from, int to)
{
    return {"n" + std::to_string(from), "n" + std::to_string(to), graph::EdgeKind::Plain, ""};
}

graph::Drawing chainOf(int nodes)
{
    std::vector<graph::DrawnEdge> edges;
    for (int i = 1; i < nodes; ++i)
        edges.push_back(plain(i - 1, i));
    return drawingOf(nodes, edges);
}

/// Thirty nodes, each leading to three others, many of them back.
graph::Drawing tangle()
{
    std::vector<graph::DrawnEdge> edges;
    for (int i = 0; i < 30; ++i)
        for (const int step : {1, 7, 11})
            edges.push_back(plain(i, (i + step) % 30));
    return drawingOf(30, edges);
}

/// The graph of a healing as the engine has it, with every edge.
graph::Drawing wholeHealing()
{
    using graph::EdgeKind;
    graph::Drawing drawing = test::healingDrawing();
    drawing.nodes.insert(drawing.nodes.end() - 2, {"create_issue", false, false});
    std::erase_if(drawing.edges, [](const graph::DrawnEdge& edge) { return edge.from == "escalate"; });
    for (const auto& [from, to, label] :
         std::vector<std::array<const char*, 3>>{{"detect_failure", "escalate", "unseen"},
                                                 {"attempt_fix", "escalate", "escalate"},
                                                 {"escalate", "create_issue", "tell"},
                                                 {"escalate", "wait_for_human", "ask"},
                                                 {"wait_for_human", "detect_failure", "look"}})
        drawing.edges.push_back({from, to, EdgeKind::Conditional, label});
    drawing.edges.push_back({"create_issue", "wait_for_human", EdgeKind::Plain, ""});
    return drawing;
}

QPoint placeIn(const GraphLayout& layout, const char* name)
{
    const PlacedNode& node = layout.nodes[layout.indexOf(QString::fromLatin1(name))];
    return {node.column, node.row};
}

} // namespace

class TestGraphLayout : public QObject {
    Q_OBJECT

private slots:
    void healingGraphReadsAsItsMainFlowWithBranchesBelow()
    {
        const GraphLayout layout = layOut(test::healingDrawing());

        QCOMPARE(placeIn(layout, "detect_failure"), QPoint(0, 0));
        QCOMPARE(placeIn(layout, "analyze_failure"), QPoint(1, 0));
        QCOMPARE(placeIn(layout, "attempt_fix"), QPoint(2, 0));
        QCOMPARE(placeIn(layout, "verify_fix"), QPoint(3, 0));
        QCOMPARE(placeIn(layout, "escalate"), QPoint(1, 1));
        QCOMPARE(placeIn(layout, "wait_for_human"), QPoint(2, 1));
        QCOMPARE(placeIn(layout, "update_knowledge"), QPoint(3, 1));
        QCOMPARE(layout.indexOf(QStringLiteral("__end__")), -1);
    }

    void wholeHealingHasTwoRowsAndFitsThePane()
    {
        const GraphLayout layout = layOut(wholeHealing());

        QCOMPARE(placeIn(layout, "verify_fix"), QPoint(3, 0));
        QCOMPARE(placeIn(layout, "escalate"), QPoint(0, 1));
        QCOMPARE(placeIn(layout, "create_issue"), QPoint(1, 1));
        QCOMPARE(placeIn(layout, "wait_for_human"), QPoint(2, 1));
        QCOMPARE(placeIn(layout, "update_knowledge"), QPoint(3, 1));
        const QSizeF pane(690 - 32, 312 - 70); // of a window of 1440 by 900, without what surrounds the graph
        QVERIFY2(layout.bounds.width() <= pane.width() + 4 && layout.bounds.height() <= pane.height() + 1,
                 qPrintable(u"%1 by %2"_s.arg(layout.bounds.width()).arg(layout.bounds.height())));
    }

    void whatFollowsTheLastColumnStandsNearItsSource()
    {
        graph::Drawing drawing = chainOf(4);
        for (const auto& [from, to] : {std::pair("n3", "aside"), {"aside", "below"}, {"below", "after"}}) {
            drawing.nodes.push_back({to, false, false});
            drawing.edges.push_back({from, to, graph::EdgeKind::Conditional, to});
        }

        const GraphLayout layout = layOut(drawing);

        QCOMPARE(placeIn(layout, "aside"), QPoint(3, 1));
        QCOMPARE(placeIn(layout, "below"), QPoint(3, 2));
        QCOMPARE(placeIn(layout, "after"), QPoint(2, 2)); // not one row more for each
    }

    void retryRunsBelowItsRowAndBack()
    {
        const GraphLayout layout = layOut(test::healingDrawing());

        const auto retry = std::ranges::find(layout.edges, QStringLiteral("retry"), &PlacedEdge::label);

        QVERIFY(retry != layout.edges.end());
        QVERIFY(retry->loop);
        const QRectF row = layout.nodes[retry->from].rect;
        QVERIFY(retry->labelAt.y() > row.bottom());
        QCOMPARE(retry->path.front().y(), row.bottom());
        QCOMPARE(retry->path.back().y(), row.bottom());
    }

    void nothingOverlaps_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("the healing graph") << 0;
        QTest::newRow("a chain of thirty") << 1;
        QTest::newRow("thirty nodes in a tangle") << 2;
        QTest::newRow("five branches from one node") << 3;
        QTest::newRow("a node that nothing leads to") << 4;
    }

    void nothingOverlaps()
    {
        QFETCH(int, which);
        const std::vector<graph::Drawing> drawings{
            test::healingDrawing(), chainOf(30), tangle(),
            drawingOf(6, {plain(0, 1), plain(0, 2), plain(0, 3), plain(0, 4), plain(0, 5)}),
            drawingOf(4, {plain(0, 1), plain(2, 3)})};

        const GraphLayout layout = layOut(drawings[static_cast<std::size_t>(which)]);

        for (const auto& a : layout.nodes)
            for (const auto& b : layout.nodes)
                QVERIFY2(&a == &b || !a.rect.intersects(b.rect), qPrintable(a.name + u' ' + b.name));
        for (const auto& node : layout.nodes)
            QVERIFY(layout.bounds.contains(node.rect));
    }

    void sameDrawingGivesTheSamePicture()
    {
        const GraphLayout first = layOut(tangle());
        const GraphLayout second = layOut(tangle());

        for (std::size_t i = 0; i < first.nodes.size(); ++i)
            QCOMPARE(first.nodes[i].rect, second.nodes[i].rect);
        for (std::size_t i = 0; i < first.edges.size(); ++i)
            QVERIFY(first.edges[i].path == second.edges[i].path && first.edges[i].labelAt == second.edges[i].labelAt);
    }

    void labelsDoNotLieOnNodes_data() { healings(); }
    void labelsDoNotLieOnNodes()
    {
        QFETCH(bool, whole);
        const GraphLayout layout = layOut(whole ? wholeHealing() : test::healingDrawing());

        for (const auto& edge : layout.edges)
            for (const auto& node : layout.nodes)
                QVERIFY2(edge.label.isEmpty() || !node.rect.contains(edge.labelAt), qPrintable(edge.label));
    }

    void labelsDoNotLieOnTheLinesOfOthers_data() { healings(); }
    void labelsDoNotLieOnTheLinesOfOthers()
    {
        QFETCH(bool, whole);
        const GraphLayout layout = layOut(whole ? wholeHealing() : test::healingDrawing());

        for (const auto& edge : layout.edges) {
            const QRectF words(edge.labelAt - QPointF(16, 7), QSizeF(32, 14));
            for (const auto& other : layout.edges) {
                for (std::size_t part = 0; !edge.label.isEmpty() && part + 1 < other.path.size(); ++part) {
                    const QRectF line = QRectF(other.path[part], other.path[part + 1]).normalized();
                    const bool crossed = line.adjusted(-1, -1, 1, 1).intersects(words);
                    QVERIFY2(&edge == &other || !crossed, qPrintable(edge.label + u" on "_s + other.label));
                }
            }
        }
    }

    void emptyGraphHasNoPicture() { QVERIFY(layOut({}).nodes.empty()); }

private:
    static void healings()
    {
        QTest::addColumn<bool>("whole");
        QTest::newRow("as drawn") << false;
        QTest::newRow("every edge") << true;
    }
};

SIGNALBOX_TEST(TestGraphLayout)
#include "tst_graphlayout.moc"
