// SPDX-License-Identifier: GPL-3.0-or-later
// A process is killed at each point of the journal, once; tst_everykill.cpp does it at every
// passage in every scenario.
#include "tests/durability/killsite.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

class TestKillPoints : public QObject {
    Q_OBJECT

private slots:
    void aKilledRunEndsAsIfItHadNotBeen_data()
    {
        QTest::addColumn<int>("point");
        QTest::addColumn<QString>("scenario");
        const QStringList scenarios = knowableScenarios();
        for (int point = 0; point < static_cast<int>(kJournalPoints); ++point)
            QTest::newRow(pointName(static_cast<JournalPoint>(point)).data())
                << point << scenarios[point % scenarios.size()];
    }

    void aKilledRunEndsAsIfItHadNotBeen()
    {
        QFETCH(int, point);
        QFETCH(QString, scenario);
        const auto fatal = static_cast<JournalPoint>(point);
        const KillSite site(scenario.toStdString());
        if (fatal >= JournalPoint::BeforeReconcile) // only a run that was killed in an act asks what happened
            QVERIFY(site.killAt(JournalPoint::AfterAct, 2));

        QVERIFY2(site.killAt(fatal, 1), "the point was not passed");

        const QString fault = site.faultOf(site.resume());
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }

    void whereNobodyCanTellAPersonIsAsked()
    {
        const KillSite site("unknowable");
        QVERIFY(site.killAt(JournalPoint::AfterAct, 2));

        const QString once = site.resume();
        const QString again = site.resume();

        QVERIFY2(once.startsWith(QStringLiteral("waiting")), qPrintable(once));
        QCOMPARE(again, once);
        QCOMPARE(site.faultOf(again), QString());
        QCOMPARE(site.world().times(RunId{1}, "deploy"), 1);
        QCOMPARE(site.world().times(RunId{1}, "after"), 0);
    }
};

SIGNALBOX_TEST(TestKillPoints)
#include "tst_killpoints.moc"
