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
constexpr const char* kReview = "POST /actions/runs/7/pending_deployments";
constexpr const char* kApprovals = "GET /actions/runs/7/approvals";
constexpr const char* kEnvironment = "GET /environments/production";
constexpr const char* kRules = "GET /environments/production/deployment_protection_rules";
constexpr const char* kDeployments = "GET /deployments?environment=production&per_page=10";
const ci::RunRef kRun{"acme/shop", "7"};

std::string waiting(const std::string& reviewers = R"([{"type":"User","reviewer":{"login":"boss"}}])",
                    const std::string& timer = R"("wait_timer":0,"wait_timer_started_at":null)")
{
    return R"([{"environment":{"id":150,"name":"production"},"current_user_can_approve":true,)" + timer
        + R"(,"reviewers":)" + reviewers + "}]";
}

std::string review(const std::string& state, const std::string& login, const std::string& comment)
{
    return R"({"state":")" + state + R"(","comment":")" + comment + R"(","user":{"login":")" + login
        + R"("},"environments":[{"id":150,"name":"production"}]})";
}

std::string list(const std::vector<std::string>& items)
{
    std::string text;
    for (const std::string& item : items)
        text += (text.empty() ? "" : ",") + item;
    return "[" + text + "]";
}

ci::PendingGate production()
{
    ci::PendingGate gate;
    gate.environment = "production";
    return gate;
}

struct Scene {
    Scene()
    {
        github.script[kPending] = {answered(200, waiting())};
        github.script[kApprovals] = {answered(200, "[]")};
        github.script[kReview] = {answered(200, "[]")};
        github.script[kRules] = {answered(200, R"({"total_count":0,"custom_deployment_protection_rules":[]})")};
    }
    ci::GateDecision decision(bool approve = true)
    {
        const auto gates = deployments.pending(kRun, {});
        return {.run = kRun,
                .gate = gates && !gates->empty() ? gates->front() : ci::PendingGate(),
                .approve = approve,
                .comment = "Approved by 1 of 1 in Signalbox."};
    }
    std::string decided(const ci::GateDecision& decision)
    {
        const auto made = deployments.decide(decision, {});
        return made ? (made->approved ? "approved by " : "rejected by ") + made->by
                    : std::string(codeName(made.error().code)) + ": " + made.error().detail;
    }

    CannedGitHub github;
    GitHubDeployments deployments{github.client,
                                  [this](const std::string&) -> Result<GitHubPlace> { return github.place; }};
};

} // namespace

class TestGitHubDeployments : public QObject {
    Q_OBJECT

private slots:
    void whatWaitsForReviewersIsPending()
    {
        Scene s;
        s.github.script[kPending]
            = {answered(200,
                        waiting(R"([{"type":"User","reviewer":{"login":"boss"}},)"
                                R"({"type":"Team","reviewer":{"slug":"release"}}])",
                                R"("wait_timer":30,"wait_timer_started_at":"2027-01-15T07:00:00Z")"))};

        const auto gates = s.deployments.pending(kRun, {});

        QVERIFY(gates && gates->size() == 1);
        const ci::PendingGate& gate = gates->front();
        QCOMPARE(gate.environment, std::string("production"));
        QCOMPARE(gate.id, std::string("150"));
        QCOMPARE(gate.waitMinutes, 30);
        QCOMPARE(gate.occasion, std::string("2027-01-15T07:00:00Z")); // a review does not change it
        QCOMPARE(gate.mayDecide, std::optional(true));
        QCOMPARE(gate.reviewers.size(), std::size_t(2));
        QVERIFY(!gate.reviewers[0].isTeam && gate.reviewers[1].isTeam);
        QCOMPARE(gate.reviewers[1].name, std::string("release"));
    }

    void whatWaitsForNoPersonIsLeftOut()
    {
        Scene s;
        s.github.script[kPending] = {answered(200, waiting("[]"))};

        const auto gates = s.deployments.pending(kRun, {});

        QVERIFY(gates && gates->empty());
    }

    void aLaterJobOfTheSameEnvironmentIsAnotherOccasion()
    {
        Scene s;
        const auto first = s.deployments.pending(kRun, {});
        s.github.script[kApprovals] = {answered(200, list({review("approved", "boss", "go")}))};

        const auto second = s.deployments.pending(kRun, {});

        QVERIFY(first && second);
        QVERIFY(first->front().occasion != second->front().occasion);
        QCOMPARE(second->front().earlier.size(), std::size_t(1));
    }

    void theReviewIsSentOnce()
    {
        Scene s;
        const ci::GateDecision decision = s.decision();
        s.github.script[kApprovals]
            = {answered(200, "[]"), answered(200, "[]"),
               answered(200, list({review("approved", "boss", "Approved by 1 of 1 in Signalbox.")}))};

        QCOMPARE(s.decided(decision), std::string("approved by boss"));

        QCOMPARE(s.github.count(kReview), 1);
        std::string body;
        for (const HttpCall& call : s.github.asked)
            body = s.github.asking(call) == kReview ? call.body : body;
        QCOMPARE(body,
                 std::string(
                     R"({"comment":"Approved by 1 of 1 in Signalbox.","environment_ids":[150],"state":"approved"})"));
    }

    void anAnswerThatIsLostIsLookedFor()
    {
        Scene s;
        const ci::GateDecision decision = s.decision();
        s.github.script[kReview] = {answered(0)};
        s.github.script[kApprovals]
            = {answered(200, "[]"), answered(200, "[]"),
               answered(200, list({review("approved", "boss", "Approved by 1 of 1 in Signalbox.")}))};

        QCOMPARE(s.decided(decision), std::string("approved by boss"));

        QCOMPARE(s.github.count(kReview), 1);
    }

    void whoeverWasFasterCounts()
    {
        Scene s;
        const ci::GateDecision decision = s.decision();
        s.github.script[kApprovals] = {answered(200, list({review("rejected", "ana", "not today")}))};

        QCOMPARE(s.decided(decision), std::string("rejected by ana"));

        QCOMPARE(s.github.count(kReview), 0);
    }

    void anEarlierReviewIsNoneOfThisWait_data()
    {
        QTest::addColumn<bool>("newestFirst");
        QTest::newRow("the newest comes last") << false;
        QTest::newRow("the newest comes first") << true;
    }

    void anEarlierReviewIsNoneOfThisWait()
    {
        QFETCH(bool, newestFirst);
        Scene s;
        const std::string before = review("approved", "boss", "go");
        const std::string after = review("rejected", "boss", "stop");
        s.github.script[kApprovals] = {answered(200, list({before}))};
        const ci::GateDecision decision = s.decision();
        const auto both = newestFirst ? list({after, before}) : list({before, after});
        s.github.script[kApprovals]
            = {answered(200, list({before})), answered(200, list({before})), answered(200, both)};

        QCOMPARE(s.decided(decision), std::string("rejected by boss"));

        QCOMPARE(s.github.count(kReview), 1);
    }

    void whatWaitsNoMoreIsNotReviewed()
    {
        Scene s;
        const ci::GateDecision decision = s.decision();
        s.github.script[kPending] = {answered(200, "[]")};

        const std::string told = s.decided(decision);

        QVERIFY2(told.find("does not wait any more") != std::string::npos, told.c_str());
        QCOMPARE(s.github.count(kReview), 0);
    }

    void aTokenThatMayNotReviewSaysSo()
    {
        Scene s;
        const ci::GateDecision decision = s.decision();
        s.github.script[kReview]
            = {answered(403, R"({"message":"Forbidden"})", {{"x-accepted-github-permissions", "deployments=write"}})};

        const std::string told = s.decided(decision);

        QVERIFY2(told.find("give it the permission deployments: write") != std::string::npos, told.c_str());
        QCOMPARE(s.github.count(kReview), 1);
    }

    void whatAnEnvironmentMakesSureOf()
    {
        Scene s;
        s.github.script[kEnvironment] = {answered(
            200,
            R"({"id":150,"name":"production","can_admins_bypass":false,"deployment_branch_policy":null,)"
            R"("protection_rules":[{"type":"required_reviewers","prevent_self_review":true,"reviewers":[]}]})")};

        const auto rules = s.deployments.rules("acme/shop", production(), {});

        QVERIFY(static_cast<bool>(rules));
        QCOMPARE(rules->adminsMayBypass, std::optional(false));
        QCOMPARE(rules->preventsSelfReview, std::optional(true));
        QCOMPARE(rules->branches, std::string("any"));
    }

    void whatIsNotToldIsNotMadeUp()
    {
        Scene s;
        s.github.script[kEnvironment] = {answered(200, R"({"id":150,"name":"production"})")};

        const auto rules = s.deployments.rules("acme/shop", production(), {});

        QVERIFY(rules && !rules->adminsMayBypass && !rules->preventsSelfReview && rules->branches.empty());
    }

    void changesAreThoseSinceWhatWentWell()
    {
        Scene s;
        s.github.script[kDeployments] = {answered(
            200,
            R"([{"id":4,"sha":"d4"},{"id":3,"sha":"c3"},{"id":2,"sha":"b2","created_at":"2026-07-01T10:00:00Z"},)"
            R"({"id":1,"sha":"a1"}])")};
        s.github.script["GET /deployments/4/statuses?per_page=1"] = {answered(200, R"([{"state":"waiting"}])")};
        s.github.script["GET /deployments/1/statuses?per_page=1"] = {answered(200, R"([{"state":"inactive"}])")};
        s.github.script["GET /deployments/3/statuses?per_page=1"] = {answered(200, R"([{"state":"failure"}])")};
        s.github.script["GET /deployments/2/statuses?per_page=1"] = {answered(200, R"([{"state":"success"}])")};
        s.github.script["GET /compare/b2...d4"] = {answered(
            200,
            R"({"total_commits":2,"commits":[{"sha":"c3","commit":{"message":"One\n\nmore","author":{"name":"Ana"}}},)"
            R"({"sha":"d4","author":{"login":"mona"},"commit":{"message":"Two"}}],)"
            R"("files":[{"filename":"pay.cpp","status":"modified","additions":4,"deletions":1}]})")};

        const auto changes = s.deployments.changes("acme/shop", "production", "d4", {});

        QVERIFY(static_cast<bool>(changes));
        QCOMPARE(changes->deployed, std::string("b2"));
        QCOMPARE(changes->commits, 2);
        QCOMPARE(changes->newest.front().title, std::string("Two"));
        QCOMPARE(changes->newest.back().title, std::string("One"));
        QCOMPARE(changes->newest.back().author, std::string("Ana"));
        QCOMPARE(changes->paths.front().path, std::string("pay.cpp"));
        QCOMPARE(changes->past.size(), std::size_t(3)); // what waits has not ended
        QCOMPARE(changes->past[0].conclusion, ci::Conclusion::Failure);
        QCOMPARE(changes->past[1].conclusion, ci::Conclusion::Success);
        QCOMPARE(formatUtc(changes->past[1].at.value()), std::string("2026-07-01T10:00:00.000Z"));
        QCOMPARE(changes->past[2].conclusion, ci::Conclusion::Success); // another one has taken its place
    }

    void nothingWasDeployedThereYet()
    {
        Scene s;
        s.github.script[kDeployments] = {answered(200, "[]")};

        const auto changes = s.deployments.changes("acme/shop", "production", "d4", {});

        QVERIFY(changes && changes->deployed.empty() && changes->files == 0);
        QCOMPARE(s.github.count("GET /compare"), 0);
    }
};

SIGNALBOX_TEST(TestGitHubDeployments)
#include "tst_githubdeployments.moc"
