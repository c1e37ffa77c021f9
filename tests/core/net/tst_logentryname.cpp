// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/logentryname.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox::net;

class TestLogEntryName : public QObject {
    Q_OBJECT

private slots:
    void onlyWholeLogsAreTaken_data();
    void onlyWholeLogsAreTaken();
    void namesAsTheServerWritesThem_data();
    void namesAsTheServerWritesThem();
    void theExactNameGoesBeforeAnother();
};

void TestLogEntryName::onlyWholeLogsAreTaken_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QByteArray>("job"); // empty: none
    QTest::newRow("a job's log") << QByteArray("0_test.txt") << QByteArray("test");
    QTest::newRow("a name with a number") << QByteArray("12_3_x.txt") << QByteArray("3_x");
    QTest::newRow("of an older service") << QByteArray("-9223372036854775808_test.txt") << QByteArray("test");
    QTest::newRow("a step's log") << QByteArray("test/1_Set up job.txt") << QByteArray();
    QTest::newRow("without a number") << QByteArray("_test.txt") << QByteArray();
    QTest::newRow("without a name's mark") << QByteArray("1test.txt") << QByteArray();
    QTest::newRow("a number alone") << QByteArray("1.txt") << QByteArray();
    QTest::newRow("something else") << QByteArray("1_test.zip") << QByteArray();
}

void TestLogEntryName::onlyWholeLogsAreTaken()
{
    QFETCH(QByteArray, entry);
    QFETCH(QByteArray, job);

    QCOMPARE(jobNameIn(entry.toStdString()).value_or(""), job.toStdString());
}

void TestLogEntryName::namesAsTheServerWritesThem_data()
{
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<QByteArray>("named");
    QTest::addColumn<bool>("fits");
    const QByteArray face = "\xF0\x9F\x98\x85"; // two units of UTF-16
    QTest::newRow("as it is") << QByteArray("test (18, linux)") << QByteArray("test (18, linux)") << true;
    QTest::newRow("a slash is left out") << QByteArray("ci / test") << QByteArray("ci  test") << true;
    QTest::newRow("angle brackets stay") << QByteArray("a/b > c") << QByteArray("ab > c") << true;
    QTest::newRow("all are left out") << QByteArray("a<b>|c*d?\"e\\f") << QByteArray("abcdef") << true;
    QTest::newRow("all are replaced") << QByteArray("a:b/c") << QByteArray("a_b_c") << true;
    QTest::newRow("blanks at the end go") << QByteArray("test / ") << QByteArray("test") << true;
    QTest::newRow("cut at ninety") << QByteArray(95, 'x') << QByteArray(90, 'x') << true;
    QTest::newRow("not cut before") << QByteArray(95, 'x') << QByteArray(80, 'x') << false;
    QTest::newRow("cut between faces") << face.repeated(50) << face.repeated(45) << true;
    QTest::newRow("cut inside a face") << "x" + face.repeated(50) << "x" + face.repeated(44) + "\xEF\xBF\xBD" << true;
    QTest::newRow("another") << QByteArray("test") << QByteArray("test2") << false;
    QTest::newRow("nothing is left") << QByteArray("/") << QByteArray() << false;
}

void TestLogEntryName::namesAsTheServerWritesThem()
{
    QFETCH(QByteArray, job);
    QFETCH(QByteArray, named);
    QFETCH(bool, fits);

    QCOMPARE(mayBeOf(named.toStdString(), job.toStdString()), fits);
}

void TestLogEntryName::theExactNameGoesBeforeAnother()
{
    const std::vector<std::string> entries{"ab", "a_b", "lint", "ab"};

    QCOMPARE(placesOf("a_b", entries), std::vector<std::size_t>{1});
    QCOMPARE(placesOf("ab", entries), (std::vector<std::size_t>{0, 3}));
    QCOMPARE(placesOf("a:b", entries), (std::vector<std::size_t>{0, 1, 3}));
    QVERIFY(placesOf("deploy", entries).empty());
}

SIGNALBOX_TEST(TestLogEntryName)
#include "tst_logentryname.moc"
