// SPDX-License-Identifier: GPL-3.0-or-later
// From a failing run on GitHub whose lockfile is stale to a pull request whose branch real npm installs.
#include "tests/integration/github/offers.h"
#include "tests/integration/npm/npmscene.h"
#include "tests/integration/webhook/serving.h"
#include "tests/signalboxtest.h"

#include <QDirIterator>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kInstalls = R"(  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - name: Install
        run: npm ci --ignore-scripts --no-audit --cache "$PWD/.npm"
)";

} // namespace

class TestLockfilePull : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!NpmScene::hasNpm())
            QSKIP("npm is not installed");
    }
    void aStaleLockfile_data();
    void aStaleLockfile();
    void whereThePolicyAsks();
    void withNoHandOnIt();
    void aRequestOfSomebodyElse_data();
    void aRequestOfSomebodyElse();

private:
    /// Whose lockfile does not match; empty where there is no registry.
    static QJsonObject staleFiles(NpmScene& scene, const QByteArray& policy)
    {
        if (!scene.startRegistry(u"none"_s))
            return {};
        scene.writeLockfile();
        const QByteArray manifest = scene.read(u"package.json"_s);
        QJsonObject files;
        for (const QString& file : {u"package-lock.json"_s, u".npmrc"_s})
            files[file] = QString::fromUtf8(scene.read(file));
        files[u"package.json"_s]
            = QString::fromUtf8(QByteArray(manifest).replace(R"("cart")", R"("theme": "^1.0.0", "cart")"));
        if (!policy.isEmpty())
            files[u"signalbox.yaml"_s] = QString::fromUtf8(policy);
        return files;
    }
    /// A failing run, by its number; empty where there is no forge.
    static QString failingRun(NpmScene& scene, TestForge& forge, const QByteArray& policy)
    {
        const QJsonObject files = staleFiles(scene, policy);
        return files.isEmpty() ? QString() : failedRun(forge, kInstalls, files);
    }
    static void checkBranch(NpmScene& scene, TestForge& forge, const QJsonObject& pull)
    {
        const QString branch = pull[u"head"_s][u"ref"_s].toString();
        const QTemporaryDir folder;
        QCOMPARE(filesOf(forge, branch), QStringList{u"package-lock.json"_s});
        QVERIFY(checkOut(forge, branch, folder.path()));
        QCOMPARE(scene.install(folder.path()), 0);
    }
};

void TestLockfilePull::aStaleLockfile_data()
{
    QTest::addColumn<QString>("lost");
    QTest::newRow("offered once") << QString();
    QTest::newRow("the answer about the branch is lost") << u"/git/refs$"_s;
    QTest::newRow("the answer about the pull request is lost") << u"/pulls$"_s;
}

void TestLockfilePull::aStaleLockfile()
{
    QFETCH(QString, lost);
    NpmScene scene;
    TestForge forge;
    const QString run = failingRun(scene, forge, {});
    if (run.isEmpty())
        QSKIP("the forge does not start here");
    if (!lost.isEmpty())
        forge.ask("POST", u"/_forge/faults"_s,
                  {{u"method"_s, u"POST"_s},
                   {u"path"_s, lost},
                   {u"answer"_s, QJsonObject{{u"cut"_s, u"before"_s}, {u"perform"_s, true}}}});

    const Answered answered = scene.ask(healOf(run));

    QVERIFY2(answered.status == 1, qPrintable(answered.output + answered.diagnostics)); // merging it is a person's
    const QJsonArray made = pullsOf(forge);
    QCOMPARE(made.size(), 1);
    const QJsonObject pull = made[0].toObject();
    QCOMPARE(jsonOf(answered.output)[u"pull_request"_s].toString(), pull[u"html_url"_s].toString());
    QCOMPARE(pull[u"head"_s][u"ref"_s].toString(), u"signalbox/lockfile-"_s + run);
    QCOMPARE(pull[u"base"_s][u"ref"_s].toString(), u"main"_s);
    QVERIFY(pull[u"body"_s].toString().contains(u"/acme/shop/actions/runs/"_s + run));
    checkBranch(scene, forge, pull);
    QCOMPARE(scene.ask(healOf(run)).status, 1);
    QCOMPARE(pullsOf(forge).size(), 1);
    QCOMPARE(forge.count(u"POST"_s, u"/rerun-failed-jobs"_s), 0);
    QDirIterator kept(QFileInfo(scene.store()).path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (kept.hasNext()) {
        QFile file(kept.next());
        QVERIFY2(!file.open(QIODevice::ReadOnly) || !file.readAll().contains(TestForge::kToken),
                 qPrintable(file.fileName()));
    }
}

void TestLockfilePull::whereThePolicyAsks()
{
    NpmScene scene;
    TestForge forge;
    const QString run = failingRun(scene, forge,
                                   "version: 1\njobs:\n  build:\n    script: [\"true\"]\npolicy:\n  autonomy:\n"
                                   "    pull_request: ask\n");
    if (run.isEmpty())
        QSKIP("the forge does not start here");
    const Answered asked = scene.ask(healOf(run));
    QVERIFY2(asked.status == 1, qPrintable(asked.output + asked.diagnostics));
    QVERIFY(pullsOf(forge).isEmpty());

    const QJsonObject shown = scene.approve(jsonOf(asked.output), u"try_fix:regenerate_lockfile"_s);

    QVERIFY(!shown.isEmpty());
    QCOMPARE(scene.ask(healOf(run)).status, 1);
    QCOMPARE(pullsOf(forge).size(), 1);
    checkBranch(scene, forge, pullsOf(forge)[0].toObject());
}

void TestLockfilePull::withNoHandOnIt()
{
    NpmScene scene;
    TestForge forge;
    const QJsonObject files = staleFiles(scene, {});
    if (files.isEmpty() || !forge.start(kInstalls, "[]", files).isEmpty())
        QSKIP("the forge does not start here");
    qputenv("GH_TOKEN", TestForge::kToken);
    qputenv("GITHUB_API_URL", forge.url().toUtf8());
    Serving serving;
    QCOMPARE(runCtl({u"--store"_s, serving.storePath(), u"repo"_s, u"add"_s, u"acme/shop"_s}).status, 0);
    QVERIFY(serving.start());
    QVERIFY(
        forge.hook(u"http://127.0.0.1:%1/webhook/github"_s.arg(serving.port()), QString::fromLatin1(Serving::kSecret)));

    QVERIFY(forge.push());

    QTRY_COMPARE_WITH_TIMEOUT(pullsOf(forge).size(), 1, 6 * kPatienceMs);
    checkBranch(scene, forge, pullsOf(forge)[0].toObject());
    QCOMPARE(forge.contractFault(), QByteArray());
    QCOMPARE(serving.stop(), 0);
}

void TestLockfilePull::aRequestOfSomebodyElse_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("said");
    QTest::newRow("open") << u"open"_s << u"holds something else; delete it, and the fix is offered"_s;
    QTest::newRow("closed") << u"closed"_s << u"was closed without being merged; open it again to have the fix"_s;
}

/// Whoever may push can make one with the name of an offer: it is not passed off as ours.
void TestLockfilePull::aRequestOfSomebodyElse()
{
    QFETCH(QString, state);
    QFETCH(QString, said);
    NpmScene scene;
    TestForge forge;
    const QString run = failingRun(scene, forge, {});
    if (run.isEmpty())
        QSKIP("the forge does not start here");
    const QString branch = u"signalbox/lockfile-"_s + run;
    const QString head = forge.ask("GET", u"/repos/acme/shop/git/ref/heads/main"_s)[u"object"_s][u"sha"_s].toString();
    forge.ask("POST", u"/repos/acme/shop/git/refs"_s, {{u"ref"_s, u"refs/heads/"_s + branch}, {u"sha"_s, head}});
    forge.ask("PUT", u"/repos/acme/shop/contents/theirs.txt"_s,
              {{u"message"_s, u"Take it over"_s}, {u"content"_s, u"aGk="_s}, {u"branch"_s, branch}});
    const QJsonDocument theirs = forge.ask("POST", u"/repos/acme/shop/pulls"_s,
                                           {{u"title"_s, u"Theirs"_s}, {u"head"_s, branch}, {u"base"_s, u"main"_s}});
    const QString page = u"/repos/acme/shop/pulls/%1"_s.arg(theirs[u"number"_s].toInt());
    QVERIFY(!forge.ask("PATCH", page, {{u"state"_s, state}}).isEmpty());

    const Answered answered = scene.ask(healOf(run));

    QVERIFY2(answered.status == 3 && answered.diagnostics.contains(said), qPrintable(answered.diagnostics));
    QCOMPARE(jsonOf(answered.output)[u"outcome"_s].toString(), u"escalated"_s); // a person is asked
    QVERIFY(jsonOf(answered.output)[u"pull_request"_s].isNull());
    QCOMPARE(filesOf(forge, branch), QStringList{u"theirs.txt"_s});
}

SIGNALBOX_TEST(TestLockfilePull)
#include "tst_lockfilepull.moc"
