// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubdeployments.h"
#include "tests/core/net/cannedgithub.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::net;
using test::answered;
using test::CannedGitHub;

namespace {

constexpr const char* kPending = "GET /actions/runs/7/pending_deployments";
constexpr const char* kApprovals = "GET /actions/runs/7/approvals";
constexpr const char* kRules = "GET /environments/production/deployment_protection_rules";
constexpr const char* kDeployments = "GET /deployments?environment=production&sha=6113728f&per_page=10";
constexpr const char* kNewest = "GET /deployments/31/statuses?per_page=1";
constexpr const char* kStatuses = "GET /deployments/31/statuses?per_page=30";
constexpr const char* kAnswer = "POST /actions/runs/7/deployment_protection_rule";
constexpr const char* kBoss = R"([{"type":"User","reviewer":{"login":"boss"}}])";
const ci::RunRef kRun{"acme/shop", "7"};

HttpAnswer waiting(const std::string& reviewers = "[]", bool mayReview = false)
{
    return answered(200,
                    R"([{"environment":{"id":150,"name":"production"},"current_user_can_approve":)"
                        + std::string(mayReview ? "true" : "false")
                        + R"(,"wait_timer":0,"wait_timer_started_at":null,"reviewers":)" + reviewers + "}]");
}

HttpAnswer ruledBy(int app, bool enabled = true)
{
    return answered(200,
                    R"({"total_count":1,"custom_deployment_protection_rules":[{"id":3,"enabled":)"
                        + std::string(enabled ? "true" : "false") + R"(,"app":{"id":)" + std::to_string(app)
                        + R"(,"slug":"signalbox"}}]})");
}

HttpAnswer states(const std::vector<std::string>& newestFirst, const std::string& run = "7")
{
    std::string list;
    for (const std::string& state : newestFirst)
        list += (list.empty() ? "" : ",") + std::string(R"({"state":")") + state
            + R"(","log_url":"https://github.acme.com/acme/shop/actions/runs/)" + run + R"(/job/9"})";
    return answered(200, "[" + list + "]");
}

HttpAnswer reviewed(const std::string& state, const std::string& login, const std::string& comment)
{
    return answered(200,
                    R"([{"state":")" + state + R"(","comment":")" + comment + R"(","user":{"login":")" + login
                        + R"("},"environments":[{"id":150,"name":"production"}]}])");
}

/// Run 7 waits at production for the App 77, by its deployment 31.
struct Scene {
    Scene()
    {
        github.standsAt(1, "waiting");
        github.script[kPending] = {waiting()};
        github.script[kApprovals] = {answered(200, "[]")};
        github.script[kRules] = {ruledBy(77)};
        github.script[kDeployments] = {answered(200, R"([{"id":31,"sha":"6113728f"}])")};
        github.script[kNewest] = {states({"waiting"})};
        github.script[kStatuses] = {states({"waiting"})};
        github.script[kAnswer] = {answered(204)};
    }

    std::vector<ci::PendingGate> pending()
    {
        const auto gates = deployments.pending(kRun, {});
        return gates ? *gates : std::vector<ci::PendingGate>();
    }
    std::string told()
    {
        std::string text;
        for (const ci::PendingGate& gate : pending())
            text += (text.empty() ? "" : ", ") + gate.id + "/" + gate.occasion;
        return text;
    }
    ci::GateDecision decision(bool approve = true)
    {
        const auto gates = pending();
        return {.run = kRun,
                .gate = gates.empty() ? ci::PendingGate() : gates.back(),
                .approve = approve,
                .comment = "Approved by 2 of 2 in Signalbox."};
    }
    static std::string words(const Result<ci::GateReview>& made)
    {
        return made ? (made->approved ? "approved by " : "rejected by ") + made->by
                    : std::string(codeName(made.error().code)) + ": " + made.error().detail;
    }
    std::string decided(const ci::GateDecision& decision) { return words(deployments.decide(decision, {})); }
    std::string sent(const ci::GateDecision& decision)
    {
        const auto became = deployments.whatBecame(decision, {});
        if (became && !*became)
            return "to be sent";
        return words(became ? Result<ci::GateReview>(**became) : became.error());
    }

    CannedGitHub github;
    std::string app = "77";
    GitHubDeployments deployments{github.client,
                                  [this](const std::string&) -> Result<GitHubPlace> { return github.place; },
                                  {.id = app, .placeOf = [this](const std::string&) -> Result<GitHubPlace> {
                                       GitHubPlace place = github.place;
                                       place.token = "token-of-the-app";
                                       return place;
                                   }}};
};

} // namespace

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

    void aRuleOfSomebodyElseIsNoneOfOurs_data()
    {
        QTest::addColumn<int>("app");
        QTest::addColumn<bool>("enabled");
        QTest::newRow("of another App") << 78 << true;
        QTest::newRow("turned off") << 77 << false;
    }

    void aRuleOfSomebodyElseIsNoneOfOurs()
    {
        QFETCH(int, app);
        QFETCH(bool, enabled);
        Scene s;
        s.github.script[kRules] = {ruledBy(app, enabled)};

        QCOMPARE(s.told(), std::string());
    }

    void withoutAnAppNothingCanBeDecided()
    {
        Scene s;
        GitHubDeployments personal(s.github.client,
                                   [&](const std::string&) -> Result<GitHubPlace> { return s.github.place; });

        const auto gates = personal.pending(kRun, {});

        QVERIFY(gates && gates->empty());
        QCOMPARE(s.github.count(kRules), 0);
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
        s.github.script[kStatuses] = {::states(newestFirst)};
        if (!pending)
            s.github.script[kPending] = {answered(200, "[]")};

        QCOMPARE(QByteArray::fromStdString(s.sent(decision)), became);

        QCOMPARE(s.github.count(kAnswer), 0);
    }
};

SIGNALBOX_TEST(TestGitHubRules)
#include "tst_githubrules.moc"
