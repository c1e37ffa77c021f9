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
}

class TestGitLabApi : public QObject {
    Q_OBJECT

private slots:
    void everyPageIsRead();
    void aPageElsewhereIsNotAsked();
    void aRefusalSaysWhatToDo_data();
    void aRefusalSaysWhatToDo();
    void withoutATokenNothingIsSent();
    void aNumberIsAskedForOnly();
};

void TestGitLabApi::everyPageIsRead()
{
    CannedGitLab gitlab;
    gitlab.standsAt(1, "failed");
    const std::string second = "/pipelines/7/jobs?include_retried=true&per_page=100&page=2";
    gitlab.script[CannedGitLab::kJobs].front().fields
        = {{"Link", "<" + std::string(CannedGitLab::kBase) + second + ">; rel=\"next\""}};
    gitlab.script["GET " + second] = {CannedGitLab::jobsAt({{.id = 90, .name = "build", .status = "success"}})};

    const auto run = gitlab.ci.run(kRun, {});

    QVERIFY2(run, run ? "" : run.error().detail.c_str());
    QVERIFY(run->jobs.size() == 2 && run->jobs[0].name == "build");
}

void TestGitLabApi::aPageElsewhereIsNotAsked()
{
    CannedGitLab gitlab;
    gitlab.standsAt(1, "failed");
    gitlab.script[CannedGitLab::kJobs].front().fields
        = {{"Link", "<https://gitlab.acme.com.evil.org/api/v4/page2>; rel=\"next\""}};

    const auto run = gitlab.ci.run(kRun, {});

    QVERIFY(!run && run.error().code == ErrorCode::Network);
    QCOMPARE(gitlab.asked.size(), 1U);
}

void TestGitLabApi::aRefusalSaysWhatToDo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("told"); // begins with the code
    const QByteArray none;
    const QByteArray about = "the jobs of pipeline 7 of acme/web/shop";
    QTest::newRow("a token that is not accepted")
        << 401 << QByteArray(R"({"message":"401 Unauthorized"})") << none << none
        << QByteArray("unauthorized: https://gitlab.acme.com/api/v4 does not accept the token in GITLAB_TOKEN"
                      " (401 Unauthorized); put a valid one there");
    QTest::newRow("a token that was revoked")
        << 401 << QByteArray(R"({"error":"invalid_token","error_description":"Token was revoked."})") << none << none
        << QByteArray("unauthorized: https://gitlab.acme.com/api/v4 does not accept the token in GITLAB_TOKEN"
                      " (Token was revoked.); put a valid one there");
    QTest::newRow("no permission") << 403 << QByteArray(R"({"message":"403 Forbidden"})") << none << none
                                   << QByteArray("invalid input: the token in GITLAB_TOKEN may not do this on"
                                                 " acme/web/shop (403 Forbidden); it needs the scope api");
    QTest::newRow("somebody was quicker")
        << 403 << QByteArray(R"({"message":"403 Forbidden  - Job is not retryable"})") << none << none
        << "conflict: " + about + ": GitLab refuses this now (403 Forbidden  - Job is not retryable)";
    QTest::newRow("the limit is spent")
        << 429 << QByteArray("Retry later\n") << QByteArray("Retry-After") << QByteArray("90")
        << QByteArray("network: https://gitlab.acme.com/api/v4: its limit of requests is reached; it is asked again"
                      " after 2027-01-15T08:01:30.000Z");
    QTest::newRow("429 without a word on when")
        << 429 << none << none << none
        << QByteArray("network: https://gitlab.acme.com/api/v4: its limit of requests is reached; it is asked again"
                      " after 2027-01-15T08:01:00.000Z");
    QTest::newRow("at rest for a while")
        << 503 << QByteArray(R"({"message":"Maintenance"})") << QByteArray("Retry-After") << QByteArray("90")
        << QByteArray("network: https://gitlab.acme.com/api/v4 answers 503 (Maintenance); it is asked again after"
                      " 2027-01-15T08:01:30.000Z");
    QTest::newRow("not there") << 404 << QByteArray(R"({"message":"404 Project Not Found"})") << none << none
                               << "not found: " + about
            + " cannot be found on https://gitlab.acme.com/api/v4, or the token in GITLAB_TOKEN may not see it";
    QTest::newRow("a server that fails") << 500 << QByteArray(R"({"message":"500 Internal Server Error"})") << none
                                         << none << "network: https://gitlab.acme.com/api/v4 answers 500 for " + about;
    QTest::newRow("a list of what is wrong")
        << 400 << QByteArray(R"({"message":["Source branch does not exist"]})") << none << none
        << "invalid input: " + about + ": GitLab does not take the request (Source branch does not exist)";
    QTest::newRow("by what is wrong") << 400 << QByteArray(R"({"message":{"base":["Reference not found"]}})") << none
                                      << none
                                      << "invalid input: " + about
            + R"(: GitLab does not take the request ({"base":["Reference not found"]}))";
    QTest::newRow("no list") << 200 << QByteArray("{}") << none << none
                             << "network: https://gitlab.acme.com/api/v4 answers for " + about + " without a list";
}

void TestGitLabApi::aRefusalSaysWhatToDo()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, told);
    CannedGitLab gitlab;
    HttpFields fields;
    if (!field.isEmpty())
        fields.emplace_back(field.toStdString(), value.toStdString());
    gitlab.script[CannedGitLab::kJobs] = {answered(status, body.toStdString(), fields)};

    const auto run = gitlab.ci.standing(kRun, {});

    QVERIFY(!run);
    const QByteArray line = QByteArray::fromStdString(outcome(run.error()));
    QVERIFY2(line.startsWith(told), line.constData());
    QVERIFY(!line.contains('\n'));
}

void TestGitLabApi::withoutATokenNothingIsSent()
{
    CannedGitLab gitlab;
    gitlab.place.token.clear();

    const auto run = gitlab.ci.run(kRun, {});

    QVERIFY(!run);
    QCOMPARE(run.error().detail,
             std::string("no token for acme/web/shop: set GITLAB_TOKEN to one with the scope api: read_api is enough"
                         " to look only"));
    QVERIFY(gitlab.asked.empty());
}

void TestGitLabApi::aNumberIsAskedForOnly()
{
    CannedGitLab gitlab;

    const auto run = gitlab.ci.run({"acme/web/shop", "7/../8"}, {});

    QVERIFY(!run && run.error().code == ErrorCode::InvalidInput);
    QVERIFY(gitlab.asked.empty());
}

SIGNALBOX_TEST(TestGitLabApi)
#include "tst_gitlabapi.moc"
