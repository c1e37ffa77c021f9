// SPDX-License-Identifier: GPL-3.0-or-later
// From a failing pipeline of GitLab whose lockfile is stale to a merge request whose branch real npm installs.
#include "tests/integration/gitlab/testgitlab.h"
#include "tests/integration/npm/npmscene.h"
#include "tests/signalboxtest.h"

#include <QDirIterator>
#include <QTest>
#include <QUrl>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kInstalls = R"(test:
  script:
    - npm ci --ignore-scripts --no-audit --cache "$PWD/.npm"
)";

} // namespace

class TestLockfileMerge : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!NpmScene::hasNpm())
            QSKIP("npm is not installed");
    }
    void aStaleLockfile_data();
    void aStaleLockfile();
    void withNoHandOnIt();

private:
    /// False where it cannot be had here.
    static bool start(NpmScene& scene, TestGitLab& gitlab)
    {
        if (!scene.startRegistry(u"none"_s))
            return false;
        scene.writeLockfile();
        const QByteArray manifest = scene.read(u"package.json"_s);
        QJsonObject files;
        for (const QString& file : {u"package-lock.json"_s, u".npmrc"_s})
            files[file] = QString::fromUtf8(scene.read(file));
        files[u"package.json"_s]
            = QString::fromUtf8(QByteArray(manifest).replace(R"("cart")", R"("theme": "^1.0.0", "cart")"));
        if (!gitlab.start(kInstalls, files).isEmpty())
            return false;
        qputenv("GITLAB_TOKEN", TestGitLab::kToken);
        qputenv("GITLAB_URL", gitlab.url().toUtf8());
        return true;
    }
    /// A failing one, by its number; empty where there is none.
    static QString failingPipeline(NpmScene& scene, TestGitLab& gitlab)
    {
        return start(scene, gitlab) && gitlab.push() ? gitlab.pipelineThat(u"failed"_s) : QString();
    }
    static QJsonArray merges(TestGitLab& gitlab) { return gitlab.asked("GET", u"/merge_requests"_s).array(); }
    /// The branch is one commit on the one that failed, changes the lockfile alone, and real npm installs it.
    static void checkBranch(NpmScene& scene, TestGitLab& gitlab, const QString& branch)
    {
        const QString path
            = u"/repository/compare?from=main&to="_s + QString::fromLatin1(QUrl::toPercentEncoding(branch));
        const QJsonObject compared = gitlab.asked("GET", path).object();
        QCOMPARE(compared[u"commits"_s].toArray().size(), 1);
        QCOMPARE(compared[u"diffs"_s].toArray().size(), 1);
        QCOMPARE(compared[u"diffs"_s][0][u"new_path"_s].toString(), u"package-lock.json"_s);
        const QTemporaryDir folder;
        QUrl url(gitlab.url() + u"/acme/shop.git"_s);
        url.setUserInfo(u"oauth2:"_s + QString::fromLatin1(TestGitLab::kToken));
        QProcess git;
        git.start(u"git"_s, {u"clone"_s, u"-q"_s, u"--branch"_s, branch, url.toString(), folder.path()});
        QVERIFY(git.waitForFinished(kPatienceMs) && git.exitCode() == 0);
        QCOMPARE(scene.install(folder.path()), 0);
    }
};

void TestLockfileMerge::aStaleLockfile_data()
{
    QTest::addColumn<QString>("lost");
    QTest::newRow("offered once") << QString();
    QTest::newRow("the answer about the commit is lost") << u"/repository/commits$"_s;
    QTest::newRow("the answer about the merge request is lost") << u"/merge_requests$"_s;
}

void TestLockfileMerge::aStaleLockfile()
{
    QFETCH(QString, lost);
    NpmScene scene;
    TestGitLab gitlab;
    const QString pipeline = failingPipeline(scene, gitlab);
    if (pipeline.isEmpty())
        QSKIP("the forge does not start here");
    if (!lost.isEmpty())
        gitlab.order("POST", lost.toLatin1(), {{u"cut"_s, u"before"_s}, {u"perform"_s, true}});
    const QStringList heal{u"heal"_s, u"--provider"_s, u"gitlab"_s, u"--repo"_s, u"acme/shop"_s, u"--run"_s, pipeline};

    const Answered answered = scene.ask(heal);

    QVERIFY2(answered.status == 1, qPrintable(answered.output + answered.diagnostics)); // merging it is a person's
    const QJsonArray made = merges(gitlab);
    QCOMPARE(made.size(), 1);
    const QJsonObject merge = made[0].toObject();
    QCOMPARE(jsonOf(answered.output)[u"pull_request"_s].toString(), merge[u"web_url"_s].toString());
    QCOMPARE(merge[u"source_branch"_s].toString(), u"signalbox/lockfile-"_s + pipeline);
    QCOMPARE(merge[u"target_branch"_s].toString(), u"main"_s);
    QVERIFY(merge[u"description"_s].toString().contains(u"/acme/shop/-/pipelines/"_s + pipeline));
    checkBranch(scene, gitlab, merge[u"source_branch"_s].toString());
    QVERIFY(!gitlab.pipelineThat(u"success"_s).isEmpty()); // that of the branch
    QCOMPARE(scene.ask(heal).status, 1);
    QCOMPARE(merges(gitlab).size(), 1);
    QCOMPARE(gitlab.count(u"POST"_s, u"/retry"_s), 0);
    QDirIterator kept(QFileInfo(scene.store()).path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (kept.hasNext()) {
        QFile file(kept.next());
        QVERIFY2(!file.open(QIODevice::ReadOnly) || !file.readAll().contains(TestGitLab::kToken),
                 qPrintable(file.fileName()));
    }
    QCOMPARE(gitlab.contractFault(), QByteArray());
}

void TestLockfileMerge::withNoHandOnIt()
{
    NpmScene scene;
    TestGitLab gitlab;
    if (!start(scene, gitlab))
        QSKIP("the forge does not start here");
    Serving serving;
    const Answered added = runCtl(
        {u"--store"_s, serving.storePath(), u"repo"_s, u"add"_s, u"acme/shop"_s, u"--provider"_s, u"gitlab"_s});
    QVERIFY2(added.status == 0, qPrintable(added.diagnostics));
    QVERIFY(serving.start());
    QVERIFY(
        gitlab.hook(u"http://127.0.0.1:%1/webhook/gitlab"_s.arg(serving.port()), QString::fromLatin1(Serving::kToken)));

    QVERIFY(gitlab.push());

    QTRY_COMPARE_WITH_TIMEOUT(merges(gitlab).size(), 1, 6 * kPatienceMs);
    checkBranch(scene, gitlab, merges(gitlab)[0][u"source_branch"_s].toString());
    QCOMPARE(serving.stop(), 0);
}

SIGNALBOX_TEST(TestLockfileMerge)
#include "tst_lockfilemerge.moc"
