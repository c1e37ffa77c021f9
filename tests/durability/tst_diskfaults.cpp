// SPDX-License-Identifier: GPL-3.0-or-later
// The disk fails under a run here and there; tst_everyfault.cpp does it at every act.
#include "tests/durability/faultsweep.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox::test;

class TestDiskFaults : public QObject {
    Q_OBJECT

private slots:
    void theRunGoesOnOnceTheDiskIsSound_data()
    {
        QTest::addColumn<int>("act");
        QTest::addColumn<int>("fault");
        QTest::addColumn<bool>("lasts");
        QTest::addColumn<int>("step");
        const auto row = [](const char* name, DiskAct act, DiskFault fault, bool lasts, int step) {
            QTest::newRow(name) << static_cast<int>(act) << static_cast<int>(fault) << lasts << step;
        };
        row("a write fails", DiskAct::Write, DiskFault::Fails, false, 23);
        row("a short write", DiskAct::Write, DiskFault::Short, false, 29);
        row("the disk is full for a while", DiskAct::Write, DiskFault::Full, true, 31);
        row("a sync fails", DiskAct::Sync, DiskFault::Fails, false, 5);
        row("a read fails", DiskAct::Read, DiskFault::Fails, false, 19);
        row("the store is locked for a while", DiskAct::Lock, DiskFault::Busy, true, 41);
        row("the store cannot be written for a while", DiskAct::Write, DiskFault::ReadOnly, true, 37);
        row("a file cannot be opened", DiskAct::Open, DiskFault::Fails, false, 2);
    }

    void theRunGoesOnOnceTheDiskIsSound()
    {
        QFETCH(int, act);
        QFETCH(int, fault);
        QFETCH(bool, lasts);
        QFETCH(int, step);
        FaultSweep sweep{.scenario = "parallel",
                         .act = static_cast<DiskAct>(act),
                         .fault = static_cast<DiskFault>(fault),
                         .lasts = lasts,
                         .step = step};

        const QString wrong = sweep.run();

        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QVERIFY(sweep.faults > 0);
        QVERIFY(sweep.told > 0);
    }
};

SIGNALBOX_TEST(TestDiskFaults)
#include "tst_diskfaults.moc"
