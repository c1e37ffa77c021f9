// SPDX-License-Identifier: GPL-3.0-or-later
// A replay of a run reads its checkpoints one after the other, and never gets in the way of whoever looks.
#include "tests/signalboxtest.h"
#include "tests/ui/runscene.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace signalbox;
using namespace signalbox::ui;
using Scene = signalbox::test::RunScene;

class TestReplay : public QObject {
    Q_OBJECT

private slots:
    void replayShowsEachCheckpointUpToThePresent()
    {
        Scene scene;
        QTRY_VERIFY(scene.loaded());
        auto* bar = scene.part<CheckpointBar>();
        auto* replay = bar->findChild<Button*>(QStringLiteral("replay"));
        bar->findChild<QTimer*>()->setInterval(1);
        QList<qint64> shown;
        connect(bar, &CheckpointBar::checkpointPicked, this, [&shown](qint64 checkpoint) { shown << checkpoint; });
        QSignalSpy live(bar, &CheckpointBar::livePicked);

        replay->click();
        QCOMPARE(replay->accessibleName(), QStringLiteral("Stop the replay"));
        QTRY_COMPARE(live.count(), 1);

        QCOMPARE(shown, QList<qint64>({0, 1, 2, 3, 4, 5}));
        QVERIFY(!scene.page.selection());
        QCOMPARE(replay->accessibleName(), QStringLiteral("Replay"));
    }

    void replayEndsWhereSomebodyDoesSomethingElse_data()
    {
        QTest::addColumn<int>("what");
        for (const auto& [name, what] :
             {std::pair("another checkpoint", 0), {"the slider, where it stands", 1}, {"F", 2}})
            QTest::newRow(name) << what;
    }

    void replayEndsWhereSomebodyDoesSomethingElse()
    {
        QFETCH(int, what);
        Scene scene;
        QTRY_VERIFY(scene.loaded());
        auto* bar = scene.part<CheckpointBar>();
        auto* replay = bar->findChild<Button*>(QStringLiteral("replay"));
        auto* list = scene.part<StepsPanel>()->list();
        list->setFocus();
        replay->click();
        QCOMPARE(*scene.page.selection(), 0);

        if (what == 0)
            scene.page.select(3);
        else if (what == 1)
            QTest::mouseClick(bar->slider(), Qt::LeftButton, {}, QPoint(bar->slider()->stopX(0), 15));
        else
            QTest::keyClick(list, Qt::Key_F);

        QCOMPARE(replay->accessibleName(), QStringLiteral("Replay"));
        QCOMPARE(*scene.page.selection(), what == 0 ? 3 : 0);
    }
};

SIGNALBOX_TEST(TestReplay)
#include "tst_replay.moc"
