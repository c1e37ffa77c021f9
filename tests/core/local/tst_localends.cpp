// SPDX-License-Identifier: GPL-3.0-or-later
// How runs end early: time limits, cancelling, and killed programs.
#include "core/local/attemptlock.h"
#include "core/local/git.h"
#include "core/local/prepare.h"
#include "core/local/process.h"
#include "core/local/runfolder.h"
#include "tests/core/local/localworkspace.h"
#include "tests/signalboxtest.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <thread>

using namespace signalbox;
using test::LocalWorkspace;
using test::outcomes;

namespace {

/// Ignores TERM, forks, and leaves a daemon in a session of its own.
std::string stubborn(const std::string& mark)
{
    return "trap \"\" TERM; (setsid sleep " + mark + " &); sleep " + mark + " & sleep " + mark;
}

/// Makes the first run without starting its supervisor, as a program does that is killed at that point.
local::AttemptPlace prepareOnly(LocalWorkspace& space)
{
    const local::Git git(space.repository());
    const auto commit = git.commit("main", {});
    const auto file = space.ci().lineFile("shop", {});
    if (!commit || !file)
        return {};
    const local::RunRecord record{commit->id, commit->branch, commit->author, "push", {}, file->jobs};
    const auto number = local::makeRun(space.line(), record, local::specOfRun(record), git, {});
    return {space.line(), number ? std::to_string(*number) : "", 1};
}

std::vector<pid_t> supervisorsOf(const local::AttemptPlace& place)
{
    std::vector<pid_t> found;
    for (const QString& name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        const std::string line = test::read("/proc/" + name.toStdString() + "/cmdline");
        if (name.front().isDigit() && line.find("signalbox-job") != std::string::npos
            && line.find(place.folder().string()) != std::string::npos)
            found.push_back(name.toInt());
    }
    return found;
}

} // namespace

class TestLocalEnds : public QObject {
    Q_OBJECT

private slots:
    void timeLimitLeavesNoProcess_data();
    void timeLimitLeavesNoProcess();
    void backgroundProcessesEndWithTheirCommand_data();
    void backgroundProcessesEndWithTheirCommand();
    void cancelEndsEveryProcess_data();
    void cancelEndsEveryProcess();
    void cancellingWhatHasEndedChangesNothing();
    void jobsSurviveTheirStarter();
    void aKilledSupervisorMakesItsJobsLost();
    void anAttemptRunsOnceHoweverOftenItIsStarted();
    void whatWasOnlyPreparedIsStartedLater();
    void aStatusThatAPowerFailureEmptiedMeansLost();
};

void TestLocalEnds::timeLimitLeavesNoProcess_data()
{
    QTest::addColumn<bool>("isolate");

    QTest::newRow("in the sandbox, where there is one") << true;
    QTest::newRow("without") << false;
}

void TestLocalEnds::timeLimitLeavesNoProcess()
{
    QFETCH(bool, isolate);
    LocalWorkspace space(isolate);
    const std::string mark = test::freshMark();
    space.commit("jobs:\n"
                 "  endless: {script: ['sleep "
                 + mark
                 + "'], timeout_s: 0.25}\n"
                   "  stubborn: {script: ['"
                 + stubborn(mark)
                 + "'], timeout_s: 0.25}\n"
                   "  after: {script: [':'], needs: [endless]}\n");

    const ci::Run run = space.runToEnd();

    QCOMPARE(outcomes(run), QStringLiteral("endless timed_out, stubborn timed_out, after skipped"));
    QVERIFY(run.conclusion == ci::Conclusion::TimedOut);
    QVERIFY(!test::jobOf(run, "endless").exitCode);
    for (const char* job : {"endless", "stubborn"})
        QVERIFY(space.log(run, job).ends_with("Z ##[error]The job has exceeded its time limit of 0.250 s.\n"));
    QCOMPARE(test::processesWith(mark), 0);
}

void TestLocalEnds::backgroundProcessesEndWithTheirCommand_data()
{
    timeLimitLeavesNoProcess_data();
}

void TestLocalEnds::backgroundProcessesEndWithTheirCommand()
{
    QFETCH(bool, isolate);
    LocalWorkspace space(isolate);
    const std::string mark = test::freshMark();
    space.commit("jobs:\n  build: {script: ['(setsid sleep " + mark + " &); sleep " + mark + " & echo started']}\n");

    const ci::Run run = space.runToEnd();

    QCOMPARE(outcomes(run), QStringLiteral("build success"));
    QCOMPARE(test::processesWith(mark), 0);
}

void TestLocalEnds::cancelEndsEveryProcess_data()
{
    timeLimitLeavesNoProcess_data();
}

void TestLocalEnds::cancelEndsEveryProcess()
{
    QFETCH(bool, isolate);
    LocalWorkspace space(isolate);
    const std::string mark = test::freshMark();
    space.commit("jobs:\n"
                 "  a: {script: ['"
                 + stubborn(mark)
                 + "']}\n"
                   "  b: {script: [':'], needs: [a]}\n");
    const auto run = space.ci().start("shop", "main", "push", {});
    QVERIFY(run);
    QTRY_VERIFY(test::processesWith("sleep") > 0 && test::processesWith(mark) >= 3);

    const auto cancelled = space.ci().cancel(*run, {});

    QVERIFY(cancelled);
    const ci::Run ended = space.waitForEnd(*run, 1);
    QCOMPARE(outcomes(ended), QStringLiteral("a cancelled, b cancelled"));
    QVERIFY(ended.conclusion == ci::Conclusion::Cancelled);
    QVERIFY(space.log(ended, "a").ends_with("Z ##[error]The job was cancelled.\n"));
    QCOMPARE(test::processesWith(mark), 0);
}

void TestLocalEnds::cancellingWhatHasEndedChangesNothing()
{
    LocalWorkspace space;
    space.commit("jobs: {build: {script: [':']}}");
    const ci::Run run = space.runToEnd();

    QVERIFY(space.ci().cancel(test::refOf(run), {}));

    const auto after = space.ci().run(test::refOf(run), {});
    QVERIFY(after && after->conclusion == ci::Conclusion::Success);
}

void TestLocalEnds::jobsSurviveTheirStarter()
{
    LocalWorkspace space;
    space.commit("jobs:\n  build: {script: ['while [ ! -e $SIGNALBOX_STATE/go ]; do sleep 0.01; done']}\n");
    const local::AttemptPlace place = prepareOnly(space);

    // A program that starts the supervisor and is killed at once, with all of its process group.
    const auto starter
        = local::runProcess({.arguments = {"/bin/sh", "-c", "\"$0\" \"$1\"; kill -9 0", SIGNALBOX_JOB, place.folder()},
                             .folder = "/",
                             .environment = local::allowedEnvironment()},
                            {});
    QVERIFY(starter);
    QCOMPARE(starter->exitCode, 137);
    test::write(space.state("go"), "");

    QCOMPARE(outcomes(space.waitForEnd(place.run(), 1)), QStringLiteral("build success"));
}

void TestLocalEnds::aKilledSupervisorMakesItsJobsLost()
{
    LocalWorkspace space(false);
    const std::string mark = test::freshMark();
    space.commit("jobs:\n"
                 "  a: {script: [':']}\n"
                 "  b: {script: ['(setsid sleep "
                 + mark + " &); sleep " + mark
                 + "'], needs: [a]}\n"
                   "  c: {script: [':'], needs: [b]}\n");
    const auto run = space.ci().start("shop", "main", "push", {});
    QVERIFY(run);
    const local::AttemptPlace place{space.line(), run->number, 1};
    QTRY_VERIFY(test::processesWith(mark) >= 2);

    const auto pids = supervisorsOf(place); // with the job's process, which was forked later
    QCOMPARE(pids.size(), 2U);
    ::kill(std::ranges::min(pids), SIGKILL);

    const ci::Run ended = space.waitForEnd(*run, 1);
    QCOMPARE(outcomes(ended), QStringLiteral("a success, b lost, c lost"));
    QVERIFY(ended.phase == ci::Phase::Finished && ended.conclusion == ci::Conclusion::Lost);
    QCOMPARE(test::processesWith(mark), 0); // its lock is free only then
    const auto again = space.ci().rerunFailed(*run, {.debug = false, .fromAttempt = 1}, {});
    QVERIFY(again && *again == 2);
    QVERIFY(space.ci().cancel(*run, {}));
    QCOMPARE(outcomes(space.waitForEnd(*run, 2)), QStringLiteral("a success, b cancelled, c cancelled"));
}

void TestLocalEnds::anAttemptRunsOnceHoweverOftenItIsStarted()
{
    LocalWorkspace space;
    space.commit("jobs:\n  build: {script: [echo x >> $SIGNALBOX_STATE/count]}\n");
    const local::AttemptPlace place = prepareOnly(space);

    std::vector<std::thread> starters;
    for (int i = 0; i < 6; ++i)
        starters.emplace_back([&] { QVERIFY(local::launch(SIGNALBOX_JOB, {}, place, {})); });
    for (std::thread& starter : starters)
        starter.join();
    space.waitForEnd(place.run(), 1);
    QVERIFY(local::launch(SIGNALBOX_JOB, {}, place, {})); // and once more when it is over

    QTRY_VERIFY(!local::isLocked(place.lockFile()));
    QCOMPARE(test::read(space.state("count")), std::string("x\n"));
}

void TestLocalEnds::whatWasOnlyPreparedIsStartedLater()
{
    LocalWorkspace space;
    space.commit("jobs: {build: {script: [':']}}");
    const local::AttemptPlace place = prepareOnly(space);
    const auto before = space.ci().run(place.run(), {});
    QVERIFY(before && before->phase == ci::Phase::Queued);
    QCOMPARE(space.ci().unfinished().size(), 1U);

    QVERIFY(space.ci().startUntouched({}));

    QCOMPARE(outcomes(space.waitForEnd(place.run(), 1)), QStringLiteral("build success"));
}

void TestLocalEnds::aStatusThatAPowerFailureEmptiedMeansLost()
{
    LocalWorkspace space;
    space.commit("jobs: {build: {script: [':']}}");
    const local::AttemptPlace place = prepareOnly(space);
    test::write(place.lockFile(), "");
    test::write(place.statusFile(), "");

    const auto run = space.ci().run(place.run(), {});

    QVERIFY(run);
    QCOMPARE(outcomes(*run), QStringLiteral("build lost"));
    QVERIFY(run->phase == ci::Phase::Finished);
}

SIGNALBOX_TEST(TestLocalEnds)
#include "tst_localends.moc"
