// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubhooks.h"
#include "tests/core/net/cannedgithub.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace signalbox;
using namespace signalbox::net;
using test::answered;
using test::CannedGitHub;
using test::outcome;

namespace {

const std::string kPath = "/webhook/github";
const std::string kDeliveries = "GET /hooks/9/deliveries?per_page=100";
const std::string kOne = "GET /hooks/9/deliveries/12000000007";
const GitHubHooks::Listed kListed{.id = 12'000'000'007,
                                  .guid = "72d3162e-cc78-11e3-81ab-4c9367dc0958",
                                  .event = "workflow_run",
                                  .action = "completed",
                                  .at = fromUnixMs(1'800'000'000'000)};

std::string delivered(const std::string& guid, const std::string& event, const std::string& payload)
{
    return R"({"id":12000000007,"request":{"headers":{"x-github-delivery":")" + guid + R"(","X-GitHub-Event":")" + event
        + R"("},"payload":)" + payload + "}}";
}

} // namespace

class TestGitHubHooks : public QObject {
    Q_OBJECT

private slots:
    void theHookIsTheOneThatLeadsHere_data();
    void theHookIsTheOneThatLeadsHere();
    void deliveriesAreListedPageByPage();
    void aDeliveryIsAsItWouldHaveArrived();
    void whatIsAnotherThanListedIsNone_data();
    void whatIsAnotherThanListedIsNone();
    void aTokenThatMayNotReadThemIsRefused();
};

void TestGitHubHooks::theHookIsTheOneThatLeadsHere_data()
{
    QTest::addColumn<QByteArray>("hooks");
    QTest::addColumn<int>("found"); // 0: none
    QTest::newRow("among others") << QByteArray(R"([{"id":8,"config":{"url":"https://ci.acme.com/hook"}},)"
                                                R"({"id":9,"config":{"url":"https://box.acme.com/webhook/github"}}])")
                                  << 9;
    QTest::newRow("none") << QByteArray(R"([{"id":8,"config":{"url":"https://ci.acme.com/hook"}},{"id":7}])") << 0;
    QTest::newRow("several") << QByteArray(R"([{"id":8,"config":{"url":"https://a.org/webhook/github"}},)"
                                           R"({"id":9,"config":{"url":"https://b.org/webhook/github"}}])")
                             << 0;
    QTest::newRow("no hook at all") << QByteArray("[]") << 0;
}

void TestGitHubHooks::theHookIsTheOneThatLeadsHere()
{
    QFETCH(QByteArray, hooks);
    QFETCH(int, found);
    CannedGitHub github;
    github.script["GET /hooks?per_page=100"] = {answered(200, hooks.toStdString())};

    const auto hook = GitHubHooks(github.client, github.place).hookTo(kPath, {});

    QVERIFY2(hook, hook ? "" : hook.error().detail.c_str());
    QCOMPARE(static_cast<int>(hook->value_or(0)), found);
}

void TestGitHubHooks::deliveriesAreListedPageByPage()
{
    CannedGitHub github;
    github.script[kDeliveries]
        = {answered(200,
                    R"([{"id":12000000007,"guid":"a","delivered_at":"2027-01-15T08:00:00Z","status_code":502,)"
                    R"("event":"workflow_run","action":"completed"},)"
                    R"({"id":12000000006,"guid":"b","delivered_at":"2027-01-15T07:59:00.5Z","status_code":202,)"
                    R"("event":"push","action":null},{"id":0,"guid":"c"}])",
                    {{"Link",
                      R"(<https://github.acme.com/api/v3/repositories/5/hooks/9/deliveries?per_page=100)"
                      R"(&cursor=v1_12%2F6>; rel="next")"}})};
    github.script[kDeliveries + "&cursor=v1_12%2F6"] = {answered(200, "[]")};
    GitHubHooks hooks(github.client, github.place);

    const auto first = hooks.page(9, {}, {});
    const auto second = first ? hooks.page(9, first->next, {}) : first;

    QVERIFY2(second, second ? "" : second.error().detail.c_str());
    QCOMPARE(first->deliveries.size(), 2U);
    QVERIFY(first->deliveries[0].id == 12'000'000'007 && !first->deliveries[0].arrived);
    QVERIFY(first->deliveries[0].event == "workflow_run" && first->deliveries[0].action == "completed");
    QVERIFY(first->deliveries[1].guid == "b" && first->deliveries[1].arrived);
    QVERIFY(formatUtc(first->deliveries[0].at) == "2027-01-15T08:00:00.000Z");
    QVERIFY(second->deliveries.empty() && second->next.empty());
}

void TestGitHubHooks::aDeliveryIsAsItWouldHaveArrived()
{
    CannedGitHub github;
    github.script[kOne]
        = {answered(200,
                    delivered(kListed.guid, "workflow_run",
                              R"({"action":"completed","repository":{"full_name":"acme/shop"},"workflow_run":{"id":7,)"
                              R"("run_attempt":2,"status":"completed","conclusion":"failure"}})"))};

    const auto taken = GitHubHooks(github.client, github.place).delivery(9, kListed, {});

    QVERIFY2(taken, taken ? "" : taken.error().detail.c_str());
    const ci::Delivery& delivery = taken->value();
    QVERIFY(delivery.source == "github" && delivery.id == kListed.guid && delivery.event == "workflow_run");
    QVERIFY(delivery.isWatched && delivery.receivedAt == kListed.at && delivery.bytes > 0);
    const auto notice = parseJson(delivery.notice);
    QVERIFY(notice && fieldOr<std::string>(*notice, "run", {}) == "7");
    QVERIFY(fieldOr<std::string>(*notice, "conclusion", {}) == "failure");
}

void TestGitHubHooks::whatIsAnotherThanListedIsNone_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto add = [](const char* row, int status, const std::string& body) {
        QTest::newRow(row) << status << QByteArray::fromStdString(body);
    };
    add("it is gone", 404, "{}");
    add("of another name", 200, delivered("other", "workflow_run", "{}"));
    add("of another event", 200, delivered(kListed.guid, "push", "{}"));
    add("without headers", 200, R"({"id":1,"request":{"headers":null,"payload":{}}})");
    add("without a request", 200, R"({"id":1})");
    add("with a payload that is none", 200, delivered(kListed.guid, "workflow_run", "[1]"));
    add("with no payload", 200, delivered(kListed.guid, "workflow_run", "null"));
}

void TestGitHubHooks::whatIsAnotherThanListedIsNone()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    CannedGitHub github;
    github.script[kOne] = {answered(status, body.toStdString())};

    const auto taken = GitHubHooks(github.client, github.place).delivery(9, kListed, {});

    QVERIFY2(taken, taken ? "" : taken.error().detail.c_str());
    QVERIFY(!taken->has_value());
}

void TestGitHubHooks::aTokenThatMayNotReadThemIsRefused()
{
    CannedGitHub github;
    GitHubHooks hooks(github.client, github.place);
    for (const int status : {403, 404}) {
        github.script["GET /hooks?per_page=100"] = {answered(status, R"({"message":"Resource not accessible"})")};

        const auto hook = hooks.hookTo(kPath, {});

        QVERIFY(!hook);
        QVERIFY(hook.error().code == ErrorCode::InvalidInput || hook.error().code == ErrorCode::NotFound);
    }
    github.script["GET /hooks?per_page=100"] = {answered(502)};
    QVERIFY(hooks.hookTo(kPath, {}).error().code == ErrorCode::Network);
}

SIGNALBOX_TEST(TestGitHubHooks)
#include "tst_githubhooks.moc"
