// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/lockfilechange.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace signalbox;
using namespace signalbox::agents;

namespace {

std::string lockfile(const std::string& packages)
{
    return R"({"lockfileVersion": 3, "packages": {"": {"name": "shop"}, )" + packages + "}}";
}

const std::string kMoney = R"("node_modules/money": {"version": "1.0.0", "integrity": "sha512-right"})";

} // namespace

class TestLockfileChange : public QObject {
    Q_OBJECT

private slots:
    void tellsWhatComesGoesAndStays()
    {
        const std::string before = lockfile(kMoney + R"(, "node_modules/old": {"version": "3.0.0"})");
        const std::string after = lockfile(kMoney + R"(, "node_modules/cart": {"version": "2.4.1"})");

        const auto change = compareLockfiles(before, after);

        QVERIFY(change);
        QCOMPARE(change->kept, 1);
        QCOMPARE(toJson(*change)["packages"].dump(),
                 std::string(R"([{"after":"2.4.1","before":"","package":"node_modules/cart"},)"
                             R"({"after":"","before":"3.0.0","package":"node_modules/old"}])"));
        QVERIFY(change->suspicious.empty());
    }

    void findsAnotherChecksumUnderTheSameVersion_data()
    {
        QTest::addColumn<QByteArray>("after");

        QTest::newRow("another checksum")
            << QByteArray(R"("node_modules/money": {"version": "1.0.0", "integrity": "sha512-wrong"})");
        QTest::newRow("none any more") << QByteArray(R"("node_modules/money": {"version": "1.0.0"})");
    }

    void findsAnotherChecksumUnderTheSameVersion()
    {
        QFETCH(QByteArray, after);

        const auto change = compareLockfiles(lockfile(kMoney), lockfile(after.toStdString()));

        QVERIFY(change);
        QCOMPARE(change->suspicious.size(), std::size_t(1));
    }

    void anotherVersionHasAnotherChecksum()
    {
        const auto change = compareLockfiles(
            lockfile(kMoney), lockfile(R"("node_modules/money": {"version": "1.1.0", "integrity": "sha512-new"})"));

        QVERIFY(change);
        QVERIFY(change->suspicious.empty());
        QCOMPARE(change->packages.front().before, std::string("1.0.0"));
    }

    void readsTheNestedFormOfOldLockfiles()
    {
        const std::string old = R"({"lockfileVersion": 1, "dependencies": {"cart": {"version": "2.4.1",
            "dependencies": {"money": {"version": "1.0.0", "integrity": "sha512-right"}}}}})";

        const auto change = compareLockfiles(old, lockfile(R"("node_modules/cart": {"version": "2.4.1"},
                "node_modules/cart/node_modules/money": {"version": "1.0.0", "integrity": "sha512-wrong"})"));

        QVERIFY(change);
        QCOMPARE(change->kept, 2);
        QCOMPARE(change->suspicious.size(), std::size_t(1));
    }

    void onlyTheOldOneMayBeUnreadable()
    {
        QVERIFY(compareLockfiles("<<<<<<< HEAD", lockfile(kMoney)));
        QVERIFY(!compareLockfiles(lockfile(kMoney), "<<<<<<< HEAD"));
    }
};

SIGNALBOX_TEST(TestLockfileChange)
#include "tst_lockfilechange.moc"
