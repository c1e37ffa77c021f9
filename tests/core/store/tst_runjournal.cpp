// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;
using graph::RunPhase;

namespace {

graph::EffectRecord effect(SafetyClass safety = SafetyClass::Retry)
{
    graph::EffectRecord record;
    record.key = "rerun:3";
    record.safety = safety;
    record.intent = {{"action", "rerun_failed_jobs"}};
    return record;
}

} // namespace

class TestRunJournal : public QObject {
    Q_OBJECT

private:
    const std::shared_ptr<const graph::Graph> m_graph = threeSteps();
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    SetClock m_clock;

    Database& database() { return **m_store; }
    RunByHand newRun() { return {database(), *m_graph, m_clock}; }
    RunRow row(RunId run) { return must(RunRepository(database()).find(run)); }
    QStringList eventsOf(RunId run)
    {
        QStringList lines;
        for (const StoredEvent& event : must(RunRepository(database()).events(run)))
            lines << QStringLiteral("%1 %2 %3@%4")
                         .arg(event.seq)
                         .arg(QString::fromStdString(event.type), QString::fromStdString(event.node))
                         .arg(event.checkpoint);
        return lines;
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(QStringLiteral("store.sqlite")).toStdString());
    }
    void cleanup() { m_store.reset(); }

    void aRecordIsOneWhole()
    {
        RunByHand run = newRun();
        run.claim();
        graph::StepRecord record = run.next(RunPhase::Running);
        run.at().state = {{"count", 1}};
        record.changed = {"count"};
        record.facts = {{"number", "3"}};
        record.events = {{"node_finished", "a", m_clock.now(), {{"update", {{"count", 1}}}}},
                         {"node_started", "b", m_clock.now(), Json::object()}};

        must(run.journal().commit(run.lease(), std::move(record)));

        const RunRow stored = row(run.id());
        QCOMPARE(stored.phase, RunPhase::Running);
        QCOMPARE(stored.checkpoint, 1);
        QCOMPARE(QString::fromStdString(stored.step), QStringLiteral("b"));
        QCOMPARE(QString::fromStdString(stored.facts), QStringLiteral(R"({"number":"3"})"));
        QCOMPARE(eventsOf(run.id()),
                 QStringList({QStringLiteral("1 run_started @0"), QStringLiteral("2 node_finished a@0"),
                              QStringLiteral("3 node_started b@1")}));
    }

    void anOlderFenceIsRefusedWhole()
    {
        RunByHand run = newRun();
        run.claim();
        RunByHand slow = run;
        must(Leases(database(), thisProcess(), Milliseconds(1)).release(run.lease()));
        run.claim();

        const auto late = slow.step({{"count", 99}});

        QCOMPARE(late.error().code, ErrorCode::Conflict);
        QCOMPARE(row(run.id()).checkpoint, 0);
        QCOMPARE(slow.journal().storeIntent(slow.lease(), effect(), "a").error().code, ErrorCode::Conflict);
        QVERIFY(!must(run.journal().findEffect(run.id(), "rerun:3")));
        QCOMPARE(eventsOf(run.id()).size(), 1);
    }

    void everyCheckpointOfHundredsIsRebuilt()
    {
        RunByHand run = newRun();
        run.claim();
        std::vector<std::string> states{"{}"};
        for (int i = 1; i <= 230; ++i) {
            Json changed{{"count", i}};
            if (i % 7 == 0)
                changed["seventh"] = std::string(static_cast<std::size_t>(i), 's');
            must(run.step(changed));
            states.push_back(dumpJson(run.at().state));
        }

        CheckpointRepository checkpoints(database());
        for (std::size_t i = 0; i < states.size(); ++i)
            QCOMPARE(dumpJson(must(checkpoints.stateAt(run.id(), static_cast<std::int64_t>(i)))), states[i]);
        QCOMPARE(must(checkpoints.list(run.id())).size(), std::size_t(231));
        QCOMPARE(must(checkpoints.newest(run.id())).number, 230);
        QCOMPARE(checkpoints.stateAt(run.id(), 231).error().code, ErrorCode::NotFound);
    }

    void aChannelThatIsGoneStaysGone()
    {
        RunByHand run = newRun();
        run.claim();
        must(run.step({{"keep", 1}, {"drop", 2}}));
        run.at().state.erase("drop");
        graph::StepRecord record = run.next(RunPhase::Running);
        record.changed = {"drop"};
        must(run.journal().commit(run.lease(), std::move(record)));

        CheckpointRepository checkpoints(database());

        QCOMPARE(dumpJson(must(checkpoints.stateAt(run.id(), 2))), std::string(R"({"keep":1})"));
        QCOMPARE(dumpJson(must(checkpoints.stateAt(run.id(), 1))), std::string(R"({"drop":2,"keep":1})"));
    }

    void deltasTakeLittleRoom()
    {
        RunByHand run = newRun();
        run.claim();
        must(run.step({{"log", std::string(50'000, 'x')}}));
        for (int i = 0; i < 40; ++i)
            must(run.step({{"count", i}}));

        const auto bytes = must(
            must(database().reader())->number("SELECT SUM(LENGTH(state)) FROM checkpoint WHERE run = ?1", run.id()));

        QVERIFY2(bytes < 60'000, std::to_string(bytes).c_str());
    }

    void differencesThatHaveGrownAsLargeAsTheStateMakeAWholeOne()
    {
        RunByHand run = newRun();
        run.claim();
        for (int i = 1; i <= 60; ++i)
            must(run.step({{"log", std::string(10'000, static_cast<char>('a' + i % 26))}}));

        CheckpointRepository checkpoints(database());
        const auto whole = must(must(database().reader())
                                    ->number("SELECT COUNT(*) FROM checkpoint WHERE run = ?1 AND whole = 1", run.id()));
        QVERIFY2(whole >= 15, std::to_string(whole).c_str()); // a reader reads some 40 KB, not 60 times 10
        for (int i = 1; i <= 60; ++i)
            QCOMPARE(must(checkpoints.stateAt(run.id(), i)).at("log").get<std::string>().front(),
                     static_cast<char>('a' + i % 26));
    }

    void theFrontierMovesWithoutANewCheckpoint()
    {
        RunByHand run = newRun();
        run.claim();
        must(run.step({{"count", 1}}));
        run.at().frontier.tasks = {{.node = 2, .attempt = 3}};
        graph::StepRecord record;
        record.checkpoint = &run.at();
        record.step = "c";
        must(run.journal().commit(run.lease(), std::move(record)));

        CheckpointRepository checkpoints(database());
        const auto now = graph::frontierFromJson(must(checkpoints.newest(run.id())).frontier, *m_graph);
        const auto then = graph::frontierFromJson(must(checkpoints.at(run.id(), 1)).frontier, *m_graph);

        QCOMPARE(must(now).tasks.front().attempt, 3);
        QCOMPARE(must(then).tasks.front().node, 0);
    }

    void anEffectIsFoundByEverybodyAtOnce()
    {
        RunByHand run = newRun();
        run.claim();
        OpenStore other(database().path());
        RunJournal theirs(*other, *m_graph, m_clock);

        must(run.journal().storeIntent(run.lease(), effect(), "a"));
        const auto intent = must(theirs.findEffect(run.id(), "rerun:3"));
        graph::EffectRecord done = effect();
        done.finished = true;
        done.result = {{"attempt", 2}};
        must(run.journal().storeResult(run.lease(), done, "a"));
        const auto result = must(theirs.findEffect(run.id(), "rerun:3"));

        QVERIFY(intent && !intent->finished);
        QCOMPARE(intent->safety, SafetyClass::Retry);
        QVERIFY(result && result->finished && !result->failed);
        QCOMPARE(dumpJson(result->result), std::string(R"({"attempt":2})"));
        QCOMPARE(eventsOf(run.id()).mid(1),
                 QStringList({QStringLiteral("2 effect_intent a@0"), QStringLiteral("3 effect_result a@0")}));
        const Json told = must(RunRepository(database()).events(run.id())).back().data;
        QCOMPARE(told.at("key").get<std::string>(), std::string("rerun:3"));
        QVERIFY(told.at("ok").get<bool>());
    }

    void aLaterRoundOpensTheEffectAgain()
    {
        RunByHand run = newRun();
        run.claim();
        graph::EffectRecord failed = effect();
        must(run.journal().storeIntent(run.lease(), failed, "a"));
        failed.finished = failed.failed = true;
        failed.result = {{"code", 3}, {"detail", "no"}};
        must(run.journal().storeResult(run.lease(), failed, "a"));
        graph::EffectRecord again = effect();
        again.round = 2;

        must(run.journal().storeIntent(run.lease(), again, "a"));

        const auto found = must(run.journal().findEffect(run.id(), "rerun:3"));
        QCOMPARE(found->round, 2);
        QVERIFY(!found->finished && !found->failed);
    }

    void anEffectSurvivesAPowerLossWhateverTheRun()
    {
        RunByHand run = newRun();
        run.claim();
        const auto level = [&] {
            std::int64_t seen = 0;
            must(database().writer().write(
                [&](Connection& connection, Changes&) -> Result<void> {
                    seen = must(connection.number("PRAGMA synchronous"));
                    return {};
                },
                Flush::Normal));
            return seen;
        };
        const auto commits = database().writer().commits();
        must(run.journal().storeIntent(run.lease(), effect(), "a"));

        QCOMPARE(database().writer().commits(), commits + 1);
        QCOMPARE(level(), 1); // back to NORMAL after the FULL of the intent
    }
};

SIGNALBOX_TEST(TestRunJournal)
#include "tst_runjournal.moc"
