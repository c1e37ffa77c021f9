// SPDX-License-Identifier: GPL-3.0-or-later
// The disk fails under a run at every single act, in every way.
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
        const auto row = [](const char* name, DiskAct act, DiskFault fault, bool lasts) {
            QTest::newRow(name) << static_cast<int>(act) << static_cast<int>(fault) << lasts;
        };
        row("write fails once", DiskAct::Write, DiskFault::Fails, false);
        row("write is short once", DiskAct::Write, DiskFault::Short, false);
        row("disk is full once", DiskAct::Write, DiskFault::Full, false);
        row("disk is full for a while", DiskAct::Write, DiskFault::Full, true);
        row("writes fail for a while", DiskAct::Write, DiskFault::Fails, true);
        row("store is read-only for a while", DiskAct::Write, DiskFault::ReadOnly, true);
        row("sync fails once", DiskAct::Sync, DiskFault::Fails, false);
        row("syncs fail for a while", DiskAct::Sync, DiskFault::Fails, true);
        row("read fails once", DiskAct::Read, DiskFault::Fails, false);
        row("reads fail for a while", DiskAct::Read, DiskFault::Fails, true);
        row("store is locked for a while", DiskAct::Lock, DiskFault::Busy, true);
        row("open fails once", DiskAct::Open, DiskFault::Fails, false);
        row("opens fail for a while", DiskAct::Open, DiskFault::Fails, true);
    }

    void atEveryAct()
    {
        QFETCH(int, act);
        QFETCH(int, fault);
        QFETCH(bool, lasts);
        FaultSweep sweep{.scenario = "linear",
                         .act = static_cast<DiskAct>(act),
                         .fault = static_cast<DiskFault>(fault),
                         .lasts = lasts};

        const QString wrong = sweep.run();

        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QVERIFY(sweep.faults > 0);
        qInfo("%d faults, told %d times", sweep.faults, sweep.told);
    }
};

SIGNALBOX_TEST(TestEveryFault)
#include "tst_everyfault.moc"
