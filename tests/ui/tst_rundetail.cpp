// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/runscene.h"
#include "ui/models/rowlistmodel.h"
#include "ui/widgets/choicefield.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
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

class TestRunDetail : public QObject {
    Q_OBJECT

private slots:
    void followsThePresentUntilAPersonMoves()
    {
        Scene scene;
        QTRY_VERIFY(scene.loaded());

        QVERIFY(!scene.page.selection());
        QCOMPARE(scene.step(), 6); // the step that runs
        QCOMPARE(scene.stop(), 6); // "now"
        QVERIFY(!scene.part<CheckpointBar>()->liveButton()->isEnabled());
    }

    void everyPartTellsTheSameMomentAndCountsFromOne()
    {
        Scene scene;
        QTRY_VERIFY(scene.loaded());
        const auto says = [&scene](const char* words) {
            const auto labels = scene.page.findChildren<QLabel*>();
            return std::ranges::any_of(labels, [&](const QLabel* label) {
                return label->isVisible() && label->text() == QString::fromLatin1(words);
            });
        };
        const auto step = [&scene] {
            return scene.part<StepsPanel>()->list()->currentIndex().data(RowListModel::RowRole).value<ListRow>().title;
        };
        const auto stop = [&scene] { return scene.part<CheckpointBar>()->slider()->accessibleDescription(); };

        QVERIFY(says("Live"));
        QCOMPARE(step(), QStringLiteral("7 Verify"));
        QCOMPARE(stop(), QStringLiteral("7 now"));

        scene.page.select(5);
        QVERIFY(says("Checkpoint 6 of 6"));
        QVERIFY(says("Checkpoint 5 to"));
        QCOMPARE(step(), QStringLiteral("6 Fix"));
        QCOMPARE(stop(), QStringLiteral("6 fix"));
    }

    void stepNodeAndSliderShareOneSelection()
    {
        Scene scene;
        QTRY_VERIFY(scene.loaded());

        auto* list = scene.part<StepsPanel>()->list();
        list->setCurrentIndex(list->model()->index(2, 0));
        QCOMPARE(*scene.page.selection(), 2);
        QCOMPARE(scene.stop(), 2);

        auto* slider = scene.part<CheckpointBar>()->slider();
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->stopX(4), 15));
        QCOMPARE(*scene.page.selection(), 4);
        QCOMPARE(scene.step(), 4);

        scene.clickNode("attempt_fix");
        QCOMPARE(*scene.page.selection(), 5);
        QCOMPARE(scene.step(), 5);
        QCOMPARE(scene.stop(), 5);

        scene.clickNode("verify_fix"); // runs now
        QVERIFY(!scene.page.selection());
        QCOMPARE(scene.step(), 6);
    }

    void keysStepAndGoToLive()
    {
        Scene scene;
        QTRY_VERIFY(scene.loaded());
        auto* list = scene.part<StepsPanel>()->list();
        list->setFocus();

        QTest::keyClick(list, Qt::Key_Comma);
        QCOMPARE(*scene.page.selection(), 5);
        QTest::keyClick(list, Qt::Key_Comma);
        QCOMPARE(*scene.page.selection(), 4);
        QTest::keyClick(list, Qt::Key_Period);
        QCOMPARE(*scene.page.selection(), 5);
        QTest::keyClick(list, Qt::Key_L);
        QVERIFY(!scene.page.selection());
        auto* slider = scene.part<CheckpointBar>()->slider();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(*scene.page.selection(), 5);
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(*scene.page.selection(), 0);
    }

    void goToLiveSaysWhyItIsLocked()
    {
        Scene scene;
        QTRY_VERIFY(scene.loaded());
        auto* bar = scene.part<CheckpointBar>();
        QCOMPARE(bar->lockedWords(), QStringLiteral("Locked: the present is shown."));

        scene.page.select(2);

        QCOMPARE(bar->lockedWords(), QString());
        QVERIFY(!bar->liveButton()->isLocked());
    }

    void diffIsThatOfTheChosenCheckpoint()
    {
        Scene scene;
        QTRY_VERIFY(scene.loaded());

        scene.page.select(3);

        QTRY_VERIFY(scene.host.isQuiet());
        QCOMPARE(scene.diff().keysChanged, 5);
        QStringList paths;
        for (const auto& row : scene.diff().changed)
            paths.append(row.path);
        QCOMPARE(paths.join(u' '), QStringLiteral("attempt fix fixes_tried[0] next_fix retry_count"));
    }

    void selectionStaysWhenTheRunGoesOn()
    {
        Scene scene;
        QTRY_VERIFY(scene.loaded());
        scene.page.select(2);
        test::Story story(scene.run);
        story.finish("verify_fix", "update_knowledge", "passed", Milliseconds(20), {{"conclusion", "passed"}});
        story.start("update_knowledge");
        scene.host.details[scene.run.summary.id] = scene.run;

        emit scene.host.runsChanged({{scene.run.summary.id, scene.run.summary}});

        QTRY_COMPARE(scene.part<CheckpointBar>()->slider()->maximum(), 7);
        QCOMPARE(*scene.page.selection(), 2);
        QCOMPARE(scene.step(), 2);
    }

    void graphIsNotLaidOutAnewWhileTheRunGoesOn()
    {
        Scene scene;
        QTRY_VERIFY(scene.loaded());
        auto* graph = scene.part<GraphPane>()->graph();
        const QList<QGraphicsItem*> items = graph->scene()->items();
        const QSet<QGraphicsItem*> before(items.begin(), items.end());
        const QRectF place = graph->placement().bounds;

        scene.page.open(scene.run.summary.id);
        QTRY_COMPARE(std::ranges::count(scene.host.sent, std::string("loadRun 7")), 2);
        QCoreApplication::sendPostedEvents();
        scene.page.select(1);

        const QList<QGraphicsItem*> now = graph->scene()->items();
        QCOMPARE(QSet<QGraphicsItem*>(now.begin(), now.end()), before);
        QCOMPARE(graph->placement().bounds, place);
    }

    void logOfTheTriedJobIsShownAtItsRootCause()
    {
        Scene scene;
        auto* log = scene.part<LogPane>();

        QTRY_COMPARE(log->view()->currentLine(), 211);

        QCOMPARE(log->job(), std::string("test"));
        QCOMPARE(log->attempt(), 3);
        QCOMPARE(log->view()->extent().lines, std::uint64_t(214));
        QVERIFY(log->view()->accessibleDescription().startsWith(QStringLiteral("Line 211, root cause")));
    }

    /// What is shown of it is no key to it.
    void logOfAJobWithAHiddenCharacterIsFound()
    {
        const std::string hidden = "a\xe2\x80\xae"
                                   "b"; // U+202E turns the direction of what follows
        Scene scene;
        host::LogPlace place = scene.host.logs.at("test");
        place.job = hidden;
        scene.host.logs[hidden] = place;
        for (ci::Job& job : scene.run.jobs)
            if (job.name == "test")
                job.name = hidden;
        scene.host.details[scene.run.summary.id] = scene.run;
        scene.page.open(scene.run.summary.id);
        auto* log = scene.part<LogPane>();

        QTRY_COMPARE(log->job(), hidden);
        QTRY_COMPARE(log->view()->extent().lines, std::uint64_t(214));
        QVERIFY(!log->findChild<ErrorStrip*>()->isVisible());
        for (int choice = 0; choice < log->chooser()->count(); ++choice)
            QVERIFY(!log->chooser()->itemText(choice).contains(QChar(0x202e)));
    }

    void searchCountsLinesAndCopyTakesTheChosenOnes()
    {
        Scene scene;
        auto* log = scene.part<LogPane>()->view();
        QTRY_COMPARE(log->currentLine(), 211);

        scene.part<RunTabs>()->search()->setText(QStringLiteral("CACHE"));

        QTRY_VERIFY(log->matches().complete);
        QCOMPARE(log->matches().lines, std::uint64_t(3));
        QTRY_COMPARE(log->matchNumber(), std::uint64_t(1));
        QTest::keyClick(log, Qt::Key_F3);
        QTRY_COMPARE(log->currentLine(), 204);
        QTest::keyClick(log, Qt::Key_Down, Qt::ShiftModifier);
        log->copy();
        QTRY_COMPARE(QGuiApplication::clipboard()->text(),
                     QStringLiteral("Cache restored, 214 MB in 3.8 s\npip install -e .[test]"));
    }

    void switchesSayHowTheLogIsSearched()
    {
        Scene scene;
        auto* log = scene.part<LogPane>()->view();
        auto* options = scene.part<SearchOptions>();
        QTRY_COMPARE(log->currentLine(), 211);
        QVERIFY(!options->isVisible());
        const auto lines = [&] { return log->matches().complete ? int(log->matches().lines) : -1; };

        scene.part<RunTabs>()->search()->setText(QStringLiteral("Cache"));
        QVERIFY(options->isVisible());
        QTRY_COMPARE(lines(), 3);

        QTest::mouseClick(options->caseButton(), Qt::LeftButton);
        QTRY_COMPARE(lines(), 1); // "Cache restored"
        QTest::mouseClick(options->caseButton(), Qt::LeftButton);
        scene.part<RunTabs>()->search()->setText(QStringLiteral("cach"));
        QTRY_COMPARE(lines(), 3);
        QTest::mouseClick(options->wordButton(), Qt::LeftButton);
        QTRY_COMPARE(lines(), 0);
        QTest::mouseClick(options->wordButton(), Qt::LeftButton);
        QTest::mouseClick(options->regexButton(), Qt::LeftButton);
        scene.part<RunTabs>()->search()->setText(QStringLiteral("c.che"));
        QTRY_COMPARE(lines(), 0);
    }

    void noteLeavesRoomForWhatIsTyped()
    {
        const ThemeSource themes(ThemeSource::Choice::Dark);
        LineField field(themes, Type::Body);
        field.show();
        field.resize(140, 28);
        field.setNote(QStringLiteral("0 of 16 lines match"));
        QVERIFY(140 - field.textMargins().left() - field.textMargins().right() >= 64);
        field.resize(320, 28);
        QTRY_VERIFY(field.textMargins().right() > 80);
    }

    void sectionsAreListedAndJumpedTo()
    {
        Scene scene;
        auto* log = scene.part<LogPane>()->view();
        QTRY_COMPARE(log->currentLine(), 211);

        QTest::keyClick(log, Qt::Key_O);

        QTRY_VERIFY(log->findChild<SectionList*>());
        auto* list = log->findChild<SectionList*>()->list();
        QCOMPARE(list->model()->rowCount(), 2);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(log->currentLine(), 1);
    }

    void typingIntoTheSearchMovesNoCheckpoint()
    {
        Scene scene;
        QTRY_VERIFY(scene.loaded());
        auto* search = scene.part<RunTabs>()->search();
        search->setFocus();

        QTest::keyClicks(search, QStringLiteral("l,.u"));

        QCOMPARE(search->text(), QStringLiteral("l,.u"));
        QVERIFY(!scene.page.selection());
    }

    void logThatCannotBeReadSaysSo()
    {
        Scene scene;
        scene.host.logs.clear();
        auto* strip = scene.part<LogPane>()->findChild<ErrorStrip*>();

        QTRY_VERIFY(strip->sentence().startsWith(QStringLiteral("The log stops at line")));
    }

    void graphHasACompanionTable()
    {
        Scene scene;
        QTRY_VERIFY(scene.loaded());
        auto* pane = scene.part<GraphPane>();
        QVERIFY(pane->graph()->summary().contains(
            QStringLiteral("Verify fix, running for 1 minute 12 seconds, step 7 of 7.")));

        QTest::keyClick(&scene.page, Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);

        auto* table = qobject_cast<QListView*>(pane->currentWidget());
        QVERIFY(table);
        QCOMPARE(table->model()->rowCount(), 7);
    }

    void waitingForAnEventIsNotHeldForAPerson()
    {
        Scene scene;
        scene.host.details[scene.run.summary.id].summary.state = host::RunState::Waiting;
        scene.host.details[scene.run.summary.id].summary.approval = ApprovalId{3};
        QTRY_VERIFY(scene.loaded());

        QCOMPARE(scene.page.title().statusWords, QStringLiteral("Retrying, attempt 3 of 3"));
    }

    void titleNamesLineRunAndState()
    {
        Scene scene;
        QTRY_VERIFY(scene.loaded());

        const PageTitle title = scene.page.title();

        QCOMPARE(title.title, QStringLiteral("search #7713"));
        QCOMPARE(title.task, QStringLiteral("Heal failing run"));
        QCOMPARE(title.statusWords, QStringLiteral("Retrying, attempt 3 of 3"));
        QCOMPARE(title.note, QStringLiteral("main, 8c1f2ab, local CI"));
    }

    void actionsThatDoNotFitStandBelowEachOther()
    {
        UtcTime now;
        host::RunDetail run = test::healingRun(now);
        run.summary.state = host::RunState::Waiting;
        run.summary.approval = ApprovalId{7};
        const ThemeSource themes(ThemeSource::Choice::Dark);
        StepsPanel panel(themes);
        panel.setFixedSize(170, 600);
        panel.QWidget::show();

        panel.show(run, now);

        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        int seen = 0;
        for (const auto* button : panel.findChildren<Button*>()) {
            if (!button->isVisible())
                continue;
            ++seen;
            QVERIFY2(button->width() >= button->sizeHint().width() && panel.rect().contains(button->geometry()),
                     qPrintable(button->text()));
        }
        QVERIFY(seen >= 2); // Review and Cancel run
    }
};

SIGNALBOX_TEST(TestRunDetail)
#include "tst_rundetail.moc"
