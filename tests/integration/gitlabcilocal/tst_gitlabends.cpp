// SPDX-License-Identifier: GPL-3.0-or-later
// How runs of a .gitlab-ci.yml end early: cancelled, out of time, or with their supervisor killed.
#include "core/local/attemptplace.h"
#include "tests/core/local/localworkspace.h"
#include "tests/integration/gitlabcilocal/gitlabprograms.h"
#include "tests/signalboxtest.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace signalbox;
using test::LocalWorkspace;
using test::outcomes;

namespace {

constexpr int kPatienceMs = 60'000;

/// A first stage that passes, one that does not end by itself, and one behind it.
void commitEndless(const LocalWorkspace& space, const std::string& mark, const std::string& more = {})
{
    test::write(space.repository() / ".gitlab-ci.yml",
                "stages: [a, b, c]\n"
                "first: {stage: a, script: [':']}\n"
                "endless:\n"
                "  stage: b\n"
                    + more
                    + "  script:\n"
                      "    - trap '' TERM\n"
                      "    - (setsid sleep "
                    + mark + " &); sleep " + mark + " & sleep " + mark
                    + "\n"
                      "last: {stage: c, script: [':']}\n");
    space.commit("version: 1\n");
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

class TestGitLabEnds : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cancelEndsEveryProcess_data();
    void cancelEndsEveryProcess();
    void theTimeLimitIsTheJobsOwn();
    void aKilledSupervisorMakesItsJobsLost();
};

void TestGitLabEnds::initTestCase()
{
    if (const QString fault = test::gitlabCiLocal(); !fault.isEmpty())
        QSKIP(qPrintable(fault));
}

void TestGitLabEnds::cancelEndsEveryProcess_data()
{
    QTest::addColumn<bool>("isolate");

    QTest::newRow("in the sandbox, where there is one") << true;
    QTest::newRow("without") << false;
}

void TestGitLabEnds::cancelEndsEveryProcess()
{
    QFETCH(bool, isolate);
    LocalWorkspace space(isolate);
    const std::string mark = test::freshMark();
    commitEndless(space, mark);
    const auto run = space.ci().start("shop", "main", "push", {});
    QVERIFY2(run, run ? "" : run.error().detail.c_str());
    QTRY_VERIFY_WITH_TIMEOUT(test::processesWith("sleep") >= 3 && test::processesWith(mark) >= 3, kPatienceMs);

    QVERIFY(space.ci().cancel(*run, {}));

    const ci::Run ended = space.waitForEnd(*run, 1);
    QCOMPARE(outcomes(ended), QStringLiteral("first success, endless cancelled, last cancelled"));
    QVERIFY(ended.conclusion == ci::Conclusion::Cancelled);
    QCOMPARE(test::processesWith(mark), 0);
}

void TestGitLabEnds::theTimeLimitIsTheJobsOwn()
{
    LocalWorkspace space;
    const std::string mark = test::freshMark();
    commitEndless(space, mark, "  timeout: 6 seconds\n");

    const ci::Run run = space.runToEnd();

    QCOMPARE(outcomes(run), QStringLiteral("first success, endless timed_out, last skipped"));
    QVERIFY(space.log(run, "endless").ends_with("Z ##[error]The job has exceeded its time limit of 6 s.\n"));
    QCOMPARE(test::processesWith(mark), 0);
}

void TestGitLabEnds::aKilledSupervisorMakesItsJobsLost()
{
    LocalWorkspace space;
    const std::string mark = test::freshMark();
    commitEndless(space, mark);
    const auto run = space.ci().start("shop", "main", "push", {});
    QVERIFY2(run, run ? "" : run.error().detail.c_str());
    QTRY_VERIFY_WITH_TIMEOUT(test::processesWith(mark) >= 3, kPatienceMs);

    const auto pids = supervisorsOf({space.line(), run->number, 1});
    QVERIFY(!pids.empty());
    ::kill(std::ranges::min(pids), SIGKILL);

    const ci::Run ended = space.waitForEnd(*run, 1);
    QCOMPARE(outcomes(ended), QStringLiteral("first success, endless lost, last lost"));
    QVERIFY(ended.conclusion == ci::Conclusion::Lost);
    QCOMPARE(test::processesWith(mark), 0); // its lock is free only then
    const auto again = space.ci().rerunFailed(*run, {.debug = false, .fromAttempt = 1}, {});
    QVERIFY(again && *again == 2);
    QVERIFY(space.ci().cancel(*run, {}));
    QCOMPARE(outcomes(space.waitForEnd(*run, 2)), QStringLiteral("first success, endless cancelled, last cancelled"));
}

SIGNALBOX_TEST(TestGitLabEnds)
#include "tst_gitlabends.moc"
