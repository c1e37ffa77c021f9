// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/inbox.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

using namespace signalbox;
using namespace signalbox::host;
using namespace signalbox::test;
using store::DeliveryRepository;

namespace {

ci::Delivery delivery(const std::string& id, const std::string& notice, const std::string& event = "workflow_run")
{
    return {.source = "github",
            .id = id,
            .event = event,
            .receivedAt = fromUnixMs(1'800'000'000'000),
            .bytes = 120,
            .isWatched = true,
            .notice = notice};
}

/// Of run 7 of acme/shop.
std::string ended(const std::string& conclusion, int attempt = 1, const std::string& repository = "acme/shop")
{
    return R"({"repository":")" + repository + R"(","run":"7","attempt":)" + std::to_string(attempt)
        + R"(,"phase":"finished","conclusion":")" + conclusion + "\"}";
}

/// Of the same, on GitLab.
ci::Delivery pipeline(const std::string& id, const std::string& phase, const std::string& repository = "acme/shop",
                      const std::string& event = "Pipeline Hook")
{
    ci::Delivery told = delivery(
        id, R"({"repository":")" + repository + R"(","run":"7","phase":")" + phase + R"(","conclusion":"failure"})",
        event);
    told.source = "gitlab";
    return told;
}

struct Scenery {
    QTemporaryDir folder;
    OpenStore store{folder.filePath(QStringLiteral("store.sqlite")).toStdString()};
    SetClock clock;
    bool hasLines = true;
    std::string provider = "github"; // of them
    UtcTime since; // when acme/shop became a line
    Result<void> outcome = {};
    std::vector<std::string> told; // failures: "acme/shop 7/1"
    std::vector<std::string> changed;
    Inbox inbox{{.database = *store,
                 .clock = clock,
                 .hasLines = [this](const std::string& source) { return hasLines && source == provider; },
                 .lineOf = [this](const std::string& source,
                                  const std::string& repository) -> std::optional<RemoteWatch::Line> {
                     if (source != provider || repository != "acme/shop")
                         return std::nullopt;
                     return RemoteWatch::Line{repository, since};
                 },
                 .failed =
                     [this](const ci::RunRef& run, int attempt) {
                         told.push_back(run.line + " " + run.number + "/" + std::to_string(attempt));
                         return outcome;
                     },
                 .changed = [this](const std::string& line) { changed.push_back(line); },
                 .report = [](const Error&) {}}};

    void arrive(const std::vector<ci::Delivery>& deliveries) { must(DeliveryRepository(*store).keep(deliveries)); }
    std::int64_t waiting() { return must(DeliveryRepository(*store).count()).waiting; }
};

} // namespace

class TestInbox : public QObject {
    Q_OBJECT

private slots:
    void eachIsTakenUpOnce();
    void whatIsNoEndOfARunBeginsNothing_data();
    void whatIsNoEndOfARunBeginsNothing();
    void withoutALineDeliveriesWait();
    void whatCameBeforeItsLineBeginsNothing();
    void whatCannotBeBegunStaysWaiting();
    void whatWasBegunBeforeAFailureIsNotBegunAgain();
    void theEndOfAPipelineIsLookedAt();
};

void TestInbox::eachIsTakenUpOnce()
{
    Scenery s;
    s.arrive({delivery("1", ended("failure", 2)), delivery("2", ended("failure")), delivery("1", ended("failure", 2))});

    QCOMPARE(must(s.inbox.work({})), 2);
    s.arrive({delivery("2", ended("failure")), delivery("3", ended("success", 3))}); // one of them again
    QCOMPARE(must(s.inbox.work({})), 1);

    QVERIFY(s.told == (std::vector<std::string>{"acme/shop 7/2", "acme/shop 7/1"}));
    QCOMPARE(s.changed.size(), 3U);
    QCOMPARE(s.waiting(), 0);
}

void TestInbox::whatIsNoEndOfARunBeginsNothing_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QByteArray>("notice");
    const auto row = [](const char* name, const char* event, const std::string& notice) {
        QTest::newRow(name) << QByteArray(event) << QByteArray::fromStdString(notice);
    };
    row("a run that has begun", "workflow_run", R"({"repository":"acme/shop","run":"7","phase":"running"})");
    row("a run that waits for a person", "workflow_run", R"({"repository":"acme/shop","run":"7","phase":"queued"})");
    row("a run that passed", "workflow_run", ended("success"));
    row("a run that was cancelled", "workflow_run", ended("cancelled"));
    row("a run of nobody here", "workflow_run", ended("failure", 1, "acme/other"));
    row("a job", "workflow_job", ended("failure"));
    row("a push", "push", R"({"repository":"acme/shop","branch":"main"})");
    row("a notice that says nothing", "workflow_run", "{}");
}

void TestInbox::whatIsNoEndOfARunBeginsNothing()
{
    QFETCH(QByteArray, event);
    QFETCH(QByteArray, notice);
    Scenery s;
    s.arrive({delivery("1", notice.toStdString(), event.toStdString())});

    QCOMPARE(must(s.inbox.work({})), 1);

    QVERIFY(s.told.empty());
    QCOMPARE(s.waiting(), 0);
}

void TestInbox::withoutALineDeliveriesWait()
{
    Scenery s;
    s.hasLines = false;
    s.arrive({delivery("1", ended("failure"))});

    QCOMPARE(must(s.inbox.work({})), 0);
    QCOMPARE(s.waiting(), 1);

    s.hasLines = true;
    QCOMPARE(must(s.inbox.work({})), 1);
    QCOMPARE(s.told.size(), 1U);
}

void TestInbox::whatCameBeforeItsLineBeginsNothing()
{
    Scenery s;
    s.arrive({delivery("1", ended("failure"))});
    s.since = fromUnixMs(1'800'000'000'001);

    QCOMPARE(must(s.inbox.work({})), 1);
    QVERIFY(s.told.empty());
    QCOMPARE(s.waiting(), 0);

    s.since = fromUnixMs(1'800'000'000'000);
    s.arrive({delivery("2", ended("failure"))});
    QCOMPARE(must(s.inbox.work({})), 1);
    QCOMPARE(s.told.size(), 1U);
}

void TestInbox::whatCannotBeBegunStaysWaiting()
{
    Scenery s;
    s.outcome = Error{ErrorCode::Io, "disk full"};
    s.arrive({delivery("1", ended("failure"))});

    QVERIFY(!s.inbox.work({}));
    QCOMPARE(s.waiting(), 1);

    s.outcome = {};
    QCOMPARE(must(s.inbox.work({})), 1);
}

void TestInbox::whatWasBegunBeforeAFailureIsNotBegunAgain()
{
    Scenery s;
    s.outcome = Error{ErrorCode::Io, "disk full"};
    s.arrive({delivery("1", ended("success")), delivery("2", ended("success", 2)), delivery("3", ended("failure", 3)),
              delivery("4", ended("success", 4))});

    QVERIFY(!s.inbox.work({}));

    QCOMPARE(s.waiting(), 2);
    QCOMPARE(s.changed.size(), 2U);
    s.outcome = {};
    QCOMPARE(must(s.inbox.work({})), 2);
    QCOMPARE(s.changed.size(), 4U);
}

void TestInbox::theEndOfAPipelineIsLookedAt()
{
    Scenery s;
    s.provider = "gitlab";
    s.arrive({delivery("1", ended("failure")), pipeline("1", "running"), pipeline("2", "finished"),
              pipeline("3", "finished", "acme/other"), pipeline("4", "finished", "acme/shop", "Job Hook")});

    QCOMPARE(must(s.inbox.work({})), 4);

    QVERIFY(s.changed == std::vector<std::string>{"acme/shop"});
    QVERIFY(s.told.empty()); // of which attempt it is, a look tells
    QCOMPARE(s.waiting(), 1); // there is no line on GitHub
}

SIGNALBOX_TEST(TestInbox)
#include "tst_inbox.moc"
