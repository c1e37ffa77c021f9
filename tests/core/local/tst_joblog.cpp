// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/joblog.h"
#include "tests/core/local/localworkspace.h"
#include "tests/signalboxtest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;

namespace {

class FixedClock final : public Clock {
public:
    UtcTime now() const override { return fromUnixMs(1'000); }
};

constexpr const char* kStamp = "1970-01-01T00:00:01.000Z ";

} // namespace

class TestJobLog : public QObject {
    Q_OBJECT

private slots:
    void init() { m_file = std::filesystem::path(m_folder.path().toStdString()) / "job.log"; }
    void linesAreStampedHoweverTheyArrive();
    void sectionsAreWrittenAsGitHubDoes();
    void secretsAreTakenOut();
    void aKeyOverSeveralLinesIsTakenOut();
    void aLineWithoutEndIsCutAtABlank();
    void aSecretAcrossTheCutOfALineIsTakenOut();
    void aSecretIsTakenOutHoweverItArrives();
    void ofTooMuchOutputTheBeginningAndTheEndAreKept();
    void secretsAreTakenOutOfTheEndToo();

private:
    template <typename Write>
    std::string written(Write write)
    {
        const Redactor redactor({"the-configured-secret"});
        const FixedClock clock;
        auto log = local::JobLog::open(m_file, redactor, clock, local::JobLog::kMebibyte);
        if (!log)
            return log.error().detail;
        write(*log);
        return test::read(m_file);
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_file;
};

void TestJobLog::linesAreStampedHoweverTheyArrive()
{
    const auto text = written([](local::JobLog& log) {
        log.output("fir");
        log.output("st\r\nsecond\nla");
        log.output("st");
        log.endOutput();
    });

    QCOMPARE(text, std::string(kStamp) + "first\n" + kStamp + "second\n" + kStamp + "last\n");
}

void TestJobLog::sectionsAreWrittenAsGitHubDoes()
{
    const auto text = written([](local::JobLog& log) {
        log.group("Run make", "make\nmake check");
        log.output("no newline");
        log.error("Process completed with exit code 2.");
    });

    QCOMPARE(text,
             std::string(kStamp) + "##[group]Run make\n" + kStamp + "make\n" + kStamp + "make check\n" + kStamp
                 + "##[endgroup]\n" + kStamp + "no newline\n" + kStamp
                 + "##[error]Process completed with exit code 2.\n");
}

void TestJobLog::secretsAreTakenOut()
{
    const auto text = written([](local::JobLog& log) {
        log.output("token the-configured-secret and ghp_0123456789abcdefghijABCDEFGHIJ012345\n");
        log.say("Run curl https://me:hunter2hunter2@example.com/");
    });

    QVERIFY(text.find("the-configured-secret") == std::string::npos);
    QVERIFY(text.find("ghp_0123456789") == std::string::npos);
    QVERIFY(text.find("hunter2hunter2") == std::string::npos);
    QVERIFY(text.find("redacted") != std::string::npos);
}

void TestJobLog::aKeyOverSeveralLinesIsTakenOut()
{
    const auto text = written([](local::JobLog& log) {
        log.output("-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7\n");
        log.output("q1W2e3R4t5Y6u7I8\n-----END RSA PRIVATE KEY-----\nafter\n");
    });

    QVERIFY(text.find("MIIEowIBAAKCAQEA7") == std::string::npos);
    QVERIFY(text.find("q1W2e3R4t5Y6u7I8") == std::string::npos);
    QVERIFY(text.find("after") != std::string::npos);
}

void TestJobLog::aLineWithoutEndIsCutAtABlank()
{
    const std::string words = std::string(262'000, 'x') + " the-configured-" + "secret " + std::string(1000, 'y');

    const auto text = written([&](local::JobLog& log) { log.output(words + "\n"); });

    QVERIFY(text.find("the-configured-secret") == std::string::npos);
    QVERIFY(text.size() > 263'000);
}

void TestJobLog::aSecretAcrossTheCutOfALineIsTakenOut()
{
    const std::string secret = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
    for (std::size_t before = 262'144 - 60; before < 262'144 + 4; before += 7) {
        const auto text = written([&](local::JobLog& log) {
            log.output(std::string(before, '.') + "password=" + secret + std::string(20'000, '.') + "\n");
        });

        QVERIFY2(text.find("0123456789abc") == std::string::npos && text.find("GHIJ0123") == std::string::npos,
                 std::to_string(before).c_str());
        QVERIFY(text.find("[redacted: ") != std::string::npos);
    }
}

void TestJobLog::aSecretIsTakenOutHoweverItArrives()
{
    const std::string line = "token \x1b[31mghp_0123456789abc\x1b[0mdefghij\b\bijABCD\rEFGHIJ012345 end\n";
    for (std::size_t cut = 1; cut < line.size(); ++cut) {
        const auto text = written([&](local::JobLog& log) {
            log.output(line.substr(0, cut));
            log.output(line.substr(cut));
        });

        QVERIFY2(text.find("0123456789") == std::string::npos && text.find("EFGHIJ") == std::string::npos,
                 text.c_str());
        QVERIFY(text.ends_with(" end\n"));
    }
}

void TestJobLog::ofTooMuchOutputTheBeginningAndTheEndAreKept()
{
    const auto text = written([&](local::JobLog& log) {
        log.output("the first words\n");
        for (int i = 0; i < 10; ++i)
            log.output(std::string(100'000, '\n'));
        log.output("the last words\n");
        log.error("Process completed with exit code 1.");
    });

    const std::string stamp = kStamp;
    QVERIFY(text.starts_with(stamp + "the first words\n"));
    QVERIFY(text.find("##[warning]The log is longer than 1 MiB.") != std::string::npos);
    QVERIFY(text.find(" lines (21 MiB) are left out here.\n") != std::string::npos);
    QVERIFY(text.ends_with(stamp + "the last words\n" + stamp + "##[error]Process completed with exit code 1.\n"));
    QVERIFY(text.size() < 2 * local::JobLog::kMebibyte + 100'000);
}

void TestJobLog::secretsAreTakenOutOfTheEndToo()
{
    const std::string key = std::string("-----BEGIN PRIVATE") + " KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw\n";
    const auto text = written([&](local::JobLog& log) {
        log.output(std::string(100'000, '\n'));
        log.output("x the-configured-secret y\n" + key + "-----END PRIVATE" + " KEY-----\nwords\n");
        log.endOutput();
    });

    QVERIFY(text.find("the-configured-secret") == std::string::npos);
    QVERIFY(text.find("MIIEvQ") == std::string::npos);
    QVERIFY(text.ends_with("words\n"));
}

SIGNALBOX_TEST(TestJobLog)
#include "tst_joblog.moc"
