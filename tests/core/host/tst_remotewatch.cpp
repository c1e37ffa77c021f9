// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/host/watchscenery.h"
#include "tests/signalboxtest.h"

using namespace signalbox;
using namespace signalbox::host;
using namespace signalbox::test;

class TestRemoteWatch : public QObject {
    Q_OBJECT

private slots:
    void aFailureIsToldOfOnce();
    void aTimeLimitIsAskedForOnce();
    void whatEndedBeforeItWasALineIsLeftAlone();
    void aFailureThatCannotBeKeptIsToldAgain();
    void anEndThatIsAwaitedIsSeen();
    void anOlderRunIsAskedForByItself();
    void oneThatCannotBeAskedForHoldsUpNoOther();
    void aLineThatCannotBeSeenIsReportedOnce();
    void whatBeganLaterIsKnownByItsNumber();
    void anAttemptThatIsNotToldIsAskedForOnce();
    void aFailureThatGoesOnAgainIsNotToldOf();
    void anEndOfAnAttemptThatIsNotToldIsAskedFor();
    void whatWaitsForAPersonHasSettled();
    void afterASilenceItIsAskedWhatWasMissed();
};

void TestRemoteWatch::aFailureIsToldOfOnce()
{
    Scenery s;
    s.newest = std::vector{s.run("9", Conclusion::None),      s.run("8", Conclusion::Success),
                           s.run("7", Conclusion::Failure),   s.run("6", Conclusion::TimedOut),
                           s.run("5", Conclusion::Cancelled), s.run("4", Conclusion::Lost)};

    QVERIFY(s.look() == Saw::Busy);
    QVERIFY(s.look() == Saw::Busy);
    s.newest = std::vector{s.run("9", Conclusion::Success), s.run("7", Conclusion::Failure, 2)};
    QVERIFY(s.look() == Saw::Busy);
    QVERIFY(s.look() == Saw::Quiet);

    QVERIFY(s.told == (std::vector<std::string>{"7/1", "6/1", "4/1", "7/2"}));
    QVERIFY(s.counts == (std::vector{100, 30, 30, 30})); // at first what nobody has seen
}

void TestRemoteWatch::aTimeLimitIsAskedForOnce()
{
    Scenery s;
    s.newest = std::vector{s.run("8", Conclusion::Cancelled), s.run("7", Conclusion::Cancelled),
                           s.run("6", Conclusion::Cancelled, 1, 61min)};
    s.timeOuts.insert_or_assign("7", Error{ErrorCode::Network, "cut"});
    s.newest->push_back(s.run("5", Conclusion::Failure));
    QVERIFY(s.look() == Saw::Busy);
    QVERIFY(s.told == std::vector<std::string>{"5/1"}); // it holds up no other

    s.timeOuts.insert_or_assign("7", true);
    QVERIFY(s.look() == Saw::Busy);
    QVERIFY(s.look() == Saw::Quiet);

    QVERIFY(s.told == (std::vector<std::string>{"5/1", "7/1"}));
    QCOMPARE(s.asked, 3); // 8, 7 in vain, and 7; nobody minds what ended before
}

void TestRemoteWatch::whatEndedBeforeItWasALineIsLeftAlone()
{
    Scenery s;
    s.newest = std::vector{s.run("8", Conclusion::Failure, 1, 59min), s.run("7", Conclusion::Failure, 1, 61min)};

    s.look();

    QVERIFY(s.told == std::vector<std::string>{"8/1"});
}

void TestRemoteWatch::aFailureThatCannotBeKeptIsToldAgain()
{
    Scenery s;
    s.newest = std::vector{s.run("8", Conclusion::Failure)};
    s.outcome = Error{ErrorCode::Io, "disk full"};
    QVERIFY(s.look() == Saw::Failed);

    s.outcome = {};
    QVERIFY(s.look() == Saw::Busy);

    QCOMPARE(s.told.size(), 2U);
}

void TestRemoteWatch::anEndThatIsAwaitedIsSeen()
{
    Scenery s;
    const ci::RunRef run{"acme/shop", "7"};
    s.awaited = {{run, 2}};
    s.newest = std::vector{s.run("7", Conclusion::Failure, 1)}; // it has not begun again yet
    QVERIFY(s.look() == Saw::Busy);
    QVERIFY(!s.watch.hasEnded(run, 2) && s.watch.hasEnded(run, 1));
    s.newest = std::vector{s.run("7", Conclusion::None, 2)};
    s.look();
    QVERIFY(!s.watch.hasEnded(run, 2));
    QCOMPARE(s.ends, 0);

    s.newest = std::vector{s.run("7", Conclusion::Success, 2)};
    s.look();

    QVERIFY(s.watch.hasEnded(run, 2));
    QCOMPARE(s.ends, 1);
    QCOMPARE(s.asked, 0); // all of it was told with the newest
}

void TestRemoteWatch::anOlderRunIsAskedForByItself()
{
    Scenery s;
    const ci::RunRef run{"acme/shop", "7"};
    const ci::RunRef gone{"acme/shop", "3"};
    s.awaited = {{run, 1}, {gone, 2}};
    s.older = {{"7", s.run("7", Conclusion::Failure, 1)}, {"3", Error{ErrorCode::NotFound, "gone"}}};
    s.look();
    QVERIFY(s.watch.hasEnded(run, 1) && s.watch.hasEnded(gone, 2)); // whoever waits finds out

    s.awaited = {{run, 2}};
    s.older.at("7") = s.run("7", Conclusion::None, 2);
    s.look();
    QVERIFY(!s.watch.hasEnded(run, 2));
    s.older.at("7") = s.run("7", Conclusion::Success, 2);
    s.look();
    QVERIFY(s.watch.hasEnded(run, 2));
}

void TestRemoteWatch::oneThatCannotBeAskedForHoldsUpNoOther()
{
    Scenery s;
    s.awaited = {{{"acme/shop", "3"}, 1}, {{"acme/shop", "7"}, 1}};
    s.older = {{"3", Error{ErrorCode::Network, "502"}}};
    s.newest = std::vector{s.run("7", Conclusion::Success)};

    QVERIFY(s.look() == Saw::Failed);

    QCOMPARE(s.ends, 1);
}

void TestRemoteWatch::aLineThatCannotBeSeenIsReportedOnce()
{
    Scenery s;
    s.newest = Error{ErrorCode::Network, "no such host"};
    QVERIFY(s.look() == Saw::Failed);
    s.look();
    QVERIFY(s.reports == std::vector<std::string>{"no such host"});

    s.newest = std::vector<ci::Run>();
    s.look();
    s.newest = Error{ErrorCode::Network, "no such host"};
    s.look();
    QCOMPARE(s.reports.size(), 2U);
}

void TestRemoteWatch::whatBeganLaterIsKnownByItsNumber()
{
    Scenery s;
    auto newer = s.run("10", Conclusion::Success);
    newer.branch = "main";
    newer.commit = "b2";
    s.newest = std::vector{newer, s.run("9", Conclusion::Failure), s.run("8", Conclusion::Failure)};
    s.look();

    const auto later = s.watch.laterThan({"acme/shop", "9"});

    QCOMPARE(later.size(), 1U);
    QVERIFY(later.front().number == "10" && later.front().branch == "main" && later.front().commit == "b2");
    QVERIFY(s.watch.laterThan({"acme/shop", "10"}).empty());
    QCOMPARE(s.watch.laterThan({"acme/shop", "7"}).size(), 3U);
    QVERIFY(s.watch.laterThan({"acme/other", "7"}).empty());
}

void TestRemoteWatch::anAttemptThatIsNotToldIsAskedForOnce()
{
    Scenery s;
    s.newest = std::vector{s.run("9", Conclusion::Success, 0), s.run("8", Conclusion::Failure, 0),
                           s.run("7", Conclusion::Failure, 0, 2h)}; // the last ended before anybody looked
    s.older = {{"8", s.run("8", Conclusion::Failure, 1)}};
    s.look();
    s.look();
    QVERIFY(s.told == std::vector<std::string>{"8/1"});
    QCOMPARE(s.asked, 1);

    s.newest = std::vector{s.run("8", Conclusion::Failure, 0, 0min)}; // it has failed again
    s.older.at("8") = s.run("8", Conclusion::Failure, 2);
    s.look();
    s.look();

    QVERIFY(s.told == (std::vector<std::string>{"8/1", "8/2"}));
    QCOMPARE(s.asked, 2);
}

void TestRemoteWatch::aFailureThatGoesOnAgainIsNotToldOf()
{
    Scenery s;
    s.newest = std::vector{s.run("8", Conclusion::Failure, 0), s.run("7", Conclusion::Failure, 0)};
    s.older = {{"8", s.run("8", Conclusion::None, 2)}, {"7", Error{ErrorCode::NotFound, "gone"}}};

    QVERIFY(s.look() == Saw::Quiet);
    QVERIFY(s.told.empty());

    s.older.at("8") = Error{ErrorCode::Network, "502"};
    QVERIFY(s.look() == Saw::Failed);
}

void TestRemoteWatch::anEndOfAnAttemptThatIsNotToldIsAskedFor()
{
    Scenery s;
    const ci::RunRef run{"acme/shop", "7"};
    s.awaited = {{run, 2}};
    s.newest = std::vector{s.run("7", Conclusion::None, 0)};
    s.look();
    QCOMPARE(s.asked, 0); // it goes on
    QVERIFY(!s.watch.hasEnded(run, 2));

    s.newest = std::vector{s.run("7", Conclusion::Success, 0)};
    s.older = {{"7", s.run("7", Conclusion::Success, 2)}};
    s.look();
    s.look();

    QVERIFY(s.watch.hasEnded(run, 2));
    QCOMPARE(s.asked, 1);
    QCOMPARE(s.ends, 2);
}

void TestRemoteWatch::whatWaitsForAPersonHasSettled()
{
    Scenery s;
    ci::Run held = s.run("7", Conclusion::None, 0);
    held.phase = ci::Phase::Queued;
    held.isHeld = true;
    s.newest = std::vector{held};
    held.attempt = 2;
    s.older.emplace("7", held);
    s.awaited = {{{"acme/shop", "7"}, 2}};

    QCOMPARE(s.look(), Saw::Busy); // it was waited for

    QVERIFY(s.watch.hasEnded({"acme/shop", "7"}, 2));
    QCOMPARE(s.ends, 1);
    s.awaited.clear();
    QCOMPARE(s.look(), Saw::Quiet);
}

void TestRemoteWatch::afterASilenceItIsAskedWhatWasMissed()
{
    Scenery s;
    s.caughtUp = false; // there is more
    QVERIFY(s.look() == Saw::Busy);
    s.caughtUp = Error{ErrorCode::Network, "cut"}; // it is tried again, no sooner than it is looked anyway
    QVERIFY(s.look() == Saw::Quiet);
    QVERIFY(s.lastLookWentWell && s.reports.empty());
    s.caughtUp = true;
    QVERIFY(s.look() == Saw::Quiet);
    QVERIFY(s.look() == Saw::Quiet);
    QCOMPARE(s.catchUps, 3);

    s.newest = Error{ErrorCode::Network, "no such host"};
    s.look();
    QCOMPARE(s.catchUps, 3); // whoever does not answer is asked nothing more
    s.newest = std::vector<ci::Run>();
    s.look();
    s.look();
    QCOMPARE(s.catchUps, 4);
}

SIGNALBOX_TEST(TestRemoteWatch)
#include "tst_remotewatch.moc"
