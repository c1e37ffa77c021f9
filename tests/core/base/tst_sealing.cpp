// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sealing.h"

#include "tests/signalboxtest.h"

#include <QTest>

namespace signalbox {

class TestSealing : public QObject {
    Q_OBJECT

private slots:
    void onlyItsPassphraseOpensIt()
    {
        const auto key = SealKey::make("correct horse");
        QVERIFY(key);
        const std::string box = key->seal("ghp_0123456789");
        QVERIFY(box != key->seal("ghp_0123456789"));
        QVERIFY(box.find("ghp_") == std::string::npos);

        const auto again = SealKey::derive("correct horse", key->parameters());
        QVERIFY(again);
        const auto text = again->open(box);
        QVERIFY(text);
        QCOMPARE(*text, "ghp_0123456789");
        const auto other = SealKey::derive("wrong horse", key->parameters());
        QVERIFY(!other && other.error().code == ErrorCode::InvalidInput);
        QVERIFY(!SealKey::make(""));
    }

    void whatIsDamagedIsNotOpened()
    {
        const auto key = SealKey::make("correct horse");
        QVERIFY(key);
        std::string box = key->seal("a secret");
        box.back() = box.back() == '0' ? '1' : '0';
        QVERIFY(!key->open(box));
        QVERIFY(!key->open(""));
        QVERIFY(!key->open("zz"));
    }

    void nobodyIsMadeToWaitByAFile()
    {
        const auto key = SealKey::make("correct horse");
        QVERIFY(key);
        SealParameters greedy = key->parameters();
        greedy.memory = 1LL << 40;
        QVERIFY(!SealKey::derive("correct horse", greedy));
        greedy = key->parameters();
        greedy.operations = 1'000'000;
        QVERIFY(!SealKey::derive("correct horse", greedy));
        greedy = key->parameters();
        greedy.salt = "no hex";
        QVERIFY(!SealKey::derive("correct horse", greedy));
    }
};

SIGNALBOX_TEST(TestSealing)

} // namespace signalbox

#include "tst_sealing.moc"
