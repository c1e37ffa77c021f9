// SPDX-License-Identifier: GPL-3.0-or-later
// Commands act upon what the page shows or has marked; where there is nothing they are locked and say why.
#include "core/agents/gateevidence.h"
#include "tests/signalboxtest.h"
#include "tests/ui/windowbench.h"
#include "ui/shell/commands.h"
#include "ui/shell/palette.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linefield.h"

#include <nlohmann/json.hpp>

#include <QListView>
#include <QMenuBar>
#include <QSplitter>
#include <QTableView>

namespace signalbox {

using namespace Qt::StringLiterals;
using host::RunState;
using test::aRun;
using ui::PageKind;

class TestCommandLocks : public QObject {
    Q_OBJECT

private:
    struct Bench : test::WindowBench {
        QAction* command(const QString& label) const
        {
            return *std::ranges::find(window->findChild<ui::Commands*>()->all(), label,
                                      [](const QAction* each) { return ui::Commands::labelOf(*each); });
        }
        void go(PageKind page, RunId run = {}) const { window->go({page, run, -1, {}}); }
        void holdLine() { press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier); }
        QTableView* runsTable() const
        {
            const auto tables = window->findChildren<QTableView*>();
            return *std::ranges::find(tables, u"Runs"_s, &QTableView::accessibleName);
        }
        QListView* tracks() const { return window->findChild<QListView*>(u"tracks"_s); }
        bool mark(const QString& line) const
        {
            for (int row = 0; row < tracks()->model()->rowCount(); ++row) {
                const QModelIndex index = tracks()->model()->index(row, 0);
                if (index.data().toString() == line)
                    tracks()->setCurrentIndex(index);
            }
            return tracks()->currentIndex().data().toString() == line;
        }
        /// The other run is selected on a page that is not shown.
        void selectElsewhere(int row) const
        {
            go(PageKind::Runs);
            runsTable()->selectRow(row);
        }
        std::ptrdiff_t sent(const std::string& words) const { return std::ranges::count(engine.sent, words); }
        std::ptrdiff_t holdsSent() const
        {
            return std::ranges::count_if(engine.sent, [](const auto& each) { return each.starts_with("hold "); });
        }
        bool says(const QString& words) const
        {
            return std::ranges::any_of(window->findChildren<QLabel*>(), [&](const QLabel* label) {
                return label->isVisible() && label->text() == words;
            });
        }
    };

private slots:
    void theMarkedLineOfTheOverviewIsHeld()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        bench.selectElsewhere(1); // of parser
        bench.go(PageKind::Overview);
        QTRY_VERIFY(bench.mark(u"search"_s));

        bench.holdLine();

        QCOMPARE(bench.sent("hold search"), 1);
        QCOMPARE(bench.holdsSent(), 1);
        QVERIFY(!bench.command(u"Cancel run"_s)->isEnabled()); // a line is marked, no run of it
    }

    void theLineAndTheRunOfTheShownApprovalAreMeant()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        bench.selectElsewhere(0); // of search
        bench.go(PageKind::Approvals);
        QTRY_VERIFY(bench.command(u"Hold line"_s)->isEnabled());

        bench.holdLine();
        bench.command(u"Cancel run"_s)->trigger();

        QCOMPARE(bench.sent("hold parser"), 1);
        QCOMPARE(bench.holdsSent(), 1);
        QCOMPARE(bench.sent("cancelRun 1"), 1);
        QCOMPARE(bench.sent("cancelRun 2"), 0);
    }

    void theSelectedRowAndTheOpenRunAreMeant()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        bench.selectElsewhere(0);
        bench.command(u"Cancel run"_s)->trigger();
        QCOMPARE(bench.sent("cancelRun 2"), 1);

        bench.go(PageKind::RunDetail, RunId{1});
        QTRY_VERIFY(bench.command(u"Cancel run"_s)->isEnabled());
        bench.command(u"Cancel run"_s)->trigger();

        QCOMPARE(bench.sent("cancelRun 1"), 1);
        QCOMPARE(bench.sent("cancelRun 2"), 1);
    }

    void elsewhereTheyAreLockedAndSayWhy_data()
    {
        QTest::addColumn<int>("page");
        QTest::newRow("knowledge") << static_cast<int>(PageKind::Knowledge);
        QTest::newRow("audit") << static_cast<int>(PageKind::Audit);
        QTest::newRow("settings") << static_cast<int>(PageKind::Settings);
    }

    void elsewhereTheyAreLockedAndSayWhy()
    {
        QFETCH(int, page);
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        bench.selectElsewhere(0);
        bench.go(static_cast<PageKind>(page));

        bench.holdLine();
        for (const auto* label : {u"Cancel run", u"Re-run selected line", u"Copy commit", u"Open selected run"})
            bench.command(QString::fromUtf16(label))->trigger();

        QCOMPARE(bench.holdsSent(), 0);
        QCOMPARE(bench.sent("cancelRun 2"), 0);
        QCOMPARE(bench.window->place().page, static_cast<PageKind>(page));
        QVERIFY(bench.says(u"Locked: no line selected"_s)); // the key is not silent
        QCOMPARE(bench.command(u"Hold line"_s)->toolTip(), u"Locked: no line selected"_s); // in the menu
        for (const auto* label : {u"Cancel run", u"Copy commit", u"Open selected run"})
            QCOMPARE(bench.command(QString::fromUtf16(label))->toolTip(), u"Locked: no run selected"_s);
        QCOMPARE(bench.command(u"Re-run selected line"_s)->toolTip(), u"Locked: no run selected on the page Runs"_s);
        for (const QAction* menu : bench.window->menuBar()->actions())
            QVERIFY(menu->menu()->toolTipsVisible());
    }

    void thePaletteListsALockedCommandWithItsReason()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        bench.go(PageKind::Audit);

        bench.press(Qt::Key_K, Qt::ControlModifier);
        auto* palette = bench.window->findChild<ui::Palette*>();
        QTest::keyClicks(palette->findChild<ui::LineField*>(), u">hold line"_s);

        const auto* found = palette->findChild<QListView*>()->model();
        QStringList rows;
        for (int row = 0; row < found->rowCount(); ++row)
            rows << found->index(row, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(rows.contains(u"Hold line, Locked: no line selected"_s), qPrintable(rows.join(u'|')));
    }

    void backAndForwardSayWhy()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());

        QCOMPARE(bench.command(u"Back"_s)->toolTip(), u"Locked: nothing was shown before"_s);
        bench.go(PageKind::Runs);
        QVERIFY(bench.command(u"Back"_s)->isEnabled());
        QCOMPARE(bench.command(u"Forward"_s)->toolTip(), u"Locked: nothing was shown after"_s);
    }

    void aKeyHeldDownAsksOnce()
    {
        Bench bench;
        for (const auto* label :
             {u"Hold all", u"Release all\u2026", u"Hold line", u"Cancel run", u"Re-run selected line"})
            QVERIFY2(!bench.command(QString::fromUtf16(label))->autoRepeat(), qPrintable(QString::fromUtf16(label)));
    }

    void reRunIsLockedUntilItIsAnswered()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        const host::RunSummary ended = aRun(2, "search", RunState::Succeeded, "green");
        bench.engine.details.at(ended.id).summary = ended;
        emit bench.engine.runsChanged({{ended.id, ended}});
        bench.selectElsewhere(0);
        QAction* rerun = bench.command(u"Re-run selected line"_s);
        QTRY_VERIFY(bench.engine.isQuiet() && rerun->isEnabled());

        bench.press(Qt::Key_R);
        bench.press(Qt::Key_R);

        QCOMPARE(bench.sent("startPipeline search"), 1);
        QCOMPARE(rerun->toolTip(), u"Locked: sending"_s);
        QTRY_VERIFY(rerun->isEnabled());
        bench.press(Qt::Key_R);
        QCOMPARE(bench.sent("startPipeline search"), 2);
    }

    void controlJOpensTheFirstThatNeedsAPersonHere()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        const auto due = [](std::int64_t id, int minutes) {
            gate::Approval approval = test::anApproval(id, RunId{1});
            approval.deadline = test::noon() + std::chrono::minutes(minutes);
            return approval;
        };
        gate::Approval rehearsal = due(1, 1);
        rehearsal.request.rehearsal = true;
        agents::GateEvidence others;
        others.gate.mayDecide = false;
        others.gate.others = {"sentinel"};
        others.rules = ci::GateRules{1, false, std::nullopt, "any"};
        gate::Approval elsewhere = due(2, 2);
        elsewhere.request.kind = "deployment";
        elsewhere.request.evidence = agents::toJson(others, 1);
        gate::Approval decided = due(3, 3);
        gate::RecordedDecision rejected;
        rejected.decision = {gate::Verdict::Reject, "operator", "broken", {}, {}};
        rejected.at = test::noon();
        decided.decisions.push_back(rejected);
        bench.engine.approvals = {rehearsal, elsewhere, decided, due(4, 4), due(5, 5)};
        emit bench.engine.approvalsLoaded(bench.engine.approvals);

        bench.press(Qt::Key_J, Qt::ControlModifier);

        QCOMPARE(bench.window->place().approval, ApprovalId{4});
    }

    void theFirstLineIsMarkedOnceRunsAreKnown()
    {
        test::WindowParts parts; // lines are known before their runs, by which they are ordered
        parts.engine.names = {"atlas", "parser", "search"};
        parts.engine.runs = {aRun(2, "search", RunState::Waiting)};
        parts.openWindow();
        const auto* tracks = parts.window->findChild<QListView*>(u"tracks"_s);
        QCOMPARE(tracks->currentIndex().data().toString(), u"atlas"_s);

        QTRY_COMPARE(tracks->model()->index(0, 0).data().toString(), u"search"_s);

        QTRY_COMPARE(tracks->currentIndex().row(), 0);
    }

    void theMarkStaysOnItsLineWhenTheOrderChanges()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        QTRY_VERIFY(bench.mark(u"search"_s));
        const int before = bench.tracks()->currentIndex().row();

        const host::RunSummary waiting = aRun(2, "search", RunState::Waiting);
        const host::RunSummary ended = aRun(1, "parser", RunState::Succeeded, "green");
        bench.engine.runs = {waiting, ended}; // a page that is made later loads them again
        emit bench.engine.runsChanged({{waiting.id, waiting}, {ended.id, ended}});

        QTRY_VERIFY(bench.tracks()->model()->index(before, 0).data().toString() == u"parser"_s);
        QCOMPARE(bench.tracks()->currentIndex().data().toString(), u"search"_s);
        QVERIFY(bench.tracks()->currentIndex().row() != before);
    }

    void theSplittersOfRunDetailRememberTheirSizes()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        const auto splitters = [&bench] {
            bench.go(PageKind::RunDetail, RunId{2});
            return std::pair(bench.window->findChild<QSplitter*>(u"runDetailAcross"_s),
                             bench.window->findChild<QSplitter*>(u"runDetailMiddle"_s));
        };
        const auto [across, middle] = splitters();
        QTRY_VERIFY(across->isVisible() && middle->isVisible() && across->sizes().size() == 2);
        across->setSizes({across->width() - 400, 400});
        emit across->splitterMoved(across->width() - 400, 1); // as a mouse does
        middle->setSizes({200, middle->height() - 200});
        emit middle->splitterMoved(200, 1);
        const QList<int> sizes{across->sizes().constLast(), middle->sizes().constFirst()};

        QCOMPARE(sizes, (QList<int>{400, 200}));

        bench.openWindow();
        QTRY_VERIFY(bench.isLoaded());
        const auto [acrossNow, middleNow] = splitters();

        QTRY_VERIFY(acrossNow->isVisible() && middleNow->isVisible());
        QTRY_COMPARE((QList<int>{acrossNow->sizes().constLast(), middleNow->sizes().constFirst()}), sizes);
    }
};

SIGNALBOX_TEST(TestCommandLocks)

} // namespace signalbox

#include "tst_commandlocks.moc"
