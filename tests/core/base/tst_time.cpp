// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/time.h"

#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;

class TestTime : public QObject {
    Q_OBJECT

private slots:
    void textComesBackAsTheSameTime_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("unixMs");

        QTest::newRow("the epoch") << QStringLiteral("1970-01-01T00:00:00.000Z") << qint64(0);
        QTest::newRow("a leap day") << QStringLiteral("2024-02-29T23:59:59.999Z") << qint64(1709251199999);
        QTest::newRow("before the epoch") << QStringLiteral("1969-12-31T23:59:59.500Z") << qint64(-500);
    }

    void textComesBackAsTheSameTime()
    {
        QFETCH(QString, text);
        QFETCH(qint64, unixMs);

        const auto parsed = parseUtc(text.toStdString());

        QVERIFY(parsed);
        QCOMPARE(toUnixMs(*parsed), std::int64_t(unixMs));
        QCOMPARE(formatUtc(*parsed), text.toStdString());
    }

    void shorterAndLongerFractionsAreRead()
    {
        QCOMPARE(toUnixMs(*parseUtc("1970-01-01T00:00:01Z")), std::int64_t(1000));
        QCOMPARE(toUnixMs(*parseUtc("1970-01-01T00:00:00.1234567Z")), std::int64_t(123));
    }

    void whatIsNoUtcTimeIsRefused_data()
    {
        QTest::addColumn<QString>("text");

        QTest::newRow("empty") << QString();
        QTest::newRow("a day that is not") << QStringLiteral("2023-02-29T00:00:00Z");
        QTest::newRow("another zone") << QStringLiteral("2023-02-28T00:00:00+01:00");
        QTest::newRow("words after it") << QStringLiteral("2023-02-28T00:00:00Z or so");
    }

    void whatIsNoUtcTimeIsRefused()
    {
        QFETCH(QString, text);

        QVERIFY(!parseUtc(text.toStdString()));
    }
};

SIGNALBOX_TEST(TestTime)
#include "tst_time.moc"
