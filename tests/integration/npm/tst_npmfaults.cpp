// SPDX-License-Identifier: GPL-3.0-or-later
// Each fault of a registry or a project is healed or handed to a person, and the user's tree stays as it is.
#include "core/host/logfile.h"
#include "core/host/runtime.h"
#include "tests/integration/npm/npmscene.h"
#include "tests/signalboxtest.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

QString triedIn(const QJsonObject& healed)
{
    QStringList words;
    for (const QJsonValue& fix : healed[u"tried"].toArray())
        words << fix[u"strategy"].toString() + u' ' + fix[u"outcome"].toString();
    return words.join(u", "_s);
}

} // namespace

class TestNpmFaults : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!NpmScene::hasNpm())
            QSKIP("npm is not on this machine: the npm install healer is not tried");
    }

    void aFaultyRegistry_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("times"); // -1: always
        QTest::addColumn<bool>("locked");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("failure");
        QTest::addColumn<QString>("tried");

        QTest::newRow("none: there is nothing to heal")
            << u"none"_s << -1 << true << 0 << u"green"_s << QString() << QString();
        QTest::newRow("resets that end: installed again")
            << u"reset"_s << 4 << true << 0 << u"healed"_s << u"npm_network"_s << u"retry_install passed"_s;
        QTest::newRow("resets without end: the limit is kept")
            << u"reset"_s << -1 << true << 1 << u"escalated"_s << u"npm_network"_s << u"retry_install failed"_s;
        QTest::newRow("a stall: installed again with longer time-outs")
            << u"stall"_s << 2 << true << 0 << u"healed"_s << u"npm_network"_s << u"retry_install passed"_s;
        QTest::newRow("503 for a while: installed again")
            << u"503"_s << 4 << true << 0 << u"healed"_s << u"npm_network"_s << u"retry_install passed"_s;
        QTest::newRow("404: nothing is tried")
            << u"404"_s << -1 << false << 1 << u"escalated"_s << u"npm_e404"_s << QString();
        QTest::newRow("401: nothing is tried, the registry has refused")
            << u"401"_s << -1 << false << 3 << u"escalated"_s << u"npm_auth"_s << QString();
        QTest::newRow("a checksum that does not fit: never bypassed")
            << u"wrong-integrity"_s << -1 << false << 1 << u"escalated"_s << u"npm_eintegrity"_s << QString();
        QTest::newRow("an archive that is not the locked one: never bypassed")
            << u"tampered-tarball"_s << -1 << true << 1 << u"escalated"_s << u"npm_eintegrity"_s << QString();
        QTest::newRow("an archive that cannot be read: one download more")
            << u"corrupt-tarball"_s << -1 << false << 1 << u"escalated"_s << u"cache_failure"_s
            << u"verify_cache failed"_s; // the check finds nothing wrong, and the archive is still no archive
    }

    void aFaultyRegistry()
    {
        QFETCH(QString, fault);
        QFETCH(int, times);
        QFETCH(bool, locked);
        NpmScene scene;
        const QByteArray retries = fault == u"stall"_s ? "0" : "1"; // of npm itself
        scene.write(u".npmrc"_s, "fetch-timeout=1500\nfetch-retries=" + retries + "\nfetch-retry-mintimeout=200\n");
        QVERIFY(scene.startRegistry(fault, times));
        if (locked)
            scene.writeLockfile();
        QVERIFY(scene.commitPolicy(1));
        const QByteArray before = scene.tree();

        const Answered answered = scene.heal();

        const QJsonObject healed = jsonOf(answered.output);
        qInfo("%s", qPrintable(answered.output.trimmed() + answered.diagnostics));
        QTEST(healed[u"outcome"].toString(), "outcome");
        QTEST(healed[u"class"].toString(), "failure");
        QTEST(triedIn(healed), "tried");
        QTEST(answered.status, "status");
        QCOMPARE(healed[u"approval"].isDouble(), healed[u"outcome"].toString() == u"escalated");
        QVERIFY2(scene.tree() == before, "the user's tree has changed");
        QVERIFY2(!scene.requests().contains(u"/ran"), "a lifecycle script has run");
    }

    void aFaultyProject_data()
    {
        QTest::addColumn<QByteArray>("manifest");
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QString>("failure");

        QTest::newRow("a version that does not exist")
            << QByteArray(R"({"name": "shop", "version": "1.0.0", "dependencies": {"money": "^7.0.0"}})")
            << QByteArray() << u"npm_e404"_s;
        QTest::newRow("a package that does not exist")
            << QByteArray(R"({"name": "shop", "version": "1.0.0", "dependencies": {"nowhere": "1"}})") << QByteArray()
            << u"npm_e404"_s;
        QTest::newRow("another version of node")
            << QByteArray(R"({"name": "shop", "version": "1.0.0", "engines": {"node": ">=99"}})")
            << QByteArray("engine-strict=true\n") << u"npm_engine"_s;
        QTest::newRow("a peer conflict, which asks first")
            << QByteArray(R"({"name": "shop", "version": "1.0.0", "dependencies": {"money": "^2", "theme": "1"}})")
            << QByteArray() << u"npm_eresolve"_s;
    }

    void aFaultyProject()
    {
        QFETCH(QByteArray, manifest);
        QFETCH(QByteArray, settings);
        NpmScene scene;
        scene.write(u"package.json"_s, manifest);
        scene.write(u".npmrc"_s, settings);
        QVERIFY(scene.startRegistry(u"none"_s));
        const QByteArray before = scene.tree();

        const Answered answered = scene.heal();

        const QJsonObject healed = jsonOf(answered.output);
        qInfo("%s", qPrintable(answered.output.trimmed() + answered.diagnostics));
        QTEST(healed[u"class"].toString(), "failure");
        QCOMPARE(healed[u"outcome"].toString(), u"escalated"_s);
        QCOMPARE(triedIn(healed), QString()); // no blind retry
        QCOMPARE(answered.status, 1);
        QVERIFY2(scene.tree() == before, "the user's tree has changed");
    }

    void whatNpmPrintedStaysToBeRead()
    {
        NpmScene scene;
        scene.write(u".npmrc"_s, "fetch-retries=0\nfetch-timeout=1500\n");
        QVERIFY(scene.startRegistry(u"reset"_s, 1));
        scene.writeLockfile();
        QVERIFY(scene.commitPolicy(1));
        QCOMPARE(jsonOf(scene.heal().output)[u"outcome"].toString(), u"healed"_s);
        host::Runtime::Options options;
        options.store = scene.store().toStdString();
        const auto runtime = host::Runtime::open(std::move(options));
        QVERIFY(runtime);

        const auto run = (*runtime)->queries().run(RunId{1});
        QVERIFY(run);
        QStringList jobs;
        for (const ci::Job& job : run->jobs)
            jobs << QStringLiteral("%1 %2 exit %3")
                        .arg(QString::fromStdString(job.name))
                        .arg(job.attempt)
                        .arg(*job.exitCode);
        qInfo("%s", qPrintable(jobs.join(u", "_s)));
        QVERIFY(jobs.front().startsWith(u"npm ci"_s) && !jobs.front().endsWith(u"exit 0"_s));
        QVERIFY(jobs.back().endsWith(u"exit 0"_s));

        const auto failed = (*runtime)->queries().log(RunId{1}, run->jobs.front().name, 1);
        QVERIFY(failed);
        const auto log = host::LogFile::open(failed->file);
        QVERIFY(log);
        QVERIFY(log->bytes() > 0);
        QVERIFY(!failed->rootCause.empty()); // where it opens
        QVERIFY(!(*runtime)->queries().log(RunId{1}, "npm ci", 99));
    }

    void aCorruptCacheIsReplaced()
    {
        NpmScene scene;
        QVERIFY(scene.startRegistry(u"none"_s));
        QDir().mkpath(scene.benchFolder() + u"/cache/_cacache"_s);
        QFile broken(scene.benchFolder() + u"/cache/_cacache/content-v2"_s); // a folder in a cache that is whole
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("half of a save that was cut short");
        broken.close();

        const Answered answered = scene.heal();

        const QJsonObject healed = jsonOf(answered.output);
        qInfo("%s", qPrintable(answered.output.trimmed() + answered.diagnostics));
        QCOMPARE(healed[u"outcome"].toString(), u"healed"_s);
        QCOMPARE(healed[u"class"].toString(), u"cache_failure"_s);
        QCOMPARE(answered.status, 0);
    }
};

SIGNALBOX_TEST(TestNpmFaults)
#include "tst_npmfaults.moc"
