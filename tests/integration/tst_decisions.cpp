// SPDX-License-Identifier: GPL-3.0-or-later
// An escalation is decided by signalboxctl, once, on the evidence that was shown.
#include "tests/integration/demostore.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestDecisions : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const Answered answered = m_demo.demo();
        QCOMPARE(answered.status, 0);
        const QJsonObject line = DemoStore::line(jsonOf(answered.output), u"parser"_s);
        m_run = QString::number(line[u"run"].toInt());
        m_approval = QString::number(line[u"approval"].toInt());
        m_hash = m_demo.object({u"approvals"_s, u"show"_s, m_approval})[u"evidence_hash"].toString();
        QVERIFY(!m_hash.isEmpty());
    }

    void aWaitingRunIsNotDriven()
    {
        const QJsonObject run = m_demo.object({u"runs"_s, u"show"_s, m_run});

        QCOMPARE(run[u"state"].toString(), u"waiting"_s);
        QCOMPARE(run[u"step"].toString(), u"wait_for_human"_s);
    }

    void whoeverWaitsIsToldOfAHold()
    {
        QCOMPARE(m_demo.ask({u"hold-all"_s}).status, 0);

        const Answered answered = m_demo.ask({u"runs"_s, u"resume"_s, m_run});

        QCOMPARE(answered.status, 0);
        QVERIFY2(isOneLine(answered.diagnostics), qPrintable(answered.diagnostics));
        QVERIFY2(answered.diagnostics.contains(u"release-all"_s), qPrintable(answered.diagnostics));
        QCOMPARE(m_demo.ask({u"release-all"_s, u"--reason"_s, u"it is over"_s}).status, 0);
    }

    void otherEvidenceIsRefused()
    {
        const auto approve = [this](const QString& hash) {
            return m_demo.ask({u"approvals"_s, u"approve"_s, m_approval, u"--evidence"_s, hash});
        };
        const Answered other = approve(QString(m_hash.size(), u'0'));
        const Answered cut = approve(m_hash.left(12));

        QCOMPARE(other.status, 1);
        QVERIFY2(isOneLine(other.diagnostics), qPrintable(other.diagnostics));
        QCOMPARE(cut.status, 2);
        QVERIFY2(cut.diagnostics.contains(u"is no hash of evidence"_s), qPrintable(cut.diagnostics));
        QCOMPARE(m_demo.object({u"approvals"_s, u"show"_s, m_approval})[u"state"].toString(), u"open"_s);
    }

    void rejectingNeedsAReason()
    {
        const Answered answered = m_demo.ask({u"approvals"_s, u"reject"_s, m_approval});

        QCOMPARE(answered.status, 2);
        QVERIFY2(isOneLine(answered.diagnostics), qPrintable(answered.diagnostics));
    }

    void takenBackItIsOpenAgain()
    {
        QCOMPARE(m_demo.ask({u"approvals"_s, u"approve"_s, m_approval, u"--evidence"_s, m_hash}).status, 0);

        const Answered answered = m_demo.ask({u"approvals"_s, u"takeback"_s, m_approval});

        QVERIFY2(answered.status == 0, qPrintable(answered.diagnostics));
        QCOMPARE(m_demo.object({u"approvals"_s, u"show"_s, m_approval})[u"given"].toInt(), 0);
    }

    void decidedItIsDecidedOnceAndTheRunEnds()
    {
        const QString told = m_demo.told({u"approvals"_s, u"approve"_s, m_approval, u"--evidence"_s, m_hash});
        const QString drives = u"signalboxctl runs resume %1 or the console drives its run"_s.arg(m_run);
        QVERIFY2(told.contains(u"\nRecorded. Takes effect at "_s) && told.contains(drives), qPrintable(told));
        const QStringList listed = m_demo.told({u"approvals"_s, u"list"_s}).split(u'\n');
        const QStringList waits = listed.filter(m_approval + u"\topen, decided: approved once "_s);
        QVERIFY2(waits.size() == 1 && waits[0].contains(drives), qPrintable(listed.join(u'\n')));
        const QJsonObject open = m_demo.object({u"approvals"_s, u"show"_s, m_approval});
        QCOMPARE(open[u"decided"_s].toString(), u"approved"_s);
        const Answered twice = m_demo.ask({u"approvals"_s, u"approve"_s, m_approval, u"--evidence"_s, m_hash});
        QCOMPARE(twice.status, 1);
        QVERIFY2(isOneLine(twice.diagnostics), qPrintable(twice.diagnostics));

        QJsonObject run;
        QVERIFY(QTest::qWaitFor(
            [&] {
                run = m_demo.object({u"runs"_s, u"resume"_s, m_run});
                return run[u"state"].toString() == u"succeeded";
            },
            60'000));

        QCOMPARE(run[u"outcome"].toString(), u"escalated"_s);
        const QJsonObject approval = m_demo.object({u"approvals"_s, u"show"_s, m_approval});
        QCOMPARE(approval[u"state"].toString(), u"approved"_s);
        QCOMPARE(m_demo.ask({u"approvals"_s, u"reject"_s, m_approval, u"--reason"_s, u"too late"_s}).status, 1);
    }

    void aPersonIsToldWhoDecidedWhatAndWhen()
    {
        const QJsonArray decisions = m_demo.object({u"approvals"_s, u"show"_s, m_approval})[u"decisions"_s].toArray();
        const QJsonObject made = decisions.last().toObject();
        const QString by = made[u"by"_s].toString();

        const QStringList shown = m_demo.told({u"approvals"_s, u"show"_s, m_approval}).split(u'\n');

        const QString decided = made[u"at"_s].toString() + u"\tapprove by "_s + by + u" here"_s;
        QVERIFY2(shown.contains(decided), qPrintable(shown.join(u'\n')));
        QVERIFY(!shown.filter(u"\tclosed as approved"_s).isEmpty());
        const QStringList records = m_demo.told({u"audit"_s, u"list"_s}).split(u'\n');
        const QStringList about = records.filter(by + u"\tapproval_decided\tapproval "_s + m_approval);
        QVERIFY2(!about.isEmpty() && about.last().endsWith(u"\tverdict: approve"_s), qPrintable(about.join(u'\n')));
        QVERIFY(!records.filter(u"\tapproval_closed\tapproval "_s + m_approval + u"\tclosed as approved"_s).isEmpty());
    }

private:
    DemoStore m_demo;
    QString m_run;
    QString m_approval;
    QString m_hash;
};

SIGNALBOX_TEST(TestDecisions)
#include "tst_decisions.moc"
