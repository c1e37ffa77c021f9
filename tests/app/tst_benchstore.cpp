// SPDX-License-Identifier: GPL-3.0-or-later
// signalboxctl bench store, and pages of runs from the history that it leaves.
#include "tests/app/ctlprogram.h"
#include "tests/signalboxtest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace Qt::StringLiterals;
using namespace signalbox::test;

} // namespace

class TestBenchStore : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_bench = runCtl({u"bench"_s, u"store"_s, u"--json"_s, u"--runs"_s, u"300"_s, u"--events"_s, u"4"_s,
                          u"--lines"_s, u"3"_s, u"--queries"_s, u"5"_s, u"--dir"_s, m_folder.path()});
        QVERIFY2(m_bench.status == 0, qPrintable(m_bench.diagnostics));
    }

    void everyReadHasItsFigures()
    {
        const QJsonObject figures = jsonOf(m_bench.output);

        QCOMPARE(figures.value(u"runs").toInt(), 300);
        QCOMPARE(figures.value(u"events").toInt(), 1200);
        QVERIFY(figures.value(u"db_bytes").toInteger() > 0);
        QVERIFY(figures.value(u"ingest_rows").toInteger() > 0);
        const QJsonObject queries = figures.value(u"queries").toObject();
        QCOMPARE(queries.value(u"events_of_run").toObject().value(u"rows").toDouble(), 4.0);
        QVERIFY(queries.value(u"90_days_of_all").toObject().value(u"rows").toDouble() >= 70); // 300 runs in 365 days
        for (const QString& name : queries.keys()) {
            for (const QString& field : {u"p50_us"_s, u"p99_us"_s, u"min_us"_s, u"cpu_us"_s, u"p50_us_while_storing"_s})
                QVERIFY2(queries.value(name).toObject().value(field).toDouble(-1) >= 0, qPrintable(name + field));
        }
    }

    void runsAreListedPageByPage()
    {
        const QStringList list{u"--store"_s, m_folder.filePath(u"history.sqlite"_s),
                               u"runs"_s,    u"list"_s,
                               u"--json"_s,  u"--limit"_s,
                               u"3"_s,       u"--line"_s,
                               u"line-001"_s};
        const QJsonArray first = QJsonDocument::fromJson(runCtl(list).output.toUtf8()).array();
        QCOMPARE(first.size(), 3);
        const QString last = QString::number(first.last().toObject().value(u"id").toInteger());
        const QJsonArray next
            = QJsonDocument::fromJson(runCtl(list + QStringList{u"--before"_s, last}).output.toUtf8()).array();

        QCOMPARE(next.size(), 3);
        QVERIFY(next.first().toObject().value(u"id").toInteger() < first.last().toObject().value(u"id").toInteger());
        QCOMPARE(next.first().toObject().value(u"line").toString(), u"line-001"_s);
    }

    void aLimitThatIsNoneIsRefused()
    {
        const Answered answered = runCtl(
            {u"--store"_s, m_folder.filePath(u"history.sqlite"_s), u"runs"_s, u"list"_s, u"--limit"_s, u"0"_s});

        QCOMPARE(answered.status, 2);
        QVERIFY2(isOneLine(answered.diagnostics) && answered.diagnostics.contains(u"--limit"),
                 qPrintable(answered.diagnostics));
    }

private:
    const QTemporaryDir m_folder;
    Answered m_bench;
};

SIGNALBOX_TEST(TestBenchStore)

#include "tst_benchstore.moc"
