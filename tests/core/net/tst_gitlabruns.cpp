// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/gitlabapi.h"
#include "tests/core/net/cannedgitlab.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QTest>

using namespace signalbox;
using namespace signalbox::net;
using test::CannedGitLab;
using test::CannedTry;

namespace {

GitLabJobs jobsOf(const std::vector<CannedTry>& tries)
{
    const auto list = parseJson(CannedGitLab::jobsAt(tries).body);
    return *gitlabJobs(list->get<std::vector<Json>>());
}

ci::Run runOf(const std::string& status, const std::string& finished, const std::vector<CannedTry>& tries)
{
    ci::Run run = *gitlabRun(*parseJson(CannedGitLab::pipelineAt(status, finished).body), "acme/shop");
    addJobs(run, jobsOf(tries));
    return run;
}

/// "build 1 success, test 2 failure": the newest try of each job.
std::string shown(const ci::Run& run)
{
    std::string text;
    for (const ci::Job& job : run.jobs)
        text += (text.empty() ? "" : ", ") + job.name + " " + std::to_string(job.attempt) + " "
            + std::string(ci::conclusionName(job.conclusion));
    return text;
}

} // namespace

class TestGitLabRuns : public QObject {
    Q_OBJECT

private slots:
    void statusesAreUnderstood_data();
    void statusesAreUnderstood();
    void attemptsAreCounted_data();
    void attemptsAreCounted();
    void anAllowedFailureIsNone();
    void whyAJobFailedIsUnderstood_data();
    void whyAJobFailedIsUnderstood();
    void aPipelineThatHasNotHeardOfItsRetryGoesOn();
    void whatWaitsForAPersonIsHeld_data();
    void whatWaitsForAPersonIsHeld();
    void theTryOfAnAttemptIsFound();
    void onlyABranchIsOne();
    void whatIsNoPipelineIsRefused();
    void projectsHaveNames();
    void aServerIsNamedWithOrWithoutItsApi();
};

void TestGitLabRuns::statusesAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("told");
    for (const char* status : {"created", "waiting_for_resource", "preparing", "pending", "scheduled", "manual"})
        QTest::newRow(status) << QByteArray("queued none");
    for (const char* status : {"running", "canceling"})
        QTest::newRow(status) << QByteArray("running none");
    QTest::newRow("success") << QByteArray("finished success");
    QTest::newRow("failed") << QByteArray("finished failure");
    QTest::newRow("canceled") << QByteArray("finished cancelled");
    QTest::newRow("skipped") << QByteArray("finished skipped");
}

void TestGitLabRuns::statusesAreUnderstood()
{
    QFETCH(QByteArray, told);

    const auto run = gitlabRun(*parseJson(CannedGitLab::pipelineAt(QTest::currentDataTag()).body), "acme/shop");

    QVERIFY(run);
    QCOMPARE(QByteArray::fromStdString(std::string(ci::phaseName(run->phase)) + " "
                                       + std::string(ci::conclusionName(run->conclusion))),
             told);
    QCOMPARE(run->finishedAt.has_value(), run->phase == ci::Phase::Finished);
}

void TestGitLabRuns::attemptsAreCounted_data()
{
    using Tries = std::vector<CannedTry>;
    QTest::addColumn<Tries>("tries");
    QTest::addColumn<int>("attempt");
    QTest::addColumn<QByteArray>("jobs");
    const CannedTry built{1, "build", "success", "00:00", "00:01", "00:30"};
    const CannedTry failed{2, "test", "failed", "00:00", "00:31", "01:00"};
    const CannedTry linted{3, "lint", "failed", "00:00", "00:31", "02:00"};
    const CannedTry skipped{4, "deploy", "skipped", "00:00"};
    const auto row = [](const char* name, const Tries& tries, int attempt, const char* jobs) {
        QTest::newRow(name) << tries << attempt << QByteArray(jobs);
    };
    row("none was retried", {built, failed, skipped}, 1, "build 1 success, test 1 failure, deploy 1 skipped");
    row("one was, once all had ended",
        {built,
         failed,
         {4, "deploy", "success", "00:00", "06:00", "06:10"},
         {5, "test", "success", "05:00", "05:05", "05:40"}},
        2, "build 1 success, deploy 2 success, test 2 success");
    row("two were at once",
        {built,
         failed,
         linted,
         {5, "test", "success", "05:00", "05:05", "05:40"},
         {6, "lint", "failed", "05:01", "05:05", "05:20"}},
        2, "build 1 success, test 2 success, lint 2 failure");
    row("GitLab retried one itself while another ran",
        {built, failed, linted, {5, "test", "success", "01:00", "01:02", "01:40"}}, 1,
        "build 1 success, lint 1 failure, test 1 success");
    row("GitLab retried the last one itself, and then a person the other",
        {built,
         failed,
         linted,
         {5, "lint", "success", "02:00", "02:02", "02:40"},
         {6, "test", "failed", "05:00", "05:02", "05:40"}},
        3, "build 1 success, lint 2 success, test 3 failure");
    row("a failure that nobody retried is one of the newest attempt",
        {built, failed, linted, {5, "lint", "success", "05:00", "05:02", "05:40"}}, 2,
        "build 1 success, test 2 failure, lint 2 success");
    row("listed in another order", {{5, "test", "failed", "05:00", "05:05", "05:40"}, failed, built}, 2,
        "build 1 success, test 2 failure");
}

void TestGitLabRuns::attemptsAreCounted()
{
    QFETCH(std::vector<CannedTry>, tries);
    QFETCH(int, attempt);
    QFETCH(QByteArray, jobs);

    const ci::Run run = runOf("failed", "09:00", tries);

    QCOMPARE(run.attempt, attempt);
    QCOMPARE(QByteArray::fromStdString(shown(run)), jobs);
    QVERIFY(run.phase == ci::Phase::Finished && run.conclusion == ci::Conclusion::Failure);
}

void TestGitLabRuns::anAllowedFailureIsNone()
{
    const ci::Run run = runOf("success", "05:00",
                              {{1, "lint", "failed", "00:00", "00:01", "00:30", R"(,"allow_failure":true)"},
                               {2, "test", "success", "00:00", "00:01", "00:30", R"(,"allow_failure":false)"}});

    QCOMPARE(shown(run), std::string("lint 1 success, test 1 success"));
    QVERIFY(run.conclusion == ci::Conclusion::Success);
}

void TestGitLabRuns::whyAJobFailedIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("conclusion");
    QTest::newRow("script_failure") << QByteArray("failure");
    QTest::newRow("stuck_or_timeout_failure") << QByteArray("timed_out");
    QTest::newRow("job_execution_timeout") << QByteArray("timed_out");
    QTest::newRow("runner_system_failure") << QByteArray("lost");
    QTest::newRow("something new") << QByteArray("failure");
}

void TestGitLabRuns::whyAJobFailedIsUnderstood()
{
    QFETCH(QByteArray, conclusion);
    const std::string reason = R"(,"failure_reason":")" + std::string(QTest::currentDataTag()) + "\"";

    const GitLabJobs jobs = jobsOf({{1, "test", "failed", "00:00", "00:01", "00:30", reason}});

    QCOMPARE(QByteArray::fromStdString(std::string(ci::conclusionName(jobs.tries[0].job.conclusion))), conclusion);
}

void TestGitLabRuns::aPipelineThatHasNotHeardOfItsRetryGoesOn()
{
    const CannedTry failed{2, "test", "failed", "00:00", "00:31", "01:00"};

    const ci::Run retried = runOf("failed", "01:00", {failed, {3, "test", "pending", "05:00"}});
    const ci::Run passed = runOf("failed", "01:00", {failed, {3, "test", "success", "05:00", "05:01", "05:30"}});
    const ci::Run ended = runOf("success", "05:31", {failed, {3, "test", "success", "05:00", "05:01", "05:30"}});
    const ci::Run played
        = runOf("success", "01:00",
                {{2, "test", "success", "00:00", "00:31", "00:59"}, {3, "ship", "running", "00:00", "05:00"}});

    for (const ci::Run& run : {retried, passed, played})
        QVERIFY(run.phase == ci::Phase::Running && run.conclusion == ci::Conclusion::None && !run.finishedAt);
    QVERIFY(retried.attempt == 2 && passed.attempt == 2 && played.attempt == 1);
    QVERIFY(ended.phase == ci::Phase::Finished && ended.conclusion == ci::Conclusion::Success);
}

void TestGitLabRuns::whatWaitsForAPersonIsHeld_data()
{
    QTest::addColumn<QString>("test"); // how it stands beside the manual job
    QTest::addColumn<bool>("isRetry");
    QTest::addColumn<bool>("held");
    QTest::addColumn<bool>("failed");
    QTest::newRow("nothing else goes on") << "success" << false << true << false;
    QTest::newRow("another job has failed") << "failed" << false << true << true;
    QTest::newRow("another job is about to run") << "pending" << false << false << false;
    QTest::newRow("another job waits for the manual one") << "created" << false << true << false;
    QTest::newRow("another job was retried just now") << "created" << true << false << false;
}

void TestGitLabRuns::whatWaitsForAPersonIsHeld()
{
    QFETCH(QString, test);
    QFETCH(bool, isRetry);
    QFETCH(bool, held);
    QFETCH(bool, failed);
    std::vector<CannedTry> tries{{.id = 102, .name = "test", .status = test.toStdString(), .created = "03:00"},
                                 {.id = 101, .name = "ship", .status = "manual"}};
    if (isRetry)
        tries.push_back({.id = 100, .name = "test", .started = "00:10", .finished = "00:20"});

    const ci::Run run = runOf("manual", "", tries);

    QCOMPARE(run.phase, ci::Phase::Queued);
    QCOMPARE(run.isHeld, held);
    QCOMPARE(run.conclusion, failed ? ci::Conclusion::Failure : ci::Conclusion::None);
}

void TestGitLabRuns::theTryOfAnAttemptIsFound()
{
    const GitLabJobs jobs = jobsOf({{1, "build", "success", "00:00", "00:01", "00:30"},
                                    {2, "test", "failed", "00:00", "00:31", "01:00"},
                                    {3, "lint", "failed", "00:00", "00:31", "01:00"},
                                    {4, "test", "failed", "05:00", "05:01", "05:30"},
                                    {5, "test", "success", "07:00", "07:01", "07:30"}});

    QCOMPARE(jobs.attempt, 3);
    QCOMPARE(jobs.find("test", 1)->id, 2);
    QCOMPARE(jobs.find("test", 2)->id, 4);
    QCOMPARE(jobs.find("test", 3)->id, 5);
    QCOMPARE(jobs.find("build", 3)->id, 1); // it ran once
    QCOMPARE(jobs.find("lint", 1)->id, 3);
    QVERIFY(!jobs.find("deploy", 1));
}

void TestGitLabRuns::onlyABranchIsOne()
{
    Json run{{"id", 7}, {"status", "failed"}, {"ref", "feature/a"}};
    QCOMPARE(gitlabRun(run, "acme/shop")->branch, std::string("feature/a"));
    run["tag"] = true;
    QCOMPARE(gitlabRun(run, "acme/shop")->branch, std::string());
    run = {{"id", 7}, {"status", "failed"}, {"ref", "refs/merge-requests/4/head"}};
    QCOMPARE(gitlabRun(run, "acme/shop")->branch, std::string());
}

void TestGitLabRuns::whatIsNoPipelineIsRefused()
{
    QVERIFY(!gitlabRun(Json::object(), "acme/shop"));
    QVERIFY(!gitlabRun({{"id", "7"}, {"status", "failed"}}, "acme/shop"));
    QVERIFY(!gitlabRun({{"id", 7}, {"status", nullptr}}, "acme/shop"));
    QVERIFY(!gitlabJobs({Json{{"id", 7}}}));
    QVERIFY(!gitlabJobs({Json("job")}));
    QVERIFY(!gitlabJobs({Json{{"id", 7}, {"name", "test"}, {"status", "failed"}}})); // when?
}

void TestGitLabRuns::projectsHaveNames()
{
    for (const char* name : {"acme/shop", "acme/web/shop", "a/b.c", "A-1/_x"})
        QVERIFY2(isProjectName(name), name);
    for (const char* name :
         {"shop", "acme/", "/shop", "acme//shop", "acme/..", "acme/a b", "acme/s?x", "acme/a%2Fb", ""})
        QVERIFY2(!isProjectName(name), name);
}

void TestGitLabRuns::aServerIsNamedWithOrWithoutItsApi()
{
    for (const char* address : {"https://gitlab.acme.com", "https://gitlab.acme.com/", "https://gitlab.acme.com/api/v4",
                                "https://gitlab.acme.com/api/v4//"})
        QCOMPARE(gitlabApiOf(address), std::string("https://gitlab.acme.com/api/v4"));
    QCOMPARE(gitlabApiOf("https://acme.com/gitlab"), std::string("https://acme.com/gitlab/api/v4"));
    QCOMPARE(gitlabWebOf("https://acme.com/gitlab/api/v4"), std::string("https://acme.com/gitlab"));
}

SIGNALBOX_TEST(TestGitLabRuns)
#include "tst_gitlabruns.moc"
