// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/log/cataloguefixture.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::log;

namespace {

// A job of the local CI whose second step fails.
constexpr std::string_view kLocalJob
    = "2026-11-22T13:00:00.123Z ##[group]Set up job\n"
      "2026-11-22T13:00:00.124Z ##[endgroup]\n"
      "2026-11-22T13:00:00.125Z ##[group]Run ./fetch.sh\n"
      "2026-11-22T13:00:00.126Z ##[endgroup]\n"
      "2026-11-22T13:00:00.223Z fetched 3 packages\n"
      "2026-11-22T13:00:00.225Z ##[group]Run ./build.sh\n"
      "2026-11-22T13:00:00.226Z ##[endgroup]\n"
      "2026-11-22T13:00:01.007Z \x1b[31merror: dependency cache is corrupt\x1b[0m: checksum of "
      ".cache/deps/left.tar does not match\n"
      "2026-11-22T13:00:01.010Z make: *** [Makefile:3: all] Error 1\n"
      "2026-11-22T13:00:01.017Z ##[error]Process completed with exit code 2.\n";

std::string summary(const Classification& found)
{
    std::string text = found.failureClass + "|" + found.pattern + "|" + found.failingStep + "|" + found.signature + "|"
        + std::to_string(found.lines) + "|" + std::to_string(found.redactions);
    for (const CauseLine& line : found.rootCause)
        text += "|" + std::to_string(line.line) + ":" + line.text;
    return text;
}

} // namespace

class TestClassifier : public QObject {
    Q_OBJECT

private slots:
    void namesTheRootCause_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QByteArray>("failureClass");
        QTest::addColumn<int>("line");

        const auto row = [](const char* name, std::string_view log, const char* failureClass, int line) {
            QTest::newRow(name) << QByteArray(log.data(), static_cast<qsizetype>(log.size()))
                                << QByteArray(failureClass) << line;
        };
        row("the corrupt cache of the demo", kLocalJob, "cache_failure", 8);
        row("a compile error of g++, not make's summary",
            "##[group]Run make\n##[endgroup]\ng++ -c src/parser.cpp\nsrc/parser.cpp:42:9: error: 'tokn' was not "
            "declared in this scope\n"
            "   42 |  tokn\nmake: *** [Makefile:7: parser.o] Error 1\n##[error]Process completed with exit code 2.\n",
            "compile_error", 4);
        row("a test that ran out of time",
            "ok test_split\nFAIL: test_merge_order (timed out waiting for worker after 200 ms)\n1 "
            "failed\n##[error]Process completed with exit code 1.\n",
            "test_timeout", 2);
        row("the cause above the cascade of npm",
            "Run npm test\nError: Cannot find module 'left-pad'\nnpm ERR! code ELIFECYCLE\nnpm ERR! Exit status "
            "1\nError: Process completed with exit code 1.\n",
            "module_not_found", 2);
        row("the cascade where nothing better is known", "npm ERR! code ELIFECYCLE\nnpm ERR! errno 1\n",
            "npm_lifecycle", 1);
        row("the step that failed, not one that ended well before it",
            "##[group]Run ./warm.sh\n##[endgroup]\ncurl: (28) Connection timed out\n##[group]Run "
            "make\n##[endgroup]\na.c:1:1: error: expected ';'\n"
            "##[error]Process completed with exit code 1.\n",
            "compile_error", 6);
        row("the first step that failed, not what always runs after it",
            "##[group]Run make\n##[endgroup]\na.c:1:1: error: expected ';'\n##[error]Process completed with exit code "
            "1.\n##[group]Run actions/upload-artifact@v4\n"
            "##[endgroup]\n##[error]Unable to download artifact(s): Artifact not found for name: x\n",
            "compile_error", 3);
        row("words of the script are not its output",
            "##[group]Run make || echo 'No space left on device'\necho 'No space left on device'\nshell: /usr/bin/bash "
            "-e {0}\n##[endgroup]\n"
            "a.c:1:1: error: expected ';'\n##[error]Process completed with exit code 1.\n",
            "compile_error", 5);
        row("a retry that passed is not the cause",
            "Run ./t.sh\nError: connect ETIMEDOUT 1.2.3.4:443\nattempt 2 succeeded\n--- FAIL: TestOne (0.1s)\nError: "
            "Process completed with exit code 1.\n",
            "test_failure", 4);
        row("a retry that is announced counts less than a failure",
            "warning: spurious network error (2 tries remaining): timed out\nerror[E0308]: mismatched types\n",
            "compile_error", 2);
        row("an index that could not be reached explains a package that was not found",
            "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError': /simple/requests/\n"
            "ERROR: Could not find a version that satisfies the requirement requests (from versions: none)\nERROR: No "
            "matching distribution found for requests\n",
            "pip_network", 1);
        row("the line after a heading",
            "Tests in error: \n\n  it_reads(a.b.CTest)\nTests run: 2, Failures: 0, Errors: 1\n[INFO] BUILD FAILURE\n",
            "test_failure", 3);
        row("behind a progress bar", "10%\r60%\rnpm ERR! code E404\r\n", "npm_e404", 1);
        row("after NUL bytes", std::string_view("step 1 ok\0\0hidden: npm ERR! code ENOSPC\n", 39), "disk_full", 1);
        row("in a trace of GitLab",
            "section_start:1700000016:step_script\r\x1b[0KExecuting\n\x1b[32;1m$ npm ci\x1b[0;m\nnpm ERR! code "
            "ETIMEDOUT\n"
            "section_end:1700000078:step_script\r\x1b[0K\n\x1b[31;1mERROR: Job failed: exit code 1\n",
            "npm_network", 3);
        row("in a log of Travis",
            "$ mvn install\nThe command \"mvn install\" exited with 0.\n$ mvn test\nA.java:3: error: ';' expected\nThe "
            "command \"mvn test\" exited with 1.\n"
            "Done. Your build exited with 1.\n",
            "compile_error", 4);
        row("without a line end at the end", "npm ERR! code ERESOLVE", "npm_eresolve", 1);
    }

    void namesTheRootCause()
    {
        QFETCH(QByteArray, log);
        QFETCH(QByteArray, failureClass);
        QFETCH(int, line);

        const Classification found = test::classify(log.toStdString());

        QCOMPARE(QByteArray::fromStdString(found.failureClass), failureClass);
        QVERIFY(!found.rootCause.empty());
        QCOMPARE(found.rootCause.front().line, std::int64_t(line));
        QCOMPARE(found.signature.size(), std::size_t(16));
    }

    void aHealthyLogHasNoFailure_data()
    {
        QTest::addColumn<QByteArray>("log");

        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("prose") << QByteArray("all is well\n0 errors, 0 failed\n");
        QTest::newRow("the word error in a test's name")
            << QByteArray("  \xe2\x9c\x93 should handle errors\n 12 passing (3s)\n");
        QTest::newRow("a build that succeeded after a stack trace")
            << QByteArray("java.lang.OutOfMemoryError: Java heap space\n[INFO] BUILD SUCCESS\nThe command \"mvn test\" "
                          "exited with 0.\nDone. Your build exited with 0.\n");
        QTest::newRow("a GitHub job without an error line")
            << QByteArray("2026-01-01T00:00:00.0000000Z curl: (28) Connection timed out\n2026-01-01T00:00:01.0000000Z "
                          "Cleaning up orphan processes\n");
        QTest::newRow("a GitLab job that succeeded after a retry")
            << QByteArray("npm ERR! code ETIMEDOUT\nJob succeeded\n");
        QTest::newRow("a step that passed")
            << QByteArray("npm ERR! code E404\nThe command \"npm ci\" exited with 0.\n");
        QTest::newRow("bytes") << QByteArray("\x7f"
                                             "ELF\x02\x01\x01\0\0\0\xff\xfe\0\n\0\x80",
                                             16);
    }

    void aHealthyLogHasNoFailure()
    {
        QFETCH(QByteArray, log);

        const Classification found = test::classify(log.toStdString());

        QCOMPARE(found.failureClass, std::string("none"));
        QVERIFY(found.rootCause.empty());
        QVERIFY(found.signature.empty());
        QVERIFY(found.fixes.empty());
    }

    void aFailureThatNobodyKnowsShowsItsLastWords()
    {
        const Classification found
            = test::classify("Run ./odd.sh\nall fine so far\nfrobnicator: cannot frobnicate the widget\nbye\n"
                             "Error: Process completed with exit code 3.\nPost job cleanup.\nmore\n");

        QCOMPARE(found.failureClass, std::string("unknown"));
        QCOMPARE(found.rootCause.front().line, std::int64_t(3));
        QVERIFY(found.fixes.empty());
        QVERIFY(!found.signature.empty());
    }

    void theDemoFailuresOfferTheirFix()
    {
        const Classification cache = test::classify(kLocalJob);
        const Classification compile
            = test::classify("src/parser.cpp:42:9: error: 'x' was not declared in this scope\n");
        const Classification flaky
            = test::classify("FAIL: test_merge_order (timed out waiting for worker after 200 ms)\n");

        QCOMPARE(cache.fixes.front().action, std::string("clear_cache_rerun"));
        QCOMPARE(cache.fixes.front().safety, std::string("cache"));
        QVERIFY(cache.transient == Transient::Yes);
        QCOMPARE(cache.failingStep, std::string("./build.sh"));
        QVERIFY(compile.fixes.empty());
        QVERIFY(compile.transient == Transient::No);
        QCOMPARE(flaky.fixes.front().action, std::string("rerun_failed_jobs"));
        QCOMPARE(flaky.fixes.front().safety, std::string("retry"));
    }

    void theSeedPatternsAreThere_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("failureClass");

        QTest::newRow("npm_install_network") << QByteArray("npm ERR! network ETIMEDOUT") << QByteArray("npm_network");
        QTest::newRow("npm_install_lock is a security signal")
            << QByteArray("npm ERR! x integrity check failed") << QByteArray("npm_eintegrity");
        QTest::newRow("dependency_version")
            << QByteArray("npm ERR! ERESOLVE unable to resolve dependency tree") << QByteArray("npm_eresolve");
        QTest::newRow("disk_space") << QByteArray("write failed: no space left on device") << QByteArray("disk_full");
        QTest::newRow("flaky_test") << QByteArray("Error: connect timeout in test login")
                                    << QByteArray("test_flaky_network");
        QTest::newRow("build_cache is mostly code")
            << QByteArray("Error: Cannot find module './a'") << QByteArray("module_not_found");
    }

    void theSeedPatternsAreThere()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, failureClass);

        QCOMPARE(QByteArray::fromStdString(test::classify(line.toStdString()).failureClass), failureClass);
    }

    void everySplitOfTheInputGivesTheSameAnswer()
    {
        const std::string log = std::string(kLocalJob) + "secret: ghp_" + std::string(36, 'a') + "\n";
        const std::string expected = summary(test::classify(log));

        for (std::size_t at = 0; at <= log.size(); ++at) {
            Classifier classifier(test::shippedCatalogue());
            classifier.feed(std::string_view(log).substr(0, at));
            classifier.feed(std::string_view(log).substr(at));
            QCOMPARE(summary(classifier.finish()), expected);
        }
    }

    void lineNumbersHoldAcrossBlocks()
    {
        std::string log;
        for (int i = 0; i < 30'000; ++i)
            log += "2026-11-22T13:00:00.123Z compiling unit " + std::to_string(i) + "\n";
        log += "2026-11-22T13:00:00.123Z a.c:1:1: error: expected ';'\n##[error]Process completed with exit code 1.\n";

        const Classification found = test::classify(log);

        QCOMPARE(found.failureClass, std::string("compile_error"));
        QCOMPARE(found.rootCause.front().line, std::int64_t(30'001));
        QCOMPARE(found.lines, std::int64_t(30'002));
        QCOMPARE(found.bytes, std::int64_t(log.size()));
    }

    void aHugeLineHidesNothing()
    {
        const std::string log = "start\n" + std::string(1'200'000, 'A') + " npm ERR! code E404 "
            + std::string(300'000, 'B') + "\nnpm ERR! code ECONNRESET\n";

        const Classification found = test::classify(log);

        QCOMPARE(found.failureClass, std::string("npm_e404"));
        QCOMPARE(found.rootCause.front().line, std::int64_t(2));
        QVERIFY(found.rootCause.front().text.size() <= 1100);
        QCOMPARE(found.lines, std::int64_t(3));
    }

    void theSignatureIsThatOfTheFailureNotOfTheRun()
    {
        std::string other(kLocalJob);
        for (std::size_t at = 0; (at = other.find("2026-11-22T13:00:0", at)) != std::string::npos; ++at)
            other.replace(at, 18, "2027-01-01T09:59:5");
        other.insert(0, "one more line\n");

        QCOMPARE(test::classify(other).signature, test::classify(kLocalJob).signature);
        QVERIFY(test::classify("a.c:1:1: error: x\n").signature != test::classify("b.c:1:1: error: x\n").signature);
    }

    void secretsAreCountedEverywhereAndShownNowhere()
    {
        const std::string token = "ghp_" + std::string(36, 'b');
        const std::string log = "token " + token + "\nfatal: Authentication failed for 'https://u:" + token
            + "@github.com/a/b'\nkey hush-hush\n";
        Classifier classifier(test::shippedCatalogue(), Format::Auto,
                              std::make_shared<const Redactor>(std::vector<std::string>{"hush-hush"}));

        classifier.feed(log);
        const Classification found = classifier.finish();

        QCOMPARE(found.failureClass, std::string("git_auth"));
        QCOMPARE(found.redactions, std::int64_t(3));
        QVERIFY(!QByteArray::fromStdString(found.rootCause.front().text).contains("ghp_"));
        QVERIFY(QByteArray::fromStdString(found.rootCause.front().text).contains("@github.com/a/b"));
    }

    void aPrivateKeyDoesNotShowAsLastWords()
    {
        const Classification found = test::classify(
            "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA1234\nAAAAfailed\n-----END RSA PRIVATE KEY-----\n"
            "##[error]Process completed with exit code 3.\n");

        QCOMPARE(found.failureClass, std::string("unknown"));
        QCOMPARE(found.redactions, std::int64_t(1));
        for (const CauseLine& line : found.rootCause)
            QVERIFY2(!QByteArray::fromStdString(line.text).contains("MIIE")
                         && !QByteArray::fromStdString(line.text).contains("AAAA"),
                     line.text.c_str());
    }

    void confidenceAndAlternativesAreShares()
    {
        const Classification found
            = test::classify("a.c:1:1: error: expected ';'\nld: undefined reference to `x'\nFAIL: test_a (a.B)\n");

        QVERIFY(found.confidence > 0 && found.confidence <= 1);
        QVERIFY(!found.alternatives.empty());
        for (const Alternative& other : found.alternatives)
            QVERIFY(other.failureClass != found.failureClass && other.confidence + found.confidence <= 1.0001);
    }

    void manyMatchesCostNoMemory()
    {
        Classifier classifier(test::shippedCatalogue());
        const std::string line = "a.c:1:1: error: expected ';' " + std::string(500, 'x') + "\n";
        for (int i = 0; i < 20'000; ++i)
            classifier.feed(line);

        const Classification found = classifier.finish();

        QCOMPARE(found.failureClass, std::string("compile_error"));
        QCOMPARE(found.rootCause.front().line, std::int64_t(1));
        QVERIFY(found.rootCause.size() <= 6);
    }
};

SIGNALBOX_TEST(TestClassifier)
#include "tst_classifier.moc"
