// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubapi.h"
#include "core/net/githubapp.h"
#include "tests/core/net/cannedgithub.h"
#include "tests/signalboxtest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

using namespace signalbox;
using namespace signalbox::net;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kUrl = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

struct Key {
    explicit Key(EVP_PKEY* made) : key(made)
    {
        BIO* const bio = BIO_new(BIO_s_mem());
        PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
        char* text = nullptr;
        const long length = BIO_get_mem_data(bio, &text);
        pem.assign(text, static_cast<std::size_t>(length));
        BIO_free(bio);
    }
    Key(const Key&) = delete;
    Key& operator=(const Key&) = delete;
    ~Key() { EVP_PKEY_free(key); }

    bool hasSigned(const QByteArray& text, const QByteArray& signature) const
    {
        EVP_MD_CTX* const context = EVP_MD_CTX_new();
        EVP_DigestVerifyInit(context, nullptr, EVP_sha256(), nullptr, key);
        const auto bytes = [](const QByteArray& from) { return reinterpret_cast<const unsigned char*>(from.data()); };
        const bool fits = EVP_DigestVerify(context, bytes(signature), static_cast<std::size_t>(signature.size()),
                                           bytes(text), static_cast<std::size_t>(text.size()))
            == 1;
        EVP_MD_CTX_free(context);
        return fits;
    }

    EVP_PKEY* key;
    std::string pem;
};

struct Scene {
    CannedForge github{"https://github.acme.com/api/v3"};
    Key key{EVP_RSA_gen(2048)};
    AppIdentity identity{.api = github.base, .app = "77", .privateKey = key.pem, .keyFrom = "GITHUB_APP_PRIVATE_KEY"};
    GitHubApp app{github.client, github.clock, identity};
};

} // namespace

class TestGitHubApp : public QObject {
    Q_OBJECT

private slots:
    void aClaimIsSignedAndGoodForNineMinutes()
    {
        const Scene s;

        const auto claim = appClaim(s.identity, s.github.clock.at);

        QVERIFY(claim);
        const QList<QByteArray> parts = QByteArray::fromStdString(*claim).split('.');
        QCOMPARE(parts.size(), 3);
        QCOMPARE(QByteArray::fromBase64(parts[0], kUrl), QByteArray(R"({"alg":"RS256","typ":"JWT"})"));
        const QJsonObject said = QJsonDocument::fromJson(QByteArray::fromBase64(parts[1], kUrl)).object();
        QCOMPARE(said[u"iss"].toString(), u"77"_s);
        QCOMPARE(said[u"iat"].toInteger(), 1'800'000'000 - 60);
        QCOMPARE(said[u"exp"].toInteger(), 1'800'000'000 + 540);
        QVERIFY(s.key.hasSigned(parts[0] + '.' + parts[1], QByteArray::fromBase64(parts[2], kUrl)));
    }

    void whatIsNoKeyIsToldWithoutIt_data()
    {
        QTest::addColumn<QString>("pem");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a secret that is no key") << u"hunter2-hunter2"_s;
        QTest::newRow("a key of another kind") << QString::fromStdString(Key(EVP_EC_gen("P-256")).pem);
    }

    void whatIsNoKeyIsToldWithoutIt()
    {
        QFETCH(QString, pem);
        AppIdentity identity{
            .api = "", .app = "77", .privateKey = pem.toStdString(), .keyFrom = "GITHUB_APP_PRIVATE_KEY"};

        const auto claim = appClaim(identity, {});

        QVERIFY(!claim);
        QVERIFY(claim.error().code == ErrorCode::InvalidInput);
        QVERIFY(claim.error().detail.starts_with("GITHUB_APP_PRIVATE_KEY holds no RSA private key"));
        QVERIFY(claim.error().detail.find("hunter2") == std::string::npos);
    }

    void anInstallationIsFoundAndGivesAToken()
    {
        Scene s;
        s.github.script["GET /repos/acme/shop/installation"] = {answered(200, R"({"id":9})")};
        s.github.script["POST /app/installations/9/access_tokens"]
            = {answered(201, R"({"token":"ghs_abc","expires_at":"2027-01-15T09:00:00Z"})")};

        const auto installation = s.app.installationFor("acme/shop", {});
        QVERIFY(installation);
        const auto token = s.app.tokenOf(*installation, {});

        QVERIFY(token);
        QCOMPARE(token->token, std::string("ghs_abc"));
        QVERIFY(token->until == s.github.clock.at + std::chrono::hours(1));
    }

    void whatGitHubRefusesIsToldInOneLine_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<std::string>("said");
        QTest::addColumn<QString>("told");
        const QString whichIsWrong
            = u"does not know the App 77 (%1): the id in GITHUB_APP_ID is wrong, or the key in GITHUB_APP_PRIVATE_KEY"_s;
        const std::string undecoded = "A JSON web token could not be decoded";
        const std::string unknown = "Integration not found";
        QTest::newRow("not installed") << 404 << std::string("Not Found") << u"is not installed for acme/shop"_s;
        QTest::newRow("another key") << 401 << undecoded << whichIsWrong.arg(QString::fromStdString(undecoded));
        QTest::newRow("another id") << 404 << unknown << whichIsWrong.arg(QString::fromStdString(unknown));
        QTest::newRow("suspended") << 403 << std::string("No") << u"look at its installation there"_s;
    }

    void whatGitHubRefusesIsToldInOneLine()
    {
        QFETCH(int, status);
        QFETCH(std::string, said);
        QFETCH(QString, told);
        Scene s;
        s.github.script["GET /repos/acme/shop/installation"] = {answered(status, "{\"message\":\"" + said + "\"}")};

        const auto installation = s.app.installationFor("acme/shop", {});

        QVERIFY(!installation);
        QVERIFY(installation.error().code == ErrorCode::InvalidInput);
        QVERIFY2(QString::fromStdString(installation.error().detail).contains(told),
                 installation.error().detail.c_str());
    }

    void aTokenThatEndsEarlyHasAnotherOnce()
    {
        CannedGitHub github;
        QStringList refused;
        github.place.another = [&](const std::string& than) -> Result<std::string> {
            refused << QString::fromStdString(than);
            return std::string("another-token");
        };
        github.script["GET /x"] = {answered(401, "{}"), answered(200, "{}")};
        GitHubApi api(github.client, github.place);

        QVERIFY(api.read({.path = "/x", .about = "x"}, {}));
        QCOMPARE(refused, QStringList{u"t0ken-of-acme"_s});
        QCOMPARE(fieldOf(github.asked.back().fields, "Authorization"), std::string_view("Bearer another-token"));

        github.script["GET /x"] = {answered(401, "{}")};
        const auto again = api.read({.path = "/x", .about = "x"}, {});
        QVERIFY(!again && again.error().code == ErrorCode::Unauthorized);
        QCOMPARE(refused.size(), 2);
    }
};

SIGNALBOX_TEST(TestGitHubApp)
#include "tst_githubapp.moc"
