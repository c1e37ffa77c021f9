// SPDX-License-Identifier: GPL-3.0-or-later
// The user's tree changes when a person has accepted, by the lockfile alone, and only while it is what was diagnosed.
#include "tests/integration/npm/npmscene.h"
#include "tests/signalboxtest.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <signal.h>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 600'000;

const QByteArray kMoreDependencies
    = R"({"name": "shop", "version": "1.0.0", "dependencies": {"cart": "^2.4.0", "money": "1.0.0"}})";

/// A lockfile that fits the manifest as it was before.
void letItGoOutOfSync(NpmScene& scene)
{
    QVERIFY(scene.startRegistry(u"none"_s));
    scene.writeLockfile();
    scene.write(u"package.json"_s, kMoreDependencies);
}

QString eventTypes(const NpmScene& scene, const QString& run, const QString& key)
{
    QStringList types;
    const Answered answered = scene.ask({u"runs"_s, u"events"_s, run});
    for (const QJsonValue& event : QJsonDocument::fromJson(answered.output.toUtf8()).array()) {
        if (event[u"data"][u"key"].toString() == key)
            types << event[u"type"].toString();
    }
    return types.join(u' ');
}

} // namespace

class TestNpmAccept : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!NpmScene::hasNpm())
            QSKIP("npm is not on this machine: the npm install healer is not tried");
    }

    void acceptedOnlyTheLockfileChanges()
    {
        NpmScene scene;
        letItGoOutOfSync(scene);
        const QByteArray before = scene.tree();
        const Answered answered = scene.heal();
        const QJsonObject healed = jsonOf(answered.output);
        qInfo("%s", qPrintable(answered.output.trimmed() + answered.diagnostics));
        QCOMPARE(healed[u"outcome"].toString(), u"offered"_s);
        QCOMPARE(healed[u"class"].toString(), u"lockfile_out_of_sync"_s);
        QCOMPARE(answered.status, 1);
        QVERIFY(scene.tree() == before);

        const QJsonObject run = scene.approve(healed, u"accept"_s);

        QCOMPARE(run[u"state"].toString(), u"succeeded"_s);
        QCOMPARE(run[u"outcome"].toString(), u"healed"_s);
        const QJsonObject lockfile = QJsonDocument::fromJson(scene.read(u"package-lock.json"_s)).object();
        QCOMPARE(lockfile[u"packages"][u"node_modules/money"][u"version"].toString(), u"1.0.0"_s);
        QCOMPARE(lockfile[u"packages"][u"node_modules/cart"][u"version"].toString(), u"2.4.1"_s);
        QCOMPARE(scene.read(u"package.json"_s), kMoreDependencies);
        QCOMPARE(QDir(scene.folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList({u".npmrc"_s, u"package-lock.json"_s, u"package.json"_s}));
        const Answered again = scene.heal();
        QCOMPARE(jsonOf(again.output)[u"outcome"].toString(), u"green"_s);
        QCOMPARE(again.status, 0);
    }

    void theEvidenceIsTheDifference()
    {
        NpmScene scene;
        letItGoOutOfSync(scene);
        const QJsonObject healed = jsonOf(scene.heal().output);

        const QJsonObject shown
            = scene.object({u"approvals"_s, u"show"_s, QString::number(healed[u"approval"].toInt())});

        const QJsonObject evidence = shown[u"evidence"].toObject();
        QCOMPARE(evidence[u"file"].toString(), u"package-lock.json"_s);
        QVERIFY(evidence[u"diff"].toArray().contains(u"+        \"money\": \"1.0.0\""_s));
        QCOMPARE(evidence[u"packages_changed"].toInt(), 1);
        QCOMPARE(evidence[u"packages_kept"].toInt(), 1);
    }

    void rejectedNothingChanges()
    {
        NpmScene scene;
        letItGoOutOfSync(scene);
        const QByteArray before = scene.tree();
        const QJsonObject healed = jsonOf(scene.heal().output);
        const QString approval = QString::number(healed[u"approval"].toInt());
        const QString run = QString::number(healed[u"run"].toInt());
        QCOMPARE(scene.ask({u"approvals"_s, u"reject"_s, approval, u"--reason"_s, u"by hand"_s}).status, 0);

        QCOMPARE(scene.object({u"runs"_s, u"resume"_s, run})[u"state"].toString(), u"succeeded"_s);

        QCOMPARE(scene.object({u"runs"_s, u"show"_s, run})[u"outcome"].toString(), u"declined"_s);
        QVERIFY(scene.tree() == before);
    }

    void aTreeThatWentOnIsLeftAlone()
    {
        NpmScene scene;
        letItGoOutOfSync(scene);
        const QJsonObject healed = jsonOf(scene.heal().output);
        scene.write(u"package.json"_s, kMoreDependencies + "\n");
        const QByteArray before = scene.tree();

        const QJsonObject run = scene.approve(healed, u"accept"_s);

        QCOMPARE(run[u"state"].toString(), u"failed"_s);
        QVERIFY(scene.tree() == before);
    }

    void aLockfileThatCannotBeReadIsReplacedWhole()
    {
        NpmScene scene;
        QVERIFY(scene.startRegistry(u"none"_s));
        scene.write(u"package-lock.json"_s, "{\"name\": \"shop\", <<<<<<< HEAD");
        const QByteArray before = scene.tree();
        const QJsonObject healed = jsonOf(scene.heal().output);
        QCOMPARE(healed[u"outcome"].toString(), u"offered"_s);
        QVERIFY(scene.tree() == before);

        const QJsonObject run = scene.approve(healed, u"accept"_s);

        QCOMPARE(run[u"outcome"].toString(), u"healed"_s);
        const QJsonObject lockfile = QJsonDocument::fromJson(scene.read(u"package-lock.json"_s)).object();
        QCOMPARE(lockfile[u"packages"][u"node_modules/cart"][u"version"].toString(), u"2.4.1"_s);
    }

    void aPeerConflictIsOverriddenByAPersonOnly()
    {
        NpmScene scene;
        scene.write(u"package.json"_s,
                    R"({"name": "shop", "version": "1.0.0", "dependencies": {"money": "^2", "theme": "1"}})");
        QVERIFY(scene.startRegistry(u"none"_s));
        const QByteArray before = scene.tree();
        const QJsonObject asked = jsonOf(scene.heal().output);
        QCOMPARE(asked[u"class"].toString(), u"npm_eresolve"_s);

        const QJsonObject run = scene.approve(asked, u"try_fix:legacy_peer_deps"_s);

        QCOMPARE(run[u"outcome"].toString(), u"healed"_s);
        const QJsonObject shown = scene.object({u"runs"_s, u"show"_s, QString::number(run[u"id"].toInt())});
        QCOMPARE(shown[u"state_json"][u"flags"].toArray(), QJsonArray({u"--legacy-peer-deps"_s}));
        QVERIFY(scene.tree() == before);
    }

    void killedInTheMiddleItGoesOn()
    {
        NpmScene scene;
        letItGoOutOfSync(scene);
        const QByteArray before = scene.tree();
        QProcess program;
        program.start(QStringLiteral(SIGNALBOX_BINARY_DIR "/bin/signalboxctl"),
                      {u"npm-heal"_s, scene.folder(), u"--store"_s, scene.store()});
        const auto begun = [&] { return eventTypes(scene, u"1"_s, u"apply:2"_s).contains(u"effect_intent"_s); };
        QVERIFY(QTest::qWaitFor(begun, kPatienceMs));
        ::kill(static_cast<pid_t>(program.processId()), SIGKILL);
        program.waitForFinished(kPatienceMs);
        QVERIFY(scene.tree() == before);

        const QJsonObject healed = jsonOf(scene.heal().output);

        QCOMPARE(healed[u"run"].toInt(), 1); // the same run goes on
        QCOMPARE(healed[u"outcome"].toString(), u"offered"_s);
        QCOMPARE(healed[u"attempts"].toInt(), 2);
        QCOMPARE(eventTypes(scene, u"1"_s, u"install"_s), u"effect_intent effect_result"_s); // not done twice
        QVERIFY(scene.tree() == before);
    }
};

SIGNALBOX_TEST(TestNpmAccept)
#include "tst_npmaccept.moc"
