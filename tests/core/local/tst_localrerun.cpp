// SPDX-License-Identifier: GPL-3.0-or-later
// Attempts after the first, and caches.
#include "tests/core/local/localworkspace.h"
#include "tests/signalboxtest.h"

#include <QTest>

#include <thread>

using namespace signalbox;
using test::LocalWorkspace;
using test::outcomes;
using test::refOf;

class TestLocalRerun : public QObject {
    Q_OBJECT

private slots:
    void runsOnlyWhatFailedAndWhatNeedsIt();
    void askedTwiceItStartsOnce();
    void askedByManyAtOnceItStartsOnce();
    void aRunThatGoesOrPassedIsNotRerun();
    void debugShowsTheCommandsOfTheJob();
    void earlierAttemptsCanStillBeRead();
    void aCorruptCacheStaysUntilItIsCleared();
    void aJobThatIsCutOffLeavesTheCacheAsItWas();
    void onlyCachesOfFailedJobsAreCleared();
};

void TestLocalRerun::runsOnlyWhatFailedAndWhatNeedsIt()
{
    LocalWorkspace space;
    space.commit("jobs:\n"
                 "  build: {script: [echo build >> $SIGNALBOX_STATE/order]}\n"
                 "  test: {script: [echo test$SIGNALBOX_ATTEMPT >> $SIGNALBOX_STATE/order, "
                 "'test $SIGNALBOX_ATTEMPT = 2'], needs: [build]}\n"
                 "  pack: {script: [echo pack >> $SIGNALBOX_STATE/order], needs: [test]}\n");
    const ci::Run first = space.runToEnd();
    QCOMPARE(outcomes(first), QStringLiteral("build success, test failure, pack skipped"));

    const ci::Run second = space.rerunToEnd(first);

    QCOMPARE(outcomes(second), QStringLiteral("build success, test success, pack success"));
    QVERIFY(second.conclusion == ci::Conclusion::Success);
    QCOMPARE(second.attempt, 2);
    QCOMPARE(test::jobOf(second, "build").attempt, 1);
    QCOMPARE(test::jobOf(second, "test").attempt, 2);
    QCOMPARE(test::read(space.state("order")), std::string("build\ntest1\ntest2\npack\n"));
}

void TestLocalRerun::askedTwiceItStartsOnce()
{
    LocalWorkspace space;
    space.commit("jobs: {build: {script: [echo x >> $SIGNALBOX_STATE/count, 'exit 1']}}");
    const ci::Run first = space.runToEnd();
    space.rerunToEnd(first);

    const auto again = space.ci().rerunFailed(refOf(first), {.debug = false, .fromAttempt = 1}, {});

    QVERIFY(again);
    QCOMPARE(*again, 2);
    QVERIFY(space.ci().unfinished().empty());
    QCOMPARE(test::read(space.state("count")), std::string("x\nx\n"));
}

void TestLocalRerun::askedByManyAtOnceItStartsOnce()
{
    LocalWorkspace space;
    space.commit("jobs: {build: {script: [echo x >> $SIGNALBOX_STATE/count, 'exit 1']}}");
    const ci::Run first = space.runToEnd();

    std::vector<std::thread> callers;
    for (int i = 0; i < 4; ++i) {
        callers.emplace_back([&] {
            const auto attempt = space.ci().rerunFailed(refOf(first), {.debug = false, .fromAttempt = 1}, {});
            QVERIFY(attempt && *attempt == 2);
        });
    }
    for (std::thread& caller : callers)
        caller.join();

    QCOMPARE(space.waitForEnd(refOf(first), 2).attempt, 2);
    QCOMPARE(test::read(space.state("count")), std::string("x\nx\n"));
}

void TestLocalRerun::aRunThatGoesOrPassedIsNotRerun()
{
    LocalWorkspace space;
    space.commit("jobs:\n  build: {script: ['while [ ! -e $SIGNALBOX_STATE/go ]; do sleep 0.01; done']}\n");
    const auto run = space.ci().start("shop", "main", "push", {});
    QVERIFY(run);

    const auto going = space.ci().rerunFailed(*run, {.debug = false, .fromAttempt = 1}, {});
    const auto caches = space.ci().clearCaches(*run, {});
    test::write(space.state("go"), "");
    space.waitForEnd(*run, 1);
    const auto passed = space.ci().rerunFailed(*run, {.debug = false, .fromAttempt = 1}, {});
    const auto unknown = space.ci().rerunFailed(*run, {.debug = false, .fromAttempt = 2}, {});

    QVERIFY(!going && going.error() == (Error{ErrorCode::Conflict, "run 1 of shop is still going"}));
    QVERIFY(!caches && caches.error().code == ErrorCode::Conflict);
    QVERIFY(!passed && passed.error() == (Error{ErrorCode::Conflict, "run 1 of shop has no failed job"}));
    QVERIFY(!unknown && unknown.error().code == ErrorCode::NotFound);
}

void TestLocalRerun::debugShowsTheCommandsOfTheJob()
{
    LocalWorkspace space;
    space.commit("jobs: {build: {script: ['echo $((40 + 2)) $SIGNALBOX_DEBUG; exit 1']}}");
    const ci::Run first = space.runToEnd();

    const ci::Run second = space.rerunToEnd(first, true);

    QVERIFY(space.log(first, "build").find("Z + echo 42") == std::string::npos);
    QVERIFY(space.log(second, "build", 2).find("Z + echo 42 1\n") != std::string::npos);
}

void TestLocalRerun::earlierAttemptsCanStillBeRead()
{
    LocalWorkspace space;
    space.commit("jobs: {build: {script: ['echo attempt $SIGNALBOX_ATTEMPT', 'test $SIGNALBOX_ATTEMPT = 2']}}");
    const ci::Run first = space.runToEnd();
    space.rerunToEnd(first);

    const auto earlier = space.ci().attempt(refOf(first), 1);

    QVERIFY(earlier);
    QCOMPARE(outcomes(*earlier), QStringLiteral("build failure"));
    QVERIFY(space.log(*earlier, "build", 1).find("Z attempt 1\n") != std::string::npos);
    QVERIFY(space.log(*earlier, "build", 2).find("Z attempt 2\n") != std::string::npos);
}

void TestLocalRerun::aCorruptCacheStaysUntilItIsCleared()
{
    LocalWorkspace space;
    space.commit("jobs:\n"
                 "  build:\n"
                 "    cache: [.deps]\n"
                 "    script:\n"
                 "      - |\n"
                 "        if [ ! -e .deps/lib ]; then\n"
                 "          mkdir -p .deps; echo x >> $SIGNALBOX_STATE/fetches\n"
                 "          if [ $(wc -l < $SIGNALBOX_STATE/fetches) = 1 ]; then echo broken; else echo whole; fi"
                 " > .deps/lib\n"
                 "        fi\n"
                 "      - grep whole .deps/lib\n");
    const ci::Run first = space.runToEnd();
    const ci::Run second = space.rerunToEnd(first);

    const auto cleared = space.ci().clearCaches(refOf(second), {});
    const auto again = space.ci().clearCaches(refOf(second), {});
    const ci::Run third = space.rerunToEnd(second);

    QCOMPARE(outcomes(first), QStringLiteral("build failure"));
    QCOMPARE(outcomes(second), QStringLiteral("build failure"));
    QVERIFY(cleared && *cleared == std::vector<std::string>{"build/.deps"});
    QVERIFY(again && again->empty());
    QCOMPARE(outcomes(third), QStringLiteral("build success"));
    QCOMPARE(test::read(space.state("fetches")), std::string("x\nx\n"));
}

void TestLocalRerun::aJobThatIsCutOffLeavesTheCacheAsItWas()
{
    LocalWorkspace space;
    space.commit("jobs: {build: {cache: [.deps], timeout_s: 0.3, script: ['mkdir -p .deps; touch "
                 ".deps/$SIGNALBOX_RUN', 'if [ $SIGNALBOX_RUN = 2 ]; then sleep 100; fi']}}");
    QCOMPARE(outcomes(space.runToEnd()), QStringLiteral("build success"));

    QCOMPARE(outcomes(space.runToEnd()), QStringLiteral("build timed_out"));

    const auto entry = space.line() / "cache" / "build" / ".deps";
    QVERIFY(std::filesystem::exists(entry / "1"));
    QVERIFY(!std::filesystem::exists(entry / "2"));
}

void TestLocalRerun::onlyCachesOfFailedJobsAreCleared()
{
    LocalWorkspace space;
    space.commit("jobs:\n"
                 "  good: {cache: [a], script: [touch a]}\n"
                 "  bad: {cache: [b/c, d], script: ['mkdir b; touch b/c d; exit 1']}\n");
    const ci::Run run = space.runToEnd();

    const auto cleared = space.ci().clearCaches(refOf(run), {});

    QVERIFY(cleared && (*cleared == std::vector<std::string>{"bad/b/c", "bad/d"}));
    QVERIFY(std::filesystem::exists(space.line() / "cache" / "good" / "a"));
}

SIGNALBOX_TEST(TestLocalRerun)
#include "tst_localrerun.moc"
