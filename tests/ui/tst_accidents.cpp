// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing outside the prompt approves: palette, other fields, own window, notices, tray.
#include "tests/signalboxtest.h"
#include "tests/ui/windowbench.h"
#include "ui/approvals/actionbar.h"
#include "ui/approvals/approvalprompt.h"
#include "ui/approvals/approvalspage.h"
#include "ui/approvals/approvalwindow.h"
#include "ui/shell/ownwindows.h"
#include "ui/shell/palette.h"
#include "ui/shell/tray.h"
#include "ui/widgets/holdbutton.h"
#include "ui/widgets/linefield.h"

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>

namespace signalbox {

using namespace Qt::StringLiterals;
using ui::PageKind;

class TestAccidents : public QObject {
    Q_OBJECT

private:
    struct Bench : test::WindowBench {
        ui::ApprovalsPage* page() const { return window->findChild<ui::ApprovalsPage*>(); }
        ui::ApprovalPrompt* prompt() const { return page()->prompt(); }

        /// With the prompt on screen and ready to be decided.
        bool open()
        {
            if (!QTest::qWaitFor([this] { return isLoaded(); }))
                return false;
            window->go({PageKind::Approvals, {}, -1, ApprovalId{7}});
            const bool shown = QTest::qWaitFor([this] { return prompt()->approval().value == 7; });
            pass(Milliseconds(1600));
            return shown && prompt()->isReady() && prompt()->lockReason().isEmpty();
        }
        void pass(Milliseconds span)
        {
            clock.time += span;
            page()->tick();
            prompt()->actions()->approveButton()->tick();
        }
    };

private slots:
    void thePaletteOpensAnApprovalInItsOwnWindowAndNoMore()
    {
        Bench bench;
        QVERIFY(QTest::qWaitFor([&] { return bench.isLoaded(); }));
        bench.window->openPalette();
        auto* palette = bench.window->findChild<ui::Palette*>();
        auto* field = palette->findChild<QLineEdit*>();
        const auto tells = [palette](const QString& words) {
            const auto labels = palette->findChildren<QLabel*>();
            return std::ranges::any_of(
                labels, [&](const QLabel* label) { return label->isVisible() && label->text() == words; });
        };
        QTest::keyClicks(field, u">keys"_s);
        QVERIFY(!tells(u"open in window"_s)); // a command has none
        field->setText(u"parser"_s);
        QVERIFY(tells(u"open in window"_s));

        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);

        QVERIFY(!palette->isVisible());
        const auto windows = QApplication::topLevelWidgets();
        QVERIFY(std::ranges::any_of(windows, [](const QWidget* window) {
            return window->isVisible() && qobject_cast<const ui::ApprovalWindow*>(window);
        }));
        QVERIFY(bench.engine.decisions.empty());
    }

    void thePaletteHoldsNoWayToApprove_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char* typed : {"approve", "parser #7", ""})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }

    void thePaletteHoldsNoWayToApprove()
    {
        QFETCH(QString, typed);
        Bench bench;
        QVERIFY(bench.open());

        for (int row = 0; row < 3; ++row) {
            bench.press(Qt::Key_K, Qt::ControlModifier);
            auto* palette = bench.window->findChild<ui::Palette*>();
            QVERIFY(palette->isVisible());
            auto* field = palette->findChild<ui::LineField*>();
            QTest::keyClicks(field, typed);
            for (int down = 0; down < row; ++down)
                QTest::keyClick(field, Qt::Key_Down);
            QTest::keyClick(field, Qt::Key_Return);
            QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
            bench.pass(Milliseconds(1500));
            QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
            QTest::keyClick(field, Qt::Key_Escape);
        }

        QVERIFY(bench.engine.decisions.empty());
    }

    void lettersTypedForAnotherFieldStayThere()
    {
        Bench bench;
        QVERIFY(bench.open());

        bench.press(Qt::Key_K, Qt::ControlModifier);
        auto* field = bench.window->findChild<ui::Palette*>()->findChild<ui::LineField*>();
        QTest::keyClicks(field, u"axh1"_s);
        QCOMPARE(field->text(), u"axh1"_s);
        QVERIFY(!bench.prompt()->actions()->intent());
        QTest::keyClick(field, Qt::Key_Escape);
        QTest::keyClick(bench.page(), Qt::Key_A);
        auto* reason = bench.prompt()->actions()->reasonField();
        QTest::keyClicks(reason, u"xah"_s);
        QCOMPARE(reason->text(), u"xah"_s);
        QCOMPARE(bench.prompt()->actions()->intent(), std::optional(gate::Verdict::Ask));
        bench.press(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(bench.window->focusWidget(), u"axh"_s);
        QTest::keyClick(bench.window->focusWidget(), Qt::Key_Return);

        QVERIFY(bench.engine.decisions.empty());
    }

    void theOwnWindowIsGuardedToo()
    {
        Bench bench;
        QVERIFY(bench.open());
        bench.press(Qt::Key_Return, Qt::ShiftModifier);
        const auto all = QApplication::topLevelWidgets();
        const auto found = std::ranges::find_if(
            all, [](QWidget* window) { return qobject_cast<ui::ApprovalWindow*>(window) != nullptr; });
        QVERIFY(found != all.end());
        auto* own = qobject_cast<ui::ApprovalWindow*>(*found);
        QTRY_COMPARE(own->windowTitle(), u"Approval: parser #7"_s);
        ui::HoldButton* approve = own->prompt()->actions()->approveButton();

        QTest::mousePress(approve, Qt::LeftButton); // lands as it appears
        bench.clock.time += Milliseconds(1600);
        approve->tick();
        QTest::mouseRelease(approve, Qt::LeftButton);
        QTest::keyClick(approve, Qt::Key_Return);
        QTest::keyClick(approve, Qt::Key_Space);
        QTest::mouseDClick(approve, Qt::LeftButton);
        QVERIFY(bench.engine.decisions.empty());

        QTest::mousePress(approve, Qt::LeftButton);
        bench.clock.time += Milliseconds(1100);
        approve->tick();
        QCOMPARE(bench.engine.decisions.size(), std::size_t{1});
        QCOMPARE(bench.engine.decisions.front().approval, ApprovalId{7});
    }

    void theOwnWindowIsOneAnApprovalAndGoesWithTheMainOne()
    {
        Bench bench;
        QVERIFY(bench.open());

        QPointer<ui::ApprovalWindow> first = bench.window->ownWindows().openApproval(ApprovalId{7});
        QCOMPARE(bench.window->ownWindows().openApproval(ApprovalId{7}), first.data());
        bench.window.reset();

        QVERIFY(!first);
    }

    void aNoticeOpensTheEvidenceAndNoMore()
    {
        Bench bench;
        QVERIFY(bench.open());
        ui::Tray tray(*bench.window, bench.engine, bench.themes, bench.clock);
        QSignalSpy noticed(&tray, &ui::Tray::noticed);
        bench.window->go({PageKind::Runs, {}, -1, {}});
        emit bench.engine.approvalsLoaded(bench.engine.approvals);
        bench.engine.approvals.push_back(test::anApproval(8, RunId{2}));
        bench.engine.approvals.back().request.line = "search";
        emit bench.engine.approvalsLoaded(bench.engine.approvals);
        QCOMPARE(noticed.count(), 1);
        const auto notice = noticed.front().front().value<ui::Notice>();
        QCOMPARE(notice.button, u"Review"_s);

        emit tray.findChild<ui::DesktopNotices*>()->opened(notice);
        QCOMPARE(bench.window->place().approval, ApprovalId{8});
        QTRY_COMPARE(bench.prompt()->approval(), ApprovalId{8});
        QTest::mousePress(bench.prompt()->actions()->approveButton(), Qt::LeftButton); // where the notice was
        bench.pass(Milliseconds(1600));
        QTest::mouseRelease(bench.prompt()->actions()->approveButton(), Qt::LeftButton);

        QVERIFY(bench.engine.decisions.empty());
    }

    void theTrayHoldsNoWayToApprove()
    {
        Bench bench;
        QVERIFY(bench.open());
        ui::Tray tray(*bench.window, bench.engine, bench.themes, bench.clock);
        emit bench.engine.approvalsLoaded(bench.engine.approvals);
        const auto actions = tray.menu().actions();
        QVERIFY(std::ranges::any_of(actions, [](QAction* action) { return action->text().startsWith(u"Review"); }));

        for (QAction* action : actions) {
            if (action->text() == u"Quit")
                continue;
            action->trigger();
            bench.pass(Milliseconds(1600));
        }

        QVERIFY(bench.engine.decisions.empty());
        QCOMPARE(bench.engine.holdReasons.size(), std::size_t{1}); // stopping is cheap
    }
};

SIGNALBOX_TEST(TestAccidents)

} // namespace signalbox

#include "tst_accidents.moc"
