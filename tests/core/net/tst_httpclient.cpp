// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httpclient.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::net;

namespace {

class SetClock final : public Clock {
public:
    UtcTime now() const override { return at; }
    UtcTime at = UtcTime(std::chrono::seconds(1'800'000'000));
};

/// A client whose servers answer as a script says; what it asked and told is kept.
struct Scene {
    std::vector<HttpAnswer> script;
    std::vector<HttpCall> asked;
    std::vector<HttpClient::Told> told;
    SetClock clock;
    HttpClient client{[this](const HttpCall& call, const std::stop_token&) -> Result<HttpAnswer> {
                          asked.push_back(call);
                          if (asked.size() > script.size())
                              return Error{ErrorCode::Network, "cut"};
                          return script[asked.size() - 1];
                      },
                      clock, [this](const HttpClient::Told& one) { told.push_back(one); }};

    HttpAnswer call(const std::string& url, const char* method = "GET")
    {
        const auto answer
            = client.call({.method = method, .url = url, .fields = {{"Authorization", "Bearer t0ken"}}}, {});
        return answer ? *answer : HttpAnswer{.status = -1, .body = answer.error().detail};
    }
};

HttpAnswer answer(int status, HttpFields fields = {}, std::string body = {})
{
    return {.status = status, .fields = std::move(fields), .body = std::move(body)};
}

constexpr const char* kRuns = "https://api.example.org/runs?page=2";

} // namespace

class TestHttpClient : public QObject {
    Q_OBJECT

private slots:
    void whatHasNotChangedIsAnsweredFromBefore();
    void whatIsReadByAnotherIsNotShared();
    void aServerIsLeftAloneUntilItsTime_data();
    void aServerIsLeftAloneUntilItsTime();
    void aRefusalForOtherReasonsIsNoLimit();
    void withoutAWordItBacksOffFurtherEachTime();
    void aSpentLimitHoldsBackTheNextCall();
    void anotherServerIsAskedMeanwhile();
    void whoeverElseAsksIsNotHeldBack();
    void aRedirectElsewhereLosesTheToken();
    void aRedirectIsNotFollowed_data();
    void aRedirectIsNotFollowed();
    void whatIsToldHoldsNoSecret();
};

void TestHttpClient::whatHasNotChangedIsAnsweredFromBefore()
{
    Scene scene;
    scene.script = {answer(200, {{"ETag", "W/\"1\""}}, "one"), answer(304), answer(200, {{"etag", "\"2\""}}, "two"),
                    answer(304)};

    QVERIFY(scene.call(kRuns).body == "one");
    const HttpAnswer same = scene.call(kRuns);
    QVERIFY(same.status == 200 && same.body == "one" && same.isUnchanged);
    QVERIFY(fieldOf(scene.asked[1].fields, "If-None-Match") == "W/\"1\"");
    const HttpAnswer changed = scene.call(kRuns);
    QVERIFY(changed.body == "two" && !changed.isUnchanged);
    QVERIFY(scene.call(kRuns).body == "two");
    QVERIFY(fieldOf(scene.asked[3].fields, "If-None-Match") == "\"2\"");
}

void TestHttpClient::whatIsReadByAnotherIsNotShared()
{
    Scene scene;
    scene.script = {answer(200, {{"ETag", "\"1\""}}, "mine"), answer(200, {}, "theirs")};
    scene.call(kRuns);

    const auto other = scene.client.call({.url = kRuns, .fields = {{"Authorization", "Bearer other"}}}, {});

    QVERIFY(other && other->body == "theirs");
    QVERIFY(fieldOf(scene.asked[1].fields, "If-None-Match").empty());
}

void TestHttpClient::aServerIsLeftAloneUntilItsTime_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds"); // until it is asked again
    QTest::newRow("429 with seconds") << 429 << QByteArray("Retry-After") << QByteArray("90") << 90;
    QTest::newRow("403 with seconds: a secondary limit") << 403 << QByteArray("retry-after") << QByteArray("30") << 30;
    QTest::newRow("503 with a date") << 503 << QByteArray("Retry-After") << QByteArray("Fri, 15 Jan 2027 08:02:00 GMT")
                                     << 120;
    QTest::newRow("429 with the time of GitHub")
        << 429 << QByteArray("x-ratelimit-reset") << QByteArray("1800000600") << 600;
    QTest::newRow("403 with the time of GitHub")
        << 403 << QByteArray("x-ratelimit-reset") << QByteArray("1800000600") << 600;
    QTest::newRow("429 with the time of GitLab")
        << 429 << QByteArray("RateLimit-Reset") << QByteArray("1800000060") << 60;
    QTest::newRow("429 without a word") << 429 << QByteArray("X") << QByteArray("y") << 60;
    QTest::newRow("a time in the past") << 429 << QByteArray("Retry-After") << QByteArray("0") << 0;
    QTest::newRow("never is not believed") << 429 << QByteArray("Retry-After") << QByteArray("99999999") << 3600;
    QTest::newRow("nonsense") << 429 << QByteArray("Retry-After") << QByteArray("soon") << 60;
}

void TestHttpClient::aServerIsLeftAloneUntilItsTime()
{
    QFETCH(int, status);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    QFETCH(int, seconds);
    Scene scene;
    const std::string remaining = field.startsWith("RateLimit") ? "RateLimit-Remaining" : "x-ratelimit-remaining";
    scene.script = {answer(status, {{field.toStdString(), value.toStdString()}, {remaining, "0"}}), answer(200)};
    const UtcTime until = scene.clock.at + std::chrono::seconds(seconds);

    QVERIFY(scene.call(kRuns).notBefore == until);
    if (seconds > 0) {
        scene.clock.at = until - Milliseconds(1);
        const HttpAnswer early = scene.call(kRuns, "POST");
        QVERIFY(early.status == 429 && early.notBefore == until);
        QCOMPARE(scene.asked.size(), 1U);
    }
    scene.clock.at = until;
    QCOMPARE(scene.call(kRuns).status, 200);
}

void TestHttpClient::aRefusalForOtherReasonsIsNoLimit()
{
    Scene scene;
    scene.script
        = {answer(403, {{"x-ratelimit-remaining", "4999"}}, R"({"message":"This workflow is already running"})"),
           answer(503), answer(404), answer(200)};

    for (const int status : {403, 503, 404, 200}) {
        const HttpAnswer answered = scene.call(kRuns);
        QCOMPARE(answered.status, status);
        QVERIFY(!answered.notBefore);
    }
}

void TestHttpClient::withoutAWordItBacksOffFurtherEachTime()
{
    Scene scene;
    const HttpAnswer refused = answer(403, {}, R"({"message":"You have exceeded a secondary rate limit."})");
    scene.script = {refused, refused, refused, answer(200), refused};

    for (const int minutes : {1, 2, 4}) {
        const UtcTime until = scene.clock.at + std::chrono::minutes(minutes);
        QVERIFY(scene.call(kRuns).notBefore == until);
        scene.clock.at = until;
    }
    QCOMPARE(scene.call(kRuns).status, 200);
    QVERIFY(scene.call(kRuns).notBefore == scene.clock.at + std::chrono::minutes(1));
}

void TestHttpClient::aSpentLimitHoldsBackTheNextCall()
{
    Scene scene;
    scene.script = {answer(200, {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", "1800000060"}}, "the last one"),
                    answer(200)};

    const HttpAnswer last = scene.call(kRuns);
    QVERIFY(last.status == 200 && !last.notBefore);
    QCOMPARE(scene.call(kRuns).status, 429);
    QCOMPARE(scene.asked.size(), 1U);
}

void TestHttpClient::anotherServerIsAskedMeanwhile()
{
    Scene scene;
    scene.script = {answer(429), answer(200)};
    scene.call(kRuns);

    QCOMPARE(scene.call("https://gitlab.example.org/api/v4/projects").status, 200);
}

void TestHttpClient::whoeverElseAsksIsNotHeldBack()
{
    Scene scene;
    scene.script = {answer(429), answer(200), answer(429), answer(200)};
    scene.call(kRuns);

    const auto other = scene.client.call({.url = kRuns, .fields = {{"Authorization", "Bearer another"}}}, {});
    QVERIFY(other && other->status == 200);

    // Receivers of messages share a server, and each has its address.
    const auto tell = [&scene](const char* asker) {
        return scene.client.call({.method = "POST", .url = "https://hooks.example.org/a", .asker = asker}, {});
    };
    QCOMPARE(tell("a")->status, 429);
    QCOMPARE(tell("b")->status, 200);
    QCOMPARE(tell("a")->status, 429);
    QCOMPARE(scene.asked.size(), 4U);
}

void TestHttpClient::aRedirectElsewhereLosesTheToken()
{
    Scene scene;
    scene.script = {answer(302, {{"Location", "/moved?x=1"}}),
                    answer(302, {{"Location", "https://logs.example.net/a%2Fb"}}), answer(200, {}, "log")};

    QVERIFY(scene.call(kRuns).body == "log");

    QVERIFY(scene.asked[1].url == "https://api.example.org/moved?x=1");
    QVERIFY(fieldOf(scene.asked[1].fields, "Authorization") == "Bearer t0ken");
    QVERIFY(scene.asked[2].url == "https://logs.example.net/a%2Fb");
    QVERIFY(fieldOf(scene.asked[2].fields, "Authorization").empty());
}

void TestHttpClient::aRedirectIsNotFollowed_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<int>("asked");
    QTest::addColumn<int>("status"); // -1: an error
    QTest::newRow("of a write: it would be another act") << QByteArray("POST") << QByteArray("/else") << 1 << 302;
    QTest::newRow("away from TLS") << QByteArray("GET") << QByteArray("http://api.example.org/") << 1 << -1;
    QTest::newRow("to nowhere") << QByteArray("GET") << QByteArray() << 1 << -1;
    QTest::newRow("in circles") << QByteArray("GET") << QByteArray("/again") << 6 << -1;
}

void TestHttpClient::aRedirectIsNotFollowed()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, location);
    QFETCH(int, asked);
    QFETCH(int, status);
    Scene scene;
    scene.script = std::vector<HttpAnswer>(20, answer(302, {{"Location", location.toStdString()}}));

    QCOMPARE(scene.call(kRuns, method.constData()).status, status);

    QCOMPARE(scene.asked.size(), static_cast<std::size_t>(asked));
}

void TestHttpClient::whatIsToldHoldsNoSecret()
{
    Scene scene;
    scene.script = {answer(200, {}, "12345")};

    scene.call("https://me:s3cret@api.example.org/logs?sig=s3cret#s3cret");
    scene.call(kRuns); // cut

    QCOMPARE(scene.told.size(), 2U);
    QVERIFY(scene.told[0].place == "https://api.example.org/logs");
    QCOMPARE(scene.told[0].bytes, 5U);
    QCOMPARE(scene.told[1].status, 0);
}

SIGNALBOX_TEST(TestHttpClient)
#include "tst_httpclient.moc"
