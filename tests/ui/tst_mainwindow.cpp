// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/windowbench.h"
#include "ui/approvals/actionbar.h"
#include "ui/approvals/approvalprompt.h"
#include "ui/approvals/approvalwindow.h"
#include "ui/approvals/evidencepanel.h"
#include "ui/approvals/pendingbar.h"
#include "ui/shell/ownwindows.h"
#include "ui/shell/wallview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/linefield.h"

#include <QAction>
#include <QBackingStore>
#include <QImage>
#include <QLabel>
#include <QPointer>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;
using host::RunState;
using test::aRun;
using ui::PageKind;

namespace {

QImage onScreen(const QWidget& window)
{
    const auto* pixels = dynamic_cast<const QImage*>(window.backingStore()->paintDevice());
    return pixels ? pixels->copy() : QImage();
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private:
    struct Bench : test::WindowBench {
        QTableView* runsTable() const
        {
            const auto tables = window->findChildren<QTableView*>();
            return *std::ranges::find(tables, QStringLiteral("Runs"), &QTableView::accessibleName);
        }
    };

private slots:
    void everythingIsHeldByOneKeyWithoutAQuestion()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());

        bench.press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);

        QCOMPARE(bench.engine.holdReasons, std::vector<std::string>{""});
        QTRY_COMPARE(bench.named<ui::Button>(u"holdAll"_s)->text(), u"Release all"_s);
    }

    void holdingTwiceSendsItOnce()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        bench.press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(bench.named<ui::Button>(u"holdAll"_s)->text(), u"Release all"_s);

        bench.press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);

        QCOMPARE(bench.engine.holdReasons.size(), std::size_t{1});
    }

    void releasingNeedsAReason()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        emit bench.engine.holdChanged({host::Hold{{}, "operator", "database maintenance", test::noon()}});

        QTest::mouseClick(bench.named<ui::Button>(u"holdAll"_s), Qt::LeftButton);
        auto* reason = bench.named<ui::LineField>(u"releaseReason"_s);
        QTest::keyClicks(reason, u"   "_s);
        QTest::keyClick(reason, Qt::Key_Return);
        const bool lockedWithout = bench.named<ui::Button>(u"confirmRelease"_s)->isLocked();
        const std::size_t sentWithout = bench.engine.releaseReasons.size();
        QTest::keyClicks(reason, u"maintenance is over"_s);
        QTest::keyClick(reason, Qt::Key_Return);

        QVERIFY(lockedWithout);
        QCOMPARE(sentWithout, std::size_t{0});
        QCOMPARE(bench.engine.releaseReasons, std::vector<std::string>{"maintenance is over"});
        QTRY_COMPARE(bench.named<ui::Button>(u"holdAll"_s)->text(), u"Hold all"_s);
        QVERIFY(!reason->isVisible());
    }

    void theLineOfTheSelectedRunIsHeldAndReleasedByOneKey()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        const host::RunSummary run = bench.engine.runs.front();
        bench.window->go({PageKind::RunDetail, run.id, -1, {}});

        bench.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(bench.engine.sent.back(), "hold " + run.line);
        QTRY_COMPARE(bench.engine.holds.size(), std::size_t{1});
        QCOMPARE(bench.named<ui::Button>(u"holdAll"_s)->text(), u"Hold all"_s); // everything is not

        bench.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        auto* reason = bench.named<ui::LineField>(u"releaseReason"_s);
        QVERIFY(reason->isVisible());
        QTest::keyClicks(reason, u"it is over"_s);
        QTest::keyClick(reason, Qt::Key_Return);

        QTRY_COMPARE(bench.engine.sent.back(), "release " + run.line);
        QCOMPARE(bench.engine.releaseReasons, std::vector<std::string>{"it is over"});
        QTRY_VERIFY(!reason->isVisible());
    }

    void aHoldThatFailsIsTold()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        bench.engine.outcome = Error{ErrorCode::Io, "disk"};

        bench.window->holdAll();

        QTRY_VERIFY(std::ranges::any_of(bench.window->findChildren<ui::ErrorStrip*>(), [](const auto* strip) {
            return strip->isVisible() && strip->sentence().startsWith(u"The store or a file"_s);
        }));
        QCOMPARE(bench.named<ui::Button>(u"holdAll"_s)->text(), u"Hold all"_s);
    }

    void everythingIsHeldFromEachWindow()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        const auto holds = [&bench] { return std::ranges::count(bench.engine.sent, std::string("hold ")); };
        QPointer<QWidget> own = bench.window->ownWindows().openApproval(ApprovalId{7});
        QVERIFY(QTest::qWaitForWindowExposed(own));

        QTest::keyClick(own, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(holds(), 1);
        delete own;
        QTRY_VERIFY(bench.engine.isQuiet());
        bench.engine.holds.clear();
        emit bench.engine.holdChanged({}); // released
        bench.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
        bench.press(Qt::Key_F11);
        QWidget& wall = bench.window->ownWindows().wall();
        QVERIFY(QTest::qWaitForWindowExposed(&wall));
        QTest::keyClick(&wall, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(holds(), 2);
    }

    void theKeysStayInThePromptWhenADecisionIsTakenBack()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        bench.window->go({PageKind::Approvals, {}, -1, ApprovalId{7}});
        const auto* prompt = bench.window->findChild<ui::ApprovalPrompt*>();
        QTRY_VERIFY(prompt->actions()->isVisible());
        QTRY_VERIFY(!prompt->findChildren<ui::EvidencePanel*>().isEmpty());
        gate::RecordedDecision made;
        made.decision = {gate::Verdict::Reject, "operator", "not now", {}, {}, {}};
        made.at = bench.clock.time;
        made.effectiveAt = bench.clock.time + Milliseconds(5000);
        bench.engine.approvals[0].decisions = {made};
        emit bench.engine.approvalsChanged();
        QTRY_VERIFY(prompt->pending()->isVisible());
        prompt->pending()->takeBackButton()->setFocus();

        bench.engine.approvals[0].decisions.front().takenBack = true;
        emit bench.engine.approvalsChanged();

        QTRY_VERIFY(prompt->actions()->isVisible());
        QVERIFY(prompt->isAncestorOf(bench.window->focusWidget()));
        bench.press(Qt::Key_X); // as is pressed next
        QCOMPARE(bench.window->focusWidget(), prompt->actions()->reasonField());
    }

    void keysGoToPagesAndBack()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());

        bench.press(Qt::Key_2, Qt::ControlModifier);
        const PageKind first = bench.window->place().page;
        bench.press(Qt::Key_3, Qt::ControlModifier);
        const PageKind second = bench.window->place().page;
        bench.press(Qt::Key_Left, Qt::AltModifier);
        const PageKind third = bench.window->place().page;
        bench.press(Qt::Key_Right, Qt::AltModifier);

        QCOMPARE(first, PageKind::Approvals);
        QCOMPARE(second, PageKind::Runs);
        QCOMPARE(third, PageKind::Approvals);
        QCOMPARE(bench.window->place().page, PageKind::Runs);
    }

    void controlJOpensWhatNeedsAPerson()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());

        bench.press(Qt::Key_J, Qt::ControlModifier);

        QCOMPARE(bench.window->place().page, PageKind::Approvals);
        QCOMPARE(bench.window->place().approval, ApprovalId{7});
    }

    void enterOnARunOpensItsDetail()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        bench.window->go({PageKind::Runs, {}, -1, {}});

        QTest::keyClick(bench.runsTable(), Qt::Key_Return);

        QCOMPARE(bench.window->place().page, PageKind::RunDetail);
        QCOMPARE(bench.window->place().run, RunId{2});
    }

    void keysPutTheCursorIntoTheFilter()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        bench.press(Qt::Key_2, Qt::ControlModifier);

        bench.press(Qt::Key_F, Qt::ControlModifier);
        const bool byFind = qobject_cast<ui::LineField*>(bench.window->focusWidget()) != nullptr;
        bench.runsTable()->setFocus();
        QTest::keyClick(bench.window->focusWidget(), Qt::Key_Slash);

        QVERIFY(byFind);
        QCOMPARE(bench.window->place().page, PageKind::Runs);
        QVERIFY(qobject_cast<ui::LineField*>(bench.window->focusWidget()));
    }

    void aStoreThatCannotBeWrittenIsShownUntilItCan()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        const auto shown = [&bench] {
            return std::ranges::any_of(bench.window->findChildren<ui::ErrorStrip*>(), [](const auto* strip) {
                return strip->isVisible() && strip->sentence() == u"The store cannot be written."_s;
            });
        };

        emit bench.engine.storeFailed(u"disk full"_s);
        const bool during = shown();
        emit bench.engine.runsChanged({{RunId{2}, aRun(2, "search", RunState::Succeeded)}});

        QVERIFY(during);
        QVERIFY(!shown());
    }

    void theThemeChangesInPlace()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        const QColor before = bench.window->grab().toImage().pixelColor(20, 600);

        bench.themes.choose(ui::ThemeSource::Choice::Light);

        QCOMPARE(before, ui::Theme::load(ui::Mode::Dark).surface.rail);
        QCOMPARE(bench.window->grab().toImage().pixelColor(20, 600), ui::Theme::load(ui::Mode::Light).surface.rail);
    }

    void pagesArePaintedWholeHoweverFastSomebodyGoesThroughThem()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        const std::array pages{ui::PageKind::Approvals, ui::PageKind::Runs,     ui::PageKind::Knowledge,
                               ui::PageKind::Audit,     ui::PageKind::Settings, ui::PageKind::Overview};
        for (int round = 0; round < 2; ++round) { // each is made in the first one
            for (const ui::PageKind page : pages)
                bench.window->go({page, {}, -1, {}});
        }

        QTRY_VERIFY(bench.window->isPainted());
        for (const ui::PageKind page : pages) {
            bench.window->go({page, {}, -1, {}});
            QTRY_VERIFY(bench.window->isPainted());
            for (const auto* part : bench.window->findChildren<QWidget*>())
                QVERIFY2(part->updatesEnabled(), part->metaObject()->className());
            const QImage stepByStep = onScreen(*bench.window);
            bench.window->repaint();
            QVERIFY(!stepByStep.isNull());
            QCOMPARE(stepByStep, onScreen(*bench.window));
        }
    }

    void everyControlHasANameForReaders()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        bench.window->go({ui::PageKind::Runs, {}, -1, {}});
        for (auto* button : bench.window->findChildren<ui::Button*>()) {
            if (button->isVisible())
                QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                         qPrintable(button->objectName()));
        }
        QVERIFY(!bench.runsTable()->accessibleName().isEmpty());
    }
};

SIGNALBOX_TEST(TestMainWindow)

} // namespace signalbox

#include "tst_mainwindow.moc"
