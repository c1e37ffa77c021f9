// SPDX-License-Identifier: GPL-3.0-or-later
// How signalboxctl serve is started, and what it says where it cannot be.
#include "tests/app/ctlprogram.h"
#include "tests/integration/webhook/serving.h"
#include "tests/signalboxtest.h"

#include <QTcpServer>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestServeUsage : public QObject {
    Q_OBJECT

private slots:
    void isRefusedInOneLine_data();
    void isRefusedInOneLine();
    void aPortInUseIsNamed();
    void withoutASecretThereIsNoRoute();
    void aSecretMayStandInAFile();
    void aSecretIsChangedWhileItServes();
    void aSecretThatCannotBeReadStopsIt();
    void fromElsewhereStatusNeedsAToken();
};

void TestServeUsage::isRefusedInOneLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("status");
    QTest::newRow("no address") << QStringList{u"--listen"_s, u"5000"_s} << u"127.0.0.1:5000"_s << 2;
    QTest::newRow("no number of a host") << QStringList{u"--listen"_s, u"example.org:5000"_s} << u"example.org"_s << 2;
    QTest::newRow("another's address") << QStringList{u"--listen"_s, u"192.0.2.1:0"_s} << u"--listen"_s << 3;
    QTest::newRow("no workers") << QStringList{u"--workers"_s, u"0"_s} << u"--workers"_s << 2;
    QTest::newRow("an unknown option") << QStringList{u"--secret"_s, u"x"_s} << u"--secret"_s << 2;
}

void TestServeUsage::isRefusedInOneLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, word);
    QFETCH(int, status);
    const QTemporaryDir folder;

    const Answered answered = runCtl(QStringList{u"serve"_s, u"--store"_s, folder.filePath(u"s.sqlite"_s)} + arguments);

    QCOMPARE(answered.status, status);
    QVERIFY2(isOneLine(answered.diagnostics) && answered.diagnostics.contains(word), qPrintable(answered.diagnostics));
}

void TestServeUsage::aPortInUseIsNamed()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString address = u"127.0.0.1:%1"_s.arg(other.serverPort());
    const QTemporaryDir folder;

    const Answered answered
        = runCtl({u"serve"_s, u"--store"_s, folder.filePath(u"s.sqlite"_s), u"--listen"_s, address});

    QCOMPARE(answered.status, 3);
    QVERIFY2(isOneLine(answered.diagnostics) && answered.diagnostics.contains(address + u" is in use"_s),
             qPrintable(answered.diagnostics));
}

void TestServeUsage::withoutASecretThereIsNoRoute()
{
    Serving serving;
    QVERIFY(serving.start({}));
    HttpClient http(serving.port());

    QCOMPARE(http.send("POST", "/webhook/github", githubFields("1", "ping", "{}"), "{}").status, 404);
    QCOMPARE(http.send("POST", "/webhook/gitlab", {{"Content-Type", "application/json"}}, "{}").status, 404);
    QCOMPARE(http.send("GET", "/healthz", {}).status, 200);
}

void TestServeUsage::aSecretMayStandInAFile()
{
    const QTemporaryDir folder;
    const QString file = writtenFile(folder.path(), u"secret"_s, QByteArray(Serving::kSecret) + "\n");
    Serving serving;
    QVERIFY(serving.start({u"GITHUB_WEBHOOK_SECRET_FILE="_s + file}));

    QCOMPARE(HttpClient(serving.port()).send("POST", "/webhook/github", githubFields("1", "ping", "{}"), "{}").status,
             202);
}

void TestServeUsage::aSecretIsChangedWhileItServes()
{
    const QTemporaryDir folder;
    const QString file = writtenFile(folder.path(), u"secret"_s, "the one of before\n");
    Serving serving;
    QVERIFY(serving.start({u"GITHUB_WEBHOOK_SECRET_FILE="_s + file}));
    const auto deliver = [&] {
        return HttpClient(serving.port()).send("POST", "/webhook/github", githubFields("1", "ping", "{}"), "{}").status;
    };
    QCOMPARE(deliver(), 401);

    writtenFile(folder.path(), u"secret"_s, QByteArray(Serving::kSecret) + "\n");

    QTRY_COMPARE_WITH_TIMEOUT(deliver(), 202, kPatienceMs);
    QVERIFY(QFile::remove(file)); // whoever may deliver still may
    QTRY_VERIFY_WITH_TIMEOUT(serving.diagnostics().contains(u"with the secrets of before"_s), kPatienceMs);
    QCOMPARE(deliver(), 202);
}

void TestServeUsage::aSecretThatCannotBeReadStopsIt()
{
    const QTemporaryDir folder;
    Serving serving;

    QVERIFY(!serving.start({u"GITHUB_WEBHOOK_SECRET_FILE="_s + folder.filePath(u"absent"_s)}));

    const QString told = serving.diagnostics();
    QVERIFY2(isOneLine(told) && told.contains(u"GITHUB_WEBHOOK_SECRET_FILE: "_s)
                 && told.contains(folder.filePath(u"absent"_s)),
             qPrintable(told));
}

void TestServeUsage::fromElsewhereStatusNeedsAToken()
{
    const QStringList everywhere{u"--listen"_s, u"0.0.0.0:0"_s};
    Serving open;
    QVERIFY(open.start({}, everywhere));
    QVERIFY(open.diagnostics().contains(u"SIGNALBOX_STATUS_TOKEN is not set"));
    Serving guarded;
    QVERIFY(guarded.start({u"SIGNALBOX_STATUS_TOKEN=t0ken"_s}, everywhere));

    for (const QByteArray path : {"/metrics", "/pipeline/status/1"}) {
        QCOMPARE(HttpClient(open.port()).send("GET", path, {}).status, 401);
        QCOMPARE(HttpClient(guarded.port()).send("GET", path, {}).status, 401);
        QCOMPARE(HttpClient(guarded.port()).send("GET", path, {{"Authorization", "Bearer other"}}).status, 401);
        QVERIFY(HttpClient(guarded.port()).send("GET", path, {{"Authorization", "Bearer t0ken"}}).status != 401);
    }
    QCOMPARE(HttpClient(open.port()).send("GET", "/healthz", {}).status, 200);
}

SIGNALBOX_TEST(TestServeUsage)
#include "tst_serveusage.moc"
