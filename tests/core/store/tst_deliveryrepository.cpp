// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/deliveryrepository.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

using namespace signalbox;
using namespace signalbox::test;
using store::DeliveryRepository;

namespace {

ci::Delivery delivery(const char* id, const char* source = "github", bool isWatched = true)
{
    return {.source = source,
            .id = id,
            .event = "push",
            .receivedAt = fromUnixMs(1'800'000'000'000),
            .bytes = 120,
            .isWatched = isWatched,
            .notice = R"({"branch":"feature/a"})"};
}

} // namespace

class TestDeliveryRepository : public QObject {
    Q_OBJECT

private slots:
    void isStoredOncePerSource();
    void waitsInTheOrderOfItsComing();
    void isTakenUpOnce();
    void staysWhereTakingItUpFails();
    void severalAreTakenUpTogether();
    void tellsWhatItNeverHad();
    void knowsWhenASourceDeliveredLast();

private:
    QTemporaryDir m_folder;
    std::string path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)).toStdString(); }
};

void TestDeliveryRepository::isStoredOncePerSource()
{
    OpenStore opened(path("once"));
    DeliveryRepository deliveries(*opened);

    QCOMPARE(must(deliveries.keep({delivery("1"), delivery("2"), delivery("1")})), 2);
    QCOMPARE(must(deliveries.keep({delivery("2"), delivery("1", "gitlab")})), 1);

    const auto count = must(deliveries.count());
    QCOMPARE(count.stored, 3);
    QCOMPARE(count.waiting, 3);
}

void TestDeliveryRepository::waitsInTheOrderOfItsComing()
{
    OpenStore opened(path("order"));
    DeliveryRepository deliveries(*opened);
    must(deliveries.keep({delivery("b"), delivery("ping", "github", false), delivery("a")}));

    const auto waiting = must(deliveries.waiting("github", 10));

    QCOMPARE(waiting.size(), 2U);
    QVERIFY(waiting[0].delivery.id == "b" && waiting[1].delivery.id == "a");
    QVERIFY(waiting[0].delivery.notice == delivery("b").notice);
    QCOMPARE(must(deliveries.waiting("github", 1)).size(), 1U);
}

void TestDeliveryRepository::knowsWhenASourceDeliveredLast()
{
    OpenStore opened(path("last"));
    DeliveryRepository deliveries(*opened);
    ci::Delivery later = delivery("2");
    later.receivedAt += Milliseconds(1000);
    must(deliveries.keep({delivery("1"), later, delivery("ping", "gitlab", false)}));

    QVERIFY(must(deliveries.lastOf("github")) == later.receivedAt);
    QVERIFY(must(deliveries.lastOf("gitlab")) == delivery("ping").receivedAt);
    QVERIFY(!must(deliveries.lastOf("gitea")));
}

void TestDeliveryRepository::isTakenUpOnce()
{
    OpenStore opened(path("taken"));
    DeliveryRepository deliveries(*opened);
    must(deliveries.keep({delivery("1")}));
    const auto number = must(deliveries.waiting("github", 1)).at(0).number;
    int acts = 0;
    const auto act = [&](store::Connection&, store::Changes&) -> Result<void> {
        ++acts;
        return {};
    };

    QCOMPARE(must(deliveries.takeUp({number}, act)), 1);
    QCOMPARE(must(deliveries.takeUp({number}, act)), 0);
    must(deliveries.keep({delivery("1")})); // sent again

    QCOMPARE(acts, 1);
    QVERIFY(must(deliveries.waiting("github", 10)).empty());
}

void TestDeliveryRepository::staysWhereTakingItUpFails()
{
    OpenStore opened(path("failed"));
    DeliveryRepository deliveries(*opened);
    must(deliveries.keep({delivery("1")}));
    const auto number = must(deliveries.waiting("github", 1)).at(0).number;

    const auto taken = deliveries.takeUp({number}, [](store::Connection& connection, store::Changes&) -> Result<void> {
        must(connection.execute("UPDATE delivery SET bytes = 7"));
        return Error{ErrorCode::Io, "the disk is full"};
    });

    QVERIFY(!taken);
    const auto waiting = must(deliveries.waiting("github", 10));
    QCOMPARE(waiting.size(), 1U);
    QCOMPARE(waiting[0].delivery.bytes, 120); // what was written with it is undone
}

void TestDeliveryRepository::severalAreTakenUpTogether()
{
    OpenStore opened(path("several"));
    DeliveryRepository deliveries(*opened);
    must(deliveries.keep({delivery("1"), delivery("2"), delivery("3")}));
    std::vector<std::int64_t> numbers;
    for (const auto& row : must(deliveries.waiting("github", 10)))
        numbers.push_back(row.number);
    const auto nothing = [](store::Connection&, store::Changes&) { return Result<void>(); };
    QCOMPARE(must(deliveries.takeUp({numbers[1]}, nothing)), 1); // another program has it

    const auto failed = deliveries.takeUp(numbers, [](store::Connection&, store::Changes&) {
        return Result<void>(Error{ErrorCode::Io, "disk full"});
    });

    QVERIFY(!failed);
    QCOMPARE(must(deliveries.waiting("github", 10)).size(), 2U);
    QCOMPARE(must(deliveries.takeUp(numbers, nothing)), 2);
    QVERIFY(must(deliveries.waiting("github", 10)).empty());
    QCOMPARE(must(deliveries.takeUp({}, nothing)), 0);
}

void TestDeliveryRepository::tellsWhatItNeverHad()
{
    OpenStore opened(path("unknown"));
    DeliveryRepository deliveries(*opened);
    must(deliveries.keep({delivery("1"), delivery("2")}));

    QVERIFY(must(deliveries.unknownOf("github", {"2", "3", "1", "4"})) == (std::vector<std::string>{"3", "4"}));
    QVERIFY(must(deliveries.unknownOf("gitlab", {"1"})) == std::vector<std::string>{"1"});
    QVERIFY(must(deliveries.unknownOf("github", {})).empty());
}

SIGNALBOX_TEST(TestDeliveryRepository)
#include "tst_deliveryrepository.moc"
