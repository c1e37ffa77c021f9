// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/webhooksignature.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::net;

namespace {

// From https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries, "Testing the webhook".
constexpr const char* kGitHubSecret = "It's a Secret to Everybody";
constexpr const char* kGitHubBody = "Hello, World!";
constexpr const char* kGitHubSignature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

// Made by openssl dgst -sha256 -mac HMAC of "msg_1.1800000000." and the body.
constexpr const char* kSigningToken = "whsec_c2lnbmluZyBrZXkgb2YgYSB0ZXN0";
constexpr const char* kSignedBody = R"({"object_kind":"push"})";
constexpr const char* kSignature = "v1,oUNxS4w9Yj2PJLYxt4J1Up4VUal7JA4rmi+lKztI+3A=";
constexpr UtcTime kSignedAt = UtcTime(std::chrono::seconds(1'800'000'000));

GitLabSecret::Claim signedClaim()
{
    return {.token = {}, .id = "msg_1", .timestamp = "1800000000", .signatures = kSignature};
}

} // namespace

class TestWebhookSignature : public QObject {
    Q_OBJECT

private slots:
    void githubsOwnExampleIsProven();
    void githubRefuses_data();
    void githubRefuses();
    void gitlabsTokenIsCompared_data();
    void gitlabsTokenIsCompared();
    void gitlabsSignatureIsProven();
    void gitlabRefusesASignature_data();
    void gitlabRefusesASignature();
    void aSigningTokenIsNeverAcceptedAsItIs();
    void bearerTokens();
};

void TestWebhookSignature::githubsOwnExampleIsProven()
{
    const GitHubSecret secret(kGitHubSecret);

    QVERIFY(secret.proves(kGitHubSignature, kGitHubBody));
    QVERIFY(secret.proves(kGitHubSignature, kGitHubBody)); // the key is ready for the next one
}

void TestWebhookSignature::githubRefuses_data()
{
    QTest::addColumn<QByteArray>("signature");
    QTest::addColumn<QByteArray>("body");
    const QByteArray right(kGitHubSignature);
    QTest::newRow("no signature") << QByteArray() << QByteArray(kGitHubBody);
    QTest::newRow("another body") << right << QByteArray("Hello, World");
    QTest::newRow("one digit wrong") << right.chopped(1) + '8' << QByteArray(kGitHubBody);
    QTest::newRow("cut short") << right.chopped(2) << QByteArray(kGitHubBody);
    QTest::newRow("the older SHA-1") << "sha1=" + right.mid(7, 40) << QByteArray(kGitHubBody);
    QTest::newRow("no digits") << QByteArray("sha256=") + QByteArray(64, 'x') << QByteArray(kGitHubBody);
    QTest::newRow("digits with signs") << QByteArray("sha256=") + QByteArray(32, '-').replace("-", "-1")
                                       << QByteArray();
}

void TestWebhookSignature::githubRefuses()
{
    QFETCH(QByteArray, signature);
    QFETCH(QByteArray, body);

    QVERIFY(!GitHubSecret(kGitHubSecret).proves(signature.toStdString(), body.toStdString()));
}

void TestWebhookSignature::gitlabsTokenIsCompared_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<bool>("proven");
    QTest::newRow("the token") << QByteArray("t0ken of a hook") << true;
    QTest::newRow("none") << QByteArray() << false;
    QTest::newRow("its beginning") << QByteArray("t0ken of a hoo") << false;
    QTest::newRow("more than it") << QByteArray("t0ken of a hookk") << false;
}

void TestWebhookSignature::gitlabsTokenIsCompared()
{
    QFETCH(QByteArray, token);
    QFETCH(bool, proven);
    const std::string sent = token.toStdString();

    QCOMPARE(GitLabSecret("t0ken of a hook")
                 .proves({.token = sent, .id = {}, .timestamp = {}, .signatures = {}}, "{}", kSignedAt),
             proven);
}

void TestWebhookSignature::gitlabsSignatureIsProven()
{
    const GitLabSecret secret(kSigningToken);
    const std::string two = "v1,AAAA v1a,ignored " + std::string(kSignature);
    GitLabSecret::Claim claim = signedClaim();

    QVERIFY(secret.proves(claim, kSignedBody, kSignedAt));
    QVERIFY(secret.proves(claim, kSignedBody, kSignedAt + std::chrono::minutes(4)));
    claim.signatures = two; // while a token is being changed
    QVERIFY(secret.proves(claim, kSignedBody, kSignedAt));
}

void TestWebhookSignature::gitlabRefusesASignature_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("timestamp");
    QTest::addColumn<QByteArray>("signatures");
    QTest::addColumn<int>("minutesLater");
    const QByteArray right(kSignature);
    QTest::newRow("of another delivery") << QByteArray("msg_2") << QByteArray("1800000000") << right << 0;
    QTest::newRow("of another time") << QByteArray("msg_1") << QByteArray("1800000001") << right << 0;
    QTest::newRow("sent again later") << QByteArray("msg_1") << QByteArray("1800000000") << right << 6;
    QTest::newRow("from the future") << QByteArray("msg_1") << QByteArray("1800000000") << right << -6;
    QTest::newRow("no time") << QByteArray("msg_1") << QByteArray() << right << 0;
    QTest::newRow("no id") << QByteArray() << QByteArray("1800000000") << right << 0;
    QTest::newRow("no signature") << QByteArray("msg_1") << QByteArray("1800000000") << QByteArray() << 0;
    QTest::newRow("no base64") << QByteArray("msg_1") << QByteArray("1800000000") << QByteArray("v1,!!!!") << 0;
    QTest::newRow("only padding") << QByteArray("msg_1") << QByteArray("1800000000") << QByteArray("v1,====") << 0;
    QTest::newRow("another scheme") << QByteArray("msg_1") << QByteArray("1800000000") << "v2" + right.mid(2) << 0;
}

void TestWebhookSignature::gitlabRefusesASignature()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, timestamp);
    QFETCH(QByteArray, signatures);
    QFETCH(int, minutesLater);
    const std::string sent[] = {id.toStdString(), timestamp.toStdString(), signatures.toStdString()};

    QVERIFY(!GitLabSecret(kSigningToken)
                 .proves({.token = {}, .id = sent[0], .timestamp = sent[1], .signatures = sent[2]}, kSignedBody,
                         kSignedAt + std::chrono::minutes(minutesLater)));
}

void TestWebhookSignature::aSigningTokenIsNeverAcceptedAsItIs()
{
    QVERIFY(!GitLabSecret(kSigningToken)
                 .proves({.token = kSigningToken, .id = {}, .timestamp = {}, .signatures = {}}, "{}", kSignedAt));
}

void TestWebhookSignature::bearerTokens()
{
    const BearerToken token("status t0ken");

    QVERIFY(token.proves("Bearer status t0ken"));
    QVERIFY(!token.proves("Bearer status t0ke"));
    QVERIFY(!token.proves("Basic status t0ken"));
    QVERIFY(!token.proves(""));
}

SIGNALBOX_TEST(TestWebhookSignature)
#include "tst_webhooksignature.moc"
