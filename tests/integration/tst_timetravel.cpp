// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of the demo are replayed, and forked: the originals and the world stay as they are.
#include "tests/integration/demostore.h"
#include "tests/signalboxtest.h"

#include <QJsonDocument>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestTimeTravel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const Answered answered = m_demo.demo();
        QVERIFY2(answered.status == 0, qPrintable(answered.output + answered.diagnostics));
        m_answer = jsonOf(answered.output);
        m_healed = number(DemoStore::line(m_answer, u"storefront"_s)[u"run"]);
        m_escalated = number(DemoStore::line(m_answer, u"parser"_s)[u"run"]);
        m_jobs = jobs();
    }

    void everyRunIsReplayedAlike()
    {
        for (const QJsonValue& line : m_answer[u"lines"].toArray()) {
            if (line[u"line"].toString() == u"webshop"_s)
                continue; // the npm agent cannot be replayed yet, and says so
            const Answered answered = m_demo.ask({u"runs"_s, u"verify"_s, number(line[u"run"])});

            QVERIFY2(answered.status == 0, qPrintable(answered.output + answered.diagnostics));
            QCOMPARE(jsonOf(answered.output)[u"ok"].toBool(), true);
            QVERIFY(jsonOf(answered.output)[u"checkpoints"].toInt() > 0);
        }
        QCOMPARE(jobs(), m_jobs);
    }

    void aRehearsalEndsAsTheOriginalAndTouchesNothing()
    {
        const QJsonObject before = m_demo.object({u"runs"_s, u"show"_s, m_healed});
        const QJsonArray known = m_demo.rows({u"knowledge"_s, u"list"_s});

        const Answered answered = fork(m_healed, 1);

        QVERIFY2(answered.status == 0, qPrintable(answered.output + answered.diagnostics));
        const QJsonObject forked = jsonOf(answered.output);
        QCOMPARE(forked[u"outcome"].toString(), u"healed"_s);
        QCOMPARE(forked[u"rehearsal"].toBool(), true);
        const QString id = number(forked[u"id"]);
        const QJsonObject origin = m_demo.object({u"runs"_s, u"show"_s, id})[u"origin"].toObject();
        QCOMPARE(number(origin[u"run"]), m_healed);
        QCOMPARE(origin[u"checkpoint"].toInt(), 1);
        QCOMPARE(m_demo.object({u"runs"_s, u"show"_s, m_healed}), before);
        QCOMPARE(m_demo.rows({u"knowledge"_s, u"list"_s}), known);
        QCOMPARE(jobs(), m_jobs);
        QCOMPARE(m_demo.ask({u"runs"_s, u"verify"_s, id}).status, 0);
    }

    void whatTheOriginalDidNotDoIsNotDone()
    {
        const Answered answered = fork(m_healed, 2, {u"--patch"_s, u"{\"next_fix\": \"rerun_debug\"}"_s});

        QCOMPARE(answered.status, 1);
        const QJsonObject forked = jsonOf(answered.output);
        QCOMPARE(forked[u"state"].toString(), u"failed"_s);
        QVERIFY2(forked[u"failure"].toString().contains(u"is not in the record of the original"),
                 qPrintable(answered.output));
        QCOMPARE(jobs(), m_jobs);
    }

    void anEscalationThatIsRehearsedSaysSo()
    {
        const QJsonObject forked = jsonOf(fork(m_escalated, 1).output);

        QCOMPARE(forked[u"state"].toString(), u"waiting"_s);
        const QJsonObject approval = m_demo.object({u"approvals"_s, u"show"_s, number(forked[u"approval"])});
        QCOMPARE(approval[u"rehearsal"].toBool(), true);
        QCOMPARE(number(m_demo.object({u"runs"_s, u"show"_s, m_escalated})[u"approval"]),
                 number(DemoStore::line(m_answer, u"parser"_s)[u"approval"]));
    }

    void aLiveForkOfAnEditedStateAsksBeforeItActs()
    {
        const Answered answered = fork(m_healed, 2, {u"--live"_s, u"--patch"_s, u"{\"retry_count\": 1}"_s});

        const QJsonObject forked = jsonOf(answered.output);
        QCOMPARE(forked[u"rehearsal"].toBool(true), false);
        QCOMPARE(forked[u"state"].toString(), u"waiting"_s);
        const QJsonObject approval = m_demo.object({u"approvals"_s, u"show"_s, number(forked[u"approval"])});
        QCOMPARE(approval[u"kind"].toString(), u"effect_of_fork"_s);
        QCOMPARE(approval[u"rehearsal"].toBool(true), false);
        QCOMPARE(jobs(), m_jobs);
    }

    void theStatesOfTwoCheckpointsAreCompared()
    {
        const QJsonObject diff = m_demo.object({u"runs"_s, u"diff"_s, m_healed, u"2"_s, u"3"_s});

        QStringList changes;
        for (const QJsonValue& one : diff[u"differences"].toArray())
            changes << one[u"change"].toString() + u' ' + one[u"path"].toString();
        QVERIFY2(changes.contains(u"changed retry_count"_s), qPrintable(changes.join(u", ")));
        QVERIFY2(changes.contains(u"added fix"_s), qPrintable(changes.join(u", ")));
    }

    void badInputIsOneLine_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no such run") << QStringList{u"fork"_s, u"999"_s, u"--checkpoint"_s, u"1"_s};
        QTest::newRow("no such checkpoint") << QStringList{u"fork"_s, m_healed, u"--checkpoint"_s, u"999"_s};
        QTest::newRow("no checkpoint") << QStringList{u"fork"_s, m_healed};
        QTest::newRow("a patch that is no JSON")
            << QStringList{u"fork"_s, m_healed, u"--checkpoint"_s, u"1"_s, u"--patch"_s, u"{"_s};
        QTest::newRow("a patch that is no object")
            << QStringList{u"fork"_s, m_healed, u"--checkpoint"_s, u"1"_s, u"--patch"_s, u"[1]"_s};
        QTest::newRow("nothing to verify") << QStringList{u"verify"_s, u"999"_s};
        QTest::newRow("nothing to compare") << QStringList{u"diff"_s, m_healed, u"1"_s, u"999"_s};
    }

    void badInputIsOneLine()
    {
        QFETCH(QStringList, arguments);

        const Answered answered = m_demo.ask(QStringList{u"runs"_s} + arguments);

        QCOMPARE(answered.status, 2);
        QVERIFY2(isOneLine(answered.diagnostics), qPrintable(answered.diagnostics));
    }

private:
    static QString number(const QJsonValue& value) { return QString::number(value.toInt()); }
    Answered fork(const QString& run, int checkpoint, const QStringList& more = {}) const
    {
        return m_demo.ask(QStringList{u"runs"_s, u"fork"_s, run, u"--checkpoint"_s, QString::number(checkpoint)}
                          + more);
    }
    /// How often each job of the two lines was executed.
    QList<int> jobs() const
    {
        QList<int> counts;
        for (const QString& job : {u"build"_s, u"test"_s, u"compile"_s})
            counts << m_demo.executions(u"storefront"_s, job) << m_demo.executions(u"parser"_s, job);
        return counts;
    }

    DemoStore m_demo;
    QJsonObject m_answer;
    QString m_healed;
    QString m_escalated;
    QList<int> m_jobs;
};

SIGNALBOX_TEST(TestTimeTravel)
#include "tst_timetravel.moc"
