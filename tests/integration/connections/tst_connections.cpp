// SPDX-License-Identifier: GPL-3.0-or-later
// The door to outside systems, as the window uses it: with the real engine and the real test forge.
#include "tests/app/ctlprogram.h"
#include "tests/integration/connections/engine.h"
#include "tests/integration/connections/forgeseeds.h"
#include "tests/integration/github/forgeprogram.h"
#include "tests/signalboxtest.h"

#include <QDirIterator>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestConnections : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        for (const char* name : {"GH_TOKEN", "GITHUB_TOKEN", "GITLAB_TOKEN"})
            qunsetenv(name);
    }
    void aRepositoryIsTestedAddedAndLeavesAgain();
    void aServerOfGitLabIsToldOfAsWell();
    void whatAPersonWritesWrongIsRefused();
    void aLineIsWatchedOnlyAndHealedAgain();
    void aSlowServerHoldsNobodyUp();
    void whatAReceiverKeepsSecretIsReplaced();

private:
    static host::NewRepository shopOn(const ForgeProgram& forge, const char* token)
    {
        return {.provider = "github",
                .address = forge.url().toStdString(),
                .repository = "acme/shop",
                .token = {.value = token, .keep = host::SecretPlace::Session, .passphrase = {}}};
    }
    static bool standsInAFile(const QString& folder, const QByteArray& words)
    {
        for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(words))
                return true;
        }
        return false;
    }
};

void TestConnections::aRepositoryIsTestedAddedAndLeavesAgain()
{
    constexpr const char* kLong = "tok_ops";
    ForgeProgram forge;
    if (const QString why = forge.startProgram(u"forge.mjs"_s, kGitHub); !why.isEmpty())
        QSKIP(qPrintable(why));
    const QTemporaryDir folder;
    Engine engine(folder.filePath(u"s.sqlite"_s));
    QVERIFY(engine.door);
    const host::NewRepository shop = shopOn(forge, kLong);

    QCOMPARE(engine.answer(engine.door->testRepository(shop)), QString());
    QCOMPARE(engine.rights.size(), std::size_t(10));
    QVERIFY(std::ranges::all_of(engine.rights, [](const auto& one) { return one.state == ci::RightState::Works; }));
    QCOMPARE(engine.answer(engine.door->readPolicy(shop)), QString());
    QVERIFY(engine.policy && engine.policy->hasFile);
    QCOMPARE(engine.policy->inForce.retriesPerRun, 2);
    QCOMPARE(engine.policy->branch, "main");
    QVERIFY(engine.agents->lines().empty()); // nothing was saved

    QCOMPARE(engine.answer(engine.door->addRepository(shop)), QString());
    QCOMPARE(engine.agents->lines(), std::vector<std::string>{"acme/shop"});
    QCOMPARE(engine.lines, 1);
    QCOMPARE(engine.codeOf(engine.door->addRepository(shop)), ErrorCode::Conflict);
    host::ConnectionView view = engine.only();
    QCOMPARE(view.lines, std::vector<std::string>{"acme/shop"});
    QCOMPARE(view.name, "GitHub Enterprise");
    QVERIFY(view.secretPlace == host::SecretPlace::Session && view.rights.empty() && !view.triedAt);
    QVERIFY(!view.lastDelivery && view.fault.empty());

    engine.rights.clear();
    QCOMPARE(engine.answer(engine.door->testConnection(view.id)), QString());
    QCOMPARE(engine.rights.size(), std::size_t(10));
    view = engine.only();
    QCOMPARE(view.rights, engine.rights);
    QVERIFY(view.triedAt && view.lastAnswer == view.triedAt);

    engine.agents->start();
    QTRY_VERIFY_WITH_TIMEOUT(*engine.only().lastAnswer > *view.triedAt, kPatienceMs); // it is watched
    QCOMPARE(engine.codeOf(engine.door->replaceToken(
                 view.id, {.value = "tok_wrong", .keep = host::SecretPlace::Session, .passphrase = {}})),
             ErrorCode::Unauthorized);
    QCOMPARE(engine.answer(engine.door->replaceToken(
                 view.id, {.value = "tok_reader", .keep = host::SecretPlace::Session, .passphrase = {}})),
             QString());
    QVERIFY(engine.only().rights.empty()); // they were of the one before
    QCOMPARE(engine.answer(engine.door->removeConnection(view.id)), QString());
    QVERIFY(engine.agents->lines().empty());
    QCOMPARE(engine.codeOf(engine.door->removeConnection(view.id)), ErrorCode::NotFound);
    engine.agents.reset();
    QVERIFY(standsInAFile(folder.path(), "line_added"));
    QVERIFY(!standsInAFile(folder.path(), "tok_ops") && !standsInAFile(folder.path(), "tok_reader"));
}

void TestConnections::aServerOfGitLabIsToldOfAsWell()
{
    ForgeProgram gitlab;
    if (const QString why = gitlab.startProgram(u"gitlab.mjs"_s, kGitLab); !why.isEmpty())
        QSKIP(qPrintable(why));
    const QTemporaryDir folder;
    Engine engine(folder.filePath(u"s.sqlite"_s));
    QVERIFY(engine.door);
    qputenv("GITLAB_TOKEN", "tok_reader");
    const host::NewRepository shop{
        .provider = "gitlab", .address = gitlab.url().toStdString(), .repository = "acme/shop"};

    QCOMPARE(engine.answer(engine.door->readPolicy(shop)), QString());
    QVERIFY(engine.policy && !engine.policy->hasFile && engine.policy->fault.empty());
    QCOMPARE(engine.answer(engine.door->addRepository(shop)), QString());
    const host::ConnectionView view = engine.only();

    QCOMPARE(view.name, "GitLab");
    QCOMPARE(view.address, gitlab.url().toStdString() + "/api/v4");
    QCOMPARE(view.secret, "GITLAB_TOKEN");
    QVERIFY(view.secretPlace == host::SecretPlace::Environment && view.secretEnd.empty()); // it is short
    QCOMPARE(engine.codeOf(engine.door->replaceToken(
                 view.id, {.value = "tok_ops", .keep = host::SecretPlace::Session, .passphrase = {}})),
             ErrorCode::Conflict); // the variable goes before it
}

void TestConnections::whatAPersonWritesWrongIsRefused()
{
    const QTemporaryDir folder;
    Engine engine(folder.filePath(u"s.sqlite"_s));
    QVERIFY(engine.door);
    const host::NewSecret token{.value = "t0ken", .keep = host::SecretPlace::Session, .passphrase = {}};

    for (const host::NewRepository& wrong :
         {host::NewRepository{.provider = "bitbucket", .repository = "acme/shop", .token = token},
          host::NewRepository{.repository = "shop", .token = token},
          host::NewRepository{.address = "http://git.acme.com", .repository = "acme/shop", .token = token}}) {
        QCOMPARE(engine.codeOf(engine.door->testRepository(wrong)), ErrorCode::InvalidInput);
        QCOMPARE(engine.codeOf(engine.door->addRepository(wrong)), ErrorCode::InvalidInput);
    }
    const host::NewRepository nowhere{.address = "http://127.0.0.1:1", .repository = "acme/shop", .token = token};
    QCOMPARE(engine.answer(engine.door->testRepository(nowhere)), QString());
    QCOMPARE(engine.rights.front().state, ci::RightState::Fails);
    QCOMPARE(engine.codeOf(engine.door->addRepository(nowhere)), ErrorCode::Network);
    QCOMPARE(engine.codeOf(engine.door->testConnection("github/nowhere/GH_TOKEN")), ErrorCode::NotFound);
    QCOMPARE(engine.codeOf(engine.door->setHealing("acme/shop", false)), ErrorCode::NotFound);
    QVERIFY(engine.agents->lines().empty());
    QVERIFY(!standsInAFile(folder.path(), "t0ken"));
}

void TestConnections::aLineIsWatchedOnlyAndHealedAgain()
{
    ForgeProgram forge;
    if (const QString why = forge.startProgram(u"forge.mjs"_s, kGitHub); !why.isEmpty())
        QSKIP(qPrintable(why));
    const QTemporaryDir folder;
    host::NewRepository shop = shopOn(forge, "tok_ops");
    shop.heals = false;
    {
        Engine engine(folder.filePath(u"s.sqlite"_s));
        QVERIFY(engine.door);
        QCOMPARE(engine.answer(engine.door->addRepository(shop)), QString());
        QCOMPARE(engine.only().unhealed, std::vector<std::string>{"acme/shop"});
        const auto rules = engine.agents->runtime().healingPorts().policy->rules("acme/shop");
        QVERIFY(rules);
        QCOMPARE(rules->autonomy.at(SafetyClass::Retry), Autonomy::Never);
        QVERIFY(!rules->autonomy.contains(SafetyClass::Deploy)); // gates are as ever
    }
    Engine engine(folder.filePath(u"s.sqlite"_s)); // another day
    QCOMPARE(engine.only().unhealed, std::vector<std::string>{"acme/shop"});
    QCOMPARE(engine.answer(engine.door->setHealing("acme/shop", true)), QString());
    QVERIFY(engine.only().unhealed.empty());
    engine.agents.reset();
    QVERIFY(standsInAFile(folder.path(), "healing_on"));
}

void TestConnections::aSlowServerHoldsNobodyUp()
{
    ForgeProgram forge;
    if (const QString why = forge.startProgram(u"forge.mjs"_s, kGitHub); !why.isEmpty())
        QSKIP(qPrintable(why));
    forge.order("GET", "/user", {{u"delay_ms"_s, 20 * kPatienceMs}}, 3);
    const QTemporaryDir folder;
    Engine engine(folder.filePath(u"s.sqlite"_s));
    QVERIFY(engine.door);
    const auto asked = [&](int count) {
        return QTest::qWaitFor([&] { return forge.count(u"GET"_s, u"/user"_s) == count; }, kPatienceMs);
    };

    const host::RequestId first = engine.door->testRepository(shopOn(forge, "tok_ops"));
    QVERIFY(asked(1));
    QCOMPARE(engine.answer(engine.door->loadConnections()), QString());
    engine.door->giveUpTesting();
    QCOMPARE(engine.codeOf(first), ErrorCode::Cancelled);
    engine.door->testRepository(shopOn(forge, "tok_ops"));
    QVERIFY(asked(2));
    engine.agents.reset(); // long before it is answered
    QCOMPARE(engine.ended.size(), std::size_t(2));
}

void TestConnections::whatAReceiverKeepsSecretIsReplaced()
{
    const QTemporaryDir folder;
    const QString store = folder.filePath(u"s.sqlite"_s);
    const Answered added = runCtl({u"--store"_s, store, u"notify"_s, u"add"_s, u"team"_s, u"--way"_s, u"slack"_s,
                                   u"--variable"_s, u"TEAM_HOOK"_s});
    QVERIFY2(added.status == 0, qPrintable(added.diagnostics));
    Engine engine(store);
    QVERIFY(engine.door);
    QVERIFY(!engine.only().fault.empty()); // nothing is kept under that name
    const std::string id = engine.only().id;
    const host::NewSecret hook{
        .value = "https://hooks.example.com/services/1", .keep = host::SecretPlace::Session, .passphrase = {}};

    QCOMPARE(engine.answer(engine.door->replaceToken(id, hook)), QString());

    const host::ConnectionView view = engine.only();
    QCOMPARE(view.address, "hooks.example.com");
    QVERIFY(view.secretPlace == host::SecretPlace::Session && view.fault.empty());
    qputenv("TEAM_HOOK", "https://hooks.example.com/services/2");
    QCOMPARE(engine.codeOf(engine.door->replaceToken(id, hook)), ErrorCode::Conflict); // the variable goes before it
    qunsetenv("TEAM_HOOK");
    QVERIFY(!standsInAFile(folder.path(), "services/1"));
}

SIGNALBOX_TEST(TestConnections)
#include "tst_connections.moc"
