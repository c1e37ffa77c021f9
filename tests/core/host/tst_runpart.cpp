// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/runpart.h"

#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::host;

namespace {

constexpr int kOfRound = 4; // events between two checkpoints

/// A loop of one node: each round starts it, asks the world, ends it and goes back to it.
std::vector<EventRow> rounds(std::int64_t from, std::int64_t until)
{
    std::vector<EventRow> events;
    const auto add = [&](std::int64_t round, const char* type, const Json& data) {
        events.push_back({.seq = kOfRound * round + static_cast<std::int64_t>(events.size()) % kOfRound + 1,
                          .at = {},
                          .type = type,
                          .node = "watch",
                          .checkpoint = round,
                          .data = data});
    };
    for (std::int64_t round = from; round < until; ++round) {
        const std::string key = "act:" + std::to_string(round);
        add(round, "node_started", Json::object());
        add(round, "effect_intent", {{"key", key}, {"safety", "cache"}});
        add(round, "effect_result", {{"key", key}, {"ok", true}});
        add(round, "node_finished", {{"duration_ms", round}});
    }
    return events;
}

/// As the store is read: page after page.
RunPart partOf(std::int64_t around, std::int64_t until)
{
    RunPart part(around);
    for (std::int64_t round = 0; round < until && !part.isEnough(); round += 100)
        part.take(rounds(round, std::min(until, round + 100)));
    return part;
}

} // namespace

class TestRunPart : public QObject {
    Q_OBJECT

private slots:
    void aShortRunIsHeldWhole()
    {
        const RunPart part = partOf(-1, 200);

        QCOMPARE(part.events().size(), std::size_t{800});
        QCOMPARE(part.earlier().count, 0);
        QVERIFY(part.holds(0) && part.holds(200));
    }

    void ofALongRunTheNewestEventsAreHeld()
    {
        const RunPart part = partOf(-1, 10'000);

        QVERIFY(part.events().size() <= RunPart::kMostEvents);
        QCOMPARE(part.lastSeq(), 40'000);
        QVERIFY(part.holds(10'000) && part.holds(part.events().front().checkpoint));
        QVERIFY(!part.holds(part.events().front().checkpoint - 1));
        QCOMPARE(part.events().front().type, std::string("node_started")); // behind a checkpoint
    }

    void whatLiesBeforeIsAddedUp()
    {
        const RunPart part = partOf(-1, 10'000);

        const auto before = part.events().front().checkpoint;
        QCOMPARE(part.earlier().count, kOfRound * before);
        const auto& watch = part.earlier().nodes.at("watch");
        QCOMPARE(watch.visits, static_cast<int>(before));
        QCOMPARE(watch.position, static_cast<int>(before));
        QCOMPARE(*watch.took, Milliseconds(before - 1));
        QCOMPARE(part.earlier().effects.at("cache"), static_cast<int>(before));
    }

    void anEarlierPartLiesAroundTheCheckpointThatIsAskedFor()
    {
        const RunPart part = partOf(5'000, 10'000);

        QVERIFY(part.isEnough());
        QVERIFY(part.events().size() <= 2 * RunPart::kMostEvents);
        QVERIFY(part.holds(4'900) && part.holds(5'000) && part.holds(5'100));
        QVERIFY(!part.holds(4'000) && !part.holds(6'000));
        QCOMPARE(part.events().back().type, std::string("node_finished")); // before a checkpoint
    }

    void whatComesLaterIsTakenWithoutReadingAgain()
    {
        RunPart part = partOf(-1, 300);

        part.take(rounds(300, 301));

        QCOMPARE(part.lastSeq(), 1204);
        QVERIFY(part.events().size() <= RunPart::kMostEvents);
        QVERIFY(part.holds(301));
    }
};

SIGNALBOX_TEST(TestRunPart)
#include "tst_runpart.moc"
