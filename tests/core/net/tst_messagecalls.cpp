// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/messagecalls.h"
#include "core/net/webhooksignature.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::net;
using notify::Reception;
using notify::Way;

namespace {

const UtcTime kNow = fromUnixMs(1'800'000'000'000);

notify::Receiver receiver(Way way)
{
    return {.way = way, .variable = "OUR_URL", .tells = {notify::Kind::Hold}};
}

notify::Carried carried()
{
    notify::Message message;
    message.event = notify::Event::Held;
    message.incident = "hold/a/1";
    message.line = "a";
    return {.messages = {message}};
}

} // namespace

class TestMessageCalls : public QObject {
    Q_OBJECT

private slots:
    void goesWhereItsReceiverStands_data();
    void goesWhereItsReceiverStands();
    void isNotSentWithoutTls_data();
    void isNotSentWithoutTls();
    void aWebhookIsSigned();
    void anAnswerSaysWhatCameOfIt_data();
    void anAnswerSaysWhatCameOfIt();
    void whatNeverLeftWasNotTaken();
    void aReceiverThatIsAskedTooOftenIsLeftAlone();
};

void TestMessageCalls::goesWhereItsReceiverStands_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("url");

    QTest::newRow("a webhook of Slack") << int(Way::Slack) << "https://hooks.slack.com/services/T/B/X"
                                        << "https://hooks.slack.com/services/T/B/X";
    QTest::newRow("PagerDuty has one place") << int(Way::PagerDuty) << "R0"
                                             << "https://events.pagerduty.com/v2/enqueue";
    QTest::newRow("an Alertmanager of one's own") << int(Way::Alertmanager) << "http://alerts:9093/am/"
                                                  << "http://alerts:9093/am/api/v2/alerts";
    QTest::newRow("this machine needs no TLS") << int(Way::Teams) << "http://127.0.0.1:1/x"
                                               << "http://127.0.0.1:1/x";
}

void TestMessageCalls::goesWhereItsReceiverStands()
{
    QFETCH(int, way);
    QFETCH(QString, secret);

    const auto call = messageCall(receiver(static_cast<Way>(way)), {secret.toStdString(), {}}, carried(), kNow);

    QVERIFY(call);
    QTEST(QString::fromStdString(call->url), "url");
    QVERIFY(call->method == "POST" && fieldOf(call->fields, "Content-Type") == "application/json");
}

void TestMessageCalls::isNotSentWithoutTls_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<QString>("secret");

    QTest::newRow("a webhook of Slack") << int(Way::Slack) << "http://hooks.slack.com/services/T/B/X";
    QTest::newRow("a name that only looks like this machine") << int(Way::Slack) << "http://localhost.example.com/x";
    QTest::newRow("no address") << int(Way::Teams) << "xoxb-whatever";
    QTest::newRow("another scheme") << int(Way::Webhook) << "file:///etc/passwd";
    QTest::newRow("two lines") << int(Way::Webhook) << "https://a.b/\r\nHost: c";
}

void TestMessageCalls::isNotSentWithoutTls()
{
    QFETCH(int, way);
    QFETCH(QString, secret);

    const auto call = messageCall(receiver(static_cast<Way>(way)), {secret.toStdString(), {}}, carried(), kNow);

    QVERIFY(!call);
    QVERIFY(call.error().detail.starts_with("OUR_URL "));
    QVERIFY(call.error().detail.find(secret.toStdString()) == std::string::npos); // it is one
}

void TestMessageCalls::aWebhookIsSigned()
{
    for (const char* secret : {"whsec_c2lnbmFsYm94IHNpZ25zIHRoaXM=", "any words"}) {
        const auto call = messageCall(receiver(Way::Webhook), {"https://a.b/c", secret}, carried(), kNow);
        QVERIFY(call);
        const auto field = [&call](const char* name) { return fieldOf(call->fields, name); };
        const std::string key = QByteArray(secret).startsWith("whsec_") ? secret : "whsec_YW55IHdvcmRz";
        const GitLabSecret standard(key); // which takes signatures of the same standard

        QVERIFY(standard.proves({{}, field("webhook-id"), field("webhook-timestamp"), field("webhook-signature")},
                                call->body, kNow));
    }
    const auto unsigned_ = messageCall(receiver(Way::Webhook), {"https://a.b/c", {}}, carried(), kNow);
    QVERIFY(fieldOf(unsigned_->fields, "webhook-signature").empty());
    QVERIFY(!fieldOf(unsigned_->fields, "webhook-id").empty()); // by which it knows what it has had
}

void TestMessageCalls::anAnswerSaysWhatCameOfIt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("reception");

    QTest::newRow("taken") << 200 << int(Reception::Taken);
    QTest::newRow("accepted") << 202 << int(Reception::Taken);
    QTest::newRow("moved") << 302 << int(Reception::Later);
    QTest::newRow("this one it does not like") << 400 << int(Reception::Refused);
    QTest::newRow("too large") << 413 << int(Reception::Refused);
    QTest::newRow("the webhook was revoked") << 404 << int(Reception::Later);
    QTest::newRow("too often") << 429 << int(Reception::Later);
    QTest::newRow("it failed") << 500 << int(Reception::Later);
    QTest::newRow("somebody in between failed") << 502 << int(Reception::Unknown);
    QTest::newRow("somebody in between waited in vain") << 504 << int(Reception::Unknown);
}

void TestMessageCalls::anAnswerSaysWhatCameOfIt()
{
    QFETCH(int, status);

    const auto receipt = messageReceipt(HttpAnswer{.status = status, .body = "no_service\nmore"}, "a.b", true);

    QTEST(int(receipt.reception), "reception");
    if (receipt.reception != Reception::Taken)
        QCOMPARE(receipt.why, "a.b answers " + std::to_string(status) + ": no_service");
}

void TestMessageCalls::whatNeverLeftWasNotTaken()
{
    const Error refused{ErrorCode::Network, "nothing answers there"};

    QVERIFY(messageReceipt(refused, "a.b", false).reception == Reception::Later);
    QVERIFY(messageReceipt(refused, "a.b", true).reception == Reception::Unknown);
}

void TestMessageCalls::aReceiverThatIsAskedTooOftenIsLeftAlone()
{
    const UtcTime until = kNow + std::chrono::minutes(3);
    QVERIFY(messageReceipt(HttpAnswer{.status = 429, .notBefore = until}, "a.b", true).notBefore == until);

    const std::string teams
        = "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429";
    QVERIFY(messageReceipt(HttpAnswer{.status = 200, .body = teams}, "a.b", true).reception == Reception::Later);
}

SIGNALBOX_TEST(TestMessageCalls)
#include "tst_messagecalls.moc"
