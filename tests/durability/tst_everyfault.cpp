// SPDX-License-Identifier: GPL-3.0-or-later
// The disk fails under a run at every act, in every way; the ways that differ little, at every fourth.
#include "tests/durability/faultsweep.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox::test;

class TestEveryFault : public QObject {
    Q_OBJECT

private slots:
    void atEveryAct_data()
    {
        QTest::addColumn<int>("act");
        QTest::addColumn<int>("fault");
        QTest::addColumn<bool>("lasts");
        QTest::addColumn<int>("step");
        const auto row = [](const char* name, DiskAct act, DiskFault fault, bool lasts, int step = 1) {
            QTest::newRow(name) << static_cast<int>(act) << static_cast<int>(fault) << lasts << step;
        };
        row("write fails once", DiskAct::Write, DiskFault::Fails, false);
        row("write is short once", DiskAct::Write, DiskFault::Short, false, 4);
        row("disk is full once", DiskAct::Write, DiskFault::Full, false, 4);
        row("disk is full for a while", DiskAct::Write, DiskFault::Full, true);
        row("writes fail for a while", DiskAct::Write, DiskFault::Fails, true, 4);
        row("store is read-only for a while", DiskAct::Write, DiskFault::ReadOnly, true, 4);
        row("sync fails once", DiskAct::Sync, DiskFault::Fails, false);
        row("syncs fail for a while", DiskAct::Sync, DiskFault::Fails, true);
        row("read fails once", DiskAct::Read, DiskFault::Fails, false, 4);
        row("reads fail for a while", DiskAct::Read, DiskFault::Fails, true, 4);
        row("store is locked for a while", DiskAct::Lock, DiskFault::Busy, true, 4);
        row("open fails once", DiskAct::Open, DiskFault::Fails, false);
        row("opens fail for a while", DiskAct::Open, DiskFault::Fails, true);
    }

    void atEveryAct()
    {
        QFETCH(int, act);
        QFETCH(int, fault);
        QFETCH(bool, lasts);
        QFETCH(int, step);
        FaultSweep sweep{.scenario = "linear",
                         .act = static_cast<DiskAct>(act),
                         .fault = static_cast<DiskFault>(fault),
                         .lasts = lasts,
                         .step = step};

        const QString wrong = sweep.run();

        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QVERIFY(sweep.faults > 0);
        qInfo("%d faults, told %d times", sweep.faults, sweep.told);
    }
};

SIGNALBOX_TEST(TestEveryFault)
#include "tst_everyfault.moc"
