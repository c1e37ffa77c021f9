// SPDX-License-Identifier: GPL-3.0-or-later
// The output of a job is told from the words of gitlab-ci-local, and how the job ended from both.
#include "core/local/attemptplace.h"
#include "core/local/gitlaboutput.h"
#include "core/local/gitlabpipeline.h"
#include "tests/signalboxtest.h"

#include <QTest>

#include <set>

using namespace signalbox;
using local::GitLabOutput;

class TestGitLabOutput : public QObject {
    Q_OBJECT

private slots:
    void theJobsOwnLinesAreLeft();
    void howItEnded_data();
    void howItEnded();
    void aLongLineIsPassedOn();
    void filesOfJobsHaveNamesOfTheirOwn();
    void addressesOfRemotes_data();
    void addressesOfRemotes();
};

namespace {

constexpr const char* kPrinted = "parsing and downloads finished in 100 ms.\n"
                                 "json schema validated in 1 s\n"
                                 "unit test starting shell (test)\n"
                                 "unit test $ cat x\n"
                                 "unit test > made\n"
                                 "unit test > \n"
                                 "unit test > unit test > twice\n"
                                 "unit test > unit test finished in 1 ms\n"
                                 "unit test finished in 400 ms  FAIL 17 \n"
                                 "\n"
                                 " FAIL  unit test\n"
                                 "  > made\n";

} // namespace

void TestGitLabOutput::theJobsOwnLinesAreLeft()
{
    const std::string expected = "$ cat x\nmade\n\nunit test > twice\n"
                                 "unit test finished in 1 ms\n"; // what it says of every job is no output
    for (const std::size_t step : {std::size_t(1), std::size_t(7), std::size_t(10'000)}) {
        std::string seen;
        GitLabOutput output("unit test", [&seen](std::string_view piece) { seen += piece; });
        const std::string_view all = kPrinted;
        for (std::size_t at = 0; at < all.size(); at += step)
            output.feed(all.substr(at, step));
        output.finish();

        QCOMPARE(seen, expected);
        QVERIFY(output.verdict());
        QCOMPARE(output.verdict()->exitCode, 17);
        QVERIFY(!output.verdict()->allowed);
    }
}

void TestGitLabOutput::howItEnded_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("expected");

    QTest::newRow("passed") << QStringLiteral("a finished in 12 ms\n") << QStringLiteral("0");
    QTest::newRow("allowed") << QStringLiteral("a finished in 1.2 s  WARN 3 \n") << QStringLiteral("3 allowed");
    QTest::newRow("after_script fails") << QStringLiteral(
        "a finished in 12 ms  WARN 9  after_script\na finished in 13 ms\n")
                                        << QStringLiteral("0");
    QTest::newRow("the job says so") << QStringLiteral("a > finished in 12 ms\n") << QStringLiteral("none");
    QTest::newRow("the job says so, oddly")
        << QStringLiteral("a > a finished in 12 ms\na $ finished in 1 ms\n") << QStringLiteral("none");
    QTest::newRow("the first word counts")
        << QStringLiteral("a finished in 12 ms  FAIL 4 \na finished in 12 ms\n") << QStringLiteral("4");
    QTest::newRow("another job's") << QStringLiteral("ab finished in 12 ms\n") << QStringLiteral("none");
    QTest::newRow("nothing") << QStringLiteral("a could not be found\n") << QStringLiteral("none");
}

void TestGitLabOutput::howItEnded()
{
    QFETCH(QString, printed);
    GitLabOutput output("a", [](std::string_view) {});

    output.feed(printed.toStdString());
    output.finish();

    const auto verdict = output.verdict();
    const QString seen = verdict
        ? QString::number(verdict->exitCode) + (verdict->allowed ? QStringLiteral(" allowed") : QString())
        : QStringLiteral("none");
    QTEST(seen, "expected");
}

void TestGitLabOutput::aLongLineIsPassedOn()
{
    std::size_t seen = 0;
    GitLabOutput output("a", [&seen](std::string_view piece) { seen += piece.size(); });
    const std::string piece(50'000, 'x');

    output.feed("a > ");
    for (int i = 0; i < 20; ++i) {
        output.feed(piece);
        QVERIFY(seen + 70'000 > std::size_t(i) * piece.size());
    }
    output.feed("\na finished in 1 ms\n");

    QCOMPARE(seen, 20 * piece.size() + 1);
    QVERIFY(output.verdict());
}

void TestGitLabOutput::filesOfJobsHaveNamesOfTheirOwn()
{
    QCOMPARE(local::jobFileName("build-1.x"), std::string("build-1.x"));
    QCOMPARE(local::jobFileName("lint: all"), std::string("lint%3A%20all"));
    QCOMPARE(local::jobFileName("../x"), std::string("%2E.%2Fx"));
    std::set<std::string> names;
    const std::string longName(119, '/');
    for (const std::string& job : {std::string("-x"), std::string("%2Dx"), std::string(65, 'a'), std::string(66, 'a'),
                                   longName + "a", longName + "b", std::string(".."), std::string("%")}) {
        const std::string name = local::jobFileName(job);
        QVERIFY2(name.size() < 240 && name.find('/') == std::string::npos && name.front() != '.', name.c_str());
        QVERIFY(names.insert(name).second);
    }
}

void TestGitLabOutput::addressesOfRemotes_data()
{
    QTest::addColumn<QString>("remote");
    QTest::addColumn<QString>("address");
    const auto row = [](const char* name, const char* remote, const char* address) {
        QTest::newRow(name) << QString::fromUtf8(remote) << QString::fromUtf8(address);
    };

    row("web", "https://git.acme.com/acme/shop.git", "https://git.acme.com/acme/shop.git");
    row("with who signs in", "https://me:secret@git.acme.com:8443/acme/shop", "https://git.acme.com/acme/shop");
    row("ssh", "git@git.acme.com:acme/web/shop.git", "https://git.acme.com/acme/web/shop.git");
    row("ssh by its scheme", "ssh://git@git.acme.com:22/acme/shop.git", "https://git.acme.com/acme/shop.git");
    row("a folder", "/srv/git/shop.git", "");
    row("a folder by its scheme", "file:///srv/git/shop.git", "");
    row("no group", "https://git.acme.com/shop.git", "");
    row("an at in the path", "https://git.acme.com/acme/a@b", "");
    row("nothing", "", "");
}

void TestGitLabOutput::addressesOfRemotes()
{
    QFETCH(QString, remote);

    QTEST(QString::fromStdString(local::webAddressOf(remote.toStdString())), "address");
}

SIGNALBOX_TEST(TestGitLabOutput)
#include "tst_gitlaboutput.moc"
