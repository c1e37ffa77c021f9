// SPDX-License-Identifier: GPL-3.0-or-later
// Ten thousand deliveries, shuffled, each sent three times by senders that try again, while the receiver is killed
// twenty times: each is in the store exactly once.
#include "tests/integration/webhook/deliverystorm.h"
#include "tests/signalboxtest.h"

#include <QSet>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kDeliveries = 10'000;
constexpr int kTimes = 3;
constexpr int kKills = 20;

std::vector<SentDelivery> deliveries()
{
    std::vector<SentDelivery> all;
    for (int i = 0; i < kDeliveries; ++i) {
        const QByteArray number = QByteArray::number(i);
        all.push_back({"delivery-" + number, "workflow_run",
                       R"({"action":"completed","workflow_run":{"id":)" + number
                           + R"(,"run_attempt":1,"head_branch":"main","status":"completed","conclusion":"failure"},)"
                             R"("repository":{"full_name":"acme/shop"}})"});
    }
    return all;
}

} // namespace

class TestKilledReceiver : public QObject {
    Q_OBJECT

private slots:
    void everyDeliveryIsStoredExactlyOnce();
};

void TestKilledReceiver::everyDeliveryIsStoredExactlyOnce()
{
    Serving serving;
    QVERIFY(serving.start());
    DeliveryStorm storm(serving.port(), deliveries(), kTimes);
    QCOMPARE(storm.sendings(), kDeliveries * kTimes);

    int kills = 0;
    const int between = storm.sendings() / (kKills + 1);
    while (kills < kKills) {
        QTRY_VERIFY_WITH_TIMEOUT(storm.accepted() >= (kills + 1) * between, 2 * kPatienceMs);
        serving.kill();
        ++kills;
        QVERIFY(serving.start());
    }
    storm.waitForAll();

    QCOMPARE(kills, kKills);
    QCOMPARE(storm.accepted(), storm.sendings());
    QSet<QString> seen;
    for (const StoredDelivery& row : serving.stored()) {
        QVERIFY2(!seen.contains(row.id), qPrintable(row.id));
        seen.insert(row.id);
        QCOMPARE(row.id, u"delivery-"_s + row.notice[u"run"].toString());
    }
    QCOMPARE(seen.size(), kDeliveries);
}

SIGNALBOX_TEST(TestKilledReceiver)
#include "tst_killedreceiver.moc"
