// SPDX-License-Identifier: GPL-3.0-or-later
// A run that is too long to be held whole.
#include "tests/signalboxtest.h"
#include "tests/ui/runscene.h"
#include "ui/models/graphstate.h"
#include "ui/models/runsteps.h"
#include "ui/widgets/label.h"

#include <QTest>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::ui;
using test::RunScene;

namespace {

/// The healing run from a checkpoint to another, as RunPart leaves it.
host::RunDetail partOf(host::RunDetail run, std::int64_t from, std::int64_t to)
{
    run.summary.checkpoints = static_cast<int>(run.checkpoints.back().number) + 1;
    run.later = to < run.checkpoints.back().number;
    std::erase_if(run.checkpoints, [&](const auto& row) { return row.number < from || row.number > to; });
    for (const auto& event : run.events) {
        if (event.checkpoint >= from)
            continue;
        ++run.earlier.count;
        auto& node = run.earlier.nodes[event.node];
        if (event.type == "node_started")
            node.position = ++run.earlier.visits;
        if (event.type == "node_finished")
            ++node.visits;
        if (event.type == "edge_taken")
            ++run.earlier.taken[{event.data["from"], event.data["to"], event.data["label"]}];
    }
    std::erase_if(run.events,
                  [&](const auto& event) { return event.checkpoint < from || (run.later && event.checkpoint >= to); });
    return run;
}

/// The newest part from checkpoint 3 on, and the one around 2.
struct LongScene : RunScene {
    LongScene()
    {
        host.runParts[{run.summary.id, -1}] = partOf(run, 3, 5);
        for (const std::int64_t around : {2, 3})
            host.runParts[{run.summary.id, around}] = partOf(run, 0, 4);
    }

    Button* link(const char* words) const
    {
        for (auto* button : part<StepsPanel>()->findChildren<Button*>())
            if (button->text() == QString::fromLatin1(words) && button->isVisible())
                return button;
        return nullptr;
    }
    QString words() const
    {
        for (const auto* label : part<StepsPanel>()->findChildren<Label*>())
            if (label->text().startsWith(QStringLiteral("Steps ")))
                return label->isVisible() ? label->text() : QString();
        return {};
    }
    bool sent(const char* what) const { return std::ranges::count(host.sent, std::string(what)) > 0; }
};

} // namespace

class TestRunParts : public QObject {
    Q_OBJECT

private slots:
    void aRunThatIsHeldWholeSaysNothingOfParts()
    {
        RunScene scene;
        QTRY_VERIFY(scene.loaded());

        for (const auto* button : scene.part<StepsPanel>()->findChildren<Button*>())
            QVERIFY(button->text() != QStringLiteral("Earlier") || !button->isVisible());
    }

    void theNewestPartIsShownWithAWayToTheEarlierOnes()
    {
        LongScene scene;
        QTRY_VERIFY(scene.loaded());
        QCOMPARE(scene.words(), QStringLiteral("Steps 4 to 6 of 6"));
        QVERIFY(!scene.link("Later"));

        scene.link("Earlier")->click();

        QVERIFY(scene.sent("loadRun 7 around 2"));
        QTRY_COMPARE(scene.words(), QStringLiteral("Steps 1 to 5 of 6"));
        QCOMPARE(*scene.page.selection(), 2);
        QTRY_COMPARE(scene.step(), 2); // shown in later turns
        QVERIFY(scene.link("Later"));
        QVERIFY(!scene.link("Earlier"));

        scene.page.goToLive();

        QTRY_COMPARE(scene.words(), QStringLiteral("Steps 4 to 6 of 6"));
        QVERIFY(!scene.page.selection());
    }

    void steppingBackGoesOnIntoTheEarlierPart()
    {
        LongScene scene;
        QTRY_VERIFY(scene.loaded());

        for (int i = 0; i < 3; ++i)
            scene.page.stepBack(); // 5, 4, and 3, whose difference needs what came before it

        QTRY_COMPARE(scene.words(), QStringLiteral("Steps 1 to 5 of 6"));
        QCOMPARE(*scene.page.selection(), 3);
        QTRY_VERIFY(scene.host.isQuiet());
        QCOMPARE(scene.diff().keysChanged, 5);
    }

    void aCheckpointOfAnEarlierPartIsOpenedThere()
    {
        LongScene scene;
        scene.page.open(RunId{1}); // another one
        scene.page.open(scene.run.summary.id, 2);

        QTRY_COMPARE(scene.words(), QStringLiteral("Steps 1 to 5 of 6"));
        QCOMPARE(*scene.page.selection(), 2);
    }

    void theGraphCountsWhatLiesBefore()
    {
        UtcTime now;
        const host::RunDetail run = test::healingRun(now);

        const GraphState whole = graphStateOf(run, std::nullopt);
        const GraphState part = graphStateOf(partOf(run, 3, 5), std::nullopt);

        for (std::size_t i = 0; i < whole.edges.size(); ++i)
            QCOMPARE(part.edges[i].taken, whole.edges[i].taken);
        for (std::size_t i = 0; i < whole.nodes.size(); ++i) {
            QCOMPARE(part.nodes[i].state, whole.nodes[i].state);
            QCOMPARE(part.nodes[i].visits, whole.nodes[i].visits);
        }
    }

    void anEarlierPartHasNoPresent()
    {
        UtcTime now;
        const host::RunDetail part = partOf(test::healingRun(now), 0, 4);

        const GraphState state = graphStateOf(part, 4);
        QVERIFY(std::ranges::none_of(state.nodes, &NodeView::live));
        QCOMPARE(stepsOf(part).size(), 5);
    }
};

SIGNALBOX_TEST(TestRunParts)
#include "tst_runparts.moc"
