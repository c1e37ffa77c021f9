// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"

#include "tests/signalboxtest.h"

#include <QTest>

class TestDigest : public QObject {
    Q_OBJECT

private slots:
    void isBlake2bOf32Bytes()
    {
        // Source: RFC 7693's function with a 32-byte output; printf '' | b2sum -l 256
        QCOMPARE(signalbox::digestHex(""),
                 std::string("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"));
    }

    void differsForDifferentBytes()
    {
        QVERIFY(signalbox::digestHex("a") != signalbox::digestHex("b"));
        QVERIFY(signalbox::digestHex(std::string_view("a\0b", 3)) != signalbox::digestHex("a"));
    }
};

SIGNALBOX_TEST(TestDigest)
#include "tst_digest.moc"
