// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/posting.h"
#include "core/store/connectionrepository.h"
#include "core/store/holdrepository.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

using namespace signalbox;
using namespace signalbox::host;
using namespace signalbox::test;
using notify::Reception;
using notify::Way;

namespace {

struct Scenery {
    QTemporaryDir folder;
    OpenStore store{folder.filePath(QStringLiteral("store.sqlite")).toStdString()};
    SetClock clock;
    store::Receivers receivers;
    notify::Receipt answer{Reception::Taken, {}, {}};
    std::vector<std::string> brought; // "chat: parser", "chat again: parser"
    std::vector<std::string> reports;
    Posting posting{
        {.database = *store,
         .clock = clock,
         .receivers = [this] { return receivers; },
         .owner = store::thisProcess(),
         .bring =
             [this](const notify::Receiver& receiver, const notify::Carried& carried, const std::stop_token&) {
                 std::string what(notify::wayName(receiver.way));
                 what += carried.again ? " again:" : ":";
                 for (const notify::Message& message : carried.messages)
                     what += " " + message.subject;
                 brought.push_back(what);
                 return answer;
             },
         .report = [this](const Error& error) { reports.push_back(error.detail); }}};

    void tells(const char* name, Way way)
    {
        receivers[name] = {.way = way, .variable = "V", .tells = {notify::Kind::Hold, notify::Kind::Connection}};
    }
    void hold(const std::string& line)
    {
        must(
            store::HoldRepository(*store).put({.line = line, .by = "ana", .reason = "a freeze", .since = clock.now()}));
    }
    std::optional<UtcTime> work() { return must(posting.work({})); }
    void pass(Milliseconds time) { clock.set(clock.now() + time); }
};

const store::LookedAt kShop{"acme/shop", "https://api.github.com", "GitHub", {"acme/shop", "acme/api"}};
const store::LookedAt kApi{"acme/api", "https://api.github.com", "GitHub", {"acme/shop", "acme/api"}};

} // namespace

class TestPosting : public QObject {
    Q_OBJECT

private slots:
    void eachReceiverIsToldOnce();
    void whatWasTakenByNobodyIsSentAgainMarked();
    void whoDropsRepeatsIsNotToldThatItIsOne();
    void aReceiverThatDoesNotTakeItIsReportedOnce();
    void nobodyIsToldOfWhatWasBeforeThem();
    void aConnectionIsNewsOnceItIsLostForAWhile();
    void aServerThatDoesNotAnswerIsToldOnceForAllItsLines();
    void aLineIsToldForWhichItsServerAloneDoesNotAnswer();
    void aReceiverThatHangsKeepsNoOtherUp();
};

void TestPosting::eachReceiverIsToldOnce()
{
    Scenery scene;
    scene.tells("team", Way::Slack);
    scene.tells("pager", Way::PagerDuty);
    scene.hold("parser");

    scene.work();
    scene.work();

    QCOMPARE(scene.brought, (std::vector<std::string>{"pagerduty: parser", "slack: parser"}));
}

void TestPosting::whatWasTakenByNobodyIsSentAgainMarked()
{
    Scenery scene;
    scene.tells("team", Way::Slack);
    scene.hold("parser");
    scene.answer = {Reception::Unknown, "cut", {}};

    const auto next = scene.work();
    QVERIFY(next && *next > scene.clock.now());
    scene.work(); // too early
    scene.clock.set(*next);
    scene.answer = {Reception::Taken, {}, {}};
    QVERIFY(!scene.work());

    QCOMPARE(scene.brought, (std::vector<std::string>{"slack: parser", "slack again: parser"}));
}

void TestPosting::whoDropsRepeatsIsNotToldThatItIsOne()
{
    Scenery scene;
    scene.tells("alerts", Way::Alertmanager);
    scene.hold("parser");
    scene.answer = {Reception::Unknown, "cut", {}};
    scene.clock.set(*scene.work());

    scene.work();

    QCOMPARE(scene.brought, (std::vector<std::string>{"alertmanager: parser", "alertmanager: parser"}));
}

void TestPosting::aReceiverThatDoesNotTakeItIsReportedOnce()
{
    Scenery scene;
    scene.tells("team", Way::Slack);
    scene.hold("parser");
    scene.answer = {Reception::Later, "it answers 500", {}};
    for (int tries = 0; tries < 3; ++tries)
        scene.clock.set(*scene.work());

    QCOMPARE(scene.brought.size(), 3U);
    QCOMPARE(scene.reports.size(), 1U);
    QVERIFY(scene.reports[0].find("team") != std::string::npos && scene.reports[0].find("500") != std::string::npos);
}

void TestPosting::nobodyIsToldOfWhatWasBeforeThem()
{
    Scenery scene;
    scene.hold("parser");
    scene.work();

    scene.tells("team", Way::Slack);
    scene.hold("lexer");
    scene.work();

    QCOMPARE(scene.brought, std::vector<std::string>{"slack: lexer"});
}

void TestPosting::aConnectionIsNewsOnceItIsLostForAWhile()
{
    Scenery scene;
    scene.tells("team", Way::Slack);
    store::ConnectionRepository connections(*scene.store);
    const Error gone{ErrorCode::NotFound, "no such repository"};
    const auto fail = [&] {
        must(connections.failed(kShop, gone, scene.clock.now()));
        scene.work();
        return scene.brought.size();
    };

    QCOMPARE(fail(), 0U);
    must(connections.wentWell(kShop, scene.clock.now())); // a hiccup
    scene.pass(std::chrono::minutes(2));
    QCOMPARE(fail(), 0U);
    scene.pass(store::ConnectionRepository::kPatience);
    QCOMPARE(fail(), 1U);
    QCOMPARE(fail(), 1U); // told once, whoever looks
    must(connections.wentWell(kShop, scene.clock.now()));
    must(connections.wentWell(kShop, scene.clock.now()));
    scene.work();

    QCOMPARE(scene.brought, (std::vector<std::string>{"slack: acme/shop", "slack: acme/shop"}));
}

void TestPosting::aServerThatDoesNotAnswerIsToldOnceForAllItsLines()
{
    Scenery scene;
    scene.tells("team", Way::Slack);
    scene.tells("others", Way::Teams);
    scene.receivers["others"].lines = {"acme/web"};
    store::ConnectionRepository connections(*scene.store);
    const Error silent{ErrorCode::Network, "no such host"};
    const auto fail = [&](const store::LookedAt& place) { must(connections.failed(place, silent, scene.clock.now())); };

    for (int look = 0; look < 20; ++look) {
        fail(kShop);
        fail(kApi);
        scene.work();
        scene.pass(std::chrono::minutes(1));
    }
    QCOMPARE(scene.brought, std::vector<std::string>{"slack: GitHub"});
    const auto lost = must(connections.lost());
    QVERIFY(lost.contains("acme/shop") && lost.contains("acme/api"));

    must(connections.wentWell(kApi, scene.clock.now()));
    scene.work();
    QCOMPARE(scene.brought, (std::vector<std::string>{"slack: GitHub", "slack: GitHub"}));
    QVERIFY(!must(connections.lost()).contains("acme/api"));
}

void TestPosting::aLineIsToldForWhichItsServerAloneDoesNotAnswer()
{
    Scenery scene;
    scene.tells("team", Way::Slack);
    store::ConnectionRepository connections(*scene.store);
    const Error broken{ErrorCode::Network, "answers 500"};

    for (int look = 0; look < 10; ++look) {
        must(connections.failed(kShop, broken, scene.clock.now()));
        scene.pass(std::chrono::seconds(30));
        must(connections.wentWell(kApi, scene.clock.now()));
        scene.pass(std::chrono::seconds(30));
        scene.work();
    }
    QCOMPARE(scene.brought, std::vector<std::string>{"slack: acme/shop"});
}

void TestPosting::aReceiverThatHangsKeepsNoOtherUp()
{
    Scenery scene;
    std::mutex mutex;
    std::condition_variable_any changed;
    std::map<std::string, int> taken;
    Posting posting({.database = *scene.store,
                     .clock = scene.clock,
                     .receivers = [&scene] { return scene.receivers; },
                     .owner = store::thisProcess(),
                     .bring = [&](const notify::Receiver& receiver, const notify::Carried& carried,
                                  const std::stop_token& stop) -> notify::Receipt {
                         std::unique_lock lock(mutex);
                         if (receiver.way == Way::Mail) { // it takes the call and says nothing, until it is given up
                             changed.wait(lock, stop, [] { return false; });
                             return {Reception::Unknown, "no answer", {}};
                         }
                         taken[carried.messages.front().subject] += 1;
                         changed.notify_all();
                         return {Reception::Taken, {}, {}};
                     },
                     .report = [](const Error&) {}});
    const auto comes = [&](const std::string& subject) {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, std::chrono::seconds(20), [&] { return taken[subject] == 1; });
    };
    scene.tells("a hanging one", Way::Mail);
    scene.tells("team", Way::Slack);
    scene.hold("parser");
    posting.start();
    QVERIFY(comes("parser"));

    scene.hold("lexer"); // while the first still hangs
    scene.pass(std::chrono::minutes(1)); // the pace of the chat
    posting.wake();
    QVERIFY(comes("lexer"));

    posting.stop();
    QCOMPARE(must(store::OutboxRepository(*scene.store, store::thisProcess()).waiting("a hanging one", 9)).size(), 2U);
}

SIGNALBOX_TEST(TestPosting)
#include "tst_posting.moc"
