// SPDX-License-Identifier: GPL-3.0-or-later
// Ten thousand deliveries, shuffled, each sent three times by senders that try again, while the receiver is killed
// twenty times: each is in the store exactly once.
#include "tests/integration/webhook/serving.h"
#include "tests/signalboxtest.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

#include <poll.h>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kDeliveries = 10'000;
constexpr int kTimes = 3;
constexpr int kKills = 20;
constexpr int kSenders = 16;
constexpr int kAgainMs = 5;

QByteArray idOf(int delivery)
{
    return "delivery-" + QByteArray::number(delivery);
}

QByteArray bodyOf(int delivery)
{
    return R"({"action":"completed","workflow_run":{"id":)" + QByteArray::number(delivery)
        + R"(,"run_attempt":1,"head_branch":"main","status":"completed","conclusion":"failure"},)"
          R"("repository":{"full_name":"acme/shop"}})";
}

/// Every delivery three times, in an order that is the same each time.
std::vector<int> shuffled()
{
    std::vector<int> order;
    for (int i = 0; i < kDeliveries * kTimes; ++i)
        order.push_back(i % kDeliveries);
    std::shuffle(order.begin(), order.end(), std::mt19937(20'261));
    return order;
}

/// Sends what is left of `order` until each is answered 202, however often the receiver dies.
void sendAll(quint16 port, const std::vector<int>& order, std::atomic<std::size_t>& next, std::atomic<int>& accepted)
{
    HttpClient http(port);
    for (std::size_t i = next++; i < order.size(); i = next++) {
        const QByteArray body = bodyOf(order[i]);
        const Fields fields = githubFields(idOf(order[i]), "workflow_run", body);
        while (http.send("POST", "/webhook/github", fields, body).status != 202)
            ::poll(nullptr, 0, kAgainMs); // a sender that is refused tries again a little later
        ++accepted;
    }
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
    const quint16 port = serving.port();
    const std::vector<int> order = shuffled();
    std::atomic<std::size_t> next = 0;
    std::atomic<int> accepted = 0;
    std::vector<std::jthread> senders;
    for (int i = 0; i < kSenders; ++i)
        senders.emplace_back([&] { sendAll(port, order, next, accepted); });

    int kills = 0;
    const int between = static_cast<int>(order.size()) / (kKills + 1);
    while (kills < kKills) {
        QTRY_VERIFY_WITH_TIMEOUT(accepted >= (kills + 1) * between, 2 * kPatienceMs);
        serving.kill();
        ++kills;
        QVERIFY(serving.start());
    }
    senders.clear();

    QCOMPARE(kills, kKills);
    QCOMPARE(accepted.load(), static_cast<int>(order.size()));
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
