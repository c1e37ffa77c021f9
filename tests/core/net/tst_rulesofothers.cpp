// SPDX-License-Identifier: GPL-3.0-or-later
// Protection rules that are not answered here: what waits for them is told of, and nothing is sent.
#include "tests/core/net/rulescene.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test::rules;
using test::answered;

class TestRulesOfOthers : public QObject {
    Q_OBJECT

private slots:
    void aWaitForTheRuleOfSomebodyElseIsToldOfAndNotDecided_data()
    {
        QTest::addColumn<int>("app");
        QTest::addColumn<bool>("asApp");
        QTest::newRow("of another App") << 78 << true;
        QTest::newRow("we are none") << 77 << false;
    }

    void aWaitForTheRuleOfSomebodyElseIsToldOfAndNotDecided()
    {
        QFETCH(int, app);
        QFETCH(bool, asApp);
        Scene s;
        s.github.script[kRules] = {ruledBy(app)};
        GitHubDeployments personal(s.github.client,
                                   [&](const std::string&) -> Result<GitHubPlace> { return s.github.place; });
        GitHubDeployments& deployments = asApp ? s.deployments : personal;

        const auto gates = deployments.pending(kRun, {});

        QVERIFY(gates && gates->size() == 1);
        const ci::PendingGate& gate = gates->front();
        QCOMPARE(gate.others, std::vector<std::string>{"signalbox"});
        QCOMPARE(gate.rule, std::string());
        QCOMPARE(gate.occasion, std::string("rules at deployment 31"));
        QCOMPARE(gate.mayDecide, std::optional(false));
        QCOMPARE(gate.page, std::string("https://github.acme.com/acme/shop/actions/runs/7"));
        const std::string refused
            = Scene::words(deployments.decide({.run = kRun, .gate = gate, .approve = true, .comment = {}}, {}));
        QVERIFY2(refused.starts_with("invalid input: ")
                     && refused.find("rule signalbox, which is not answered here") != std::string::npos,
                 refused.c_str());
        QCOMPARE(s.github.count(kAnswer) + s.github.count("POST "), 0);
    }

    void whereRulesAreNotToldReviewersAreAskedWithoutThem()
    {
        Scene s;
        GitHubDeployments personal(s.github.client,
                                   [&](const std::string&) -> Result<GitHubPlace> { return s.github.place; });
        s.github.script[kRules] = {answered(403, R"({"message":"No"})")};

        const auto none = personal.pending(kRun, {});
        QVERIFY(none && none->empty());

        s.github.script[kPending] = {waiting(kBoss)};
        const auto gates = personal.pending(kRun, {});
        QVERIFY(gates && gates->size() == 1 && gates->front().others.empty());
        QCOMPARE(s.github.count(kRules), 1); // for people, it is not asked at each look
    }

    void rulesBesidesAreTold()
    {
        Scene s;
        s.github.script["GET /environments/production"] = {answered(200, R"({"id":150,"name":"production"})")};
        ci::PendingGate gate;
        gate.environment = "production";

        const auto ofReviewers = s.deployments.rules("acme/shop", gate, {});
        QVERIFY(ofReviewers && ofReviewers->apps == std::vector<std::string>{"signalbox"});

        gate.rule = "signalbox";
        const auto ofOurRule = s.deployments.rules("acme/shop", gate, {});
        QVERIFY(ofOurRule && ofOurRule->apps.empty());
    }

    void environmentsThatAskOthersAreListed()
    {
        Scene s;
        s.github.script["GET /environments?per_page=100"]
            = {answered(200, R"({"total_count":1,"environments":[{"id":150,"name":"production"}]})")};
        s.github.script[kRules] = {ruledBy(77), ruledBy(78)};

        const auto ours = s.deployments.rulesOfOthers("acme/shop", {});
        const auto theirs = s.deployments.rulesOfOthers("acme/shop", {});

        QVERIFY(ours && ours->empty());
        QVERIFY(theirs && theirs->size() == 1);
        QCOMPARE(theirs->front().environment, std::string("production"));
        QCOMPARE(theirs->front().others, std::vector<std::string>{"signalbox"});
    }
};

SIGNALBOX_TEST(TestRulesOfOthers)
#include "tst_rulesofothers.moc"
