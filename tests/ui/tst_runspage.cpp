// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedhost.h"
#include "tests/ui/cannedruns.h"
#include "ui/runs/runspage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/skeleton.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;
using host::RunState;
using test::aRun;

class TestRunsPage : public QObject {
    Q_OBJECT

private:
    struct Bench {
        test::CannedHost engine;
        test::StoppedClock clock{test::noon()};
        ui::ThemeSource themes{ui::ThemeSource::Choice::Dark};
        ui::RunTableModel runs{clock};
        std::unique_ptr<ui::RunsPage> page;

        explicit Bench(std::vector<host::RunSummary> canned)
        {
            engine.runs = std::move(canned);
            QObject::connect(&engine, &host::AgentHost::runsLoaded, &runs, &ui::RunTableModel::load);
            page = std::make_unique<ui::RunsPage>(themes, engine, runs, clock);
            page->resize(1244, 798);
            page->show();
        }

        QTableView* table() const { return page->findChild<QTableView*>(); }
        ui::LineField* filter() const { return page->findChild<ui::LineField*>(); }

        ui::Button* button(const QString& label) const
        {
            for (auto* each : page->findChildren<ui::Button*>()) {
                if (each->text() == label)
                    return each;
            }
            return nullptr;
        }

        QString emptyWords() const { return page->findChild<ui::EmptyState*>()->accessibleName(); }
    };

    static std::vector<host::RunSummary> some()
    {
        return {aRun(4, "docs", RunState::Succeeded, "green"), aRun(3, "parser", RunState::Waiting),
                aRun(2, "search", RunState::Running), aRun(1, "search", RunState::Succeeded, "healed")};
    }

private slots:
    void aStoreWithoutRunsSaysSoOnceItHasBeenRead()
    {
        Bench bench({});
        auto* empty = bench.page->findChild<ui::EmptyState*>();
        QVERIFY(bench.page->findChild<ui::Skeleton*>()->isVisible());
        QVERIFY(!empty->isVisible());

        QTRY_VERIFY(bench.engine.isQuiet());
        QVERIFY(empty->isVisible());

        QCOMPARE(bench.emptyWords(), u"No runs yet. A run appears when a line's jobs start."_s);
    }

    void enterOpensTheSelectedRun()
    {
        Bench bench(some());
        QTRY_COMPARE(bench.table()->model()->rowCount(), 4);
        QSignalSpy opened(bench.page.get(), &ui::Page::runOpened);

        QTest::keyClick(bench.table(), Qt::Key_Down);
        QTest::keyClick(bench.table(), Qt::Key_Return);

        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().value<RunId>(), RunId{3});
    }

    void aFilterWithoutMatchesOffersToBeCleared()
    {
        Bench bench(some());
        QTRY_COMPARE(bench.table()->model()->rowCount(), 4);

        bench.page->setFilterLine(u"state:failed"_s);
        const QString words = bench.emptyWords();
        QVERIFY(bench.button(u"Clear filter"_s)->isVisible());
        QTest::mouseClick(bench.button(u"Clear filter"_s), Qt::LeftButton);

        QCOMPARE(words, u"No runs match"_s);
        QCOMPARE(bench.table()->model()->rowCount(), 4);
        QVERIFY(bench.table()->isVisible());
    }

    void aChipWritesItsTermAndTakesItBack()
    {
        Bench bench(some());
        QTRY_COMPARE(bench.table()->model()->rowCount(), 4);

        QTest::mouseClick(bench.button(u"Held for you"_s), Qt::LeftButton);
        const QString line = bench.filter()->text();
        const int shown = bench.table()->model()->rowCount();
        QTest::mouseClick(bench.button(u"Held for you"_s), Qt::LeftButton);

        QCOMPARE(line, u"state:held"_s);
        QCOMPARE(shown, 1);
        QCOMPARE(bench.filter()->text(), QString());
    }

    void rerunIsLockedWhileARunIsOpenAndSaysWhy()
    {
        Bench bench(some());
        QTRY_COMPARE(bench.table()->model()->rowCount(), 4);

        bench.page->select(RunId{2});

        QVERIFY(bench.button(u"Re-run"_s)->isLocked());
        QCOMPARE(bench.button(u"Re-run"_s)->accessibleName(), u"Re-run, locked, run in progress"_s);
    }

    void rerunStartsTheLineOfAFinishedRun()
    {
        Bench bench(some());
        QTRY_COMPARE(bench.table()->model()->rowCount(), 4);
        bench.page->select(RunId{4});

        QTest::mouseClick(bench.button(u"Re-run"_s), Qt::LeftButton);

        QVERIFY(std::ranges::count(bench.engine.sent, "startPipeline docs") == 1);
    }

    void rerunIsLockedWhileEverythingIsHeld()
    {
        Bench bench(some());
        QTRY_COMPARE(bench.table()->model()->rowCount(), 4);
        bench.page->select(RunId{4});

        bench.page->setEverythingHeld(true);
        bench.page->rerunSelected();

        QVERIFY(std::ranges::count(bench.engine.sent, "startPipeline docs") == 0);
    }

    void aFailedCommandIsToldAboveTheTable()
    {
        Bench bench(some());
        QTRY_COMPARE(bench.table()->model()->rowCount(), 4);
        bench.engine.outcome = Error{ErrorCode::Io, "disk"};
        bench.page->select(RunId{4});

        bench.page->rerunSelected();

        auto* strip = bench.page->findChild<ui::ErrorStrip*>();
        QTRY_VERIFY(strip->isVisible());
        QCOMPARE(strip->sentence(), u"The store or a file could not be read or written."_s);
    }

    void aFailureIsTakenBackByTheNextSuccess()
    {
        Bench bench(some());
        QTRY_COMPARE(bench.table()->model()->rowCount(), 4);
        QTRY_VERIFY(bench.engine.isQuiet());
        auto* strip = bench.page->findChild<ui::ErrorStrip*>();
        bench.engine.outcome = Error{ErrorCode::Io, "disk"};
        bench.page->select(RunId{4});
        bench.page->rerunSelected();
        QTRY_VERIFY(strip->isVisible());
        bench.engine.outcome = {};

        bench.page->rerunSelected();

        QTRY_VERIFY(!strip->isVisible());
        QVERIFY(strip->sentence().isEmpty());
    }

    void aListThatCouldNotBeLoadedIsTriedAgain()
    {
        Bench bench(some());
        bench.engine.storeIsGone = true;
        auto* strip = bench.page->findChild<ui::ErrorStrip*>();
        QTRY_VERIFY(strip->isVisible());
        bench.engine.storeIsGone = false;

        QTest::mouseClick(bench.button(u"Try again"_s), Qt::LeftButton);

        QTRY_COMPARE(bench.table()->model()->rowCount(), 4);
        QTRY_VERIFY(!strip->isVisible());
    }

    void theSelectionStaysOnItsRunWhenOthersArrive()
    {
        Bench bench(some());
        QTRY_COMPARE(bench.table()->model()->rowCount(), 4);
        bench.page->select(RunId{3});

        bench.runs.apply({{RunId{9}, aRun(9, "docs", RunState::Queued)}});

        QVERIFY(bench.page->selected() == RunId{3});
    }
};

SIGNALBOX_TEST(TestRunsPage)

} // namespace signalbox

#include "tst_runspage.moc"
