// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/process.h"
#include "tests/core/local/localworkspace.h"
#include "tests/signalboxtest.h"

#include <QTest>

#include <thread>

using namespace signalbox;
using local::Command;
using local::runProcess;

namespace {

Command shell(const std::string& script)
{
    return {.arguments = {"/bin/sh", "-c", script}, .folder = "/", .environment = {{"PATH", "/usr/bin:/bin"}}};
}

} // namespace

class TestProcess : public QObject {
    Q_OBJECT

private slots:
    void answersWithExitCodeAndBothStreams();
    void signalIsToldAsTheShellDoes();
    void nothingOfTheEnvironmentIsInherited();
    void inputArrives();
    void outputBeyondTheLimitIsDropped();
    void missingProgramAndFolderAreNotFound();
    void timeLimitEndsTheWholeTree();
    void stopEndsIt();
    void graceLetsAProgramTidyUp();
};

void TestProcess::answersWithExitCodeAndBothStreams()
{
    const auto done = runProcess(shell("echo out; echo err >&2; exit 7"), {});

    QVERIFY(done);
    QCOMPARE(done->exitCode, 7);
    QCOMPARE(done->out, std::string("out\n"));
    QCOMPARE(done->err, std::string("err\n"));
    QVERIFY(!done->cut);
}

void TestProcess::signalIsToldAsTheShellDoes()
{
    const auto done = runProcess(shell("kill -9 $$"), {});

    QVERIFY(done);
    QCOMPARE(done->exitCode, 137);
}

void TestProcess::nothingOfTheEnvironmentIsInherited()
{
    qputenv("GH_TOKEN", "secret");

    const auto done = runProcess({.arguments = {"env"}, .folder = "/", .environment = {{"A", "1"}}}, {});

    qunsetenv("GH_TOKEN");
    QVERIFY(done);
    QCOMPARE(done->out, std::string("A=1\n"));
}

void TestProcess::inputArrives()
{
    Command command = shell("cat");
    command.input = "a\nb\n";

    const auto done = runProcess(command, {});

    QVERIFY(done);
    QCOMPARE(done->out, std::string("a\nb\n"));
}

void TestProcess::outputBeyondTheLimitIsDropped()
{
    Command command = shell("head -c 1000000 /dev/zero");
    command.outputLimit = 1000;

    const auto done = runProcess(command, {});

    QVERIFY(done);
    QCOMPARE(done->exitCode, 0);
    QCOMPARE(done->out.size(), 1000U);
    QVERIFY(done->cut);
}

void TestProcess::missingProgramAndFolderAreNotFound()
{
    const auto program = runProcess({.arguments = {"no-such-program"}, .folder = "/", .environment = {}}, {});
    const auto folder = runProcess({.arguments = {"true"}, .folder = "/no-such-folder", .environment = {}}, {});

    QVERIFY(!program && program.error().code == ErrorCode::NotFound);
    QCOMPARE(program.error().detail, std::string("no-such-program: no such program in PATH"));
    QVERIFY(!folder && folder.error().code == ErrorCode::NotFound);
    QCOMPARE(folder.error().detail, std::string("/no-such-folder: no such folder"));
}

void TestProcess::timeLimitEndsTheWholeTree()
{
    const std::string mark = test::freshMark();
    Command command = shell("trap '' TERM; setsid sleep " + mark + " & sleep " + mark);
    command.timeLimit = Milliseconds(200);

    const auto done = runProcess(command, {});

    QVERIFY(!done && done.error().code == ErrorCode::Timeout);
    QTRY_COMPARE(test::processesWith(mark), 0);
}

void TestProcess::stopEndsIt()
{
    const std::string mark = test::freshMark();
    std::stop_source stop;
    Result<local::ProcessResult> done = Error{};
    std::thread waiting([&] { done = runProcess(shell("sleep " + mark + "; :"), stop.get_token()); });
    QTRY_COMPARE(test::processesWith(mark), 2); // the shell and sleep

    stop.request_stop();
    waiting.join();

    QVERIFY(!done && done.error().code == ErrorCode::Cancelled);
    QTRY_COMPARE(test::processesWith(mark), 0);
}

void TestProcess::graceLetsAProgramTidyUp()
{
    std::string output;
    std::stop_source stop;
    Command command = shell("trap 'echo tidied; exit' TERM; echo ready; while :; do sleep 0.01; done");
    command.grace = Milliseconds(10'000);
    command.sink = [&](std::string_view piece) {
        output += piece;
        stop.request_stop();
    };

    const auto done = runProcess(command, stop.get_token());

    QVERIFY(!done && done.error().code == ErrorCode::Cancelled);
    QVERIFY2(output.ends_with("tidied\n"), output.c_str());
}

SIGNALBOX_TEST(TestProcess)
#include "tst_process.moc"
