// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/retention.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;
using graph::RunPhase;

namespace {

constexpr Milliseconds kDay{86'400'000};

} // namespace

class TestRetention : public QObject {
    Q_OBJECT

private:
    const std::shared_ptr<const graph::Graph> m_graph = threeSteps();
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    SetClock m_clock;

    Database& database() { return **m_store; }

    RunByHand newRun(int steps, RunPhase end)
    {
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        must(run.step({{"log", std::string(500, 'x')}, {"count", 1}}));
        for (int i = 2; i < steps; ++i)
            must(run.step({{"count", i}}));
        must(run.step({{"count", steps}}, end));
        return run;
    }

    void fork(RunId from, std::int64_t checkpoint)
    {
        NewRun run{.agent = "three-steps", .line = "parser", .subject = {}, .frontier = {}};
        run.origin = graph::Origin{from, checkpoint};
        must(RunRepository(database()).create(run, m_clock.now()));
    }

    /// What ended before now goes.
    Retention::Pruned pruneSome(Milliseconds ago = Milliseconds(-1))
    {
        return must(Retention(database()).pruneSome({.endedBefore = m_clock.now() - ago, .now = m_clock.now()}));
    }

    QString numbers(RunId run)
    {
        QStringList list;
        for (const CheckpointHead& head : must(CheckpointRepository(database()).list(run)))
            list << QString::number(head.number);
        return list.join(u' ');
    }

    Json stateAt(RunId run, std::int64_t number) { return must(CheckpointRepository(database()).stateAt(run, number)); }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(QStringLiteral("store.sqlite")).toStdString());
    }
    void cleanup() { m_store.reset(); }

    void ofAnEndedRunTheInputTheNewestAndWhatWasForkedStay()
    {
        const RunId run = newRun(120, RunPhase::Succeeded).id();
        fork(run, 77);
        const std::string forked = dumpJson(stateAt(run, 77));
        const std::string newest = dumpJson(stateAt(run, 120));
        const auto events = must(RunRepository(database()).events(run)).size();

        const auto pruned = pruneSome();

        QCOMPARE(pruned.checkpoints, 118);
        QVERIFY(!pruned.more);
        QCOMPARE(numbers(run), QStringLiteral("0 77 120"));
        QCOMPARE(dumpJson(stateAt(run, 0)), std::string("{}"));
        QCOMPARE(dumpJson(stateAt(run, 77)), forked);
        QCOMPARE(dumpJson(stateAt(run, 120)), newest);
        QCOMPARE(must(RunRepository(database()).events(run)).size(), events);
        QCOMPARE(pruneSome().checkpoints, 0);
    }

    void aLongRunGoesInSmallTransactionsAndCanBeReadBetweenThem()
    {
        const RunId run = newRun(700, RunPhase::Succeeded).id();
        fork(run, 333);

        Retention::Pruned pruned{.checkpoints = 0, .more = true};
        int transactions = 0;
        for (; pruned.more; ++transactions) {
            pruned = pruneSome();
            QVERIFY(pruned.checkpoints <= 200);
            for (const CheckpointHead& head : must(CheckpointRepository(database()).list(run)))
                QCOMPARE(fieldOr<std::int64_t>(stateAt(run, head.number), "count", 0), head.number);
        }

        QCOMPARE(transactions, 4);
        QCOMPARE(numbers(run), QStringLiteral("0 333 700"));
    }

    void aForkThatIsMadeMeanwhileKeepsWhatItWasMadeFrom()
    {
        const RunId run = newRun(300, RunPhase::Succeeded).id();
        QVERIFY(pruneSome().more);

        fork(run, 50);
        pruneSome();

        QCOMPARE(numbers(run), QStringLiteral("0 50 300"));
        QCOMPARE(stateAt(run, 50).at("count").get<int>(), 50);
    }

    void aFailedRunGoesOnFromItsNewestAndIsPrunedAgain()
    {
        RunByHand run = newRun(60, RunPhase::Failed);
        pruneSome();
        must(RunRepository(database()).resume(run.id(), {"somebody", m_clock.now()}));
        run.claim();
        must(run.step({{"count", 61}}));
        must(run.step({{"count", 62}}, RunPhase::Succeeded));
        QCOMPARE(numbers(run.id()), QStringLiteral("0 60 61 62"));
        QCOMPARE(stateAt(run.id(), 61).at("log").get<std::string>().size(), std::size_t(500));

        pruneSome();

        QCOMPARE(numbers(run.id()), QStringLiteral("0 62"));
        QCOMPARE(stateAt(run.id(), 62).at("count").get<int>(), 62);
    }

    void whatRunsWaitsOrEndedLatelyIsLeftAlone()
    {
        const RunId running = newRun(5, RunPhase::Running).id();
        const RunId waiting = newRun(5, RunPhase::Waiting).id();
        const RunId lately = newRun(5, RunPhase::Succeeded).id();

        const auto pruned = pruneSome(kDay);

        QCOMPARE(pruned.checkpoints, 0);
        for (const RunId run : {running, waiting, lately})
            QCOMPARE(numbers(run), QStringLiteral("0 1 2 3 4 5"));
    }

    void whoAsksForOneThatIsGoneIsToldWhy()
    {
        const RunId run = newRun(5, RunPhase::Succeeded).id();
        pruneSome();

        const auto gone = CheckpointRepository(database()).stateAt(run, 3);
        const auto never = CheckpointRepository(database()).stateAt(run, 6);

        QCOMPARE(gone.error().code, ErrorCode::NotFound);
        QVERIFY2(why(gone.error()).contains(QStringLiteral("is not kept any more")), gone.error().detail.c_str());
        QCOMPARE(why(never.error()), QStringLiteral("run %1 has no checkpoint 6").arg(run.value));
    }
};

SIGNALBOX_TEST(TestRetention)
#include "tst_retention.moc"
