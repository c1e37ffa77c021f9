// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/net/cannedgithub.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::net;
using test::answered;
using test::CannedGitHub;
using test::outcome;

namespace {

const ci::RunRef kRun{"acme/shop", "7"};
const std::string kRerun = "POST /actions/runs/7/rerun-failed-jobs";
const std::string kLog = "GET /actions/jobs/100/logs";

} // namespace

class TestGitHubCi : public QObject {
    Q_OBJECT

private slots:
    void aRunIsReadWithItsJobs();
    void aFailureThatMayHappenIsStillOne();
    void jobsOfOneNameAreToldApart();
    void whatATimeLimitHasEndedIsNoCancelling_data();
    void whatATimeLimitHasEndedIsNoCancelling();
    void aLogIsReadWhereItsLinkLeads();
    void aLinkThatIsTooOldIsAskedForAnew();
    void aLogThatIsNotThere_data();
    void aLogThatIsNotThere();
    void failedJobsAreRunAgainOnce_data();
    void failedJobsAreRunAgainOnce();
    void whatRunsIsNotRunAgain();
    void aRerunThatIsRefusedSaysWhy();
    void onlyTheCachesThatWereRestoredAreDeleted();
    void aRunIsCancelledOnce();
    void theFileOfTheDefaultBranchIsRead();

private:
    /// With a log for its one failed job.
    static std::string readLog(CannedGitHub& github)
    {
        std::string text;
        const auto read = github.ci.readLog(kRun, "test", 1, [&](std::string_view piece) { text += piece; }, {});
        return read ? text : outcome(read);
    }
};

void TestGitHubCi::aRunIsReadWithItsJobs()
{
    CannedGitHub github;
    github.standsAt(2, "completed", "failure");
    github.hasJobs(2, {{"lint", "success"}, {"test", "failure"}, {"deploy", "skipped"}});

    const auto run = github.ci.run(kRun, {});

    QVERIFY2(run, run ? "" : run.error().detail.c_str());
    QVERIFY(run->line == "acme/shop" && run->number == "7" && run->attempt == 2);
    QVERIFY(run->branch == "feature/a/b" && run->commit == "6113728f" && run->author == "mona");
    QVERIFY(run->phase == ci::Phase::Finished && run->conclusion == ci::Conclusion::Failure);
    QVERIFY(formatUtc(run->finishedAt.value()) == "2027-01-15T07:05:00.000Z");
    QCOMPARE(run->jobs.size(), 3U);
    QVERIFY(run->jobs[1].name == "test" && run->jobs[1].conclusion == ci::Conclusion::Failure);
    QVERIFY(run->jobs[2].conclusion == ci::Conclusion::Skipped);
    for (const HttpCall& call : github.asked) {
        QVERIFY(fieldOf(call.fields, "Accept") == "application/vnd.github+json");
        QVERIFY(fieldOf(call.fields, "X-GitHub-Api-Version") == "2022-11-28");
        QVERIFY(fieldOf(call.fields, "Authorization") == "Bearer t0ken-of-acme");
    }
}

void TestGitHubCi::aFailureThatMayHappenIsStillOne()
{
    CannedGitHub github;
    github.standsAt(1, "completed", "success");
    github.script["GET /actions/runs/7/attempts/1/jobs?per_page=100"]
        = {answered(200,
                    R"({"jobs":[{"id":1,"name":"test","status":"completed","conclusion":"success","steps":[)"
                    R"({"name":"unit","conclusion":"failure"},{"name":"report","conclusion":"success"}]}]})")};

    const auto run = github.ci.run(kRun, {});

    QVERIFY(run && run->conclusion == ci::Conclusion::Failure);
    QVERIFY(run->jobs[0].conclusion == ci::Conclusion::Failure);
    QVERIFY(run->jobs[0].steps[0].failed && !run->jobs[0].steps[1].failed);
}

void TestGitHubCi::jobsOfOneNameAreToldApart()
{
    CannedGitHub github;
    github.standsAt(1, "completed", "failure");
    github.hasJobs(1, {{"test", "success"}, {"test", "failure"}});
    github.script["GET /actions/jobs/101/logs"] = {answered(200, "of the second\n")};

    const auto run = github.ci.run(kRun, {});
    std::string text;
    const auto read = github.ci.readLog(kRun, "test #2", 1, [&](std::string_view piece) { text += piece; }, {});

    QVERIFY(run && run->jobs[1].name == "test #2");
    QVERIFY(read && text == "of the second\n");
}

void TestGitHubCi::whatATimeLimitHasEndedIsNoCancelling_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("annotations");
    QTest::addColumn<bool>("timedOut");
    QTest::newRow("its own time limit")
        << 200
        << QByteArray(R"([{"message":"The operation was canceled."},{"message":"The job running on runner r has )"
                      R"(exceeded the maximum execution time of 10 minutes."}])")
        << true;
    QTest::newRow("a step that prints what the runner would")
        << 200 << QByteArray(R"([{"message":"The job has exceeded the maximum execution time of 20 minutes."}])")
        << false;
    QTest::newRow("a person") << 200 << QByteArray(R"([{"message":"The run was canceled by @mona."}])") << false;
    QTest::newRow("a token that may not read it") << 403 << QByteArray(R"({"message":"Forbidden"})") << false;
}

void TestGitHubCi::whatATimeLimitHasEndedIsNoCancelling()
{
    QFETCH(int, status);
    QFETCH(QByteArray, annotations);
    QFETCH(bool, timedOut);
    CannedGitHub github;
    github.standsAt(1, "completed", "cancelled");
    github.hasJobs(1, {{"test", "cancelled"}, {"deploy", "skipped"}});
    github.script["GET /check-runs/100/annotations?per_page=50"] = {answered(status, annotations.toStdString())};
    github.script[kLog] = {answered(200, "##[error]The operation was canceled.\n")};

    const auto run = github.ci.run(kRun, {});
    const std::string log = readLog(github);

    QVERIFY2(run, run ? "" : run.error().detail.c_str());
    QVERIFY(run->conclusion == (timedOut ? ci::Conclusion::TimedOut : ci::Conclusion::Cancelled));
    QVERIFY(run->jobs[0].conclusion == run->conclusion);
    QCOMPARE(log.find("exceeded the maximum execution time of 10 minutes") != std::string::npos, timedOut);
    QCOMPARE(github.count("GET /check-runs/101/annotations"), 0);
}

void TestGitHubCi::aLogIsReadWhereItsLinkLeads()
{
    CannedGitHub github;
    github.hasJobs(1, {{"test", "failure"}});
    github.script[kLog] = {answered(302, {}, {{"Location", "https://logs.blob.org/1?sig=abc"}})};
    github.script["GET https://logs.blob.org/1?sig=abc"] = {
        answered(200,
                 "\xEF\xBB\xBF"
                 "2027-01-15T07:04:59.1234567Z ##[group]Run npm test\n"
                 "2027-01-15T07:04:59.2234567Z the token t0ken-of-acme and ghp_0123456789abcdefghijABCDEFGHIJ012345\n"
                 "2027-01-15T07:05:00.0000000Z ##[error]Process completed with exit code 1.")};

    const std::string text = readLog(github);

    QVERIFY2(text.starts_with("2027-01-15T07:04:59.1234567Z ##[group]Run npm test\n"), text.c_str());
    QVERIFY(text.ends_with("Process completed with exit code 1.\n"));
    QVERIFY2(text.find("t0ken-of-acme") == std::string::npos && text.find("ghp_") == std::string::npos, text.c_str());
    QVERIFY(fieldOf(github.asked.back().fields, "Authorization").empty());
}

void TestGitHubCi::aLinkThatIsTooOldIsAskedForAnew()
{
    CannedGitHub github;
    github.hasJobs(1, {{"test", "failure"}});
    github.script[kLog] = {answered(302, {}, {{"Location", "https://logs.blob.org/old"}}),
                           answered(302, {}, {{"Location", "https://logs.blob.org/new"}})};
    github.script["GET https://logs.blob.org/old"] = {answered(403, "<Code>AuthenticationFailed</Code>")};
    github.script["GET https://logs.blob.org/new"] = {answered(200, "log\n")};

    QCOMPARE(readLog(github), std::string("log\n"));

    github.script["GET https://logs.blob.org/new"] = {answered(403)};
    QVERIFY(readLog(github).starts_with("network: where GitHub keeps the log of job test"));
}

void TestGitHubCi::aLogThatIsNotThere_data()
{
    QTest::addColumn<QByteArray>("conclusion"); // of its job; empty: it runs
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("secondsSince"); // since the job ended
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("its job still runs") << QByteArray() << 404 << 0
                                        << QByteArray("conflict: the log of job test of run 7 of acme/shop is not there"
                                                      " before the job has ended");
    QTest::newRow("its job has just ended") << QByteArray("failure") << 404 << 60
                                            << QByteArray("network: the log of job test of run 7 of acme/shop is not"
                                                          " there yet: the job has just ended");
    QTest::newRow("there never was one") << QByteArray(
        "failure") << 404 << 3600 << QByteArray("not found: the log of job test of run 7 of acme/shop cannot be found on");
    QTest::newRow("it is kept no longer") << QByteArray("failure") << 410 << 3600
                                          << QByteArray("not found: the log of job test of run 7 of acme/shop is gone");
}

void TestGitHubCi::aLogThatIsNotThere()
{
    QFETCH(QByteArray, conclusion);
    QFETCH(int, status);
    QFETCH(int, secondsSince);
    QFETCH(QByteArray, told);
    CannedGitHub github;
    github.clock.at = *parseUtc("2027-01-15T07:05:00Z") + std::chrono::seconds(secondsSince);
    github.hasJobs(1, {{"test", conclusion.toStdString()}});
    github.script[kLog] = {answered(status)};
    github.script["GET /actions/runs/7/attempts/1/logs"] = {answered(status)};

    const QByteArray line = QByteArray::fromStdString(readLog(github));

    QVERIFY2(line.startsWith(told), line.constData());
}

void TestGitHubCi::failedJobsAreRunAgainOnce_data()
{
    QTest::addColumn<int>("before"); // the attempt that there is
    QTest::addColumn<int>("status"); // of the answer to the request; 0: it is lost
    QTest::addColumn<int>("after");
    QTest::addColumn<int>("sent");
    QTest::newRow("as asked") << 1 << 201 << 2 << 1;
    QTest::newRow("the attempt is there already") << 2 << 201 << 2 << 0;
    QTest::newRow("the answer is lost, but it was done") << 1 << 0 << 2 << 1;
    QTest::newRow("somebody was quicker") << 1 << 403 << 2 << 1;
    QTest::newRow("the answer is lost, and nothing was done") << 1 << 0 << 1 << 1;
}

void TestGitHubCi::failedJobsAreRunAgainOnce()
{
    QFETCH(int, before);
    QFETCH(int, status);
    QFETCH(int, after);
    QFETCH(int, sent);
    CannedGitHub github;
    github.script["GET /actions/runs/7"]
        = {CannedGitHub::runAt(before, "completed", "failure"), CannedGitHub::runAt(after, "queued")};
    github.script[kRerun] = {answered(status, R"({"message":"This workflow is already running"})")};

    const auto started = github.ci.rerunFailed(kRun, {.debug = true, .fromAttempt = 1}, {});

    QCOMPARE(github.count(kRerun), sent);
    QCOMPARE(started ? *started : -1, after == 2 ? 2 : -1);
    if (sent > 0)
        QVERIFY(std::ranges::find(github.asked, R"({"enable_debug_logging":true})", &HttpCall::body)
                != github.asked.end());
}

void TestGitHubCi::whatRunsIsNotRunAgain()
{
    CannedGitHub github;
    github.standsAt(1, "in_progress");

    const auto started = github.ci.rerunFailed(kRun, {.fromAttempt = 1}, {});
    const auto ahead = github.ci.rerunFailed(kRun, {.fromAttempt = 2}, {});

    QVERIFY(!started && started.error().code == ErrorCode::Conflict);
    QVERIFY(!ahead && ahead.error().code == ErrorCode::NotFound);
    QCOMPARE(github.count("POST"), 0);
}

void TestGitHubCi::aRerunThatIsRefusedSaysWhy()
{
    CannedGitHub github;
    github.standsAt(1, "completed", "failure");
    github.script[kRerun] = {answered(403, R"({"message":"Resource not accessible by integration"})",
                                      {{"X-Accepted-GitHub-Permissions", "actions=write"}})};

    const auto started = github.ci.rerunFailed(kRun, {.fromAttempt = 1}, {});

    QVERIFY(!started && started.error().code == ErrorCode::InvalidInput);
    QVERIFY(started.error().detail.ends_with("give it the permission actions: write"));
}

void TestGitHubCi::onlyTheCachesThatWereRestoredAreDeleted()
{
    CannedGitHub github;
    github.standsAt(1, "completed", "failure");
    github.hasJobs(1, {{"test", "failure"}, {"lint", "success"}});
    github.script[kLog] = {answered(200, "2027-01-15T07:04:59.1234567Z Cache restored from key: npm-Linux-1/a\r\n")};
    github.script["GET /actions/caches?per_page=100&key=npm-Linux-1%2Fa"] = {answered(
        200,
        R"({"actions_caches":[{"id":1,"key":"npm-Linux-1/a","ref":"refs/heads/main"},)"
        R"({"id":2,"key":"npm-Linux-1/abc","ref":"refs/heads/main"},{"id":3,"key":"npm-Linux-1/a","ref":"refs/pull/4/merge"}]})")};
    const std::string remove = "DELETE /actions/caches?key=npm-Linux-1%2Fa&ref=";
    github.script[remove + "refs%2Fheads%2Fmain"] = {answered(200, "{}")};
    github.script[remove + "refs%2Fpull%2F4%2Fmerge"] = {answered(404)}; // gone meanwhile

    const auto deleted = github.ci.clearCaches(kRun, {});

    QVERIFY2(deleted, deleted ? "" : deleted.error().detail.c_str());
    QVERIFY(*deleted
            == (std::vector<std::string>{"npm-Linux-1/a (refs/heads/main)", "npm-Linux-1/a (refs/pull/4/merge)"}));
    QCOMPARE(github.count("DELETE"), 2);
}

void TestGitHubCi::aRunIsCancelledOnce()
{
    CannedGitHub github;
    github.script["GET /actions/runs/7"]
        = {CannedGitHub::runAt(1, "in_progress"), CannedGitHub::runAt(1, "completed", "cancelled")};
    github.script["POST /actions/runs/7/cancel"]
        = {answered(409, R"({"message":"Cannot cancel a workflow run that is completed."})")};

    QCOMPARE(outcome(github.ci.cancel(kRun, {})), std::string("done"));
    QCOMPARE(outcome(github.ci.cancel(kRun, {})), std::string("done"));
    QCOMPARE(github.count("POST"), 1);
}

void TestGitHubCi::theFileOfTheDefaultBranchIsRead()
{
    CannedGitHub github;
    github.script["GET /contents/signalbox.yaml"]
        = {answered(200, R"({"encoding":"base64","content":"cG9saWN5Og\nogIHJldHJpZXNfcGVyX3J1bjogMQo=\n"})")};

    const auto file = github.ci.file("acme/shop", "signalbox.yaml", {});

    QVERIFY(file && *file == std::optional<std::string>("policy:\n  retries_per_run: 1\n"));

    // That there is none is believed of a token that may read files.
    github.script["GET /contents/signalbox.yaml"] = {answered(404)};
    github.script["GET /branches?per_page=1"] = {answered(200, "[]")};
    const auto none = github.ci.file("acme/shop", "signalbox.yaml", {});
    QVERIFY(none && !*none);
    github.script["GET /branches?per_page=1"] = {answered(403, R"({"message":"Resource not accessible"})")};
    QVERIFY(outcome(github.ci.file("acme/shop", "signalbox.yaml", {}).error()).starts_with("invalid input"));
    github.script["GET /branches?per_page=1"] = {answered(404)}; // a repository that the token may not see
    QVERIFY(!github.ci.file("acme/shop", "signalbox.yaml", {}));
    github.script["GET /contents/signalbox.yaml"] = {answered(502)};
    QVERIFY(!github.ci.file("acme/shop", "signalbox.yaml", {}));
}

SIGNALBOX_TEST(TestGitHubCi)
#include "tst_githubci.moc"
