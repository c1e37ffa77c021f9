// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/windowbench.h"
#include "ui/shell/statusline.h"
#include "ui/shell/tray.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

namespace signalbox {

using namespace Qt::StringLiterals;
using Bench = test::WindowBench;
using test::noon;

class TestAnnouncer : public QObject {
    Q_OBJECT

private:
    static QLabel* live(const Bench& bench) { return bench.named<QLabel>(u"announcements"_s); }
    static QString said(const Bench& bench) { return live(bench)->accessibleName(); }

    static void change(Bench& bench, const host::RunSummary& run) { emit bench.engine.runsChanged({{run.id, run}}); }

    /// Whether what was there at first has been taken note of: a change is told from then on.
    static bool isListening(Bench& bench)
    {
        std::int64_t number = 100;
        return QTest::qWaitFor([&] {
            if (said(bench).startsWith(u"probe"_s)) // with nothing left to be told
                return true;
            change(bench, test::aRun(++number, "probe", host::RunState::Running));
            return false;
        });
    }

private slots:
    void aNewApprovalIsTold()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        ui::Tray tray(*bench.window, bench.engine, bench.themes, bench.clock);
        emit bench.engine.approvalsLoaded(bench.engine.approvals);
        QVERIFY(said(bench).isEmpty()); // it was held before
        gate::Approval next = test::anApproval(8, RunId{2});
        next.request.line = "search";
        next.request.subject = "search 2.0";
        next.request.kind = "deployment";
        bench.engine.approvals.push_back(next);

        emit bench.engine.approvalsLoaded(bench.engine.approvals);

        QCOMPARE(said(bench), u"Approval: search 2.0. search, risk low. Decide by 12:18."_s);
        QCOMPARE(QAccessible::queryAccessibleInterface(live(bench))->role(), QAccessible::Notification);
    }

    void theTimeLeftIsToldAtFiveMinutesAndAtOne()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        ui::Tray tray(*bench.window, bench.engine, bench.themes, bench.clock);
        emit bench.engine.approvalsLoaded(bench.engine.approvals); // until 12:18
        QStringList told;

        for (int minute = 1; minute < 18; ++minute) {
            bench.clock.time = noon() + std::chrono::minutes(minute);
            live(bench)->setAccessibleName({});
            tray.tick();
            if (!said(bench).isEmpty())
                told << said(bench);
        }

        const QString end = u"parser #7. Rejected at 12:18 without a decision."_s;
        QCOMPARE(told, (QStringList{u"5\u202fmin left: "_s + end, u"1\u202fmin left: "_s + end}));
    }

    void aLineThatChangesIsTold()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        QVERIFY(isListening(bench));

        change(bench, test::aRun(2, "search", host::RunState::Failed));

        QTRY_COMPARE(said(bench), u"search #2, failed."_s);
    }

    void thePaletteTellsWhatIsMarked()
    {
        Bench bench;
        QTRY_VERIFY(bench.isLoaded());
        bench.press(Qt::Key_K, Qt::ControlModifier);
        auto* palette = bench.named<QWidget>(u"palette"_s);
        auto* marked = bench.named<QLabel>(u"marked"_s);
        auto* field = palette->findChild<QLineEdit*>();
        const auto inList
            = [&] { return palette->findChild<QListView*>()->currentIndex().data(Qt::AccessibleTextRole).toString(); };
        QVERIFY(marked->accessibleName().isEmpty()); // its field is told
        QTest::keyClicks(field, u">o"_s);
        const QString first = inList();
        QVERIFY2(marked->accessibleName().startsWith(first + u", 1 of "_s), qPrintable(marked->accessibleName()));

        QTest::keyClick(field, Qt::Key_Down);

        QVERIFY(inList() != first);
        QVERIFY2(marked->accessibleName().startsWith(inList() + u", 2 of "_s), qPrintable(marked->accessibleName()));
        QTest::keyClick(field, Qt::Key_Up);
        QVERIFY2(marked->accessibleName().startsWith(first + u", 1 of "_s), qPrintable(marked->accessibleName()));
        QCOMPARE(QAccessible::queryAccessibleInterface(marked)->role(), QAccessible::Notification);
        QTest::keyClicks(field, u"zzz"_s);
        QCOMPARE(marked->accessibleName(), u"Nothing found for >ozzz."_s);
    }

    void oldNewsAreNotFoundByExploring()
    {
        const ui::ThemeSource themes(ui::ThemeSource::Choice::Dark);
        ui::StatusLine line(themes);
        auto* label = line.findChild<QLabel*>(u"announcements"_s);

        line.announce(u"search #2, failed."_s, false);

        QCOMPARE(label->accessibleName(), u"search #2, failed."_s);
        QVERIFY(label->text().isEmpty());
        line.findChild<QTimer*>()->start(0);
        QTRY_VERIFY(label->accessibleName().isEmpty());
    }
};

SIGNALBOX_TEST(TestAnnouncer)

} // namespace signalbox

#include "tst_announcer.moc"
