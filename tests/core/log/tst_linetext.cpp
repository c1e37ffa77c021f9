// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/linetext.h"

#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox::log;

class TestLineText : public QObject {
    Q_OBJECT

private slots:
    void whatTheCiSystemPutsBeforeTheTextGoes_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("text");

        QTest::newRow("a GitHub time") << QByteArray("2026-07-30T10:33:37.0347135Z   indented")
                                       << QByteArray("  indented");
        QTest::newRow("the first line has a byte order mark") << QByteArray("\xef\xbb\xbf"
                                                                            "2026-07-30T10:33:37.0347135Z a")
                                                              << QByteArray("a");
        QTest::newRow("a line of the local CI")
            << QByteArray("2026-11-22T13:00:00.123Z make: ok") << QByteArray("make: ok");
        QTest::newRow("a GitLab line with its stream")
            << QByteArray("2026-07-30T10:33:37.034713Z 01E npm ERR!") << QByteArray("npm ERR!");
        QTest::newRow("a Taskcluster line with its level")
            << QByteArray("[task 2025-02-13T21:47:57.540Z] 21:47:57    ERROR -  error: x") << QByteArray("error: x");
        QTest::newRow("a BuildKit step and time") << QByteArray("#15 15.31 ERROR: x") << QByteArray("ERROR: x");
        QTest::newRow("a time inside the text stays")
            << QByteArray("at 2026-07-30T10:33:37Z") << QByteArray("at 2026-07-30T10:33:37Z");
        QTest::newRow("a time without a zone is text")
            << QByteArray("2026-07-30T10:33:37 x") << QByteArray("2026-07-30T10:33:37 x");
        QTest::newRow("a heading is text") << QByteArray("# 15 things") << QByteArray("# 15 things");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }

    void whatTheCiSystemPutsBeforeTheTextGoes()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, text);

        QCOMPARE(std::string(withoutPrefix(line.toStdString(), Format::Auto)), text.toStdString());
    }

    void plainTextStaysAsItIs()
    {
        QCOMPARE(std::string(withoutPrefix("2026-07-30T10:33:37Z a", Format::Plain)),
                 std::string("2026-07-30T10:33:37Z a"));
    }

    void overwrittenTextFallsApart()
    {
        const auto parts = overwrittenParts("section_start:1700000000:script\r10%\r  \rnpm ERR! code E404\r");

        QCOMPARE(parts.size(), std::size_t(3));
        QCOMPARE(std::string(parts.back()), std::string("npm ERR! code E404"));
    }
};

SIGNALBOX_TEST(TestLineText)
#include "tst_linetext.moc"
