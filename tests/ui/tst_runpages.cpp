// SPDX-License-Identifier: GPL-3.0-or-later
// A list of runs reaches all of the store, not the newest alone.
#include "tests/signalboxtest.h"
#include "tests/ui/windowbench.h"
#include "ui/runs/runspage.h"
#include "ui/shell/palette.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/flow.h"
#include "ui/widgets/linefield.h"

#include <QListView>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;
using host::RunState;

namespace {

constexpr std::int64_t kNewest = 500;
constexpr std::int64_t kOlder = 1200;
constexpr std::int64_t kFailed = 7; // one of the oldest

struct Bench {
    test::CannedHost engine;
    test::StoppedClock clock{test::noon()};
    ui::ThemeSource themes{ui::ThemeSource::Choice::Dark};
    ui::RunTableModel runs{clock};
    std::unique_ptr<ui::RunsPage> page;

    Bench()
    {
        for (std::int64_t id = kOlder + kNewest; id > 0; --id) {
            auto& into = id > kOlder ? engine.runs : engine.olderRuns;
            into.push_back(test::aRun(id, "search", id == kFailed ? RunState::Failed : RunState::Succeeded, "green"));
        }
        QObject::connect(&engine, &host::AgentHost::runsLoaded, &runs, &ui::RunTableModel::load);
        page = std::make_unique<ui::RunsPage>(themes, engine, runs, clock);
        page->resize(1244, 798);
        page->show();
    }

    QTableView* table() const { return page->findChild<QTableView*>(); }
    int rows() const { return table()->model()->rowCount(); }
    QString note() const { return page->findChild<ui::LineField*>()->accessibleDescription(); }
    bool waitForNote(const QString& note) const
    {
        return QTest::qWaitFor([&] { return this->note() == note; });
    }
};

} // namespace

class TestRunPages : public QObject {
    Q_OBJECT

private slots:
    void theEndOfTheListBringsOlderOnes()
    {
        Bench bench;
        QVERIFY(bench.waitForNote(u"500 runs, more below"_s));
        QVERIFY(QTest::qWaitFor([&] { return bench.rows() == kNewest; }));

        bench.table()->scrollToBottom();

        QVERIFY(bench.waitForNote(u"1000 runs, more below"_s));
        bench.table()->scrollToBottom();
        QVERIFY(bench.waitForNote(u"1500 runs, more below"_s));
        bench.table()->scrollToBottom();
        QVERIFY(bench.waitForNote(u"1700 runs"_s));
        QCOMPARE(bench.rows(), static_cast<int>(kNewest + kOlder));
        QCOMPARE(bench.table()->model()->index(bench.rows() - 1, ui::RunTableModel::Run).data(Qt::DisplayRole),
                 QVariant(u"#1"_s));
    }

    void aFilterFindsWhatIsOlder()
    {
        Bench bench;
        QVERIFY(bench.waitForNote(u"500 runs, more below"_s));

        bench.page->setFilterLine(u"state:failed"_s);

        QVERIFY(bench.waitForNote(u"1 of 1700"_s));
        QCOMPARE(bench.page->selected(), std::optional(RunId{kFailed}));
        bench.page->setFilterLine({});
        QVERIFY(bench.waitForNote(u"500 runs, more below"_s));
        QCOMPARE(bench.rows(), static_cast<int>(kNewest));
    }

    void whatIsOpenIsListedHoweverOldItIs()
    {
        Bench bench;
        const host::RunSummary held = test::aRun(3, "search", RunState::Waiting);
        bench.engine.runs.push_back(held); // as it is loaded: behind the newest
        bench.engine.olderRuns[bench.engine.olderRuns.size() - 3] = held;
        bench.engine.loadRuns();
        QVERIFY(QTest::qWaitFor([&] { return bench.rows() == kNewest + 1; }));
        QVERIFY(bench.waitForNote(u"500 runs, more below"_s));

        bench.page->setFilterLine(u"state:held"_s);

        QVERIFY(bench.waitForNote(u"1 of 1700"_s));
        QCOMPARE(bench.page->selected(), std::optional(held.id));
        bench.page->setFilterLine({});
        bench.table()->scrollToBottom();
        QVERIFY(bench.waitForNote(u"1000 runs, more below"_s));
        QCOMPARE(bench.rows(), static_cast<int>(2 * kNewest) + 1);
    }

    void aListThatStaysOpenKeepsTheNewestAndReachesTheRest()
    {
        Bench bench;
        QVERIFY(bench.waitForNote(u"500 runs, more below"_s));
        constexpr std::int64_t kCome = 1200;
        for (std::int64_t id = kOlder + kNewest + 1; id <= kOlder + kNewest + kCome; ++id)
            emit bench.engine.runsChanged({{RunId{id}, test::aRun(id, "search", RunState::Succeeded, "green")}});

        QVERIFY(bench.waitForNote(u"1000 runs, more below"_s));
        QCOMPARE(bench.rows(), 1001);
        QCOMPARE(bench.page->selected(), std::optional(RunId{kOlder + kNewest})); // it was the newest at first
        QCOMPARE(bench.table()->verticalScrollBar()->value(), 0);
        bench.table()->selectRow(0); // the other one goes with the next that comes
        const std::int64_t last = kOlder + kNewest + kCome + 1;
        emit bench.engine.runsChanged({{RunId{last}, test::aRun(last, "search", RunState::Succeeded, "green")}});
        QCOMPARE(bench.rows(), 1000);
        auto& older = bench.engine.olderRuns; // as the store would tell them
        for (std::int64_t id = kOlder + 1; id <= last - 1000; ++id)
            older.insert(older.begin(), test::aRun(id, "search", RunState::Succeeded, "green"));
        bench.table()->scrollToBottom();
        QVERIFY(bench.waitForNote(u"1500 runs, more below"_s));
        const QAbstractItemModel& rows = *bench.table()->model();
        for (int row = 1; row < rows.rowCount(); ++row) // none is left out, none is there twice
            QCOMPARE(rows.index(row, 0).data(ui::RunTableModel::IdOfRow).toLongLong() + 1,
                     rows.index(row - 1, 0).data(ui::RunTableModel::IdOfRow).toLongLong());
        emit bench.engine.runsChanged({{RunId{9000}, test::aRun(9000, "search", RunState::Succeeded, "green")}});
        QCOMPARE(bench.rows(), 1501); // somebody reads there
    }

    void newRunsLeaveTheOlderOnesWhereTheyAre()
    {
        Bench bench;
        bench.page->setFilterLine(u"state:failed"_s);
        QVERIFY(bench.waitForNote(u"1 of 1700"_s));

        bench.engine.runs.insert(bench.engine.runs.begin(),
                                 test::aRun(kOlder + kNewest + 1, "search", RunState::Failed, "escalated"));
        bench.engine.runs.pop_back();
        bench.engine.loadRuns();

        QVERIFY(bench.waitForNote(u"2 of 1701"_s));
    }

    void whatCannotBeReadIsToldAndReadLater()
    {
        Bench bench;
        QVERIFY(bench.waitForNote(u"500 runs, more below"_s));
        auto* strip = bench.page->findChild<ui::ErrorStrip*>();
        bench.engine.storeIsGone = true;
        bench.page->setFilterLine(u"state:failed"_s);
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(bench.waitForNote(u"0 of 500, more below"_s));

        bench.engine.storeIsGone = false;
        emit strip->actionTriggered(); // Try again

        QVERIFY(bench.waitForNote(u"1 of 1700"_s));
        QTRY_VERIFY(!strip->isVisible());
    }

    void thePaletteTellsOfALineByItsRunsNotByRehearsals()
    {
        test::WindowBench window;
        QTRY_VERIFY(window.isLoaded());
        auto rehearsal = test::aRun(3, "search", RunState::Succeeded, "healed");
        rehearsal.rehearsal = true;
        emit window.engine.runsChanged({{rehearsal.id, rehearsal}});
        window.press(Qt::Key_K, Qt::ControlModifier);

        QTest::keyClicks(window.window->focusWidget(), u"search"_s);

        const auto* found = window.window->findChild<ui::Palette*>()->findChild<QListView*>()->model();
        QStringList rows;
        for (int row = 0; row < found->rowCount(); ++row)
            rows << found->index(row, 0).data(Qt::AccessibleTextRole).toString();
        const QString all = rows.join(u'|');
        QVERIFY2(rows.contains(u"search, Running"_s), qPrintable(all));
        QVERIFY2(all.contains(u"search #3, Rehearsal: healed"_s), qPrintable(all));
    }

    void thePaletteLooksBeyondWhatItLists()
    {
        test::WindowBench window;
        QTRY_VERIFY(window.isLoaded());
        window.press(Qt::Key_K, Qt::ControlModifier);

        QTest::keyClicks(window.window->focusWidget(), u"#4711"_s);
        QTest::keyClick(window.window->focusWidget(), Qt::Key_Return);

        QCOMPARE(window.window->place().page, ui::PageKind::Runs);
        const auto* page = window.window->findChild<ui::RunsPage*>();
        QVERIFY(page);
        QCOMPARE(page->findChild<ui::LineField*>()->text(), u"4711"_s);
    }

    void whatIsCountedIsSaid()
    {
        Bench bench;
        QVERIFY(bench.waitForNote(u"500 runs, more below"_s));
        bench.engine.runs.front() = test::aRun(kOlder + kNewest, "search", RunState::Failed, "escalated");
        bench.engine.loadRuns();

        QVERIFY(QTest::qWaitFor([&] {
            const auto parts = bench.page->findChild<ui::Flow*>()->parts();
            return parts.size() == 3 && parts.at(1).words == u"1 failed."_s && parts.at(2).words == u"Of 500 runs."_s;
        }));
    }
};

SIGNALBOX_TEST(TestRunPages)

} // namespace signalbox

#include "tst_runpages.moc"
