// SPDX-License-Identifier: GPL-3.0-or-later
// Healing as a GitHub App, with tokens that do not last: the real serve, and the test forge, which looks at each claim.
#include "tests/app/ctlprogram.h"
#include "tests/integration/github/testforge.h"
#include "tests/integration/webhook/serving.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kWorkflow = R"(name: ci
on: [push]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: |
          if [ "$GITHUB_RUN_ATTEMPT" = 1 ]; then
            echo "npm error 429 Too Many Requests - GET registry.npmjs.org/left-pad"
            exit 1
          fi
)";

QByteArray seedWith(const QString& key)
{
    const QJsonObject permissions{{u"actions"_s, u"write"_s}, {u"contents"_s, u"read"_s}, {u"metadata"_s, u"read"_s}};
    const QJsonObject app{
        {u"app_id"_s, 77},
        {u"slug"_s, u"signalbox"_s},
        {u"name"_s, u"Signalbox"_s},
        {u"private_key"_s, key},
        {u"permissions"_s, permissions},
        {u"events"_s, QJsonArray()},
        {u"installations"_s, QJsonArray{QJsonObject{{u"installation_id"_s, 9}, {u"account"_s, u"acme"_s}}}}};
    const QJsonObject github{
        {u"users"_s, QJsonArray{QJsonObject{{u"login"_s, u"ops"_s}}}},
        {u"orgs"_s,
         QJsonArray{
             QJsonObject{{u"login"_s, u"acme"_s},
                         {u"members"_s, QJsonArray{QJsonObject{{u"login"_s, u"ops"_s}, {u"role"_s, u"admin"_s}}}}}}},
        {u"repos"_s, QJsonArray{QJsonObject{{u"owner"_s, u"acme"_s}, {u"name"_s, u"shop"_s}, {u"auto_init"_s, true}}}},
        {u"apps"_s, QJsonArray{app}}};
    const QJsonObject files{{u".github/workflows/ci.yml"_s, QLatin1String(kWorkflow)}};
    const QJsonObject repos{{u"acme/shop"_s, QJsonObject{{u"run"_s, false}, {u"files"_s, files}}}};
    return QJsonDocument(QJsonObject{{u"tokens"_s, QJsonObject{{u"tok_ops"_s, QJsonObject{{u"login"_s, u"ops"_s}}}}},
                                     {u"github"_s, github},
                                     {u"forge"_s, QJsonObject{{u"repos"_s, repos}}}})
        .toJson();
}

} // namespace

class TestAppToken : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase()
    {
        for (const char* name : {"GITHUB_APP_ID", "GITHUB_APP_PRIVATE_KEY_FILE", "GITHUB_APP_INSTALLATION_ID"})
            qunsetenv(name);
    }
    void aRunIsHealedWithTokensThatDoNotLast();
    void whoTheAppIsMustBeRight();

private:
    TestForge m_forge;
    QTemporaryDir m_folder;

    static int tokens(TestForge& forge) { return forge.count(u"POST"_s, u"/app/installations/9/access_tokens"_s); }
};

void TestAppToken::initTestCase()
{
    const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
    if (openssl.isEmpty())
        QSKIP("openssl is not installed: there is no key");
    const QString file = m_folder.filePath(u"key.pem"_s);
    QCOMPARE(QProcess::execute(openssl, {u"genrsa"_s, u"-out"_s, file, u"2048"_s}), 0);
    QFile key(file);
    QVERIFY(key.open(QIODevice::ReadOnly));
    if (const QString why = m_forge.startProgram(u"forge.mjs"_s, seedWith(QString::fromUtf8(key.readAll())));
        !why.isEmpty())
        QSKIP(qPrintable(why));
    qunsetenv("GH_TOKEN");
    qputenv("GITHUB_API_URL", m_forge.url().toUtf8());
    qputenv("GITHUB_APP_ID", "77");
    qputenv("GITHUB_APP_PRIVATE_KEY_FILE", file.toUtf8());
}

void TestAppToken::aRunIsHealedWithTokensThatDoNotLast()
{
    Serving serving;
    const QStringList store{u"--store"_s, serving.storePath()};
    const Answered added = runCtl(store + QStringList{u"repo"_s, u"add"_s, QLatin1String(TestForge::kRepository)});
    QVERIFY2(added.status == 0, qPrintable(added.diagnostics));
    QCOMPARE(tokens(m_forge), 1);
    QVERIFY(m_forge.push());
    QTRY_COMPARE_WITH_TIMEOUT(m_forge.newestRun()[u"conclusion"].toString(), u"failure"_s, kPatienceMs);
    const Answered doctor = runCtl(store + QStringList{u"doctor"_s});
    QVERIFY2(doctor.output.contains(u"with GITHUB_APP_PRIVATE_KEY"_s) && !doctor.output.contains(u"with GH_TOKEN"_s),
             qPrintable(doctor.output));
    m_forge.order("POST", "/rerun-failed-jobs$",
                  {{u"status"_s, 401}, {u"body"_s, u"{\"message\":\"Bad credentials\"}"_s}}); // it was revoked

    QVERIFY(serving.start());

    QTRY_COMPARE_WITH_TIMEOUT(m_forge.newestRun()[u"conclusion"].toString(), u"success"_s, 3 * kPatienceMs);
    QCOMPARE(m_forge.newestRun()[u"run_attempt"].toInt(), 2);
    QCOMPARE(m_forge.count(u"POST"_s, u"/rerun-failed-jobs"_s), 3); // doctor's trial, and the one that was refused
    QCOMPARE(tokens(m_forge), 4); // of repo add, of doctor, of serve, and after the one that was revoked
    QCOMPARE(m_forge.count(u"GET"_s, u"/installation"_s), 4);
    QCOMPARE(serving.stop(), 0);
    QVERIFY(!serving.diagnostics().contains(u"ghs_"_s) && !serving.diagnostics().contains(u"eyJ"_s));
    QFile kept(serving.storePath());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    const QByteArray bytes = kept.readAll();
    QVERIFY(!bytes.contains("ghs_") && !bytes.contains("PRIVATE KEY"));
    QCOMPARE(m_forge.contractFault(), QByteArray());
}

void TestAppToken::whoTheAppIsMustBeRight()
{
    const auto told = [&] {
        const QTemporaryDir folder;
        return runCtl(
            {u"--store"_s, folder.filePath(u"s.sqlite"_s), u"repo"_s, u"add"_s, QLatin1String(TestForge::kRepository)});
    };
    qputenv("GITHUB_APP_INSTALLATION_ID", "9");
    const int before = m_forge.count(u"GET"_s, u"/installation"_s);
    QCOMPARE(told().status, 0);
    QCOMPARE(m_forge.count(u"GET"_s, u"/installation"_s), before); // it is told
    qputenv("GITHUB_APP_ID", "78");
    const Answered stranger = told();
    QCOMPARE(stranger.status, 3);
    QVERIFY2(stranger.diagnostics.contains(u"could not be decoded"_s) && isOneLine(stranger.diagnostics),
             qPrintable(stranger.diagnostics));
    QVERIFY2(stranger.diagnostics.contains(u"the App 78 ("_s)
                 && stranger.diagnostics.contains(
                     u"the id in GITHUB_APP_ID is wrong, or the key in GITHUB_APP_PRIVATE_KEY_FILE "_s),
             qPrintable(stranger.diagnostics));
    for (const char* id : {"abc", "77 ", "-77", "Iv1.8a/../9", "-----BEGIN PRIVATE KEY-----"}) {
        qputenv("GITHUB_APP_ID", id);
        const Answered nobody = told();
        QCOMPARE(nobody.status, 2);
        QVERIFY2(nobody.diagnostics.contains(u"GITHUB_APP_ID holds no id"_s) && isOneLine(nobody.diagnostics),
                 qPrintable(nobody.diagnostics));
    }
    qputenv("GITHUB_APP_ID", "Iv23liABCdef");
    QCOMPARE(told().status, 3); // it may be one, and is none of the forge's
    qputenv("GITHUB_APP_ID", "77");
    const QString file = qEnvironmentVariable("GITHUB_APP_PRIVATE_KEY_FILE");
    qunsetenv("GITHUB_APP_PRIVATE_KEY_FILE");
    const Answered keyless = told();
    QVERIFY2(keyless.diagnostics.contains(u"GITHUB_APP_PRIVATE_KEY is not set"_s), qPrintable(keyless.diagnostics));
    qputenv("GITHUB_APP_PRIVATE_KEY_FILE", file.toUtf8());
}

SIGNALBOX_TEST(TestAppToken)
#include "tst_apptoken.moc"
