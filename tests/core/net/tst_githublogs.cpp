// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/net/cannedgithub.h"
#include "tests/core/net/zipped.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::net;
using test::answered;
using test::CannedGitHub;
using test::outcome;
using test::zipped;

namespace {

const std::string kArchive = "GET /actions/runs/7/attempts/1/logs";
const std::string kLogs = "GET /actions/jobs/";

std::string logOf(int number)
{
    return "GET /actions/jobs/" + std::to_string(number) + "/logs";
}

} // namespace

class TestGitHubLogs : public QObject {
    Q_OBJECT

private slots:
    void aLogThatIsRefusedStandsInTheArchive_data();
    void aLogThatIsRefusedStandsInTheArchive();
    void whatNeitherHas_data();
    void whatNeitherHas();
    void whatNeitherHasYet_data();
    void whatNeitherHasYet();
    void anArchiveIsNotAskedForBeforeItsAttemptHasEnded();
    void aLogThatWasCutIsNotGivenTwice();
    void manyFailedJobsCostOneArchive();
    void anArchiveThatIsTooSlowIsFetchedOnce();
    void oneLogIsFetchedAlone();
    void anArchiveThatIsNotToBeTrustedIsFetchedOnce();

private:
    static std::string readLog(CannedGitHub& github, const std::string& job)
    {
        std::string text;
        const auto read
            = github.ci.readLog({"acme/shop", "7"}, job, 1, [&](std::string_view piece) { text += piece; }, {});
        return read ? text : outcome(read);
    }
    /// Of twelve jobs, the first ten of which have failed.
    static void hasMany(CannedGitHub& github)
    {
        std::vector<std::pair<std::string, std::string>> jobs;
        std::vector<test::ZippedEntry> entries;
        for (int at = 0; at < 12; ++at) {
            const std::string name = "test (" + std::to_string(at) + ")";
            jobs.emplace_back(name, at < 10 ? "failure" : "success");
            entries.push_back({.name = std::to_string(at) + "_" + name + ".txt", .text = name + " failed\n"});
            github.script[logOf(100 + at)] = {answered(200, name + " failed\n")};
        }
        github.hasJobs(1, jobs);
        github.script[kArchive] = {answered(200, zipped(entries))};
    }
};

void TestGitHubLogs::aLogThatIsRefusedStandsInTheArchive_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("there is none by itself") << 404;
    QTest::newRow("it is kept no longer") << 410;
    QTest::newRow("the server fails") << 500;
}

void TestGitHubLogs::aLogThatIsRefusedStandsInTheArchive()
{
    QFETCH(int, status);
    CannedGitHub github;
    github.hasJobs(1, {{"ci / test", "failure"}, {"lint", "success"}});
    github.script[logOf(100)] = {answered(status)};
    github.script[kArchive] = {answered(302, {}, {{"Location", "https://logs.blob.org/1.zip?sig=abc"}})};
    github.script["GET https://logs.blob.org/1.zip?sig=abc"]
        = {answered(200,
                    zipped({{.name = "0_ci  test.txt",
                             .text = "\xEF\xBB\xBF"
                                     "one\nthe token t0ken-of-acme"},
                            {.name = "1_lint.txt", .text = "fine\n"}}))};

    const std::string text = readLog(github, "ci / test");

    QVERIFY2(text.starts_with("one\nthe token ") && text.ends_with("\n"), text.c_str());
    QVERIFY2(text.find("t0ken-of-acme") == std::string::npos, text.c_str());
    QVERIFY(fieldOf(github.asked.back().fields, "Authorization").empty());
}

void TestGitHubLogs::whatNeitherHas_data()
{
    QTest::addColumn<int>("log"); // the answer for it
    QTest::addColumn<int>("archive");
    QTest::addColumn<QByteArray>("told");
    const QByteArray log = "the log of job test of run 7 of acme/shop";
    const QByteArray archive = "the log archive of attempt 1 of run 7 of acme/shop";
    QTest::newRow("neither is there") << 404 << 404 << "not found: " + log + " cannot be found on";
    QTest::newRow("both are gone") << 410 << 410 << "not found: " + log + " is gone";
    QTest::newRow("the archive may come")
        << 404 << 502 << QByteArray("network: https://github.acme.com/api/v3 answers 502 for ") + archive;
    QTest::newRow("the server fails twice")
        << 500 << 502 << QByteArray("network: https://github.acme.com/api/v3 answers 500 for ") + log;
    QTest::newRow("the archive has it not") << 404 << 200 << "not found: " + log + " cannot be found on";
}

void TestGitHubLogs::whatNeitherHas()
{
    QFETCH(int, log);
    QFETCH(int, archive);
    QFETCH(QByteArray, told);
    CannedGitHub github;
    github.clock.at = *parseUtc("2027-01-15T09:00:00Z");
    github.hasJobs(1, {{"test", "failure"}});
    github.script[logOf(100)] = {answered(log)};
    github.script[kArchive] = {answered(archive, zipped({{.name = "0_lint.txt", .text = "of another\n"}}))};

    const std::string line = readLog(github, "test");

    QVERIFY2(line.starts_with(told.toStdString()), line.c_str());
}

void TestGitHubLogs::whatNeitherHasYet_data()
{
    QTest::addColumn<int>("archive");
    QTest::addColumn<QByteArray>("told");
    const QByteArray alone
        = "network: the log of job test of run 7 of acme/shop is not there yet: the job has just ended";
    const QByteArray archive = "the log archive of attempt 1 of run 7 of acme/shop";
    QTest::newRow("the archive has it not") << 200 << alone + ", and " + archive + " has no log of job test";
    QTest::newRow("there is no archive") << 404 << alone + ", and " + archive + " cannot be found on";
    QTest::newRow("the archive may come")
        << 502 << "network: https://github.acme.com/api/v3 answers 502 for " + archive;
    QTest::newRow("the archive is too slow") << CannedGitHub::kTooSlow << QByteArray("timeout: too slow");
}

void TestGitHubLogs::whatNeitherHasYet()
{
    QFETCH(int, archive);
    QFETCH(QByteArray, told);
    CannedGitHub github;
    github.clock.at = *parseUtc("2027-01-15T07:05:30Z"); // half a minute after its end
    github.hasJobs(1, {{"test", "failure"}});
    github.script[logOf(100)] = {answered(404)};
    github.script[kArchive] = {answered(archive, zipped({{.name = "0_lint.txt", .text = "of another\n"}}))};

    const std::string line = readLog(github, "test");

    QVERIFY2(line.starts_with(told.toStdString()), line.c_str());
}

void TestGitHubLogs::anArchiveIsNotAskedForBeforeItsAttemptHasEnded()
{
    CannedGitHub github;
    github.hasJobs(1, {{"test", "failure"}, {"lint", ""}});
    github.script[logOf(100)] = {answered(404)};

    QVERIFY(readLog(github, "test").starts_with("not found: "));
    QCOMPARE(github.count(kArchive), 0);
}

void TestGitHubLogs::aLogThatWasCutIsNotGivenTwice()
{
    CannedGitHub github;
    github.hasJobs(1, {{"test", "failure"}});
    github.script[logOf(100)] = {answered(0, "one\n")}; // and then it is cut
    github.script[kArchive] = {answered(200, zipped({{.name = "0_test.txt", .text = "one\ntwo\n"}}))};

    QCOMPARE(readLog(github, "test"), std::string("network: cut"));
    QCOMPARE(github.count(kArchive), 0);
}

void TestGitHubLogs::manyFailedJobsCostOneArchive()
{
    CannedGitHub github;
    hasMany(github);

    for (int at = 0; at < 10; ++at) {
        const std::string name = "test (" + std::to_string(at) + ")";
        QCOMPARE(readLog(github, name), name + " failed\n");
    }

    QCOMPARE(github.count(kArchive), 1);
    QCOMPARE(github.count(kLogs), 2);

    // It is kept for a while only.
    github.clock.at += std::chrono::minutes(11);
    QCOMPARE(readLog(github, "test (3)"), std::string("test (3) failed\n"));
    QCOMPARE(github.count(kLogs), 3);
    QCOMPARE(github.count(kArchive), 1);
}

void TestGitHubLogs::anArchiveThatIsTooSlowIsFetchedOnce()
{
    CannedGitHub github;
    hasMany(github);
    github.script[kArchive] = {answered(CannedGitHub::kTooSlow)};

    for (int at = 0; at < 10; ++at) {
        const std::string name = "test (" + std::to_string(at) + ")";
        QCOMPARE(readLog(github, name), name + " failed\n");
    }

    QCOMPARE(github.count(kArchive), 1);
}

void TestGitHubLogs::oneLogIsFetchedAlone()
{
    CannedGitHub github;
    hasMany(github);

    QCOMPARE(readLog(github, "test (4)"), std::string("test (4) failed\n"));

    QCOMPARE(github.count(kArchive), 0);

    CannedGitHub few; // that failed
    few.hasJobs(1, {{"a", "failure"}, {"b", "failure"}, {"c", "success"}});
    for (int at = 0; at < 3; ++at)
        few.script[logOf(100 + at)] = {answered(200, "log\n")};
    for (const char* job : {"a", "b", "c"})
        QCOMPARE(readLog(few, job), std::string("log\n"));
    QCOMPARE(few.count(kArchive), 0);
}

void TestGitHubLogs::anArchiveThatIsNotToBeTrustedIsFetchedOnce()
{
    CannedGitHub github;
    hasMany(github);
    github.script[kArchive] = {answered(200, "<html>")};

    for (int at = 0; at < 10; ++at) {
        const std::string name = "test (" + std::to_string(at) + ")";
        QCOMPARE(readLog(github, name), name + " failed\n"); // each by itself, as ever
    }
    QCOMPARE(github.count(kArchive), 1);

    github.script[logOf(105)] = {answered(404)};
    const std::string told = readLog(github, "test (5)");
    QVERIFY2(told.starts_with("invalid input: the log archive of attempt 1 of run 7 of acme/shop is no ZIP archive"),
             told.c_str());
    QCOMPARE(github.count(kArchive), 1);
}

SIGNALBOX_TEST(TestGitHubLogs)
#include "tst_githublogs.moc"
