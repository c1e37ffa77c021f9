// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/net/rulescene.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test::rules;
using test::answered;

class TestGitHubRules : public QObject {
    Q_OBJECT

private slots:
    void whatWaitsForOurRuleIsPending()
    {
        Scene s;

        const auto gates = s.pending();

        QCOMPARE(gates.size(), std::size_t(1));
        QCOMPARE(gates.front().environment, std::string("production"));
        QCOMPARE(gates.front().rule, std::string("signalbox"));
        QCOMPARE(gates.front().id, std::string("rule signalbox"));
        QCOMPARE(gates.front().occasion, std::string("deployment 31"));
        QCOMPARE(gates.front().mayDecide, std::optional(true));
    }

    void aRuleThatIsTurnedOffIsNone()
    {
        Scene s;
        s.github.script[kRules] = {ruledBy(77, false)};

        QCOMPARE(s.told(), std::string());
    }

    void aServerWithoutSuchRulesHasReviewersStill()
    {
        Scene s;
        s.github.script[kPending] = {waiting(kBoss)};
        s.github.script[kRules] = {answered(404, R"({"message":"Not Found"})")};

        QCOMPARE(s.told(), std::string("150/0"));
    }

    void reviewersAreAskedHereOnlyForOneOfThem_data()
    {
        QTest::addColumn<bool>("mayReview");
        QTest::addColumn<QByteArray>("gates");
        QTest::newRow("the token is a reviewer's") << true << QByteArray("150/0, rule signalbox/deployment 31");
        QTest::newRow("it is not") << false << QByteArray("rule signalbox/deployment 31");
    }

    void reviewersAreAskedHereOnlyForOneOfThem()
    {
        QFETCH(bool, mayReview);
        QFETCH(QByteArray, gates);
        Scene s;
        s.github.script[kPending] = {waiting(kBoss, mayReview)};

        QCOMPARE(QByteArray::fromStdString(s.told()), gates);
        QCOMPARE(s.pending().back().reviewers.front().name, std::string("boss")); // told of at the rule, too
    }

    void theOldestDeploymentOfTheRunTellsTheOccasion()
    {
        Scene s;
        s.github.script[kDeployments] = {answered(200, R"([{"id":33},{"id":32},{"id":31},{"id":30}])")}; // newest first
        s.github.script["GET /deployments/33/statuses?per_page=1"] = {states({"waiting"})};
        s.github.script["GET /deployments/32/statuses?per_page=1"] = {states({"waiting"})};
        s.github.script[kNewest] = {states({"waiting"}, "77")}; // of a run whose number begins alike
        s.github.script["GET /deployments/30/statuses?per_page=1"] = {states({"success"})};

        QCOMPARE(s.told(), std::string("rule signalbox/deployment 32"));
    }

    void theAnswerIsTheApps()
    {
        Scene s;

        QCOMPARE(s.decided(s.decision()), std::string("approved by signalbox[bot]"));

        QCOMPARE(s.github.count(kAnswer), 1);
        const HttpCall& call = s.github.asked.back();
        QCOMPARE(s.github.asking(call), std::string(kAnswer));
        QCOMPARE(call.body,
                 std::string(R"({"comment":"Approved by 2 of 2 in Signalbox.","environment_name":"production",)"
                             R"("state":"approved"})"));
        QCOMPARE(std::string(fieldOf(call.fields, "Authorization")), std::string("Bearer token-of-the-app"));
    }

    void anAnswerThatIsLostIsLookedFor()
    {
        Scene s;
        const ci::GateDecision decision = s.decision(false);
        s.github.script[kAnswer] = {answered(0)};
        s.github.script[kStatuses] = {states({"failure", "waiting"})};

        QCOMPARE(s.decided(decision), std::string("rejected by signalbox[bot]"));

        QCOMPARE(s.github.count(kAnswer), 1);
    }

    void aRefusalIsTold_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isAgain");
        QTest::addColumn<bool>("others");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("the token may not")
            << 403 << true << true
            << QByteArray("invalid input: the token in GH_TOKEN may not do this on acme/shop (No); "
                          "give it the permission Deployments");
        QTest::newRow("it makes no sense there")
            << 422 << false << true << QByteArray("invalid input: the answer of protection rule signalbox ");
        QTest::newRow("nobody else is waited for")
            << 422 << true << false << QByteArray("invalid input: the answer of protection rule signalbox ");
        QTest::newRow("it was answered before") << 422 << true << true << QByteArray("approved by signalbox[bot]");
        QTest::newRow("the server is down") << 502 << true << true << QByteArray("network: ");
    }

    void aRefusalIsTold()
    {
        QFETCH(int, status);
        QFETCH(bool, isAgain);
        QFETCH(bool, others);
        QFETCH(QByteArray, words);
        Scene s;
        s.github.script[kPending] = {waiting(others ? kBoss : "[]")};
        ci::GateDecision decision = s.decision();
        decision.isAgain = isAgain;
        s.github.script[kAnswer] = {answered(status, R"({"message":"No"})")};

        const std::string told = s.decided(decision);

        QVERIFY2(told.starts_with(words.toStdString()), told.c_str());
        QVERIFY(s.github.count(kAnswer) >= 1);
    }

    void whatWaitsNoMoreIsNotAnswered()
    {
        Scene s;
        const ci::GateDecision decision = s.decision();
        s.github.script[kNewest] = {states({"in_progress", "waiting"})}; // an administrator let it through

        const std::string told = s.decided(decision);

        QVERIFY2(told.find("does not wait any more") != std::string::npos, told.c_str());
        QCOMPARE(s.github.count(kAnswer), 0);
    }

    void aLaterWaitIsNotAnsweredByAnEarlierDecision()
    {
        Scene s;
        const ci::GateDecision decision = s.decision();
        s.github.script[kDeployments] = {answered(200, R"([{"id":35},{"id":31}])")};
        s.github.script["GET /deployments/35/statuses?per_page=1"] = {states({"waiting"})};
        s.github.script[kNewest] = {states({"success"})};

        QVERIFY(s.decided(decision).find("does not wait any more") != std::string::npos);
        QCOMPARE(s.github.count(kAnswer), 0);
    }

    void reviewersDecideForTheRuleOnlyByRejecting()
    {
        Scene s;
        s.github.script[kPending] = {waiting(kBoss)};
        const ci::GateDecision decision = s.decision();
        s.github.script[kApprovals] = {reviewed("approved", "boss", "go")};
        QCOMPARE(s.decided(decision), std::string("approved by signalbox[bot]"));
        QCOMPARE(s.github.count(kAnswer), 1);

        s.github.script[kApprovals] = {reviewed("rejected", "boss", "not today")};
        QCOMPARE(s.decided(decision), std::string("rejected by boss"));
        QCOMPARE(s.github.count(kAnswer), 1);
    }

    /// Not documented, so it may be either way.
    void answersThatAreListedAmongReviewsAreTheRules()
    {
        Scene s;
        s.github.script[kPending] = {waiting(kBoss, true)};
        const auto before = s.pending();
        const ci::GateDecision ofRule = s.decision();
        s.github.script[kApprovals] = {reviewed("approved", "signalbox[bot]", ofRule.comment)};

        QCOMPARE(s.pending().front().occasion, before.front().occasion); // the reviewers have said nothing
        const auto reviews = s.deployments.reviews(kRun, {});
        QVERIFY(reviews && !ci::reviewSince(before.front(), *reviews));
        QCOMPARE(s.sent(ofRule), std::string("approved by signalbox[bot]"));
    }

    void aLaterDeploymentThereSupersedes_data()
    {
        QTest::addColumn<QByteArray>("ours");
        QTest::addColumn<QByteArray>("later");
        QTest::newRow("it never began") << QByteArray("failure,waiting") << QByteArray("9");
        QTest::newRow("it was let through") << QByteArray("failure,queued,waiting") << QByteArray();
    }

    void aLaterDeploymentThereSupersedes()
    {
        QFETCH(QByteArray, ours);
        QFETCH(QByteArray, later);
        Scene s;
        const ci::PendingGate gate = s.decision().gate;
        s.github.script["GET /deployments?environment=production&per_page=10"]
            = {answered(200, R"([{"id":33},{"id":32},{"id":31},{"id":30}])")};
        s.github.script["GET /deployments/33/statuses?per_page=30"] = {answered(200, "[]")};
        s.github.script["GET /deployments/32/statuses?per_page=30"] = {test::rules::states({"waiting"}, "9")};
        std::vector<std::string> newestFirst;
        for (const QByteArray& state : ours.split(','))
            newestFirst.push_back(state.toStdString());
        s.github.script[kStatuses] = {test::rules::states(newestFirst)};

        const auto found = s.deployments.supersededBy(kRun, gate, {});

        QVERIFY(static_cast<bool>(found));
        QCOMPARE(QByteArray::fromStdString(*found), later);
        QCOMPARE(s.github.count("GET /deployments/30/statuses"), 0);
    }

    void whatBecameOfAnAnswerIsSeenAtTheDeployment_data()
    {
        QTest::addColumn<QByteArray>("states");
        QTest::addColumn<bool>("approve");
        QTest::addColumn<bool>("pending");
        QTest::addColumn<QByteArray>("became");
        QTest::newRow("it waits") << QByteArray("waiting") << true << true << QByteArray("to be sent");
        QTest::newRow("it goes on") << QByteArray("queued,waiting") << true << false
                                    << QByteArray("approved by signalbox[bot]");
        QTest::newRow("it went on, and failed")
            << QByteArray("failure,in_progress,waiting") << true << false << QByteArray("approved by signalbox[bot]");
        QTest::newRow("it was ended") << QByteArray("failure,waiting") << true << false << QByteArray("rejected by ");
        QTest::newRow("it was rejected") << QByteArray("failure,waiting") << false << false
                                         << QByteArray("rejected by signalbox[bot]");
        QTest::newRow("let through against the decision")
            << QByteArray("success,waiting") << false << false << QByteArray("approved by ");
        QTest::newRow("not told yet") << QByteArray("waiting") << true << false
                                      << QByteArray("network: what became of the deployment of run 7 of acme/shop to "
                                                    "production is not told yet; it is looked at again later");
    }

    void whatBecameOfAnAnswerIsSeenAtTheDeployment()
    {
        QFETCH(QByteArray, states);
        QFETCH(bool, approve);
        QFETCH(bool, pending);
        QFETCH(QByteArray, became);
        Scene s;
        const ci::GateDecision decision = s.decision(approve);
        std::vector<std::string> newestFirst;
        for (const QByteArray& state : states.split(','))
            newestFirst.push_back(state.toStdString());
        s.github.script[kStatuses] = {test::rules::states(newestFirst)};
        if (!pending)
            s.github.script[kPending] = {answered(200, "[]")};

        QCOMPARE(QByteArray::fromStdString(s.sent(decision)), became);

        QCOMPARE(s.github.count(kAnswer), 0);
    }
};

SIGNALBOX_TEST(TestGitHubRules)
#include "tst_githubrules.moc"
