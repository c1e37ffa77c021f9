// SPDX-License-Identifier: GPL-3.0-or-later
// What a run does and what its jobs see.
#include "tests/core/local/localworkspace.h"
#include "tests/signalboxtest.h"

#include <QTest>

#include <algorithm>

using namespace signalbox;
using test::LocalWorkspace;
using test::outcomes;

namespace {

/// The lines of a log without their times.
QStringList linesOf(const std::string& log)
{
    QStringList lines;
    for (const QString& line : QString::fromStdString(log).split(u'\n', Qt::SkipEmptyParts))
        lines << line.section(u' ', 1);
    return lines;
}

bool has(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class TestLocalRun : public QObject {
    Q_OBJECT

private slots:
    void jobsRunInTheOrderOfTheirNeeds();
    void aFailureSkipsWhatNeedsIt();
    void independentJobsRunAtTheSameTime();
    void logHasSectionsTimesAndTheExitCode();
    void secretsStayOutOfTheLog();
    void binaryOutputIsALogToo();
    void environmentIsCleanAndComplete_data();
    void environmentIsCleanAndComplete();
    void sandboxHidesHomesSocketsAndTheNetwork();
    void loaderVariablesDoNotReachTheSandboxItself();
    void jobsDoNotShareACheckout();
    void runsCountUpAndAreListed();
    void whatCannotBeStartedHasOneClearReason_data();
    void whatCannotBeStartedHasOneClearReason();
    void aRepositoryWithoutAPipelineIsToldBothFiles();
    void unknownRunsJobsAndLogsAreNotFound();
};

void TestLocalRun::jobsRunInTheOrderOfTheirNeeds()
{
    LocalWorkspace space;
    const std::string commit = space.commit("jobs:\n"
                                            "  pack: {script: [echo pack >> $SIGNALBOX_STATE/order], needs: [test]}\n"
                                            "  test: {script: [echo test >> $SIGNALBOX_STATE/order], needs: [build]}\n"
                                            "  build: {script: [echo build >> $SIGNALBOX_STATE/order]}\n");

    const ci::Run run = space.runToEnd();

    QCOMPARE(outcomes(run), QStringLiteral("build success, test success, pack success"));
    QCOMPARE(test::read(space.state("order")), std::string("build\ntest\npack\n"));
    QVERIFY(run.phase == ci::Phase::Finished && run.conclusion == ci::Conclusion::Success);
    QCOMPARE(run.commit, commit);
    QCOMPARE(run.branch, std::string("main"));
    QCOMPARE(run.author, std::string("Test Author"));
    QCOMPARE(run.trigger, std::string("push"));
    QVERIFY(run.startedAt && run.finishedAt && *run.startedAt <= *run.finishedAt);
}

void TestLocalRun::aFailureSkipsWhatNeedsIt()
{
    LocalWorkspace space;
    space.commit("jobs:\n"
                 "  build: {script: ['echo one', 'exit 3', 'echo never']}\n"
                 "  test: {script: [echo test], needs: [build]}\n"
                 "  pack: {script: [echo pack], needs: [test]}\n"
                 "  docs: {script: [echo docs]}\n");

    const ci::Run run = space.runToEnd();

    QCOMPARE(outcomes(run), QStringLiteral("build failure, test skipped, pack skipped, docs success"));
    QVERIFY(run.conclusion == ci::Conclusion::Failure);
    const ci::Job& build = test::jobOf(run, "build");
    QVERIFY(build.exitCode == 3);
    QCOMPARE(build.steps.size(), 3U);
    QCOMPARE(build.steps[1].name, std::string("exit 3"));
    QVERIFY(build.steps[0].exitCode == 0 && build.steps[1].exitCode == 3 && !build.steps[2].exitCode);
    QVERIFY(!test::jobOf(run, "test").startedAt);
}

void TestLocalRun::independentJobsRunAtTheSameTime()
{
    LocalWorkspace space;
    const std::string meet = "touch $SIGNALBOX_STATE/$SIGNALBOX_JOB; "
                             "while [ ! -e $SIGNALBOX_STATE/a ] || [ ! -e $SIGNALBOX_STATE/b ]; do sleep 0.01; done";
    space.commit("jobs:\n  a: {script: ['" + meet + "']}\n  b: {script: ['" + meet + "']}\n");

    const ci::Run run = space.runToEnd(); // each waits for the other

    QCOMPARE(outcomes(run), QStringLiteral("a success, b success"));
}

void TestLocalRun::logHasSectionsTimesAndTheExitCode()
{
    LocalWorkspace space;
    space.commit("jobs:\n  build:\n    script:\n      - echo hello\n      - |\n        echo to stderr >&2\n"
                 "        exit 4\n");

    const ci::Run run = space.runToEnd();

    const std::string log = space.log(run, "build");
    const QString first = QString::fromStdString(log).section(u' ', 0, 0);
    QVERIFY2(parseUtc(first.toStdString()), qPrintable(first));
    const QStringList lines = linesOf(log);
    QCOMPARE(
        lines.mid(lines.indexOf(QStringLiteral("##[group]Run echo hello"))),
        (QStringList{QStringLiteral("##[group]Run echo hello"), QStringLiteral("##[endgroup]"), QStringLiteral("hello"),
                     QStringLiteral("##[group]Run echo to stderr >&2"), QStringLiteral("echo to stderr >&2"),
                     QStringLiteral("exit 4"), QStringLiteral("##[endgroup]"), QStringLiteral("to stderr"),
                     QStringLiteral("##[error]Process completed with exit code 4.")}));
}

void TestLocalRun::secretsStayOutOfTheLog()
{
    LocalWorkspace space;
    space.commit("jobs:\n  build: {script: ['echo the-configured-secret', "
                 "'echo ghp_0123456789abcdefghijABCDEFGHIJ012345']}\n");

    const ci::Run run = space.runToEnd();

    const std::string log = space.log(run, "build");
    QVERIFY(!has(log, "the-configured-secret") && !has(log, "ghp_0123456789"));
    QVERIFY(has(log, "redacted"));
    for (const ci::Step& step : test::jobOf(run, "build").steps)
        QVERIFY(!has(step.name, "the-configured-secret") && !has(step.name, "ghp_0123456789"));
}

void TestLocalRun::binaryOutputIsALogToo()
{
    LocalWorkspace space;
    space.commit("jobs:\n  build: {script: ['head -c 300000 /dev/urandom; head -c 300000 /dev/zero; echo; echo end', "
                 "'exit 1']}\n");

    const ci::Run run = space.runToEnd();

    QCOMPARE(outcomes(run), QStringLiteral("build failure"));
    QVERIFY(linesOf(space.log(run, "build")).contains(QStringLiteral("end")));
}

void TestLocalRun::environmentIsCleanAndComplete_data()
{
    QTest::addColumn<bool>("isolate");

    QTest::newRow("in the sandbox, where there is one") << true;
    QTest::newRow("without") << false;
}

void TestLocalRun::environmentIsCleanAndComplete()
{
    QFETCH(bool, isolate);
    LocalWorkspace space(isolate);
    const std::string commit
        = space.commit("jobs:\n  build:\n    script: ['env | sort', 'pwd', 'touch $HOME/x $TMPDIR/y', 'cat']\n"
                       "    environment: {LEVEL: 3, LANG: C}\n");
    for (const char* name : {"GH_TOKEN", "SSH_AUTH_SOCK", "DBUS_SESSION_BUS_ADDRESS"})
        qputenv(name, "must-not-pass");

    const ci::Run run = space.runToEnd();

    for (const char* name : {"GH_TOKEN", "SSH_AUTH_SOCK", "DBUS_SESSION_BUS_ADDRESS"})
        qunsetenv(name);
    const std::string log = space.log(run, "build");
    QVERIFY2(run.conclusion == ci::Conclusion::Success, log.c_str());
    QStringList names;
    for (const QString& line : linesOf(log).filter(QRegularExpression(QStringLiteral("^[A-Z_]+="))))
        names << line.section(u'=', 0, 0);
    names.removeAll(QStringLiteral("TZ"));
    QCOMPARE(
        names,
        (QStringList{QStringLiteral("CI"), QStringLiteral("HOME"), QStringLiteral("LANG"), QStringLiteral("LEVEL"),
                     QStringLiteral("PATH"), QStringLiteral("PWD"), QStringLiteral("SIGNALBOX_ATTEMPT"),
                     QStringLiteral("SIGNALBOX_COMMIT"), QStringLiteral("SIGNALBOX_JOB"),
                     QStringLiteral("SIGNALBOX_RUN"), QStringLiteral("SIGNALBOX_STATE"), QStringLiteral("TMPDIR")}));
    QVERIFY(!has(log, "must-not-pass"));
    QVERIFY(has(log, ("SIGNALBOX_COMMIT=" + commit).c_str()));
    QVERIFY(has(log, " LANG=C\n"));
    QVERIFY(!has(log, (" HOME=" + qEnvironmentVariable("HOME").toStdString() + "\n").c_str()));
    QVERIFY(isolate || !test::jobOf(run, "build").isolated);
}

void TestLocalRun::sandboxHidesHomesSocketsAndTheNetwork()
{
    LocalWorkspace space;
    test::write(space.root() / "private", "must-not-be-read");
    space.commit("jobs:\n  build:\n    script:\n"
                 "      - cat "
                 + (space.root() / "private").string()
                 + " || echo hidden data\n"
                   "      - touch /usr/planted || echo read-only system\n"
                   "      - cat /proc/net/dev | grep -v -e Inter -e face -e lo && exit 1 || echo no network\n"
                   "      - ls -A -d /run/* /root/.[a-z]* /home/*/* && exit 1 || echo no homes\n"
                   "      - git log -1 --format=%an\n"
                   "      - test $(ls -d /proc/[0-9]* | wc -l) -lt 8\n");

    const ci::Run run = space.runToEnd();

    if (!test::jobOf(run, "build").isolated)
        QSKIP("bubblewrap does not work here");
    const std::string log = space.log(run, "build");
    QVERIFY2(run.conclusion == ci::Conclusion::Success, log.c_str());
    const QStringList lines = linesOf(log);
    for (const char* line : {"hidden data", "read-only system", "no network", "no homes", "Test Author"})
        QVERIFY2(lines.contains(QLatin1String(line)), line);
}

void TestLocalRun::loaderVariablesDoNotReachTheSandboxItself()
{
    LocalWorkspace space;
    space.commit("jobs:\n  build: {script: [':'], environment: {LD_PRELOAD: /no/such/library.so}}\n");

    const ci::Run run = space.runToEnd();

    if (!test::jobOf(run, "build").isolated)
        QSKIP("bubblewrap does not work here");
    const auto complaints = linesOf(space.log(run, "build")).filter(QStringLiteral("cannot be preloaded"));
    QCOMPARE(complaints.size(), 1); // the shell's; bubblewrap's own would be another one
}

void TestLocalRun::jobsDoNotShareACheckout()
{
    LocalWorkspace space;
    space.commit("jobs:\n  a: {script: [touch made]}\n  b: {script: [test ! -e made], needs: [a]}\n");

    const ci::Run run = space.runToEnd();

    QCOMPARE(outcomes(run), QStringLiteral("a success, b success"));
    QVERIFY(!std::filesystem::exists(space.line() / "work" / run.number)); // nothing is left lying about
}

void TestLocalRun::runsCountUpAndAreListed()
{
    LocalWorkspace space;
    space.commit("jobs: {build: {script: [':']}}");
    const auto first = space.ci().start("shop", "main", "push", {});
    const auto second = space.ci().start("shop", "main", "person", {});
    QVERIFY(first && second);
    space.waitForEnd(*first, 1);
    space.waitForEnd(*second, 1);

    const auto runs = space.ci().list("shop");

    QVERIFY(runs);
    QCOMPARE(runs->size(), 2U);
    QCOMPARE(runs->at(0).number, std::string("2"));
    QCOMPARE(runs->at(0).trigger, std::string("person"));
    QCOMPARE(runs->at(1).number, std::string("1"));
    QVERIFY(space.ci().unfinished().empty());
}

void TestLocalRun::aRepositoryWithoutAPipelineIsToldBothFiles()
{
    LocalWorkspace space;
    test::git(space.repository(), {"commit", "-q", "--allow-empty", "-m", "nothing"});

    const auto run = space.ci().start("shop", "main", "push", {});
    const auto pipeline = local::pipelineFileIn(space.repository(), {});

    QVERIFY(!run && run.error().code == ErrorCode::NotFound);
    const std::string has = space.repository().string() + " has no file signalbox.yaml at ";
    QVERIFY2(run.error().detail.starts_with(has), run.error().detail.c_str());
    QVERIFY2(run.error().detail.ends_with(", nor a .gitlab-ci.yml; commit one of them"), run.error().detail.c_str());
    QVERIFY(!pipeline && pipeline.error().code == ErrorCode::NotFound);
    QVERIFY2(pipeline.error().detail.ends_with(", nor a .gitlab-ci.yml; commit one of them"),
             pipeline.error().detail.c_str());
}

void TestLocalRun::whatCannotBeStartedHasOneClearReason_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("commit");
    QTest::addColumn<QString>("reason");

    const QByteArray good = "jobs: {a: {script: [x]}}";
    QTest::newRow("a bad file") << QByteArray("jobs:\n  a:\n    script: [x]\n    needs: [b]\n") << QByteArray("shop")
                                << QByteArray("main")
                                << QStringLiteral("signalbox.yaml:4: jobs.a.needs[0]: there is no job \"b\"");
    QTest::newRow("several faults") << QByteArray("a: 1\nb: 1\n") << QByteArray("shop") << QByteArray("main")
                                    << QStringLiteral("signalbox.yaml:1: a: unknown key (and 1 more)");
    QTest::newRow("an unknown line") << good << QByteArray("bakery") << QByteArray("main")
                                     << QStringLiteral("there is no line bakery");
    QTest::newRow("a line that is a path")
        << good << QByteArray("../shop") << QByteArray("main") << QStringLiteral("\"../shop\" cannot be a line's name");
    QTest::newRow("an unknown branch") << good << QByteArray("shop") << QByteArray("next")
                                       << QStringLiteral("REPOSITORY has no commit or branch next");
}

void TestLocalRun::whatCannotBeStartedHasOneClearReason()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, commit);
    QFETCH(QString, reason);
    LocalWorkspace space;
    space.commit(yaml.toStdString());

    const auto run = space.ci().start(line.toStdString(), commit.toStdString(), "push", {});

    QVERIFY(!run);
    QCOMPARE(QString::fromStdString(run.error().detail),
             reason.replace(QStringLiteral("REPOSITORY"), QString::fromStdString(space.repository())));
    QVERIFY(!std::filesystem::exists(space.line() / "runs" / "1"));
}

void TestLocalRun::unknownRunsJobsAndLogsAreNotFound()
{
    LocalWorkspace space;
    space.commit("jobs: {build: {script: [':']}}");
    const ci::Run run = space.runToEnd();

    for (const ci::RunRef& ref : {ci::RunRef{"shop", "2"}, ci::RunRef{"shop", "../1"}, ci::RunRef{"..", "1"}}) {
        const auto found = space.ci().run(ref, {});
        QVERIFY(!found && found.error().code == ErrorCode::NotFound);
    }
    QCOMPARE(space.log(run, "../../run"), std::string("run 1 of shop has no log of job ../../run in attempt 1"));
    QCOMPARE(space.log(run, "build", 2), std::string("run 1 of shop has no log of job build in attempt 2"));
}

SIGNALBOX_TEST(TestLocalRun)
#include "tst_localrun.moc"
