// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/signing.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;

class TestSigning : public QObject {
    Q_OBJECT

private slots:
    void aSignatureHoldsForItsTextAndKeyOnly()
    {
        const SigningKey key = makeSigningKey();
        const SigningKey other = makeSigningKey();
        const std::string signature = sign("record 12", key);

        QVERIFY(isSignedBy("record 12", signature, key.publicHex));
        QVERIFY(!isSignedBy("record 13", signature, key.publicHex));
        QVERIFY(!isSignedBy("record 12", signature, other.publicHex));
        QVERIFY(!isSignedBy("record 12", signature.substr(2), key.publicHex));
        QVERIFY(!isSignedBy("record 12", "", key.publicHex));
    }

    void aKeyIsReadBackWholeOrNotAtAll()
    {
        const SigningKey key = makeSigningKey();

        QCOMPARE(signingKey(key.secretHex)->publicHex, key.publicHex);
        QVERIFY(!signingKey(key.secretHex.substr(1)));
        QVERIFY(!signingKey(makeSigningKey().secretHex.substr(0, 64) + key.publicHex)); // halves of two keys
        QVERIFY(!signingKey("not hex"));
    }

    /// RFC 8032, section 7.1, test 2.
    void itIsTheSignatureOfTheStandard()
    {
        const auto key = signingKey("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
                                    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        QVERIFY(key.has_value());

        QCOMPARE(QString::fromStdString(sign("\x72", *key)),
                 QStringLiteral("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
    }
};

SIGNALBOX_TEST(TestSigning)
#include "tst_signing.moc"
