// SPDX-License-Identifier: GPL-3.0-or-later
// The console begins at the place of a link, and refuses what is none by one line.
#include "tests/signalboxtest.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

class TestConsoleLink : public QObject {
    Q_OBJECT

private slots:
    void onlyLinksOfMessagesAreTaken_data()
    {
        QTest::addColumn<QStringList>("links");
        QTest::addColumn<int>("status");
        QTest::newRow("run") << QStringList{u"signalbox://run/7"_s} << 0;
        QTest::newRow("approval") << QStringList{u"signalbox://approval/3"_s} << 0;
        QTest::newRow("no number") << QStringList{u"signalbox://run/x"_s} << 2;
        QTest::newRow("none") << QStringList{u"signalbox://run/0"_s} << 2;
        QTest::newRow("too large") << QStringList{u"signalbox://run/99999999999999999999"_s} << 2;
        QTest::newRow("another place") << QStringList{u"signalbox://approve/3"_s} << 2;
        QTest::newRow("more behind it") << QStringList{u"signalbox://approval/3?verdict=approve"_s} << 2;
        QTest::newRow("a file") << QStringList{u"s.sqlite"_s} << 2;
        QTest::newRow("two") << QStringList{u"signalbox://run/7"_s, u"signalbox://run/8"_s} << 2;
    }

    void onlyLinksOfMessagesAreTaken()
    {
        QFETCH(QStringList, links);
        QFETCH(int, status);
        QProcess console;
        console.start(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin/signalbox"), links + QStringList{u"--version"_s});

        QVERIFY(console.waitForFinished(60'000));
        QCOMPARE(console.exitCode(), status);
        QCOMPARE(console.readAllStandardError().contains(links.constLast().toUtf8()), status != 0);
    }
};

SIGNALBOX_TEST(TestConsoleLink)

#include "tst_consolelink.moc"
