// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/deploymentgate.h"
#include "core/agents/gateevidence.h"
#include "core/gate/requirements.h"
#include "tests/core/agents/atthegate.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace signalbox;
using namespace signalbox::agents;
using namespace signalbox::test;
using namespace std::chrono_literals;
using gate::RiskLevel;

namespace {

void withRule(ScriptedGate& gate)
{
    gate.waiting.front().rule = "signalbox";
}

} // namespace

class TestDeploymentGate : public QObject {
    Q_OBJECT

private slots:
    void aPersonIsAskedOnEvidence();
    void theDecisionGoesBack();
    void aLostAnswerIsFoundAgain();
    void aRefusalIsToldToAPerson();
    void nobodyDecidesInTime();
    void aLaterAttemptIsNotDecided();
    void itIsDecidedThere_data();
    void itIsDecidedThere();
    void somebodyThereIsFaster();
    void whatWasRejectedHereIsLetThroughThere();
    void whatWaitsNoMoreIsNotAsked();
    void anotherAttemptIsNotAsked();
    void whatCannotBeReadIsToldAndMissed();
    void theRiskIsByRule_data();
    void theRiskIsByRule();
    void whatWaitsForOthersToo();
    void theRuleOfOurAppIsNamed();
    void theAnswerOfARuleNeedNotBeListed();
    void whatAppsOfOthersDecideIsToldAndNotSent();
    void whatIsNotStartedAfterItWasTakenIsTold();
    void whyItEndedThereIsKept();
};

void TestDeploymentGate::aPersonIsAskedOnEvidence()
{
    AtTheGate s;

    QCOMPARE(s.drive(), QStringLiteral("waiting"));

    const gate::Request request = s.request();
    QCOMPARE(request.kind, std::string("deployment"));
    QCOMPARE(request.subject, std::string("acme/shop #7 -> production"));
    QCOMPARE(request.author, std::string("author"));
    QCOMPARE(request.commit, std::string("8c1f2ab"));
    QCOMPARE(request.risk, RiskLevel::High);
    QCOMPARE(request.evidence["enforcement"].get<std::string>(), std::string("advisory"));
    QCOMPARE(request.evidence["jobs"][0]["name"].get<std::string>(), std::string("build"));
    QCOMPARE(request.evidence["gate"]["reviewers"][0]["name"].get<std::string>(), std::string("boss"));
}

void TestDeploymentGate::theDecisionGoesBack()
{
    AtTheGate s;
    s.drive();

    QCOMPARE(s.approve(), QStringLiteral("succeeded"));

    QCOMPARE(s.outcome(), QStringLiteral("\"approved\""));
    QCOMPARE(s.stage->state("standing"), QStringLiteral("\"released\""));
    QCOMPARE(s.gate.sent.size(), std::size_t(1));
    QCOMPARE(s.gate.sent.front().comment,
             std::string("Approved by 1 of 1 in Signalbox. Risk high, evidence a41c09e2. Reason: rehearsed"));
}

void TestDeploymentGate::aLostAnswerIsFoundAgain()
{
    AtTheGate s;
    s.drive();
    s.gate.answerIsLost = true;
    s.approve();

    s.stage->timeComes();

    QCOMPARE(s.drive(), QStringLiteral("succeeded"));
    QCOMPARE(s.outcome(), QStringLiteral("\"approved\""));
    QCOMPARE(s.gate.sent.size(), std::size_t(1));
}

void TestDeploymentGate::aRefusalIsToldToAPerson()
{
    AtTheGate s;
    s.drive();
    s.gate.refusal = Error{ErrorCode::InvalidInput, "the token may not do this"};

    QCOMPARE(s.approve(), QStringLiteral("waiting"));

    QCOMPARE(s.request().evidence["fault"].get<std::string>(), std::string("the token may not do this"));
    s.gate.refusal.reset();
    QCOMPARE(s.approve(), QStringLiteral("succeeded"));
    QCOMPARE(s.outcome(), QStringLiteral("\"approved\""));
}

void TestDeploymentGate::nobodyDecidesInTime()
{
    AtTheGate s;
    s.drive();

    QCOMPARE(s.told({{"verdict", "expired"}, {"outcome", "rejected"}}), QStringLiteral("succeeded"));

    QCOMPARE(s.outcome(), QStringLiteral("\"rejected\""));
    QVERIFY(!s.gate.sent.front().approve);
    QVERIFY(s.gate.sent.front().comment.starts_with("Rejected by Signalbox: nobody decided in time."));
}

void TestDeploymentGate::aLaterAttemptIsNotDecided()
{
    AtTheGate s;
    s.drive();
    QVERIFY(s.ci.rerunFailed({}, {.debug = false, .fromAttempt = 1}, {}));

    QCOMPARE(s.approve(), QStringLiteral("succeeded"));

    QCOMPARE(s.outcome(), QStringLiteral("\"gone\""));
    QVERIFY(s.gate.sent.empty());
}

void TestDeploymentGate::itIsDecidedThere_data()
{
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("approved") << R"({"verdict":"decided_there","approved":true,"by":"boss"})"
                              << R"("approved_there")";
    QTest::newRow("rejected") << R"({"verdict":"decided_there","approved":false,"by":"boss"})"
                              << R"("rejected_there")";
    QTest::newRow("nothing waits any more") << R"({"verdict":"gone_there"})"
                                            << R"("gone")";
    QTest::newRow("a newer commit") << R"({"verdict":"superseded"})"
                                    << R"("superseded")";
}

void TestDeploymentGate::itIsDecidedThere()
{
    QFETCH(QString, told);
    QFETCH(QString, outcome);
    AtTheGate s;
    s.drive();

    QCOMPARE(s.told(*parseJson(told.toStdString())), QStringLiteral("succeeded"));

    QCOMPARE(s.outcome(), outcome);
    QVERIFY(s.gate.sent.empty());
}

void TestDeploymentGate::somebodyThereIsFaster()
{
    AtTheGate s;
    s.drive();
    s.gate.reviewed(false, "boss", "not today"); // between the decision and its way there
    s.gate.refusal = Error{ErrorCode::Network, "cut"};
    s.approve();

    s.stage->timeComes();

    QCOMPARE(s.drive(), QStringLiteral("succeeded"));
    QCOMPARE(s.outcome(), QStringLiteral("\"rejected_there\""));
    QCOMPARE(s.gate.sent.size(), std::size_t(1));
    QCOMPARE(dumpJson(s.stage->journal.effect("decide:1")->result["elsewhere"]),
             std::string(R"({"by":"github:boss","data":{"breaks":[],"there":"github","verdict":"reject"},)"
                         R"("reason":"not today"})"));
}

void TestDeploymentGate::whatWasRejectedHereIsLetThroughThere()
{
    AtTheGate s;
    s.drive();
    s.gate.reviewed(true, "author", "go"); // between the decision and its way there
    s.gate.refusal = Error{ErrorCode::Network, "cut"};
    s.told({{"verdict", "reject"}, {"reason", "not tested"}, {"evidence_hash", "a41c09e2ff"}});

    s.stage->timeComes();

    QCOMPARE(s.drive(), QStringLiteral("succeeded"));
    QCOMPARE(s.outcome(), QStringLiteral("\"approved_there\""));
    const auto effect = s.stage->journal.effect("decide:1");
    QVERIFY(effect.has_value());
    QCOMPARE(dumpJson(effect->result["elsewhere"]),
             std::string(R"({"by":"github:author","data":{"breaks":["rejected_here","author"],"there":"github",)"
                         R"("verdict":"approve"},"reason":"go"})"));
}

void TestDeploymentGate::whatWaitsNoMoreIsNotAsked()
{
    AtTheGate s;
    s.gate.waiting.clear();

    QCOMPARE(s.drive(), QStringLiteral("succeeded"));

    QCOMPARE(s.outcome(), QStringLiteral("\"gone\""));
}

void TestDeploymentGate::anotherAttemptIsNotAsked()
{
    AtTheGate s;
    s.stage = std::make_unique<Stage>(*deploymentGateGraph({&s.gate, &s.ci, &s.rules}));
    s.stage->start(deploymentGateInput({"acme/shop", "7"}, 2, s.gate.waiting.front()));

    QCOMPARE(s.drive(), QStringLiteral("succeeded"));

    QCOMPARE(s.outcome(), QStringLiteral("\"gone\""));
}

void TestDeploymentGate::whatCannotBeReadIsToldAndMissed()
{
    AtTheGate s;
    s.gate.changed = Error{ErrorCode::InvalidInput, "the token may not read deployments"};
    s.gate.known = Error{ErrorCode::NotFound, "no such environment"};

    QCOMPARE(s.drive(), QStringLiteral("waiting"));

    const gate::Request request = s.request();
    QCOMPARE(request.evidence["changes_fault"].get<std::string>(), std::string("the token may not read deployments"));
    QCOMPARE(request.evidence["rules_fault"].get<std::string>(), std::string("no such environment"));
    QVERIFY(request.evidence["changes"].is_null());
    QVERIFY(gate::isOverride(request)); // evidence is missing
    QCOMPARE(request.evidence["ways_around"][0]["way"].get<std::string>(),
             std::string("one_reviewer")); // since two are needed now
}

void TestDeploymentGate::theRiskIsByRule_data()
{
    QTest::addColumn<QString>("environment");
    QTest::addColumn<int>("level");
    QTest::addColumn<QString>("from");
    QTest::newRow("it says production") << "production-eu" << int(RiskLevel::High) << "production_name";
    QTest::newRow("a short name of it") << "Prod" << int(RiskLevel::High) << "production_name";
    QTest::newRow("the policy always asks") << "staging" << int(RiskLevel::High) << "policy_environment";
    QTest::newRow("any other") << "preview" << int(RiskLevel::Medium) << "any_environment";
    QTest::newRow("a product is no production") << "products" << int(RiskLevel::Medium) << "any_environment";
}

void TestDeploymentGate::theRiskIsByRule()
{
    QFETCH(QString, environment);
    QFETCH(int, level);
    QFETCH(QString, from);
    GateEvidence evidence;
    evidence.gate.environment = environment.toStdString();
    evidence.changes = ci::GateChanges();
    PolicyRules rules;
    rules.alwaysAsk = {"staging"};

    addRisk(evidence, rules, fromUnixMs(0));

    QCOMPARE(int(evidence.risk), level);
    QCOMPARE(QString::fromStdString(evidence.riskFrom), from);
    QVERIFY(evidence.against.empty());
}

void TestDeploymentGate::whatWaitsForOthersToo()
{
    AtTheGate s;
    s.drive();
    s.gate.staysPending = true;

    QCOMPARE(s.approve(), QStringLiteral("succeeded"));

    QCOMPARE(s.outcome(), QStringLiteral("\"approved\""));
    QCOMPARE(s.stage->state("standing"), QStringLiteral("\"others\""));
}

void TestDeploymentGate::theRuleOfOurAppIsNamed()
{
    AtTheGate s(withRule);

    QCOMPARE(s.drive(), QStringLiteral("waiting"));

    const gate::Request request = s.request();
    QCOMPARE(request.subject, std::string("acme/shop #7 -> production (protection rule signalbox)"));
    QCOMPARE(request.evidence["gate"]["rule"].get<std::string>(), std::string("signalbox"));
    QCOMPARE(gateFromJson(request.evidence["gate"]).rule, std::string("signalbox"));
}

void TestDeploymentGate::theAnswerOfARuleNeedNotBeListed()
{
    AtTheGate s(withRule);
    s.gate.listsReviews = false;
    s.drive();

    QCOMPARE(s.approve(), QStringLiteral("succeeded"));

    QCOMPARE(s.outcome(), QStringLiteral("\"approved\""));
    QCOMPARE(s.stage->state("standing"), QStringLiteral("\"released\""));
    QVERIFY(!s.gate.sent.front().isAgain);
}

void TestDeploymentGate::whatAppsOfOthersDecideIsToldAndNotSent()
{
    AtTheGate s([](ScriptedGate& gate) {
        gate.waiting.front().others = {"sentinel"};
        gate.waiting.front().reviewers.clear();
        gate.waiting.front().mayDecide = false;
        gate.waiting.front().page = "https://github.com/acme/shop/actions/runs/7";
        gate.known = ci::GateRules{1, false, std::nullopt, "any"};
    });

    QCOMPARE(s.drive(), QStringLiteral("waiting"));
    const gate::Request request = s.request();
    QCOMPARE(request.subject, std::string("acme/shop #7 -> production (protection rule sentinel)"));
    QCOMPARE(request.patience, Milliseconds(30 * 24h)); // as long as GitHub waits
    QCOMPARE(request.evidence["enforcement"].get<std::string>(), std::string("enforced"));
    const ci::PendingGate gate = gateFromJson(request.evidence["gate"]);
    QCOMPARE(gate.others, std::vector<std::string>{"sentinel"});
    QCOMPARE(gate.page, std::string("https://github.com/acme/shop/actions/runs/7"));

    QCOMPARE(s.told({{"verdict", "expired"}}), QStringLiteral("succeeded"));
    QCOMPARE(s.outcome(), QStringLiteral("\"gone\""));
    QVERIFY(s.gate.sent.empty());
}

void TestDeploymentGate::whatIsNotStartedAfterItWasTakenIsTold()
{
    AtTheGate s;
    s.gate.notDone = "job ship of acme/shop: 400 Unplayable Job";
    s.drive();

    QCOMPARE(s.approve(), QStringLiteral("succeeded"));

    QCOMPARE(s.outcome(), QStringLiteral("\"approved_not_started\""));
    QVERIFY2(s.stage->state("root_cause").contains(QStringLiteral("400 Unplayable Job")),
             qPrintable(s.stage->state("root_cause")));
    QCOMPARE(s.gate.sent.size(), std::size_t(1));
}

void TestDeploymentGate::whyItEndedThereIsKept()
{
    AtTheGate s;
    s.drive();

    QCOMPARE(s.told({{"verdict", kReplaced}, {"reason", "run 9 deploys to production in its place"}}),
             QStringLiteral("succeeded"));

    QCOMPARE(s.outcome(), QStringLiteral("\"superseded\""));
    QVERIFY2(s.stage->state("root_cause").contains(QStringLiteral("run 9 deploys to production in its place")),
             qPrintable(s.stage->state("root_cause")));
    QVERIFY(s.gate.sent.empty());
}

SIGNALBOX_TEST(TestDeploymentGate)
#include "tst_deploymentgate.moc"
