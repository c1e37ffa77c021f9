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
    void tooMuchOutputIsLeftOutAndSaidSo();

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

void TestJobLog::tooMuchOutputIsLeftOutAndSaidSo()
{
    const std::string chunk(100'000, '\n');

    const auto text = written([&](local::JobLog& log) {
        log.output(chunk);
        log.output(chunk);
        log.error("Process completed with exit code 1.");
    });

    const std::string end = std::string(kStamp)
        + "##[warning]The log is longer than 1 MiB; the rest of the output is left out.\n" + kStamp
        + "##[error]Process completed with exit code 1.\n";
    QVERIFY(text.ends_with(end));
    QVERIFY(text.size() < local::JobLog::kMebibyte + 1000);
}

SIGNALBOX_TEST(TestJobLog)
#include "tst_joblog.moc"
