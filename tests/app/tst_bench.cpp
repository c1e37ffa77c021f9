// SPDX-License-Identifier: GPL-3.0-or-later
// The benchmarks that read a log, on what a script may give them.
#include "tests/app/ctlprogram.h"
#include "tests/signalboxtest.h"

#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace Qt::StringLiterals;
using namespace signalbox::test;

const QByteArray kLog = "one error\ntwo\nthree error error\n\nfour";

} // namespace

class TestBench : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("XDG_CACHE_HOME", m_folder.filePath(u"cache"_s).toUtf8()); }

    void matchingLinesAreCountedInAFileAndInAPipe()
    {
        const QString log = writtenFile(m_folder.path(), u"job.log"_s, kLog);
        const QString patterns = writtenFile(m_folder.path(), u"patterns.txt"_s, "err[a-z]+\n\nfour$\n");

        const QJsonObject file = jsonOf(runCtl({u"bench"_s, u"classify"_s, log, u"--patterns"_s, patterns}).output);
        const QJsonObject pipe
            = jsonOf(runCtl({u"bench"_s, u"classify"_s, u"-"_s, u"--patterns"_s, patterns}, kLog).output);

        for (const QJsonObject& figures : {file, pipe}) {
            QCOMPARE(figures.value(u"matches").toInt(-1), 3);
            QCOMPARE(figures.value(u"bytes").toInt(-1), kLog.size());
            for (const QString& field : {u"cpu_s"_s, u"wall_s"_s, u"rss_mb"_s})
                QVERIFY2(figures.value(field).isDouble(), qPrintable(field));
        }
    }

    void withoutPatternsThoseOfTheCatalogueAreLookedFor()
    {
        const Answered answered = runCtl({u"bench"_s, u"classify"_s, u"-"_s}, "ok\nnpm ERR! code ERESOLVE\n");

        QCOMPARE(jsonOf(answered.output).value(u"matches").toInt(-1), 1);
    }

    void patternsThatCannotBeUsedAreNamed_data()
    {
        QTest::addColumn<QByteArray>("patterns");
        QTest::addColumn<QString>("says");

        QTest::newRow("no expression") << QByteArray("\n") << u"holds no expression"_s;
        QTest::newRow("look-around") << QByteArray("fine\n(?<!a)b\n") << u"(?<!a)b"_s;
    }

    void patternsThatCannotBeUsedAreNamed()
    {
        QFETCH(QByteArray, patterns);
        QFETCH(QString, says);
        const QString file = writtenFile(m_folder.path(), u"bad.txt"_s, patterns);

        const Answered answered = runCtl({u"bench"_s, u"classify"_s, u"-"_s, u"--patterns"_s, file}, kLog);

        QCOMPARE(answered.status, 2);
        QVERIFY2(answered.diagnostics.contains(says), qPrintable(answered.diagnostics));
        QVERIFY(isOneLine(answered.diagnostics));
    }

    void aLogIsOpenedAndIndexed()
    {
        const QString log = writtenFile(m_folder.path(), u"job.log"_s, kLog);

        const QJsonObject figures = jsonOf(runCtl({u"bench"_s, u"logview"_s, log}).output);

        QCOMPARE(figures.value(u"lines").toInt(-1), 5);
        QCOMPARE(figures.value(u"bytes").toInt(-1), kLog.size());
        for (const QString& field :
             {u"index_cpu_s"_s, u"index_wall_s"_s, u"first_screen_ms"_s, u"last_screen_ms"_s, u"rss_anon_mb"_s})
            QVERIFY2(figures.value(field).isDouble(), qPrintable(field));
        QCOMPARE(runCtl({u"bench"_s, u"logview"_s, log + u".not"_s}).status, 2);
    }

private:
    QTemporaryDir m_folder;
};

SIGNALBOX_TEST(TestBench)
#include "tst_bench.moc"
