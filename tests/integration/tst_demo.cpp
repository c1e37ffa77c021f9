// SPDX-License-Identifier: GPL-3.0-or-later
// The demo, for real: its answer, and that every figure in it can be found again.
#include "tests/integration/demostore.h"
#include "tests/signalboxtest.h"

#include <QStandardPaths>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

bool hasNpm()
{
    return !QStandardPaths::findExecutable(u"npm"_s).isEmpty() && !QStandardPaths::findExecutable(u"node"_s).isEmpty();
}

} // namespace

class TestDemo : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const Answered answered = m_demo.demo();
        QVERIFY2(answered.status == 0, qPrintable(answered.output + answered.diagnostics));
        m_answer = jsonOf(answered.output);
    }

    void endsEachLineAsIntended_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("failure");
        QTest::addColumn<QString>("fix");
        QTest::addColumn<int>("attempts");
        QTest::addColumn<bool>("asks");

        QTest::newRow("a corrupt cache is cleared")
            << u"storefront"_s << u"healed"_s << u"cache_failure"_s << u"clear_cache_rerun"_s << 2 << false;
        QTest::newRow("a compile error waits for a person")
            << u"parser"_s << u"escalated"_s << u"compile_error"_s << QString() << 1 << true;
        QTest::newRow("a flaky test is run again")
            << u"search"_s << u"retried"_s << QString() << u"rerun_failed_jobs"_s << 2 << false;
        if (hasNpm())
            QTest::newRow("a corrupt npm cache is emptied")
                << u"webshop"_s << u"healed"_s << u"cache_failure"_s << u"empty_cache"_s << 3 << false;
        QTest::newRow("a green line is left alone")
            << u"catalog"_s << u"green"_s << QString() << QString() << 1 << false;
    }

    void endsEachLineAsIntended()
    {
        QFETCH(QString, line);
        QFETCH(QString, outcome);
        QFETCH(QString, failure);
        QFETCH(QString, fix);
        QFETCH(int, attempts);
        QFETCH(bool, asks);

        const QJsonObject row = DemoStore::line(m_answer, line);

        QCOMPARE(row[u"outcome"].toString(), outcome);
        QCOMPARE(row[u"fix"].toString(), fix);
        QCOMPARE(row[u"attempts"].toInt(), attempts);
        QCOMPARE(row[u"approval"].isDouble(), asks);
        if (!failure.isEmpty())
            QCOMPARE(row[u"class"].toString(), failure);
    }

    void everyFigureIsFoundAgainInRunsShow()
    {
        for (const QJsonValue& row : m_answer[u"lines"].toArray()) {
            const QJsonObject run = m_demo.object({u"runs"_s, u"show"_s, QString::number(row[u"run"].toInt())});

            QCOMPARE(run[u"line"], row[u"line"]);
            QCOMPARE(run[u"attempts"], row[u"attempts"]);
            QCOMPARE(run[u"class"], row[u"class"]);
            QCOMPARE(run[u"fix"], row[u"fix"]);
            QCOMPARE(run[u"outcome"], row[u"outcome"]);
            QCOMPARE(run[u"approval"], row[u"approval"]);
        }
    }

    void theFixIsAnEffectOfItsRun()
    {
        const int run = DemoStore::line(m_answer, u"storefront"_s)[u"run"].toInt();
        QStringList done;
        for (const QJsonValue& event : m_demo.rows({u"runs"_s, u"events"_s, QString::number(run)})) {
            if (event[u"type"].toString() == u"effect_result")
                done << event[u"data"][u"key"].toString();
        }

        QCOMPARE(done,
                 QStringList({u"attempt:1"_s, u"diagnosis:1"_s, u"choice:1"_s, u"fix:1:clear_caches"_s,
                              u"fix:1:rerun"_s, u"attempt:2"_s, u"learn:1"_s}));
    }

    void whatWorkedIsLearnt()
    {
        QStringList learnt;
        for (const QJsonValue& row : m_demo.rows({u"knowledge"_s, u"list"_s}))
            learnt << row[u"fix"].toString() + u" worked "_s + QString::number(row[u"worked"].toInt()) + u" of "_s
                    + QString::number(row[u"tried"].toInt());
        learnt.sort();

        QStringList wanted{u"clear_cache_rerun worked 1 of 1"_s, u"rerun_failed_jobs worked 1 of 1"_s};
        if (hasNpm())
            wanted << u"empty_cache worked 1 of 1"_s << u"verify_cache worked 0 of 1"_s;
        wanted.sort();
        QCOMPARE(learnt, wanted);
    }

    void jobsRanAsOftenAsTheAttemptsSay_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("job");
        QTest::addColumn<int>("executions");

        QTest::newRow("the job with the bad cache, twice") << u"storefront"_s << u"build"_s << 2;
        QTest::newRow("the job behind it, once") << u"storefront"_s << u"test"_s << 1;
        QTest::newRow("the job that does not compile, once") << u"parser"_s << u"compile"_s << 1;
        QTest::newRow("the job behind it, never") << u"parser"_s << u"test"_s << 0;
        QTest::newRow("a job that passed is not run again") << u"search"_s << u"index"_s << 1;
        QTest::newRow("the flaky job, twice") << u"search"_s << u"test"_s << 2;
        QTest::newRow("a green job, once") << u"catalog"_s << u"check"_s << 1;
    }

    void jobsRanAsOftenAsTheAttemptsSay()
    {
        QFETCH(QString, line);
        QFETCH(QString, job);
        QFETCH(int, executions);

        QCOMPARE(m_demo.executions(line, job), executions);
    }

    void startedAgainItStartsNothingAnew()
    {
        const int runsBefore = static_cast<int>(m_demo.rows({u"runs"_s, u"list"_s}).size());

        const Answered again = m_demo.demo();

        QCOMPARE(again.status, 0);
        QCOMPARE(jsonOf(again.output), m_answer);
        QCOMPARE(static_cast<int>(m_demo.rows({u"runs"_s, u"list"_s}).size()), runsBefore);
        QCOMPARE(m_demo.executions(u"storefront"_s, u"build"_s), 2);
    }

private:
    DemoStore m_demo;
    QJsonObject m_answer;
};

SIGNALBOX_TEST(TestDemo)
#include "tst_demo.moc"
