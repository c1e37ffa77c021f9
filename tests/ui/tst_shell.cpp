// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/windowbench.h"
#include "ui/approvals/actionbar.h"
#include "ui/approvals/approvalprompt.h"
#include "ui/approvals/approvalspage.h"
#include "ui/settings/sideitem.h"
#include "ui/shell/keyspanel.h"
#include "ui/shell/ownwindows.h"
#include "ui/shell/rail.h"
#include "ui/shell/tray.h"
#include "ui/widgets/button.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/holdbutton.h"

#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>

namespace signalbox {

using namespace Qt::StringLiterals;
using Bench = test::WindowBench;
using ui::PageKind;

class TestShell : public QObject {
    Q_OBJECT

private slots:
    void f11ShowsTheWallAndLeavesIt()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        ui::WallView& wall = bench.window->ownWindows().wall();

        bench.press(Qt::Key_F11);
        QVERIFY(wall.isVisible());
        QCOMPARE(wall.accessibleName(), u"1 held for you. 1 in progress."_s);
        QTest::keyClick(&wall, Qt::Key_F11);
        QVERIFY(!wall.isVisible());
        bench.press(Qt::Key_F11);
        QTest::keyClick(&wall, Qt::Key_Escape);

        QVERIFY(!wall.isVisible());
        QVERIFY(bench.window->isVisible());
    }

    void noTextOfTheWallIsSmall_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("the smallest window") << QSize(900, 520);
        QTest::newRow("a usual screen") << QSize(1440, 900);
        QTest::newRow("a large screen") << QSize(2560, 1440);
    }

    void noTextOfTheWallIsSmall()
    {
        QFETCH(QSize, size);
        Bench bench;
        for (int line = 0; line < 30; ++line)
            bench.engine.runs.push_back(
                test::aRun(100 + line, "line" + std::to_string(line), host::RunState::Succeeded, "green"));
        QTRY_VERIFY(bench.window->approvals().openCount() == 1);
        ui::WallView& wall = bench.window->ownWindows().wall();
        wall.resize(size);
        wall.show();
        QTRY_VERIFY(wall.isWhole());

        static_cast<void>(wall.grab());

        QVERIFY2(wall.smallestText() >= 22, qPrintable(QString::number(wall.smallestText())));
    }

    void theRailStaysCollapsedInTheNextWindow()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        const int wide = bench.window->findChild<ui::Rail*>()->width();

        bench.press(Qt::Key_B, Qt::ControlModifier);
        const int narrow = bench.window->findChild<ui::Rail*>()->width();
        bench.openWindow();

        QVERIFY(narrow < wide);
        QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
        QTRY_COMPARE(bench.window->findChild<ui::Rail*>()->width(), narrow);
        bench.press(Qt::Key_B, Qt::ControlModifier);
        QTRY_COMPARE(bench.window->findChild<ui::Rail*>()->width(), wide);
    }

    void theKeyOfTheKeysOpensAndClosesThem()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());

        bench.press(Qt::Key_Question);
        auto* sheet = bench.window->findChild<ui::KeysPanel*>();
        QVERIFY(sheet && sheet->isVisible());
        QTest::keyClick(sheet, Qt::Key_Question);

        QTRY_VERIFY(!bench.window->findChild<ui::KeysPanel*>());
    }

    void theKeyboardSeesItsFocusAmongTheKeys()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        bench.press(Qt::Key_Question);
        auto* sheet = bench.window->findChild<ui::KeysPanel*>();
        const auto* ring = sheet->findChild<ui::FocusRing*>();
        QVERIFY(ring);

        sheet->findChild<QScrollArea*>()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(sheet->findChild<QScrollArea*>(), Qt::Key_Down);

        QTRY_VERIFY(ring->isVisible());
    }

    void theKeysFitTheSmallestWindow()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        bench.window->resize(900, 520);

        bench.press(Qt::Key_Question);

        auto* sheet = bench.window->findChild<ui::KeysPanel*>();
        QVERIFY(sheet->width() <= 900 && sheet->height() <= 520);
        QVERIFY(sheet->findChild<QScrollArea*>());
    }

    void twoClicksAreChosenInTheSettings()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        bench.window->go({PageKind::Settings, {}, -1, {}});
        const auto sections = bench.window->findChildren<ui::SideItem*>();
        (*std::ranges::find(sections, u"Keyboard"_s, &ui::SideItem::text))->click();
        const auto buttons = bench.window->findChildren<ui::Button*>();
        const auto chip = std::ranges::find(buttons, u"Two clicks"_s, &ui::Button::text);
        QVERIFY(chip != buttons.end());

        (*chip)->click();

        const auto byClicks = [&] {
            bench.window->go({PageKind::Approvals, {}, -1, {}});
            return bench.window->findChild<ui::ApprovalsPage*>()->prompt()->actions()->approveButton()->isByClicks();
        };
        QVERIFY(byClicks());
        bench.openWindow();
        QVERIFY(byClicks());
    }

    void theTrayTellsWhatWaits()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        ui::Tray tray(*bench.window, bench.engine, bench.themes, bench.clock);

        emit bench.engine.approvalsLoaded(bench.engine.approvals);
        QCOMPARE(tray.arm(), ui::Tray::Arm::Held);
        QCOMPARE(tray.toolTip(), u"Signalbox: 1 held for you, next by 12:18."_s);
        emit bench.engine.storeFailed(u"disk full"_s);
        QCOMPARE(tray.arm(), ui::Tray::Arm::Offline);
        QCOMPARE(tray.toolTip(), u"Signalbox: no data since 12:00."_s);
        emit bench.engine.approvalsChanged();
        emit bench.engine.approvalsLoaded({});

        QCOMPARE(tray.arm(), ui::Tray::Arm::Clear);
        QCOMPARE(tray.toolTip(), u"Signalbox: 0 lines clear."_s);
    }

    void quittingNamesTheAgentsThatStop()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        emit bench.engine.agentsRunning(4);

        bench.window->close();

        QVERIFY(bench.window->isVisible());
        auto* question = bench.window->findChild<QMessageBox*>();
        QVERIFY(question && !question->isModal());
        QCOMPARE(question->text(), u"Quit Signalbox? 4 agents stop."_s);
        QVERIFY(question->defaultButton()->text() != u"Quit"_s);
        question->close();
        emit bench.engine.agentsRunning(0);
        bench.window->close();
        QVERIFY(!bench.window->isVisible());
    }
};

SIGNALBOX_TEST(TestShell)

} // namespace signalbox

#include "tst_shell.moc"
