// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/modeladviser.h"
#include "tests/core/net/scriptedserver.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::host;
using namespace signalbox::test;

namespace {

QByteArray answered(const QByteArray& body, const char* status = "200 OK")
{
    return QByteArray("HTTP/1.1 ") + status + "\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

QByteArray saying(const std::string& text)
{
    const Json body = {{"model", "small-2"},
                       {"choices", Json::array({{{"message", {{"content", text}}}, {"finish_reason", "stop"}}})},
                       {"usage", {{"prompt_tokens", 1000}, {"completion_tokens", 100}}}};
    return answered(QByteArray::fromStdString(dumpJson(body)));
}

const std::string kGood
    = R"({"choice": "take_over", "why": "The code is broken.", "against": "It may be a race.", "confidence": 0.8})";

model::Failure failure()
{
    return {.line = "parser",
            .branch = "main",
            .job = "build",
            .step = "make",
            .failureClass = "compile_error",
            .reason = "no_fix",
            .excerpt = {"make: *** [parser.o] Error 1"},
            .history = {},
            .offers = {{.choice = "take_over"}}};
}

struct Scenery {
    explicit Scenery(QList<QByteArray> script) : server(std::move(script))
    {
        settings.server = server.url("");
        must(workspace.useModel(settings));
    }

    agents::Advised advise(const model::Failure& failing = failure()) { return must(adviser.advise({7}, failing, {})); }
    void use(model::Settings with)
    {
        with.server = server.url("");
        must(workspace.useModel(with));
    }

    QTemporaryDir folder;
    std::string file{folder.filePath(QStringLiteral("store.sqlite")).toStdString()};
    OpenStore store{file};
    SetClock clock;
    ScriptedServer server;
    SharedWorkspace workspace{must(Workspace::load(file))};
    model::Settings settings{.name = "small", .inUsd = 1, .outUsd = 10, .monthUsd = 1};
    PolicyRules rules;
    ModelAdviser adviser{{.database = *store,
                          .workspace = workspace,
                          .clock = clock,
                          .rules = [this](const std::string&) { return Result<PolicyRules>(rules); },
                          .timeLimit = Milliseconds(500),
                          .pause = Milliseconds(1)}};
};

} // namespace

class TestModelAdviser : public QObject {
    Q_OBJECT

private slots:
    void anAnswerIsAdviceAndCosts();
    void anEqualPromptIsAskedOnce();
    void anAnswerOfAnotherFormIsAskedForOnceMore();
    void twoOfThemAreLeftOut();
    void aSilentServerIsTriedAndLeftAlone();
    void aRefusalIsNotRepeated();
    void theMonthsMoneyIsTheMost();
    void theMoneyOfALinesPolicyIsALimitToo();
    void anotherMonthHasMoneyAgain();
    void noServerCanCountItselfRich();
    void everyTryMayCost();
    void noSecretLeaves();
    void aVariableThatIsNotSetIsNamed();
};

void TestModelAdviser::anAnswerIsAdviceAndCosts()
{
    Scenery scene({saying(kGood)});
    const agents::Advised advised = scene.advise();
    QVERIFY(advised.advice);
    QCOMPARE(advised.advice->why, std::string("The code is broken."));
    QVERIFY(advised.note.empty());
    QCOMPARE(advised.exchanges.size(), 1U);
    QCOMPARE(advised.exchanges.front().tokens.in, 1000);
    QCOMPARE(advised.exchanges.front().costUsd, 0.002);
    QCOMPARE(must(scene.adviser.spentUsd()), 0.002);
}

void TestModelAdviser::anEqualPromptIsAskedOnce()
{
    Scenery scene({saying(kGood)});
    QVERIFY(scene.advise().advice);
    const agents::Advised again = scene.advise();
    QVERIFY(again.advice);
    QVERIFY(again.exchanges.front().cached);
    QCOMPARE(again.exchanges.front().costUsd, 0.0);
    QCOMPARE(scene.server.requests().size(), 1);
    QCOMPARE(must(scene.adviser.spentUsd()), 0.002);
}

void TestModelAdviser::anAnswerOfAnotherFormIsAskedForOnceMore()
{
    Scenery scene({saying("Sure! Approve it."), saying(kGood)});
    const agents::Advised advised = scene.advise();
    QVERIFY(advised.advice);
    QCOMPARE(advised.exchanges.size(), 2U);
    QCOMPARE(advised.exchanges.front().fault, std::string("it is no JSON"));
    QVERIFY(scene.server.requests().last().contains("Your last answer was left out: it is no JSON"));
}

void TestModelAdviser::twoOfThemAreLeftOut()
{
    const std::string hostile = R"({"choice": "approve", "why": "a", "against": "b", "confidence": 1})";
    Scenery scene({saying(hostile), saying(hostile), saying(kGood)});
    const agents::Advised advised = scene.advise();
    QVERIFY(!advised.advice);
    QCOMPARE(advised.note, std::string("malformed"));
    QCOMPARE(scene.server.requests().size(), 2);
    QVERIFY(scene.advise().advice); // what was left out answers no equal prompt
}

void TestModelAdviser::aSilentServerIsTriedAndLeftAlone()
{
    Scenery scene({ScriptedServer::kCut, ScriptedServer::kSilence, answered("{}", "503 Busy"), saying(kGood)});
    const agents::Advised advised = scene.advise();
    QCOMPARE(advised.note, std::string("silent"));
    QCOMPARE(scene.server.requests().size(), 3);
    QCOMPARE(scene.advise().note, std::string("resting"));
    QCOMPARE(scene.server.requests().size(), 3);
    scene.clock.set(scene.clock.now() + std::chrono::minutes(6));
    QVERIFY(scene.advise().advice);
}

void TestModelAdviser::aRefusalIsNotRepeated()
{
    Scenery scene({answered(R"({"error": {"message": "no such model"}})", "404 Not Found"), saying(kGood)});
    const agents::Advised advised = scene.advise();
    QCOMPARE(advised.note, std::string("refused"));
    QVERIFY(advised.detail.find("knows no model small: no such model") != std::string::npos);
    QCOMPARE(scene.server.requests().size(), 1);
    QCOMPARE(must(scene.adviser.spentUsd()), 0.0);
}

void TestModelAdviser::theMonthsMoneyIsTheMost()
{
    Scenery scene({saying(kGood)});
    scene.use({.name = "small", .inUsd = 1, .outUsd = 10, .monthUsd = 0.0001});
    const agents::Advised advised = scene.advise();
    QCOMPARE(advised.note, std::string("budget"));
    QVERIFY(scene.server.requests().isEmpty());
    scene.use({.name = "small", .monthUsd = 0}); // one that is free
    QVERIFY(scene.advise().advice);
}

void TestModelAdviser::theMoneyOfALinesPolicyIsALimitToo()
{
    Scenery scene({saying(kGood), saying(kGood)});
    scene.rules.moneyPerMonthUsd = 0.008; // one call
    QVERIFY(scene.advise().advice);
    model::Failure other = failure();
    other.job = "lint";
    QCOMPARE(scene.advise(other).note, std::string("budget"));
    other.line = "shop"; // has its own
    QVERIFY(scene.advise(other).advice);
}

void TestModelAdviser::anotherMonthHasMoneyAgain()
{
    Scenery scene({saying(kGood), saying(kGood)});
    scene.use({.name = "small", .inUsd = 1, .outUsd = 10, .monthUsd = 0.008});
    QVERIFY(scene.advise().advice);
    model::Failure other = failure();
    other.job = "lint";
    QCOMPARE(scene.advise(other).note, std::string("budget"));
    scene.clock.set(scene.clock.now() + std::chrono::days(31));
    QVERIFY(scene.advise(other).advice);
}

void TestModelAdviser::noServerCanCountItselfRich()
{
    const QByteArray body = saying(kGood);
    const QByteArray json = body.mid(body.indexOf("\r\n\r\n") + 4);
    Scenery scene({answered(QByteArray(json).replace("1000", "9223372036854775807"))});
    const agents::Advised advised = scene.advise();
    QVERIFY(advised.exchanges.front().costUsd < 0.1);
    QVERIFY(must(scene.adviser.spentUsd()) < 0.1);
}

void TestModelAdviser::everyTryMayCost()
{
    Scenery scene({ScriptedServer::kCut, saying(kGood)});
    QVERIFY(scene.advise().advice);
    QVERIFY(must(scene.adviser.spentUsd()) > 2 * 0.002); // the lost one counts as the most that it could be
}

void TestModelAdviser::noSecretLeaves()
{
    qputenv("OUR_DEPLOY_PASSWORD", "hunter2-hunter2");
    Scenery scene({saying(kGood)});
    model::Failure failing = failure();
    failing.excerpt
        = {"login with hunter2-hunter2", "GH_TOKEN=ghp_0123456789abcdefghijABCDEFGHIJ012345",
           "-----BEGIN RSA PRIVATE KEY-----", "MIIEpAIBAAKCAQEA7bq3v0mQkq8m4w3o4b0a8k2j1h5g6f7d8s9a0p1o2i3u4y5t",
           "-----END RSA PRIVATE KEY-----"};
    const agents::Advised advised = scene.advise(failing);
    qunsetenv("OUR_DEPLOY_PASSWORD");
    const QByteArray sent = scene.server.requests().join();
    for (const char* secret : {"hunter2-hunter2", "ghp_0123456789", "MIIEpAIBAAKCAQEA7bq3"}) {
        QVERIFY2(!sent.contains(secret), secret);
        QVERIFY2(advised.exchanges.front().user.find(secret) == std::string::npos, secret);
    }
    QVERIFY(sent.contains("login with"));
}

void TestModelAdviser::aVariableThatIsNotSetIsNamed()
{
    Scenery scene({saying(kGood)});
    scene.use({.name = "small", .key = "A_KEY_THAT_IS_NOT_SET"});
    const agents::Advised advised = scene.advise();
    QCOMPARE(advised.note, std::string("no_place"));
    QVERIFY(advised.detail.starts_with("A_KEY_THAT_IS_NOT_SET is not set"));
    QVERIFY(scene.server.requests().isEmpty());
}

SIGNALBOX_TEST(TestModelAdviser)
#include "tst_modeladviser.moc"
