// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/net/cannedgitlab.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::net;
using test::answered;
using test::CannedGitLab;
using test::outcome;

namespace {

const ci::RunRef kRun{"acme/web/shop", "7"};
const std::string kRetry = "POST /pipelines/7/retry";
const std::string kTrace = "GET /jobs/100/trace";

} // namespace

class TestGitLabCi : public QObject {
    Q_OBJECT

private slots:
    void aRunIsReadWithItsJobs();
    void aConfigurationThatCannotBeReadIsWhatFailed();
    void aTriggerJobThatFailedIsOne();
    void theNewestAreToldWithoutTheirJobs();
    void whatWaitsForAPersonIsFoundWhateverItsAge();
    void aLogIsReadWithoutSecrets();
    void aLogThatIsCutIsReadOn_data();
    void aLogThatIsCutIsReadOn();
    void aLogThatBringsNoMoreIsGivenUp();
    void theLogOfAJobThatGoesOnIsFollowed();
    void aLogIsFollowedUntilAStop();
    void aLogThatIsNotThere_data();
    void aLogThatIsNotThere();
    void failedJobsAreRunAgainOnce_data();
    void failedJobsAreRunAgainOnce();
    void whatRunsIsNotRunAgain();
    void aRetryThatIsRefusedSaysWhy();
    void cachesAreLeftToAPerson();
    void aRunIsCancelledOnce();
    void theFileOfTheDefaultBranchIsRead();

private:
    static std::string readLog(CannedGitLab& gitlab)
    {
        std::string text;
        const auto read = gitlab.ci.readLog(kRun, "test", 1, [&](std::string_view piece) { text += piece; }, {});
        return read ? text : outcome(read);
    }
};

void TestGitLabCi::aRunIsReadWithItsJobs()
{
    CannedGitLab gitlab;
    gitlab.standsAt(2, "failed");

    const auto run = gitlab.ci.run(kRun, {});

    QVERIFY2(run, run ? "" : run.error().detail.c_str());
    QVERIFY(run->line == "acme/web/shop" && run->number == "7" && run->attempt == 2);
    QVERIFY(run->branch == "feature/a/b" && run->commit == "6113728f" && run->author == "mona");
    QVERIFY(run->trigger == "push" && run->conclusion == ci::Conclusion::Failure);
    QVERIFY(formatUtc(run->finishedAt.value()) == "2027-01-15T07:03:00.000Z");
    QCOMPARE(run->jobs.size(), 1U);
    QVERIFY(run->jobs[0].name == "test" && run->jobs[0].attempt == 2 && ci::isBad(run->jobs[0].conclusion));
    for (const HttpCall& call : gitlab.asked)
        QVERIFY(fieldOf(call.fields, "Authorization") == "Bearer t0ken-of-acme");
}

void TestGitLabCi::aConfigurationThatCannotBeReadIsWhatFailed()
{
    CannedGitLab gitlab;
    gitlab.script[CannedGitLab::kJobs] = {answered(200, "[]")};
    gitlab.script[CannedGitLab::kPipeline]
        = {CannedGitLab::pipelineAt("failed", "05:00", R"(,"yaml_errors":"jobs:test config should implement script")")};

    const auto run = gitlab.ci.run(kRun, {});
    std::string text;
    const auto read = gitlab.ci.readLog(kRun, ".gitlab-ci.yml", 1, [&](std::string_view piece) { text += piece; }, {});

    QVERIFY(run && run->jobs.size() == 1);
    QVERIFY(run->jobs[0].name == ".gitlab-ci.yml" && run->jobs[0].attempt == run->attempt);
    QVERIFY(ci::isBad(run->jobs[0].conclusion));
    QVERIFY(read && text == "jobs:test config should implement script\n");
}

void TestGitLabCi::aTriggerJobThatFailedIsOne()
{
    CannedGitLab gitlab;
    gitlab.standsAt(1, "success");
    gitlab.script[CannedGitLab::kPipeline] = {CannedGitLab::pipelineAt("failed")};
    gitlab.script["GET /pipelines/7/bridges?per_page=100"]
        = {CannedGitLab::jobsAt({{.id = 300, .name = "downstream", .finished = "04:00"}})};

    const auto run = gitlab.ci.run(kRun, {});

    QVERIFY2(run, run ? "" : run.error().detail.c_str());
    QVERIFY(run->jobs.size() == 2 && run->jobs[1].name == "downstream" && ci::isBad(run->jobs[1].conclusion));
    const auto read = gitlab.ci.readLog(kRun, "downstream", 1, [](std::string_view) {}, {});
    QVERIFY(!read && read.error().code == ErrorCode::NotFound);
}

void TestGitLabCi::theNewestAreToldWithoutTheirJobs()
{
    CannedGitLab gitlab;
    gitlab.script["GET /pipelines?per_page=30"]
        = {answered(200,
                    R"([{"id":9,"status":"running","ref":"main","sha":"a1"},)"
                    R"({"id":8,"status":"failed","ref":"main","sha":"b2","updated_at":"2027-01-15T07:05:00.000Z"}])")};

    const auto runs = gitlab.ci.newest("acme/web/shop", 30, {});

    QVERIFY2(runs, runs ? "" : runs.error().detail.c_str());
    QCOMPARE(runs->size(), 2U);
    QVERIFY((*runs)[0].number == "9" && (*runs)[0].phase == ci::Phase::Running);
    QVERIFY((*runs)[1].conclusion == ci::Conclusion::Failure && (*runs)[1].attempt == 0);
    QVERIFY(formatUtc((*runs)[1].finishedAt.value()) == "2027-01-15T07:05:00.000Z");
    QCOMPARE(gitlab.asked.size(), 1U);
}

void TestGitLabCi::whatWaitsForAPersonIsFoundWhateverItsAge()
{
    CannedGitLab gitlab;
    gitlab.script["GET /pipelines?per_page=20&status=manual"]
        = {answered(200, R"([{"id":3,"status":"manual","ref":"main","sha":"a1"}])")};

    const auto runs = gitlab.ci.waiting("acme/web/shop", {});

    QVERIFY2(runs, runs ? "" : runs.error().detail.c_str());
    QCOMPARE(runs->size(), 1U);
    QVERIFY(runs->front().number == "3" && runs->front().isHeld && runs->front().phase != ci::Phase::Finished);
}

void TestGitLabCi::aLogIsReadWithoutSecrets()
{
    CannedGitLab gitlab;
    gitlab.standsAt(1, "failed");
    gitlab.script[kTrace] = {answered(200,
                                      "\x1b[0KRunning with gitlab-runner 18.5.0\n"
                                      "the token t0ken-of-acme and glpat-0123456789abcdefghij\n"
                                      "ERROR: Job failed: exit code 1")};

    const std::string text = readLog(gitlab);

    QVERIFY2(text.starts_with("\x1b[0KRunning with gitlab-runner"), text.c_str());
    QVERIFY(text.ends_with("ERROR: Job failed: exit code 1\n"));
    QVERIFY2(text.find("t0ken-of-acme") == std::string::npos && text.find("glpat-") == std::string::npos, text.c_str());
}

void TestGitLabCi::aLogThatIsCutIsReadOn_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("from there on") << 206 << QByteArray("o\nthree\n");
    QTest::newRow("a server that knows no ranges") << 200 << QByteArray("one\ntwo\nthree\n");
}

void TestGitLabCi::aLogThatIsCutIsReadOn()
{
    QFETCH(int, status);
    QFETCH(QByteArray, rest);
    CannedGitLab gitlab;
    gitlab.standsAt(1, "failed");
    gitlab.script[kTrace] = {answered(0, "one\ntw"), answered(status, rest.toStdString())};

    QCOMPARE(readLog(gitlab), std::string("one\ntwo\nthree\n"));
    QCOMPARE(gitlab.count(kTrace), 2);
    QVERIFY(fieldOf(gitlab.asked.back().fields, "Range") == "bytes=6-4194309");
}

void TestGitLabCi::aLogThatBringsNoMoreIsGivenUp()
{
    CannedGitLab gitlab;
    gitlab.standsAt(1, "failed");
    gitlab.script[kTrace] = {answered(0, "one\ntw"), answered(0)};
    QVERIFY(readLog(gitlab).starts_with("network: cut"));
    QCOMPARE(gitlab.count(kTrace), 2);

    gitlab.script[kTrace] = {answered(0, "one\ntwo\n"), answered(416)}; // it was whole
    QCOMPARE(readLog(gitlab), std::string("one\ntwo\n"));
}

void TestGitLabCi::theLogOfAJobThatGoesOnIsFollowed()
{
    const auto job = [](const char* status) {
        const std::string list = CannedGitLab::jobsAt({{.id = 100, .name = "test", .status = status}}).body;
        return answered(200, list.substr(1, list.size() - 2));
    };
    CannedGitLab gitlab;
    gitlab.standsAt(1, "running");
    gitlab.script["GET /jobs/100"] = {job("running"), job("running"), answered(502), job("running"), job("success")};
    gitlab.script[kTrace] = {answered(200, "one\ntw"), answered(416), answered(206, "o\n"), answered(206, "three\n")};
    std::vector<std::string> pieces;

    const auto read
        = gitlab.ci.readLog(kRun, "test", 1, [&](std::string_view piece) { pieces.emplace_back(piece); }, {});

    QVERIFY2(read, read ? "" : read.error().detail.c_str());
    QVERIFY(pieces == (std::vector<std::string>{"one\n", "two\n", "three\n"}));
    QCOMPARE(gitlab.count(kTrace), 4);
    QVERIFY(fieldOf(gitlab.asked.back().fields, "Range") == "bytes=8-4194311");
}

void TestGitLabCi::aLogIsFollowedUntilAStop()
{
    CannedGitLab gitlab;
    gitlab.standsAt(1, "running");
    gitlab.script["GET /jobs/100"]
        = {answered(200, R"({"id":100,"name":"test","status":"running","created_at":"2027-01-15T07:00:00.000Z"})")};
    gitlab.script[kTrace] = {answered(200, "one\n")};
    std::stop_source stop;

    const auto read = gitlab.ci.readLog(
        kRun, "test", 1, [&](std::string_view) { stop.request_stop(); }, stop.get_token());

    QVERIFY(!read && read.error().code == ErrorCode::Cancelled);
    gitlab.script["GET /jobs/100"] = {answered(403)};
    QVERIFY(readLog(gitlab).starts_with("invalid input: "));
}

void TestGitLabCi::aLogThatIsNotThere_data()
{
    QTest::addColumn<QByteArray>("status"); // of the job
    QTest::addColumn<int>("answer");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("its job waits") << QByteArray("pending") << 200
                                   << QByteArray("conflict: the log of job test of pipeline 7 of acme/web/shop is"
                                                 " not there before the job has begun");
    QTest::newRow("there is none") << QByteArray("failed") << 404
                                   << QByteArray("not found: the log of job test of pipeline 7 of acme/web/shop cannot"
                                                 " be found on https://gitlab.acme.com/api/v4");
    QTest::newRow("the token may not see it")
        << QByteArray("failed") << 403
        << QByteArray("invalid input: the token in GITLAB_TOKEN may not do this on acme/web/shop; it needs the scope"
                      " api, and the role Developer or more");
}

void TestGitLabCi::aLogThatIsNotThere()
{
    QFETCH(QByteArray, status);
    QFETCH(int, answer);
    QFETCH(QByteArray, told);
    CannedGitLab gitlab;
    gitlab.standsAt(1, status.toStdString());
    gitlab.script[kTrace] = {answered(answer)};

    const QByteArray line = QByteArray::fromStdString(readLog(gitlab));

    QVERIFY2(line.startsWith(told), line.constData());
}

void TestGitLabCi::failedJobsAreRunAgainOnce_data()
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
    QTest::newRow("there is nothing that it would retry") << 1 << 201 << 1 << 1;
}

void TestGitLabCi::failedJobsAreRunAgainOnce()
{
    QFETCH(int, before);
    QFETCH(int, status);
    QFETCH(int, after);
    QFETCH(int, sent);
    CannedGitLab gitlab;
    gitlab.standsAt(after, "failed");
    const HttpAnswer then = gitlab.script[CannedGitLab::kJobs].front();
    gitlab.standsAt(before, "failed");
    gitlab.script[CannedGitLab::kJobs].push_back(then);
    gitlab.script[kRetry] = {answered(status, R"({"message":"403 Forbidden"})")};

    const auto started = gitlab.ci.rerunFailed(kRun, {.debug = false, .fromAttempt = 1}, {});

    QCOMPARE(gitlab.count("POST"), sent);
    QCOMPARE(started ? *started : -1, after == 2 ? 2 : -1);
}

void TestGitLabCi::whatRunsIsNotRunAgain()
{
    CannedGitLab gitlab;
    gitlab.standsAt(1, "running");

    const auto started = gitlab.ci.rerunFailed(kRun, {.fromAttempt = 1}, {});
    const auto ahead = gitlab.ci.rerunFailed(kRun, {.fromAttempt = 2}, {});

    QVERIFY(!started && started.error().code == ErrorCode::Conflict);
    QVERIFY(!ahead && ahead.error().code == ErrorCode::NotFound);
    QCOMPARE(gitlab.count("POST"), 0);
}

void TestGitLabCi::aRetryThatIsRefusedSaysWhy()
{
    CannedGitLab gitlab;
    gitlab.standsAt(1, "failed");
    gitlab.script[kRetry]
        = {answered(403,
                    R"({"error":"insufficient_scope","error_description":"The request requires higher privileges than)"
                    R"( provided by the access token.","scope":"api"})")};

    const auto started = gitlab.ci.rerunFailed(kRun, {.fromAttempt = 1}, {});

    QVERIFY(!started && started.error().code == ErrorCode::InvalidInput);
    QCOMPARE(started.error().detail,
             std::string("the token in GITLAB_TOKEN may not do this on acme/web/shop (The request requires higher"
                         " privileges than provided by the access token.); it needs the scope api, and the role"
                         " Developer or more"));
}

void TestGitLabCi::cachesAreLeftToAPerson()
{
    CannedGitLab gitlab;

    const auto cleared = gitlab.ci.clearCaches(kRun, {});

    QVERIFY(!cleared && cleared.error().code == ErrorCode::InvalidInput);
    QVERIFY(cleared.error().detail.find("https://gitlab.acme.com/acme/web/shop/-/pipelines") != std::string::npos);
    QVERIFY(gitlab.asked.empty());
}

void TestGitLabCi::aRunIsCancelledOnce()
{
    CannedGitLab gitlab;
    gitlab.standsAt(1, "running");
    gitlab.script["POST /pipelines/7/cancel"] = {answered(200, "{}")};

    QCOMPARE(outcome(gitlab.ci.cancel(kRun, {})), std::string("done"));
    gitlab.standsAt(1, "canceled");
    QCOMPARE(outcome(gitlab.ci.cancel(kRun, {})), std::string("done"));
    QCOMPARE(gitlab.count("POST"), 1);
}

void TestGitLabCi::theFileOfTheDefaultBranchIsRead()
{
    const std::string file = "GET /repository/files/signalbox.yaml?ref=HEAD";
    const std::string branches = "GET /repository/branches?per_page=1";
    CannedGitLab gitlab;
    gitlab.script[file]
        = {answered(200, R"({"encoding":"base64","content":"cG9saWN5OgogIHJldHJpZXNfcGVyX3J1bjogMQo="})")};

    const auto found = gitlab.ci.file("acme/web/shop", "signalbox.yaml", {});

    QVERIFY(found && *found == std::optional<std::string>("policy:\n  retries_per_run: 1\n"));

    // That there is none is believed of a token that may read files.
    gitlab.script[file] = {answered(404, R"({"message":"404 File Not Found"})")};
    gitlab.script[branches] = {answered(200, "[]")};
    const auto none = gitlab.ci.file("acme/web/shop", "signalbox.yaml", {});
    QVERIFY(none && !*none);
    for (const int status : {403, 404}) {
        gitlab.script[branches] = {answered(status)};
        QVERIFY(!gitlab.ci.file("acme/web/shop", "signalbox.yaml", {}));
    }
    gitlab.script[file] = {answered(502)};
    QVERIFY(!gitlab.ci.file("acme/web/shop", "signalbox.yaml", {}));
}

SIGNALBOX_TEST(TestGitLabCi)
#include "tst_gitlabci.moc"
