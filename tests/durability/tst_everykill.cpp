// SPDX-License-Identifier: GPL-3.0-or-later
// A process is killed at every passage of every point of the journal, in every scenario, and
// at the writes and syncs of the disk between them.
#include "tests/durability/killsite.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

class TestEveryKill : public QObject {
    Q_OBJECT

private:
    /// Kills at the 1st, 2nd … passage until the child comes to its end; how many times that was.
    int killAtEach(JournalPoint point, const std::string& scenario, graph::Durability durability)
    {
        for (int nth = 1;; ++nth) {
            const KillSite site(scenario, durability);
            if (point >= JournalPoint::BeforeReconcile && !site.killAt(JournalPoint::AfterAct, nth))
                return nth - 1;
            const bool killed = site.killAt(point, point >= JournalPoint::BeforeReconcile ? 1 : nth);
            const QString fault = site.faultOf(site.resume());
            if (!fault.isEmpty())
                QTest::qFail(qPrintable(QStringLiteral("passage %1: ").arg(nth) + fault), __FILE__, __LINE__);
            if ((!killed && point < JournalPoint::BeforeReconcile) || !fault.isEmpty())
                return nth - 1;
        }
    }

private slots:
    void everyPassage_data()
    {
        QTest::addColumn<int>("point");
        QTest::addColumn<QString>("scenario");
        for (int point = 0; point < static_cast<int>(kJournalPoints); ++point)
            for (const QString& scenario : knowableScenarios() + QStringList{QStringLiteral("unknowable")})
                QTest::addRow("%s, %s", pointName(static_cast<JournalPoint>(point)).data(), qPrintable(scenario))
                    << point << scenario;
    }

    void everyPassage()
    {
        QFETCH(int, point);
        QFETCH(QString, scenario);

        const int kills
            = killAtEach(static_cast<JournalPoint>(point), scenario.toStdString(), graph::Durability::Normal);

        QVERIFY(kills > 0);
        m_kills += kills;
    }

    void everyWriteOfTheDisk_data()
    {
        QTest::addColumn<QString>("act");
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<int>("step");
        QTest::newRow("before a write") << QStringLiteral("write") << QStringLiteral("fanout") << 3;
        QTest::newRow("in the middle of a write") << QStringLiteral("torn") << QStringLiteral("linear") << 3;
        QTest::newRow("before a sync") << QStringLiteral("sync") << QStringLiteral("parallel") << 1;
    }

    void everyWriteOfTheDisk()
    {
        QFETCH(QString, act);
        QFETCH(QString, scenario);
        QFETCH(int, step);

        for (int nth = 1;; nth += step) {
            const KillSite site(scenario.toStdString());
            const bool killed = site.killAtDisk(act.toStdString(), nth);
            const QString fault = site.faultOf(site.resume());
            QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("act %1: ").arg(nth) + fault));
            if (!killed)
                return;
            ++m_kills;
        }
    }

    void cleanupTestCase() { qInfo("killed %d times", m_kills); }

private:
    int m_kills = 0;
};

SIGNALBOX_TEST(TestEveryKill)
#include "tst_everykill.moc"
