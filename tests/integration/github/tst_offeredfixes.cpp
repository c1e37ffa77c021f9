// SPDX-License-Identifier: GPL-3.0-or-later
// From failing runs on GitHub to pull requests: a step that runs into its time limit, and peer dependencies that
// exclude each other, which real npm installs on the branch.
#include "tests/integration/github/offers.h"
#include "tests/integration/npm/npmscene.h"
#include "tests/signalboxtest.h"

#include <QFile>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kTooLong = R"(  test:
    runs-on: ubuntu-latest
    steps:
      - name: Unit
        timeout-minutes: 5
        run: sleep 600
)";
constexpr const char* kInstalls = R"(  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - name: Install
        run: npm ci --ignore-scripts --no-audit --cache "$PWD/.npm"
)";

QByteArray contentOf(const QString& file)
{
    QFile read(file);
    return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
}

} // namespace

class TestOfferedFixes : public QObject {
    Q_OBJECT

private slots:
    void aTimeLimitIsRaised()
    {
        NpmScene scene;
        TestForge forge;
        forge.shortenMinutes(200);
        const QString run = failedRun(forge, kTooLong);
        if (run.isEmpty())
            QSKIP("the forge does not start here");

        const Answered answered = scene.ask(healOf(run));

        QVERIFY2(answered.status == 1, qPrintable(answered.output + answered.diagnostics)); // merging it is a person's
        QCOMPARE(forge.count(u"POST"_s, u"/rerun-failed-jobs"_s), 1); // it may have been a slow day
        const QJsonArray made = pullsOf(forge);
        QCOMPARE(made.size(), 1);
        QCOMPARE(made[0][u"title"_s].toString(), u"Raise the time limit of step Unit of job test"_s);
        const QString branch = made[0][u"head"_s][u"ref"_s].toString();
        QCOMPARE(branch, u"signalbox/timeout-"_s + run);
        QCOMPARE(filesOf(forge, branch), QStringList{u".github/workflows/ci.yml"_s});
        const QTemporaryDir before;
        const QTemporaryDir after;
        QVERIFY(checkOut(forge, u"main"_s, before.path()) && checkOut(forge, branch, after.path()));
        const QString file = u"/.github/workflows/ci.yml"_s;
        QCOMPARE(contentOf(after.path() + file),
                 contentOf(before.path() + file).replace("timeout-minutes: 5", "timeout-minutes: 10"));
        QCOMPARE(forge.contractFault(), QByteArray());
        QCOMPARE(scene.ask(healOf(run)).status, 1);
        QCOMPARE(pullsOf(forge).size(), 1);
    }

    void aTokenThatMayChangeNoWorkflowIsToldSo()
    {
        NpmScene scene;
        TestForge forge;
        forge.shortenMinutes(200);
        const QString run = failedRun(forge, kTooLong);
        if (run.isEmpty())
            QSKIP("the forge does not start here");
        forge.ask("POST", u"/_forge/faults"_s, // as GitHub answers then
                  {{u"method"_s, u"POST"_s},
                   {u"path"_s, u"/git/trees$"_s},
                   {u"answer"_s, QJsonObject{{u"status"_s, 404}, {u"body"_s, u"{}"_s}}}});

        const Answered answered = scene.ask(healOf(run));

        QVERIFY2((answered.output + answered.diagnostics).contains(u"the permission Workflows: read and write"_s),
                 qPrintable(answered.output + answered.diagnostics));
        QVERIFY(pullsOf(forge).isEmpty());
    }

    void aDependencyIsUpdated_data()
    {
        QTest::addColumn<QByteArray>("peer");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("to a version that takes what is there")
            << QByteArray("paint") << QByteArray(R"("paint": "^1.0.0")") << QByteArray(R"("paint": "^2.0.0")");
        QTest::newRow("what is there is pinned, since none does")
            << QByteArray("theme") << QByteArray(R"("money": "2.0.0")") << QByteArray(R"("money": "1.1.0")");
    }

    void aDependencyIsUpdated()
    {
        QFETCH(QByteArray, peer);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        if (!NpmScene::hasNpm())
            QSKIP("npm is not installed");
        NpmScene scene;
        TestForge forge;
        QVERIFY(scene.startRegistry(u"none"_s));
        const QByteArray manifest = "{\n    \"name\": \"shop\",\n    \"version\": \"1.0.0\",\n    \"dependencies\": {\n"
                                    "        \"money\": \"2.0.0\",\n        \""
            + peer + "\": \"^1.0.0\"\n    }\n}\n";
        scene.write(u"package.json"_s, manifest);
        scene.lockWithoutPeers();
        QJsonObject files;
        for (const QString& file : {u"package.json"_s, u"package-lock.json"_s, u".npmrc"_s})
            files[file] = QString::fromUtf8(scene.read(file));
        const QString run = failedRun(forge, kInstalls, files);
        if (run.isEmpty())
            QSKIP("the forge does not start here");

        const Answered answered = scene.ask(healOf(run));

        QVERIFY2(answered.status == 1, qPrintable(answered.output + answered.diagnostics));
        const QJsonArray made = pullsOf(forge);
        QVERIFY2(made.size() == 1, qPrintable(answered.output + answered.diagnostics));
        const QString branch = made[0][u"head"_s][u"ref"_s].toString();
        QCOMPARE(branch, u"signalbox/dependency-"_s + run);
        QCOMPARE(filesOf(forge, branch), (QStringList{u"package-lock.json"_s, u"package.json"_s}));
        const QTemporaryDir folder;
        QVERIFY(checkOut(forge, branch, folder.path()));
        QCOMPARE(contentOf(folder.path() + u"/package.json"_s), QByteArray(manifest).replace(before, after));
        QCOMPARE(scene.install(folder.path()), 0);
    }
};

SIGNALBOX_TEST(TestOfferedFixes)
#include "tst_offeredfixes.moc"
