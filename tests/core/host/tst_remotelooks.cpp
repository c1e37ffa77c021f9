// SPDX-License-Identifier: GPL-3.0-or-later
// What has come, gone on or waited while nobody looked.
#include "tests/core/host/watchscenery.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::host;
using namespace signalbox::test;

class TestRemoteLooks : public QObject {
    Q_OBJECT

private slots:
    void allThatCameSinceTheLastLookIsRead_data();
    void allThatCameSinceTheLastLookIsRead();
    void whatWentOnAtTheLastLookIsAskedFor();
    void ofManyThatGoOnEachHasItsTurn();
    void whatWaitsForAPersonIsFoundWhateverItsAge();
    void whereNoSuchListIsKnownTheLineIsWatchedAllTheSame();
    void aServerThatDoesNotAnswerHoldsUpNoOther();
    void whoWantsALookIsToldOfTheNextOne();
    void whoWantsALookAtNoLineIsTold();
    void aRunHasPassedSinceOnlyWhereItFailedBefore_data();
    void aRunHasPassedSinceOnlyWhereItFailedBefore();
};

void TestRemoteLooks::allThatCameSinceTheLastLookIsRead_data()
{
    QTest::addColumn<bool>("beganAnew");
    QTest::newRow("the program was off") << true;
    QTest::newRow("it was asleep") << false;
}

void TestRemoteLooks::allThatCameSinceTheLastLookIsRead()
{
    QFETCH(bool, beganAnew);
    Scenery s;
    if (beganAnew) {
        s.last = std::optional(store::Look{"100"});
    } else {
        s.newest = s.runs(100, 90, Conclusion::Success);
        s.look();
        QCOMPARE(s.kept.back().newest, "100");
    }
    s.newest = s.runs(350, 90, Conclusion::Success);
    s.newest->at(350 - 102) = s.run("102", Conclusion::Failure);
    s.counts.clear();

    QVERIFY(s.look() == Saw::Busy);

    QVERIFY(s.told == std::vector<std::string>{"102/1"});
    QVERIFY(s.counts == (beganAnew ? std::vector{100, 1000} : std::vector{30, 100, 1000}));
    QCOMPARE(s.kept.back().newest, "350");
    s.counts.clear();
    s.look();
    QVERIFY(s.counts == std::vector{30});
}

void TestRemoteLooks::whatWentOnAtTheLastLookIsAskedFor()
{
    Scenery s;
    s.last = std::optional(store::Look{"9", {"5", "6", "7"}});
    s.newest = std::vector{s.run("9", Conclusion::Success), s.run("7", Conclusion::None)};
    s.older.emplace("5", s.run("5", Conclusion::Failure, 2));
    s.older.emplace("6", Error{ErrorCode::NotFound, "gone"});

    QVERIFY(s.look() == Saw::Busy);

    QVERIFY(s.told == std::vector<std::string>{"5/2"});
    QCOMPARE(s.asked, 2);
    QVERIFY(s.kept.back() == (store::Look{"9", {"7"}}));
}

void TestRemoteLooks::ofManyThatGoOnEachHasItsTurn()
{
    Scenery s;
    std::set<std::string> open;
    for (int number = 1000; number < 1025; ++number) {
        const std::string name = std::to_string(number);
        open.insert(name);
        s.older.emplace(name, s.run(name.c_str(), number == 1024 ? Conclusion::Failure : Conclusion::None));
    }
    s.last = std::optional(store::Look{"2000", open});
    s.older.insert_or_assign("1003", Error{ErrorCode::Network, "502"}); // holds up no other

    s.look();
    QVERIFY(s.told.empty());
    s.look();

    QVERIFY(s.told == std::vector<std::string>{"1024/1"});
    QCOMPARE(s.kept.back().open.size(), open.size() - 1);
}

void TestRemoteLooks::whatWaitsForAPersonIsFoundWhateverItsAge()
{
    Scenery s;
    s.newest = std::vector{s.run("900", Conclusion::Success)};
    s.waiting = std::vector{s.run("3", Conclusion::None)};
    s.older.emplace("3", s.run("3", Conclusion::None));

    s.look();

    QVERIFY(s.kept.back() == (store::Look{"900", {"3"}}));
    s.look();
    QCOMPARE(s.asked, 1); // it is looked at from now on
}

void TestRemoteLooks::whereNoSuchListIsKnownTheLineIsWatchedAllTheSame()
{
    Scenery s;
    s.newest = std::vector{s.run("7", Conclusion::Failure)};
    s.waiting = Error{ErrorCode::InvalidInput, "status is not included in the list"};

    QVERIFY(s.look() == Saw::Busy);

    QVERIFY(s.told == std::vector<std::string>{"7/1"});
    Scenery cut;
    cut.waiting = Error{ErrorCode::Network, "cut"};
    QVERIFY(cut.look() == Saw::Failed); // it is asked again
}

/// Each look at it may cost half a minute: one is enough to know.
void TestRemoteLooks::aRunHasPassedSinceOnlyWhereItFailedBefore_data()
{
    using Looks = std::vector<std::pair<Conclusion, int>>; // as it is listed, with its attempt; 0: not told
    QTest::addColumn<Looks>("looks");
    QTest::addColumn<bool>("passed");
    const auto row = [](const char* name, Looks looks, bool passed) { QTest::newRow(name) << looks << passed; };
    row("run again", {{Conclusion::Failure, 1}, {Conclusion::None, 2}, {Conclusion::Success, 2}}, true);
    row("run again while nobody looked", {{Conclusion::Success, 2}}, true);
    row("a failed job is passed over there", {{Conclusion::None, 1}, {Conclusion::Success, 1}}, false);
    row("fails again", {{Conclusion::Success, 2}, {Conclusion::Failure, 3}}, false);
    row("attempts are not told", {{Conclusion::Failure, 0}, {Conclusion::None, 0}, {Conclusion::Success, 0}}, true);
    row("not told, and passed over", {{Conclusion::None, 0}, {Conclusion::Success, 0}}, false);
}

void TestRemoteLooks::aRunHasPassedSinceOnlyWhereItFailedBefore()
{
    using Looks = std::vector<std::pair<Conclusion, int>>;
    QFETCH(Looks, looks);
    Scenery s;
    s.older.emplace("7", s.run("7", Conclusion::Failure, 1)); // where it is asked for by itself
    for (const auto& [conclusion, attempt] : looks) {
        s.newest = std::vector{s.run("7", conclusion, attempt)};
        s.look();
    }

    QTEST(s.watch.hasPassedSince({"acme/shop", "7"}, 1), "passed");
}

void TestRemoteLooks::aServerThatDoesNotAnswerHoldsUpNoOther()
{
    SetClock clock;
    std::mutex mutex;
    std::vector<std::string> asked;
    std::set<std::string> lost;
    const auto has = [&](const auto& all, const std::string& line) {
        const std::lock_guard lock(mutex);
        return std::ranges::find(all, line) != all.end();
    };
    RemoteWatch watch(
        {.clock = clock,
         .lines =
             [] {
                 return std::vector<RemoteWatch::Line>{{"a", {}, "one"}, {"b", {}, "one"}, {"c", {}, "other"}};
             },
         .newest = [&](const std::string& line, int, const std::stop_token&) -> Result<std::vector<ci::Run>> {
             const std::lock_guard lock(mutex);
             asked.push_back(line);
             if (line == "c")
                 return std::vector<ci::Run>();
             return Error{ErrorCode::Timeout, "no answer"};
         },
         .standing = [](const ci::RunRef&, const std::stop_token&) -> Result<ci::Run> {
             return Error{ErrorCode::NotFound, "none"};
         },
         .counted = [] { return 0; },
         .awaited = [](const std::string&) { return std::vector<std::pair<ci::RunRef, int>>(); },
         .failed = [](const ci::RunRef&, int) { return Result<void>(); },
         .looked =
             [&](const std::string& line, const Result<void>& look) {
                 const std::lock_guard lock(mutex);
                 if (!look)
                     lost.insert(line);
             },
         .ended = [] {},
         .report = [](const Error&) {}});

    watch.start();

    QTRY_VERIFY(has(asked, "c"));
    watch.stop();
    QVERIFY(has(asked, "a") && !has(asked, "b"));
    QVERIFY(has(lost, "a") && has(lost, "b") && !has(lost, "c")); // it is told of all the same
}

void TestRemoteLooks::whoWantsALookIsToldOfTheNextOne()
{
    Scenery s;
    std::vector<std::string> told;
    const auto want = [&] {
        s.watch.lookNow("acme/shop",
                        [&told](const Result<void>& look) { told.push_back(look ? "well" : look.error().detail); });
    };
    want();
    s.newest = Error{ErrorCode::Timeout, "no answer"};
    s.look();
    QVERIFY(told == std::vector<std::string>{"no answer"});

    want();
    s.newest = std::vector<ci::Run>();
    s.look();
    s.look();

    QVERIFY(told == (std::vector<std::string>{"no answer", "well"})); // once
}

void TestRemoteLooks::whoWantsALookAtNoLineIsTold()
{
    Scenery s;
    std::atomic<bool> isGone = false;
    std::atomic<bool> isSeen = false;
    s.watch.lookNow("acme/gone", [&](const Result<void>& look) { isGone = !look; });
    s.watch.lookNow("acme/shop", [&](const Result<void>& look) { isSeen = static_cast<bool>(look); });

    s.watch.start();

    QTRY_VERIFY(isGone && isSeen);
    s.watch.stop();
}

SIGNALBOX_TEST(TestRemoteLooks)
#include "tst_remotelooks.moc"
