// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubapi.h"
#include "core/net/githubruns.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QTest>

using namespace signalbox;
using namespace signalbox::net;

class TestGitHubRuns : public QObject {
    Q_OBJECT

private slots:
    void everyStandingHasItsPhaseAndConclusion_data();
    void everyStandingHasItsPhaseAndConclusion();
    void realJobsAreUnderstood();
    void namesHoldNoSecrets();
    void theBranchOfAForkIsNoneOfOurs();
    void whatIsNoRunIsRefused();
    void aTokenIsSentByTlsOnly_data();
    void aTokenIsSentByTlsOnly();
    void repositoriesHaveNames();
};

void TestGitHubRuns::everyStandingHasItsPhaseAndConclusion_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("conclusion");
    QTest::addColumn<QByteArray>("stands");
    const auto row = [](const char* status, const char* conclusion, const char* stands) {
        QTest::addRow("%s %s", status, conclusion)
            << QByteArray(status) << QByteArray(conclusion) << QByteArray(stands);
    };
    row("queued", "", "queued none");
    row("requested", "", "queued none");
    row("waiting", "", "queued none");
    row("pending", "", "queued none");
    row("in_progress", "", "running none");
    row("completed", "success", "finished success");
    row("completed", "failure", "finished failure");
    row("completed", "neutral", "finished success");
    row("completed", "cancelled", "finished cancelled");
    row("completed", "skipped", "finished skipped");
    row("completed", "timed_out", "finished timed_out");
    row("completed", "startup_failure", "finished failure");
    row("completed", "stale", "finished lost");
    row("completed", "action_required", "queued none"); // it has not begun: a person has to let it
    row("completed", "something_new", "finished none");
}

void TestGitHubRuns::everyStandingHasItsPhaseAndConclusion()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, conclusion);
    QFETCH(QByteArray, stands);

    const auto run = githubRun({{"id", 7}, {"status", status.toStdString()}, {"conclusion", conclusion.toStdString()}},
                               "acme/shop");

    QVERIFY(run);
    QCOMPARE(std::string(ci::phaseName(run->phase)) + " " + std::string(ci::conclusionName(run->conclusion)),
             stands.toStdString());
}

void TestGitHubRuns::realJobsAreUnderstood()
{
    QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/../shared/data/timings/github_jobs.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("../shared is absent: there are no real jobs");
    int failed = 0;
    int count = 0;
    for (QByteArray text = file.readLine(); !text.isEmpty(); text = file.readLine(), ++count) {
        const auto json = parseJson(text.toStdString());
        QVERIFY(json);
        const auto jobs = githubJobs({*json});
        QVERIFY(jobs);
        const ci::Job& job = jobs->at(0).job;
        QVERIFY(job.phase == ci::Phase::Finished && job.conclusion != ci::Conclusion::None && job.finishedAt);
        const bool hasFailedStep = std::ranges::any_of(job.steps, &ci::Step::failed);
        if (hasFailedStep)
            QVERIFY2(job.conclusion != ci::Conclusion::Success, text.constData());
        failed += job.conclusion == ci::Conclusion::Failure ? 1 : 0;
    }
    QVERIFY(count > 0 && failed > 0 && failed < count);
}

void TestGitHubRuns::namesHoldNoSecrets()
{
    const std::string token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";
    const Json steps = Json::array({{{"name", "use " + token}, {"conclusion", "failure"}}});

    const auto jobs = githubJobs({{{"id", 7},
                                   {"name", "push https://bob:hunter2pass@x.example/y"},
                                   {"status", "completed"},
                                   {"conclusion", "failure"},
                                   {"steps", steps}}});

    QVERIFY(jobs);
    const GitHubJob& job = jobs->front();
    QVERIFY2(job.job.name.find("hunter2pass") == std::string::npos, job.job.name.c_str());
    QVERIFY2(job.job.steps.front().name.find(token) == std::string::npos, job.job.steps.front().name.c_str());
    QCOMPARE(job.named, std::string("push https://bob:hunter2pass@x.example/y")); // as its log is called there
}

void TestGitHubRuns::theBranchOfAForkIsNoneOfOurs()
{
    nlohmann::json run{{"id", 7},
                       {"status", "completed"},
                       {"head_branch", "main"},
                       {"repository", {{"full_name", "acme/shop"}}},
                       {"head_repository", {{"full_name", "mona/shop"}}}};

    QCOMPARE(githubRun(run, "acme/shop")->branch, std::string("mona:main"));
    run["head_repository"]["full_name"] = "acme/shop";
    QCOMPARE(githubRun(run, "acme/shop")->branch, std::string("main"));
    run["head_repository"] = nullptr; // the fork is gone, or nothing is said
    QCOMPARE(githubRun(run, "acme/shop")->branch, std::string("main"));
}

void TestGitHubRuns::whatIsNoRunIsRefused()
{
    QVERIFY(!githubRun(Json::object(), "acme/shop"));
    QVERIFY(!githubRun({{"id", "7"}, {"status", "completed"}}, "acme/shop"));
    QVERIFY(!githubJobs({Json{{"id", 7}}}));
    QVERIFY(!githubJobs({Json("job")}));
}

void TestGitHubRuns::aTokenIsSentByTlsOnly_data()
{
    QTest::addColumn<bool>("good");
    QTest::newRow("https://api.github.com") << true;
    QTest::newRow("https://github.acme.com/api/v3") << true;
    QTest::newRow("http://127.0.0.1:4100") << true;
    QTest::newRow("http://localhost:4100") << true;
    QTest::newRow("http://github.acme.com/api/v3") << false;
    QTest::newRow("http://127.0.0.1.evil.org") << false;
    QTest::newRow("https://me:s3cret@github.acme.com") << false;
    QTest::newRow("https://github.acme.com/?a=b") << false;
    QTest::newRow("ftp://github.acme.com") << false;
    QTest::newRow("github.acme.com") << false;
}

void TestGitHubRuns::aTokenIsSentByTlsOnly()
{
    QFETCH(bool, good);
    QCOMPARE(apiFault(QTest::currentDataTag()).empty(), good);
}

void TestGitHubRuns::repositoriesHaveNames()
{
    for (const char* name : {"acme/shop", "a/b.c", "A-1/_x"})
        QVERIFY2(isRepositoryName(name), name);
    for (const char* name : {"shop", "acme/", "/shop", "acme/shop/x", "acme/..", "acme/a b", "acme/s?x", ""})
        QVERIFY2(!isRepositoryName(name), name);
}

SIGNALBOX_TEST(TestGitHubRuns)
#include "tst_githubruns.moc"
