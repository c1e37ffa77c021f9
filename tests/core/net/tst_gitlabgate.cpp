// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/gitlabgate.h"
#include "tests/core/net/cannedgitlab.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::net;
using test::answered;
using test::CannedGitLab;

namespace {

const ci::RunRef kRun{"acme/web/shop", "7"};
constexpr const char* kManual = "GET /pipelines/7/jobs?per_page=100&scope=manual";
constexpr const char* kList
    = "GET /deployments?order_by=updated_at&sort=asc&updated_after=2027-01-15T06%3A59%3A59.000Z&per_page=100&page=1";
constexpr const char* kDeployment = "GET /deployments/42";
constexpr const char* kProtected = "GET /protected_environments/production";
constexpr const char* kMember = "GET /members/all/5";
const std::string kUser = std::string("GET ") + CannedGitLab::kApi + "/user";

std::string jobJson(const std::string& status, const std::string& more = {})
{
    return R"({"id":100,"name":"ship","status":")" + status
        + R"(","created_at":"2027-01-15T07:00:00.000Z","started_at":null,"user":{"username":"mona"})" + more + "}";
}

std::string deploymentJson(const std::string& status, const std::string& more = {}, const std::string& job = "manual")
{
    return R"({"id":42,"status":")" + status
        + R"(","sha":"6113728f","environment":{"name":"production"},"user":{"username":"mona"},"deployable":)"
        + jobJson(job) + more + "}";
}

/// What a single deployment tells: a rule for one approval, by `who`, and what was given under it.
std::string approvals(int missing, const std::string& who, const std::string& given = {})
{
    return R"(,"pending_approval_count":)" + std::to_string(missing)
        + R"(,"approvals":[],"approval_summary":{"rules":[{"required_approvals":1,)" + who
        + R"(,"deployment_approvals":[)" + given + "]}]}";
}

std::string person(int id)
{
    return R"("user_id":)" + std::to_string(id)
        + R"(,"group_id":null,"access_level":null,"access_level_description":"Ann")";
}

const std::string kMaintainers
    = R"("user_id":null,"group_id":null,"access_level":40,"access_level_description":"Maintainers")";
const std::string kGroup = R"("user_id":null,"group_id":9,"access_level":40,"access_level_description":"qa")";
const std::string kOurs = R"({"user":{"username":"ann"},"status":"approved","comment":"Approved in Signalbox."})";

/// Job ship of the pipeline waits; ann asks.
struct Scene {
    Scene()
    {
        gitlab.script[kManual] = {answered(200, "[" + jobJson("manual") + "]")};
        gitlab.script[kList] = {answered(200, "[]")};
        gitlab.script[kUser] = {answered(200, R"({"id":5,"username":"ann"})")};
        gitlab.script[kProtected] = {answered(404)};
        gitlab.script[kMember] = {answered(404)};
    }
    void deploys(const std::string& status, const std::string& more = {})
    {
        gitlab.script[kList] = {answered(200, "[" + deploymentJson(status) + "]")};
        gitlab.script[kDeployment] = {answered(200, deploymentJson(status, more))};
    }
    ci::PendingGate only()
    {
        const auto gates = gate.pending(kRun, {});
        return gates && gates->size() == 1 ? gates->front() : ci::PendingGate();
    }
    std::string decided(bool approve)
    {
        const auto made
            = gate.decide({.run = kRun, .gate = only(), .approve = approve, .comment = "Approved in Signalbox."}, {});
        return made ? (made->approved ? "approved by " : "rejected by ") + made->by + ": " + made->comment
                    : std::string(codeName(made.error().code)) + ": " + made.error().detail;
    }

    CannedGitLab gitlab;
    GitLabGate gate{gitlab.client, [this](const std::string&) -> Result<ForgePlace> { return gitlab.place; }};
};

} // namespace

class TestGitLabGate : public QObject {
    Q_OBJECT

private slots:
    void aJobThatHoldsThePipelineUpIsPending()
    {
        Scene s;

        const ci::PendingGate gate = s.only();

        QCOMPARE(gate.environment, std::string("ship")); // it names none
        QCOMPARE(gate.id, std::string("100"));
        QVERIFY(!gate.keepsComment);
        QVERIFY(!gate.mayDecide);
    }

    void whatHoldsNothingUpIsLeftOut()
    {
        Scene s;
        s.gitlab.script[kManual] = {answered(200, "[" + jobJson("manual", R"(,"allow_failure":true)") + "]")};

        const auto gates = s.gate.pending(kRun, {});

        QVERIFY(gates && gates->empty());
    }

    void whoMayApproveIsTold_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<int>("role"); // of ann; 0: no member
        QTest::addColumn<QString>("may");
        QTest::newRow("she") << QString::fromStdString(person(5)) << 0 << "yes";
        QTest::newRow("somebody else") << QString::fromStdString(person(6)) << 40 << "no";
        QTest::newRow("a role that she has") << QString::fromStdString(kMaintainers) << 50 << "yes";
        QTest::newRow("a role above hers") << QString::fromStdString(kMaintainers) << 30 << "no";
        QTest::newRow("a group") << QString::fromStdString(kGroup) << 50 << "not told";
    }
    void whoMayApproveIsTold()
    {
        QFETCH(QString, rule);
        QFETCH(int, role);
        QFETCH(QString, may);
        Scene s;
        s.deploys("blocked", approvals(1, rule.toStdString()));
        if (role > 0)
            s.gitlab.script[kMember] = {answered(200, R"({"access_level":)" + std::to_string(role) + "}")};

        const ci::PendingGate gate = s.only();

        QCOMPARE(gate.environment, std::string("production"));
        QVERIFY(gate.keepsComment);
        QCOMPARE(gate.reviewers.size(), std::size_t(1));
        const char* const told = !gate.mayDecide ? "not told" : *gate.mayDecide ? "yes" : "no";
        QCOMPARE(QString::fromLatin1(told), may);
    }

    void whoHasStartedThePipelineMayNotApproveIt()
    {
        Scene s;
        s.deploys("blocked", approvals(1, kMaintainers));
        s.gitlab.script[kUser] = {answered(200, R"({"id":5,"username":"mona"})")};
        s.gitlab.script[kMember] = {answered(200, R"({"access_level":50})")};
        s.gitlab.script["GET "] = {answered(200, R"({"allow_pipeline_trigger_approve_deployment":false})")};

        QCOMPARE(s.only().mayDecide, std::optional(false));
        const auto rules = s.gate.rules(kRun.line, s.only(), {});
        QVERIFY(rules && rules->preventsSelfReview == std::optional(true));
        s.gitlab.script["GET "] = {answered(200, R"({"allow_pipeline_trigger_approve_deployment":true})")};
        QCOMPARE(s.only().mayDecide, std::optional(true));
    }

    void anAdministratorMayApproveAnything()
    {
        Scene s;
        s.deploys("blocked", approvals(1, person(6)));
        s.gitlab.script[kUser] = {answered(200, R"({"id":5,"username":"ann","is_admin":true})")};

        QCOMPARE(s.only().mayDecide, std::optional(true));
    }

    void anApprovalIsSentOnceAndItsJobStarted()
    {
        Scene s;
        s.deploys("blocked", approvals(1, person(5)));
        s.gitlab.script[kDeployment].push_back(s.gitlab.script[kDeployment].front()); // the look before it is sent
        s.gitlab.script[kDeployment].push_back(
            answered(200, deploymentJson("created", approvals(0, person(5), kOurs))));
        s.gitlab.script["POST /deployments/42/approval"] = {answered(201, kOurs)};
        s.gitlab.script["GET /jobs/100"] = {answered(200, jobJson("manual")), answered(200, jobJson("pending"))};
        s.gitlab.script["POST /jobs/100/play"] = {answered(200, jobJson("pending"))};

        QCOMPARE(s.decided(true), std::string("approved by ann: Approved in Signalbox."));
        QCOMPARE(s.gitlab.count("POST /deployments/42/approval"), 1);
        QCOMPARE(s.gitlab.count("POST /jobs/100/play"), 1);
    }

    void anApprovalWhoseJobIsNotStartedSaysWhy()
    {
        Scene s;
        s.deploys("blocked", approvals(1, person(5)));
        s.gitlab.script[kDeployment].push_back(s.gitlab.script[kDeployment].front());
        s.gitlab.script[kDeployment].push_back(
            answered(200, deploymentJson("created", approvals(0, person(5), kOurs))));
        s.gitlab.script["POST /deployments/42/approval"] = {answered(201, kOurs)};
        s.gitlab.script["GET /jobs/100"] = {answered(200, jobJson("manual"))};
        s.gitlab.script["POST /jobs/100/play"] = {answered(400, R"({"message":"400 Bad request - Unplayable Job"})")};

        const auto made
            = s.gate.decide({.run = kRun, .gate = s.only(), .approve = true, .comment = "Approved in Signalbox."}, {});

        QVERIFY(made && made->approved);
        QVERIFY2(made->notDone.find("Unplayable Job") != std::string::npos, made->notDone.c_str());
        QCOMPARE(s.gitlab.count("POST /jobs/100/play"), 1);
    }

    void whatWaitsForOthersIsNotStarted()
    {
        Scene s;
        s.deploys("blocked", approvals(2, person(5)));
        s.gitlab.script[kDeployment].push_back(s.gitlab.script[kDeployment].front());
        s.gitlab.script[kDeployment].push_back(
            answered(200, deploymentJson("blocked", approvals(1, person(5), kOurs))));
        s.gitlab.script["POST /deployments/42/approval"] = {answered(201, kOurs)};

        QCOMPARE(s.decided(true), std::string("approved by ann: Approved in Signalbox."));
        QCOMPARE(s.gitlab.count("POST /jobs"), 0);
    }

    void whatSomebodyElseHasStartedIsTheirs()
    {
        Scene s;
        s.gitlab.script["GET /jobs/100"]
            = {answered(200, R"({"id":100,"name":"ship","status":"running","user":{"username":"boss"}})")};

        QCOMPARE(s.decided(true), std::string("approved by boss: "));
        QCOMPARE(s.decided(false), std::string("approved by boss: "));
        QCOMPARE(s.gitlab.count("POST"), 0);
    }

    void aJobThatIsNotCancelledIsTold()
    {
        Scene s;
        s.gitlab.script["GET /jobs/100"] = {answered(200, jobJson("manual"))};
        s.gitlab.script["POST /jobs/100/cancel"] = {answered(201, jobJson("manual"))};

        QCOMPARE(s.decided(false),
                 std::string("conflict: job ship of acme/web/shop: GitLab took the request, but the job waits still; "
                             "cancel it there"));
    }

    void changesAreCountedFromTheirDiffs()
    {
        Scene s;
        s.gitlab.script["GET /deployments?environment=production&order_by=id&sort=desc&per_page=20"] = {answered(
            200,
            "[" + deploymentJson("blocked") + "," + deploymentJson("failed") + "," + deploymentJson("success") + "]")};
        s.gitlab.script["GET /repository/compare?from=6113728f&to=8c1f2ab"] = {
            answered(200,
                     R"({"commits":[{"id":"1a","title":"first","author_name":"Mona"},{"id":"2b","title":"second"}],)"
                     R"("diffs":[{"new_path":"src/a.c","diff":"--- a/a.c\n+++ b/a.c\n@@ -1 +1,2 @@\n-x\n+y\n+z\n"},)"
                     R"({"new_path":"b.md","new_file":true,"diff":"@@ -0,0 +1 @@\n+b\n"}],"compare_timeout":false})")};

        const auto changes = s.gate.changes(kRun.line, "production", "8c1f2ab", {});

        QVERIFY(changes);
        QCOMPARE(changes->deployed, std::string("6113728f"));
        QCOMPARE(changes->commits, 2);
        QCOMPARE(changes->newest.front().title, std::string("second"));
        QCOMPARE(changes->paths[0].additions, 2);
        QCOMPARE(changes->paths[0].deletions, 1);
        QCOMPARE(changes->paths[1].status, std::string("added"));
        QVERIFY(changes->isCounted);
        QCOMPARE(changes->past.size(), std::size_t(2)); // what waits has not ended
        QCOMPARE(changes->past[0].conclusion, ci::Conclusion::Failure);
        QCOMPARE(changes->past[1].conclusion, ci::Conclusion::Success);
    }

    void whatWentWellLongAgoRunsThereStill()
    {
        Scene s;
        s.gitlab.script["GET /deployments?environment=production&order_by=id&sort=desc&per_page=20"]
            = {answered(200, "[" + deploymentJson("failed") + "]")};
        s.gitlab.script["GET /deployments?environment=production&order_by=id&sort=desc&status=success&per_page=1"]
            = {answered(200, "[" + deploymentJson("success") + "]")};
        s.gitlab.script["GET /repository/compare?from=6113728f&to=8c1f2ab"] = {answered(200, "{}")};

        const auto changes = s.gate.changes(kRun.line, "production", "8c1f2ab", {});

        QVERIFY(changes);
        QCOMPARE(changes->deployed, std::string("6113728f"));
        QCOMPARE(changes->past.size(), std::size_t(1));
    }
};

SIGNALBOX_TEST(TestGitLabGate)
#include "tst_gitlabgate.moc"
