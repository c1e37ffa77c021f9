// SPDX-License-Identifier: GPL-3.0-or-later
// What the real signalboxctl serve answers, and what stands in its store then.
#include "tests/app/ctlprogram.h"
#include "tests/integration/webhook/serving.h"
#include "tests/signalboxtest.h"

#include <QMessageAuthenticationCode>
#include <QTest>
#include <QUrl>

#include <csignal>
#include <sys/resource.h>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kPush = R"({"ref":"refs/heads/feature/a/b","after":"6113728f27ae82c7b1a177c8d03f9e96e0adf246",)"
                         R"("deleted":false,"repository":{"full_name":"acme/shop"}})";
const QByteArray kDeletion = R"({"ref":"refs/heads/old/idea","after":"0000000000000000000000000000000000000000",)"
                             R"("deleted":true,"head_commit":null,"repository":{"full_name":"acme/shop"}})";
const QByteArray kPipeline = R"({"object_kind":"pipeline","object_attributes":{"id":31,"ref":"main","sha":"bcbb5ec3",)"
                             R"("status":"failed"},"project":{"path_with_namespace":"acme/shop"}})";
constexpr auto kTooLarge = 27LL << 20;

/// The same fields, one of them with another value; without it where `value` is null.
Fields with(Fields fields, const QByteArray& name, const QByteArray& value)
{
    std::erase_if(fields, [&](const auto& field) { return field.first == name; });
    if (!value.isNull())
        fields.emplace_back(name, value);
    return fields;
}

Fields gitlabFields(const QByteArray& id, const QByteArray& event)
{
    return {{"Content-Type", "application/json"},
            {"X-Gitlab-Event", event},
            {"Idempotency-Key", id},
            {"X-Gitlab-Token", Serving::kToken}};
}

} // namespace

class TestServe : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        std::signal(SIGXFSZ, SIG_IGN); // and whatever is started
        QVERIFY(m_serving.start());
    }
    void aDeliveryIsStoredOnceHoweverOftenItIsSent();
    void aDeletedBranchHasNoCommit();
    void gitlabDeliversByItsToken();
    void eventsWithoutARuleAreStoredAndLeftAlone();
    void refuses_data();
    void refuses();
    void anOversizedOneIsRefusedBeforeItIsSent();
    void oneConnectionTakesManyRequestsAtOnce();
    void leaveToSendABodyIsGiven();
    void statusMetricsAndHealth();
    void aFullDiskIsOutlasted();
    void aStopAnswersWhatWasTaken();

private:
    HttpClient client() const { return HttpClient(m_serving.port()); }
    /// Of the ids that begin so: each test has its own.
    std::vector<StoredDelivery> stored(const QString& id) const
    {
        auto rows = m_serving.stored();
        std::erase_if(rows, [&](const StoredDelivery& row) { return !row.id.startsWith(id); });
        return rows;
    }

    Serving m_serving; // of all tests
};

void TestServe::aDeliveryIsStoredOnceHoweverOftenItIsSent()
{
    HttpClient http = client();
    const Fields fields = githubFields("0d4b1c30-aaaa-11ef-9a4d-0242ac120002", "push", kPush);

    QCOMPARE(http.send("POST", "/webhook/github", fields, kPush).status, 202);
    QCOMPARE(http.send("POST", "/webhook/github", fields, kPush).status, 202);
    m_serving.kill();
    QVERIFY(m_serving.start());
    QCOMPARE(client().send("POST", "/webhook/github", fields, kPush).status, 202);

    const auto rows = stored(u"0d4b1c30-"_s);
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows[0].source, u"github"_s);
    QCOMPARE(rows[0].id, u"0d4b1c30-aaaa-11ef-9a4d-0242ac120002"_s);
    QCOMPARE(rows[0].event, u"push"_s);
    QCOMPARE(rows[0].state, u"waiting"_s);
    QCOMPARE(rows[0].notice[u"branch"].toString(), u"feature/a/b"_s);
    QCOMPARE(rows[0].notice[u"commit"].toString(), u"6113728f27ae82c7b1a177c8d03f9e96e0adf246"_s);
}

void TestServe::aDeletedBranchHasNoCommit()
{
    QCOMPARE(client().send("POST", "/webhook/github", githubFields("d1", "push", kDeletion), kDeletion).status, 202);

    const QJsonObject notice = stored(u"d1"_s).at(0).notice;
    QCOMPARE(notice[u"branch"].toString(), u"old/idea"_s);
    QVERIFY(notice[u"branch_deleted"].toBool());
    QVERIFY(!notice.contains(u"commit"));
}

void TestServe::gitlabDeliversByItsToken()
{
    const Fields fields = gitlabFields("g1", "Pipeline Hook");
    HttpClient http = client();

    QCOMPARE(http.send("POST", "/webhook/gitlab", fields, kPipeline).status, 202);
    QCOMPARE(http.send("POST", "/webhook/gitlab", fields, kPipeline).status, 202);
    QCOMPARE(http.send("POST", "/webhook/gitlab", with(fields, "X-Gitlab-Token", "t0ken"), kPipeline).status, 401);
    // Two that have no id and say the same are one.
    const Fields nameless = with(fields, "Idempotency-Key", {});
    QCOMPARE(http.send("POST", "/webhook/gitlab", nameless, kPipeline).status, 202);
    QCOMPARE(http.send("POST", "/webhook/gitlab", nameless, kPipeline).status, 202);

    QCOMPARE(stored(u"digest:"_s).size(), 1U);
    const auto rows = stored(u"g1"_s);
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows[0].notice[u"conclusion"].toString(), u"failure"_s);
    QCOMPARE(rows[0].notice[u"run"].toString(), u"31"_s);
}

void TestServe::eventsWithoutARuleAreStoredAndLeftAlone()
{
    for (const char* event : {"ping", "star", "an_event_of_next_year"})
        QCOMPARE(client().send("POST", "/webhook/github", githubFields(event, event, "{}"), "{}").status, 202);

    for (const QString& event : {u"ping"_s, u"star"_s, u"an_event_of_next_year"_s})
        QCOMPARE(stored(event).at(0).state, u"ignored"_s);
}

void TestServe::refuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("field"); // which of the right ones is another
    QTest::addColumn<QByteArray>("value"); // null: left out
    QTest::addColumn<QByteArray>("body"); // signed rightly unless the field says otherwise
    QTest::addColumn<int>("status");
    const QByteArray post("POST");
    const QByteArray github("/webhook/github");
    const QByteArray none("-");
    const QByteArray forged = "sha256=" + QByteArray(64, '0');
    QTest::newRow("a forged signature") << post << github << QByteArray("X-Hub-Signature-256") << forged << kPush
                                        << 401;
    QTest::newRow("no signature") << post << github << QByteArray("X-Hub-Signature-256") << QByteArray() << kPush
                                  << 401;
    QTest::newRow("cut JSON") << post << github << none << none << kPush.left(60) << 400;
    QTest::newRow("no JSON") << post << github << none << none << QByteArray("hello") << 400;
    QTest::newRow("nothing") << post << github << none << none << QByteArray("") << 400;
    QTest::newRow("no event") << post << github << QByteArray("X-GitHub-Event") << QByteArray() << kPush << 400;
    QTest::newRow("XML") << post << github << QByteArray("Content-Type") << QByteArray("text/xml") << kPush << 415;
    QTest::newRow("no type") << post << github << QByteArray("Content-Type") << QByteArray() << kPush << 415;
    QTest::newRow("compressed") << post << github << QByteArray("Content-Encoding") << QByteArray("gzip") << kPush
                                << 415;
    QTest::newRow("a form") << post << github << QByteArray("Content-Type")
                            << QByteArray("application/x-www-form-urlencoded")
                            << "payload=" + QUrl::toPercentEncoding(QString::fromUtf8(kPush)) << 415;
    QTest::newRow("to be read") << QByteArray("GET") << github << none << none << QByteArray() << 405;
    QTest::newRow("to another forge") << post << QByteArray("/webhook/gitea") << none << none << kPush << 404;
    QTest::newRow("elsewhere") << post << QByteArray("/") << none << none << kPush << 404;
    QTest::newRow("status to be written") << post << QByteArray("/metrics") << none << none << kPush << 405;
}

void TestServe::refuses()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, body);
    QFETCH(int, status);

    const Replied replied = client().send(method, path, with(githubFields("r1", "push", body), field, value), body);

    QCOMPARE(replied.status, status);
    QVERIFY2(replied.body.startsWith("{\"error\":\""), replied.body.constData());
    QVERIFY(stored(u"r1"_s).empty());
}

void TestServe::anOversizedOneIsRefusedBeforeItIsSent()
{
    HttpClient http = client();

    const Replied replied
        = http.sendRaw("POST /webhook/github HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                       "Content-Length: "
                       + QByteArray::number(kTooLarge) + "\r\n\r\n" + QByteArray(100'000, ' '));

    QCOMPARE(replied.status, 413);
    QVERIFY(replied.head.contains("connection: close"));
    QVERIFY(http.isClosed());
}

void TestServe::oneConnectionTakesManyRequestsAtOnce()
{
    HttpClient http = client();
    QByteArray all;
    for (int i = 0; i < 20; ++i) {
        all += "POST /webhook/github HTTP/1.1\r\nHost: x\r\n";
        for (const auto& [name, value] : githubFields("pipelined" + QByteArray::number(i), "push", kPush))
            all += name + ": " + value + "\r\n";
        all += "Content-Length: " + QByteArray::number(kPush.size()) + "\r\n\r\n" + kPush;
    }

    QVERIFY(http.begin(all));

    QTRY_COMPARE(stored(u"pipelined"_s).size(), 20U);
}

void TestServe::leaveToSendABodyIsGiven()
{
    HttpClient http = client();
    QByteArray head = "POST /webhook/github HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: "
        + QByteArray::number(kPush.size()) + "\r\n";
    for (const auto& [name, value] : githubFields("e1", "push", kPush))
        head += name + ": " + value + "\r\n";

    QCOMPARE(http.sendRaw(head + "\r\n").status, 100);
    QCOMPARE(http.sendRaw(kPush).status, 202);
}

void TestServe::statusMetricsAndHealth()
{
    Serving serving; // with no other figures
    QVERIFY(serving.start());
    HttpClient http(serving.port());
    http.send("POST", "/webhook/github", githubFields("s1", "push", kPush), kPush);
    http.send("POST", "/webhook/github", githubFields("s1", "push", kPush), kPush);

    QCOMPARE(http.send("GET", "/healthz", {}).body, R"({"status":"ok"})");
    QCOMPARE(http.send("GET", "/readyz", {}).body, R"({"status":"ready"})");
    const Replied metrics = http.send("GET", "/metrics", {});
    QVERIFY(metrics.head.contains("content-type: text/plain; version=0.0.4"));
    for (const char* line : {"signalbox_webhook_requests_total{source=\"github\",status=\"202\"} 2\n",
                             "signalbox_webhook_repeated_total 1\n", "signalbox_webhook_deliveries_total 1\n",
                             "signalbox_webhook_waiting 1\n", "signalbox_http_connections 1\n"})
        QVERIFY2(metrics.body.contains(line), metrics.body.constData());
    QCOMPARE(http.send("GET", "/pipeline/status/1", {}).status, 404);
    QCOMPARE(http.send("GET", "/pipeline/status/one", {}).status, 404);
}

void TestServe::aFullDiskIsOutlasted()
{
    const auto room = [this](rlim_t bytes) {
        const rlimit limit{bytes, RLIM_INFINITY};
        return ::prlimit(static_cast<pid_t>(m_serving.processId()), RLIMIT_FSIZE, &limit, nullptr) == 0;
    };
    const auto deliver = [this](const QByteArray& id) {
        return client().send("POST", "/webhook/github", githubFields(id, "push", kPush), kPush).status;
    };
    const auto ctl = [this](QStringList arguments) {
        return runCtl(QStringList{u"--store"_s, m_serving.storePath()} + arguments).status;
    };
    QCOMPARE(ctl({u"notify"_s, u"add"_s, u"team"_s, u"--way"_s, u"slack"_s}), 0);
    QVERIFY(room(1));
    QCOMPARE(deliver("full-1"), 503);
    QCOMPARE(ctl({u"hold-all"_s, u"--reason"_s, u"a drill"_s}), 0); // which serve has to address to the receiver
    QTRY_VERIFY_WITH_TIMEOUT(m_serving.diagnostics().contains(u"signalboxctl: the disk"_s), kPatienceMs);

    QVERIFY(room(RLIM_INFINITY));
    QTRY_COMPARE_WITH_TIMEOUT(deliver("full-1"), 202, kPatienceMs);
    QCOMPARE(stored(u"full-1"_s).size(), 1U);
    QCOMPARE(m_serving.diagnostics().count(u"signalboxctl: the disk"_s), 1);
    QCOMPARE(ctl({u"release-all"_s, u"--reason"_s, u"over"_s}), 0);
    QCOMPARE(ctl({u"notify"_s, u"remove"_s, u"team"_s}), 0);
}

void TestServe::aStopAnswersWhatWasTaken()
{
    Serving serving;
    QVERIFY(serving.start());
    HttpClient idle(serving.port());
    HttpClient busy(serving.port());
    QVERIFY(idle.begin("POST /webhook/github HTTP/1.1\r\nHost: x\r\n"));
    QCOMPARE(busy.send("POST", "/webhook/github", githubFields("x1", "push", kPush), kPush).status, 202);

    QCOMPARE(serving.stop(), 0);

    QVERIFY(idle.isClosed());
    QCOMPARE(serving.diagnostics(), QString());
    QCOMPARE(serving.stored().size(), 1U);
}

SIGNALBOX_TEST(TestServe)
#include "tst_serve.moc"
