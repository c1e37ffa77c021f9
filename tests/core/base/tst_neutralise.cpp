// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/redaction.h"

#include "tests/signalboxtest.h"

#include <QTest>

using signalbox::neutralise;

class TestNeutralise : public QObject {
    Q_OBJECT

private slots:
    void sequencesGoAndDeceptiveCharactersShow_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown");

        QTest::newRow("colours go") << QByteArray("\x1b[1;31mFAIL\x1b[0m a") << QByteArray("FAIL a");
        QTest::newRow("clearing the screen goes") << QByteArray("\x1b[2J\x1b[Hx") << QByteArray("x");
        QTest::newRow("a window title goes") << QByteArray("\x1b]0;owned title\x07"
                                                           "done")
                                             << QByteArray("done");
        QTest::newRow("a link shows its text only")
            << QByteArray("See \x1b]8;;https://evil.example/\x1b\\the report\x1b]8;;\x1b\\ now")
            << QByteArray("See the report now");
        QTest::newRow("a sequence without an end shows its escape")
            << QByteArray("\x1b]0;x") << QByteArray("[ESC]]0;x");
        QTest::newRow("an escape at the very end shows") << QByteArray("x\x1b") << QByteArray("x[ESC]");
        QTest::newRow("controls have names") << QByteArray("a\0b\x07\x7f", 5) << QByteArray("a[NUL]b[BEL][DEL]");
        QTest::newRow("a carriage return shows, a Windows line end does not")
            << QByteArray("a\rb\r\n") << QByteArray("a[CR]b\n");
        QTest::newRow("tabs and line ends stay") << QByteArray("a\tb\nc") << QByteArray("a\tb\nc");
        QTest::newRow("right-to-left override shows") << QByteArray("a\xe2\x80\xae"
                                                                    "b")
                                                      << QByteArray("a[RLO]b");
        QTest::newRow("a zero-width space shows") << QByteArray("a\xe2\x80\x8b"
                                                                "b")
                                                  << QByteArray("a[ZWSP]b");
        QTest::newRow("a byte order mark shows") << QByteArray("\xef\xbb\xbf"
                                                               "a")
                                                 << QByteArray("[BOM]a");
        QTest::newRow("a C1 control shows its number") << QByteArray("\xc2\x9b"
                                                                     "31m")
                                                       << QByteArray("[U+009B]31m");
        QTest::newRow("invisible tags show") << QByteArray("\xf3\xa0\x81\x81") << QByteArray("[TAG]");
        QTest::newRow("bytes that are no UTF-8 are replaced")
            << QByteArray("\xff\xfe x") << QByteArray("\xef\xbf\xbd\xef\xbf\xbd x");
        QTest::newRow("an overlong form is no UTF-8")
            << QByteArray("\xc0\xaf") << QByteArray("\xef\xbf\xbd\xef\xbf\xbd");
        QTest::newRow("a cut character is replaced")
            << QByteArray("a\xe2\x82") << QByteArray("a\xef\xbf\xbd\xef\xbf\xbd");
        QTest::newRow("other languages stay") << QByteArray("caf\xc3\xa9 \xe6\x97\xa5\xe6\x9c\xac \xf0\x9f\x9a\xa6")
                                              << QByteArray("caf\xc3\xa9 \xe6\x97\xa5\xe6\x9c\xac \xf0\x9f\x9a\xa6");
        QTest::newRow("markup stays text") << QByteArray("<img src=x>") << QByteArray("<img src=x>");
    }

    void sequencesGoAndDeceptiveCharactersShow()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, shown);

        const std::string once = neutralise(text.toStdString());

        QCOMPARE(QByteArray::fromStdString(once), shown);
        QCOMPARE(neutralise(once), once);
    }

    void jsonForATerminalIsTheSameDocument()
    {
        QCOMPARE(signalbox::harmlessJson("{\"a\": \"b\xe2\x80\xae\x7f\xc2\x9b\xf3\xa0\x81\x81 caf\xc3\xa9\"}"),
                 std::string("{\"a\": \"b\\u202e\\u007f\\u009b\\udb40\\udc41 caf\xc3\xa9\"}"));
    }
};

SIGNALBOX_TEST(TestNeutralise)
#include "tst_neutralise.moc"
