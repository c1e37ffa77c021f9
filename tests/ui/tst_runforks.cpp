// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/runscene.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QListView>
#include <QPlainTextEdit>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::ui;
using Scene = signalbox::test::RunScene;

class TestRunForks : public QObject {
    Q_OBJECT

private slots:
    void fOpensTheStateToEditAndRehearsesByDefault()
    {
        Scene scene;
        QTRY_VERIFY(scene.loaded());
        RunId opened;
        connect(&scene.page, &Page::runOpened, this, [&](RunId run) { opened = run; });
        scene.page.select(3);
        auto* list = scene.part<StepsPanel>()->list();
        list->setFocus();

        QTRY_VERIFY(scene.host.isQuiet());
        QCOMPARE(scene.diff().keysChanged, 5); // the state is here
        QTest::keyClick(list, Qt::Key_F);
        QVERIFY(scene.part<StatePanel>()->isEditing());
        QVERIFY(scene.host.sent.back().find("forkRun") == std::string::npos); // nothing runs for a letter
        QTest::keyClick(scene.part<ForkEditor>()->text(), Qt::Key_Return, Qt::ControlModifier);

        QTRY_COMPARE(opened.value, std::int64_t(99));
        const std::string asked = "forkRun " + std::to_string(scene.page.run().value) + " at 3";
        QVERIFY(std::ranges::find(scene.host.sent, asked) != scene.host.sent.end());
        QVERIFY(!scene.part<StatePanel>()->isEditing());
    }

    void anEditedStateIsCheckedAsItIsTyped()
    {
        Scene scene;
        QTRY_VERIFY(scene.loaded());
        scene.page.select(3);
        QTRY_VERIFY(scene.host.isQuiet());
        QCOMPARE(scene.diff().keysChanged, 5);
        QTest::mouseClick(scene.part<CheckpointBar>()->forkButton(), Qt::LeftButton);
        auto* editor = scene.part<ForkEditor>();
        const QString whole = editor->text()->toPlainText();

        editor->text()->setPlainText(whole + QStringLiteral(","));
        QVERIFY(editor->verdict().startsWith(QStringLiteral("Line ")));
        QVERIFY(!editor->rehearseButton()->isEnabled());
        QTest::keyClick(editor->text(), Qt::Key_Return, Qt::ControlModifier); // does nothing

        QString edited = whole;
        edited.replace(QStringLiteral("\"retry_count\": 1"), QStringLiteral("\"retry_count\": 0"));
        QVERIFY(edited != whole);
        editor->text()->setPlainText(edited);
        QCOMPARE(editor->verdict(), QStringLiteral("Changed: retry_count."));
        QTest::mouseClick(editor->liveButton(), Qt::LeftButton);
        QVERIFY(scene.host.sent.back().find("forkRun") == std::string::npos); // real effects are asked about once more
        QTest::mouseClick(editor->surelyLiveButton(), Qt::LeftButton);

        const std::string asked
            = "forkRun " + std::to_string(scene.page.run().value) + " at 3 live with {\"retry_count\":0}";
        QCOMPARE(scene.host.sent.back(), asked);
    }

    void oneForkIsAskedForAtATime()
    {
        Scene scene;
        QTRY_VERIFY(scene.loaded());
        scene.page.select(3);
        scene.page.editFork();
        QTRY_VERIFY(scene.part<StatePanel>()->isEditing());
        QTRY_VERIFY(scene.host.isQuiet());
        scene.host.outcome = Error{ErrorCode::Io, "disk"};
        auto* editor = scene.part<ForkEditor>();
        const auto forks = [&scene] {
            return std::ranges::count_if(scene.host.sent, [](const auto& each) { return each.starts_with("forkRun"); });
        };
        QTest::mouseClick(editor->liveButton(), Qt::LeftButton);

        QTest::mouseClick(editor->surelyLiveButton(), Qt::LeftButton);
        editor->surelyLiveButton()->click();
        editor->rehearseButton()->click();
        QTest::keyClick(editor->text(), Qt::Key_Return, Qt::ControlModifier);

        QCOMPARE(forks(), 1);
        QCOMPARE(editor->verdict(), QStringLiteral("Locked: sending"));
        QVERIFY(editor->surelyLiveButton()->isLocked());
        QTRY_VERIFY(!editor->rehearseButton()->isLocked()); // it failed: it may be asked for again
        QTest::keyClick(editor->text(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(forks(), 2);
    }

    void escapeLeavesTheEditorAndForksNothing()
    {
        Scene scene;
        QTRY_VERIFY(scene.loaded());
        scene.page.select(3);
        scene.page.editFork();
        QTRY_VERIFY(scene.part<StatePanel>()->isEditing()); // as soon as its state is here

        QTest::keyClick(scene.part<ForkEditor>()->text(), Qt::Key_Escape);

        QVERIFY(!scene.part<StatePanel>()->isEditing());
        QVERIFY(scene.host.sent.back().find("forkRun") == std::string::npos);
    }

    void rehearsalSaysSoAndOpensItsOriginal()
    {
        Scene scene;
        QTRY_VERIFY(scene.loaded());
        QVERIFY(!scene.part<RehearsalBanner>()->isVisible());
        host::RunDetail fork = scene.run;
        fork.summary.id = RunId{8};
        fork.summary.rehearsal = true;
        fork.summary.origin = graph::Origin{scene.run.summary.id, 4};
        scene.host.details[RunId{8}] = fork;
        qRegisterMetaType<RunId>();
        QSignalSpy opened(&scene.page, &Page::runOpened);

        scene.page.open(RunId{8});

        auto* banner = scene.part<RehearsalBanner>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->sentence().startsWith(QStringLiteral("Of run 7, from checkpoint 5.")));
        QTest::mouseClick(banner->button(), Qt::LeftButton);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<RunId>(), scene.run.summary.id);
        QCOMPARE(opened[0][1].value<std::int64_t>(), 4);
    }

    void runThatCannotBeForkedSaysWhyBeforeTheClick()
    {
        Scene scene;
        scene.host.details[scene.run.summary.id].summary.agent = "npm-install";
        QTRY_VERIFY(scene.loaded());

        auto* fork = scene.part<CheckpointBar>()->forkButton();
        QVERIFY(fork->isLocked());
        QVERIFY(
            scene.part<CheckpointBar>()->lockedWords().startsWith(QStringLiteral("Locked: Heal npm install cannot")));
        QTest::mouseClick(fork, Qt::LeftButton);
        QTest::keyClick(&scene.page, Qt::Key_F);
        QVERIFY(!scene.part<StatePanel>()->isEditing());
    }

    void smallestWindowCutsNoButtonOfTheFork()
    {
        Scene scene;
        scene.page.resize(844, 418);
        QTRY_VERIFY(scene.loaded());
        QTest::keyClick(&scene.page, Qt::Key_F);
        QTRY_VERIFY(scene.part<StatePanel>()->isEditing());

        auto* editor = scene.part<ForkEditor>();
        QTRY_VERIFY(editor->rehearseButton()->height() >= editor->rehearseButton()->sizeHint().height());
        QVERIFY(editor->text()->height() >= 30);
    }
};

SIGNALBOX_TEST(TestRunForks)
#include "tst_runforks.moc"
