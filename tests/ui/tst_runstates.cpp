// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/runscene.h"
#include "ui/widgets/skeleton.h"

#include <QPlainTextEdit>

using namespace signalbox;
using namespace signalbox::ui;
using Scene = signalbox::test::RunScene;

class TestRunStates : public QObject {
    Q_OBJECT

private slots:
    void secretsAreMaskedInPanelAndEditor()
    {
        Scene scene;
        scene.run.state["token"] = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
        scene.run.state["notes"] = Json::array({"push with ghp_16C7e42F292c6912E7710c838347Ae178B4a", "done"});
        scene.host.details[scene.run.summary.id] = scene.run;
        scene.host.states[{scene.run.summary.id, 5}] = scene.run.state;
        QTRY_VERIFY(scene.loaded());
        QTRY_VERIFY(!scene.diff().changed.isEmpty());
        for (const auto& row : scene.diff().changed)
            QVERIFY2(!row.fullAfter.contains(QStringLiteral("ghp_")), qPrintable(row.fullAfter));

        QTest::keyClick(&scene.page, Qt::Key_F);

        auto* editor = scene.part<ForkEditor>();
        const QString shown = editor->text()->toPlainText();
        QVERIFY(shown.contains(QStringLiteral("[redacted: GitHub token]")));
        QVERIFY(!shown.contains(QStringLiteral("ghp_")));
        QVERIFY(editor->rehearseButton()->isEnabled()); // what is left as it was is no part of the patch
        editor->text()->setPlainText(QString(shown).replace(QStringLiteral("\"done\""), QStringLiteral("\"more\"")));
        QVERIFY(editor->rehearseButton()->isLocked());
        QVERIFY(editor->verdict().contains(QStringLiteral("notes has a masked secret in it")));
    }

    void loadingShowsRowsAndThenTheRun()
    {
        Scene scene;
        auto* skeleton = scene.part<Skeleton>();
        QVERIFY(skeleton->isVisible());
        QVERIFY(!skeleton->hasRows()); // nothing flickers over a quick answer
        QTRY_VERIFY(scene.loaded());
        QVERIFY(!skeleton->isVisible());

        skeleton->start();
        QTRY_VERIFY(skeleton->hasRows());
    }

    void runThatCannotBeReadSaysSoAndIsAskedForAgain()
    {
        Scene scene;
        scene.host.storeIsGone = true;
        auto* strip = scene.page.findChild<ErrorStrip*>();
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(strip->sentence().startsWith(QStringLiteral("The store or a file could not be read")));
        QVERIFY(!scene.part<Skeleton>()->isVisible());

        scene.host.storeIsGone = false;
        QTest::mouseClick(strip->findChild<Button*>(), Qt::LeftButton);

        QTRY_VERIFY(scene.loaded());
        QVERIFY(!strip->isVisible());
    }

    void runWithoutCheckpointsHasNothingToForkOrCompare()
    {
        Scene scene;
        host::RunDetail empty;
        empty.summary = test::aRun(12, "search", host::RunState::Queued);
        scene.host.details[RunId{12}] = empty;
        QTRY_VERIFY(!scene.diff().changed.isEmpty());

        scene.page.open(RunId{12});

        QTRY_VERIFY(scene.diff().changed.isEmpty());
        QVERIFY(scene.part<CheckpointBar>()->forkButton()->isLocked());
        QCOMPARE(scene.part<CheckpointBar>()->lockedWords(), QStringLiteral("Locked: no checkpoint yet."));
        QVERIFY(!scene.part<GraphPane>()->graph()->isVisible()); // "This run did not need an agent."
    }

    void longNamesPushNothingOutOfThePage()
    {
        Scene scene;
        const std::string name(200, 'n');
        scene.run.summary.line = scene.run.summary.branch = scene.run.summary.step = name;
        scene.run.state[name] = name;
        for (auto& node : scene.run.drawing.nodes)
            node.name = node.name == "verify_fix" ? name : node.name;
        for (auto& job : scene.run.jobs)
            job.name = name;
        for (auto& row : scene.run.checkpoints)
            row.nodes = {name};
        scene.host.details[scene.run.summary.id] = scene.run;
        scene.host.states[{scene.run.summary.id, 5}] = scene.run.state;
        scene.page.resize(844, 418);
        QTRY_VERIFY(scene.loaded());

        for (const auto* widget : scene.page.findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->window() != &scene.page)
                continue;
            const QRect place(widget->mapTo(&scene.page, QPoint()), widget->size());
            QVERIFY2(place.right() < 844 || widget->parentWidget()->width() < widget->width(),
                     widget->metaObject()->className());
        }
        QVERIFY(scene.page.minimumSizeHint().width() <= 844);
    }
};

SIGNALBOX_TEST(TestRunStates)
#include "tst_runstates.moc"
