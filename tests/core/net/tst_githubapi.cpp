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
}

class TestGitHubApi : public QObject {
    Q_OBJECT

private slots:
    void everyPageIsRead();
    void aPageElsewhereIsNotAsked();
    void aRefusalSaysWhatToDo_data();
    void aRefusalSaysWhatToDo();
    void withoutATokenNothingIsSent();
    void aTokenWithALineEndIsNotSent();
};

void TestGitHubApi::everyPageIsRead()
{
    CannedGitHub github;
    github.standsAt(1, "completed", "failure");
    github.hasJobs(1, {{"one", "success"}});
    const std::string second = "/actions/runs/7/attempts/1/jobs?per_page=100&page=2";
    github.script["GET /actions/runs/7/attempts/1/jobs?per_page=100"].front().fields
        = {{"Link",
            "<https://github.acme.com/x>; rel=\"last\", <" + std::string(CannedGitHub::kApi) + "/repos/acme/shop"
                + second + ">; rel=\"next\""}};
    github.script["GET " + second]
        = {answered(200, R"({"jobs":[{"id":9,"name":"two","status":"completed","conclusion":"timed_out"}]})")};

    const auto run = github.ci.run(kRun, {});

    QVERIFY(run && run->jobs.size() == 2);
    QVERIFY(run->jobs[1].conclusion == ci::Conclusion::TimedOut);
}

void TestGitHubApi::aPageElsewhereIsNotAsked()
{
    CannedGitHub github;
    github.standsAt(1, "completed", "failure");
    github.hasJobs(1, {{"one", "success"}});
    github.script["GET /actions/runs/7/attempts/1/jobs?per_page=100"].front().fields
        = {{"Link", "<https://github.acme.com.evil.org/api/v3/page2>; rel=\"next\""}};

    const auto run = github.ci.run(kRun, {});

    QVERIFY(!run && run.error().code == ErrorCode::Network);
    QCOMPARE(github.asked.size(), 2U);
}

void TestGitHubApi::aRefusalSaysWhatToDo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("told"); // begins with the code
    const QByteArray none;
    QTest::newRow("a token that is not accepted")
        << 401 << QByteArray(R"({"message":"Bad credentials"})") << none << none
        << QByteArray("unauthorized: https://github.acme.com/api/v3 does not accept the token in GH_TOKEN"
                      " (Bad credentials); put a valid one there");
    QTest::newRow("a secret where its words are cut")
        << 401 << "{\"message\":\"" + QByteArray(190, 'x') + " ghp_" + QByteArray(36, 'a') + "\"}" << none << none
        << "unauthorized: https://github.acme.com/api/v3 does not accept the token in GH_TOKEN (" + QByteArray(190, 'x')
            + " [redacted); put a valid one there";
    QTest::newRow("no permission, and which one")
        << 403 << QByteArray(R"({"message":"Resource not accessible by personal access token"})")
        << QByteArray("x-accepted-github-permissions") << QByteArray("actions=write")
        << QByteArray("invalid input: the token in GH_TOKEN may not do this on acme/shop (Resource not accessible by"
                      " personal access token); give it the permission actions: write");
    QTest::newRow("single sign-on")
        << 403 << QByteArray(R"({"message":"Resource protected by organization SAML enforcement."})")
        << QByteArray("X-GitHub-SSO") << QByteArray("required; url=https://github.com/orgs/acme/sso?x")
        << QByteArray("invalid input: the token in GH_TOKEN may not do this on acme/shop (Resource protected by"
                      " organization SAML enforcement.); authorize it for the organization's single sign-on");
    QTest::newRow("the limit is spent")
        << 403 << QByteArray(R"({"message":"API rate limit exceeded"})") << QByteArray("retry-after")
        << QByteArray("90")
        << QByteArray("network: https://github.acme.com/api/v3: its limit of requests is reached; it is asked again"
                      " after 2027-01-15T08:01:30.000Z");
    QTest::newRow("a secondary limit without a word on when")
        << 403 << QByteArray(R"({"message":"You have exceeded a secondary rate limit."})") << none << none
        << QByteArray("network: https://github.acme.com/api/v3: its limit of requests is reached; it is asked again"
                      " after 2027-01-15T08:01:00.000Z");
    QTest::newRow("429") << 429 << none << none << none
                         << QByteArray("network: https://github.acme.com/api/v3: its limit of requests is reached; it"
                                       " is asked again after 2027-01-15T08:01:00.000Z");
    QTest::newRow("still going, as 403")
        << 403 << QByteArray(R"({"message":"This workflow is already running"})") << none << none
        << QByteArray("conflict: run 7 of acme/shop is still going (This workflow is already running)");
    QTest::newRow("not there") << 404 << QByteArray(R"({"message":"Not Found"})") << none << none
                               << QByteArray(
                                      "not found: run 7 of acme/shop cannot be found on https://github.acme.com/api/v3,"
                                      " or the token in GH_TOKEN may not see it");
    QTest::newRow("gone") << 410 << none << none << none
                          << QByteArray("not found: run 7 of acme/shop is gone: GitHub keeps it no longer");
    QTest::newRow("a server that fails") << 502 << QByteArray("<html>") << none << none
                                         << QByteArray("network: https://github.acme.com/api/v3 answers 502 for run 7"
                                                       " of acme/shop; it is asked again later");
    QTest::newRow("no JSON") << 200 << QByteArray("<html>") << none << none
                             << QByteArray("network: https://github.acme.com/api/v3 answers for run 7 of acme/shop"
                                           " with what is no JSON object");
    QTest::newRow("another JSON") << 200 << QByteArray(R"({"id":"x"})") << none << none
                                  << QByteArray("network: GitHub answers for a run of acme/shop with what is none");
    QTest::newRow("what it says is made harmless")
        << 422 << QByteArray("{\"message\":\"a\\u001b[31mb\\nc ghp_0123456789abcdefghijABCDEFGHIJ012345\"}") << none
        << none << QByteArray("invalid input: run 7 of acme/shop: GitHub does not take the request (ab c [redacted:");
}

void TestGitHubApi::aRefusalSaysWhatToDo()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, told);
    CannedGitHub github;
    HttpFields fields;
    if (!field.isEmpty())
        fields.emplace_back(field.toStdString(), value.toStdString());
    github.script["GET /actions/runs/7"] = {answered(status, body.toStdString(), fields)};

    const auto run = github.ci.standing(kRun, {});

    QVERIFY(!run);
    const QByteArray line = QByteArray::fromStdString(outcome(run.error()));
    QVERIFY2(line.startsWith(told), line.constData());
    QVERIFY(!line.contains('\n'));
}

void TestGitHubApi::withoutATokenNothingIsSent()
{
    CannedGitHub github;
    github.place.token.clear();

    const auto run = github.ci.run(kRun, {});

    QVERIFY(!run && run.error().detail.find("set GH_TOKEN") != std::string::npos);
    QVERIFY(github.asked.empty());
}

void TestGitHubApi::aTokenWithALineEndIsNotSent()
{
    CannedGitHub github;
    github.place.token += "\r\nX-Other: 1";

    const auto run = github.ci.run(kRun, {});

    QVERIFY(!run && run.error().detail.find("a line end") != std::string::npos);
    QVERIFY(github.asked.empty());
}

SIGNALBOX_TEST(TestGitHubApi)
#include "tst_githubapi.moc"
