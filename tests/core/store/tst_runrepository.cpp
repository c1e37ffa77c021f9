// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;
using graph::RunPhase;

namespace {

const Act kAct{"ana", fromUnixMs(5)};

NewRun plainRun(std::string line, std::string subject = {})
{
    NewRun run;
    run.agent = "self-healing";
    run.graphVersion = 2;
    run.line = std::move(line);
    run.subject = std::move(subject);
    run.state = {{"number", "3"}};
    run.frontier = {{"tasks", Json::array()}};
    return run;
}

template <typename Row>
QString ids(const std::vector<Row>& runs)
{
    QStringList list;
    for (const Row& run : runs)
        list << QString::number(run.id.value);
    return list.join(u' ');
}

} // namespace

class TestRunRepository : public QObject {
    Q_OBJECT

private:
    const std::shared_ptr<const graph::Graph> m_graph = threeSteps();
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    SetClock m_clock;
    Database& database() { return **m_store; }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(QStringLiteral("store.sqlite")).toStdString());
    }
    void cleanup() { m_store.reset(); }

    void aDamagedRunIsNotTakenForOneThatIsNotThere()
    {
        RunRepository runs(database());
        const RunId damaged = must(runs.create(plainRun("parser"), fromUnixMs(1))).run;
        const RunId whole = must(runs.create(plainRun("search"), fromUnixMs(2))).run;
        must(database().writer().write([&](Connection& connection, Changes&) -> Result<void> {
            const auto done = connection.execute("UPDATE run SET facts = 'not json' WHERE id = ?1", damaged);
            return done ? Result<void>() : Result<void>(done.error());
        }));

        const auto found = runs.find(damaged);
        std::vector<RunId> unreadable;
        std::vector<RunId> listed;
        must(runs.visit(
            {}, [&](const RunHead& run) { listed.push_back(run.id); }, &unreadable));

        QVERIFY(!found && found.error().code == ErrorCode::Io);
        QCOMPARE(listed, std::vector{whole});
        QCOMPARE(unreadable, std::vector{damaged});
        QCOMPARE(ids(must(runs.changedSince(0, 10))), QString::number(whole.value)); // news of the others goes on
    }

    void aNewRunIsDueWithItsInput()
    {
        RunRepository runs(database());

        const CreatedRun made = must(runs.create(plainRun("parser"), m_clock.now()));

        QVERIFY(made.isNew);
        const RunRow row = must(runs.find(made.run));
        QCOMPARE(row.phase, RunPhase::Queued);
        QCOMPARE(row.agent, std::string("self-healing"));
        QCOMPARE(row.graphVersion, 2);
        QCOMPARE(row.createdAt, m_clock.now());
        QVERIFY(!row.startedAt && !row.finishedAt && !row.approval);
        QCOMPARE(dumpJson(must(CheckpointRepository(database()).newest(made.run)).state),
                 std::string(R"({"number":"3"})"));
        QCOMPARE(must(runs.events(made.run)).front().type, std::string("run_started"));
    }

    void oneSubjectHasOneRun()
    {
        RunRepository runs(database());
        const CreatedRun first = must(runs.create(plainRun("parser", "self-healing parser #3"), m_clock.now()));

        const CreatedRun second = must(runs.create(plainRun("parser", "self-healing parser #3"), m_clock.now()));

        QCOMPARE(second.run, first.run);
        QVERIFY(!second.isNew);
        QCOMPARE(must(runs.events(first.run)).size(), std::size_t(1));
        QVERIFY(must(runs.create(plainRun("parser", "self-healing parser #4"), m_clock.now())).isNew);
    }

    void runsWithoutASubjectAreAllNew()
    {
        RunRepository runs(database());

        QVERIFY(must(runs.create(plainRun("parser"), m_clock.now())).isNew);
        QVERIFY(must(runs.create(plainRun("parser"), m_clock.now())).isNew);
    }

    void theNewestStandFirstAndPagesGoBack()
    {
        RunRepository runs(database());
        for (int i = 0; i < 5; ++i)
            must(runs.create(plainRun(i % 2 == 0 ? "parser" : "ledger"), m_clock.now()));

        RunFilter filter;
        QCOMPARE(ids(must(runs.list(filter))), QStringLiteral("5 4 3 2 1"));
        filter.limit = 2;
        QCOMPARE(ids(must(runs.list(filter))), QStringLiteral("5 4"));
        filter.before = {4};
        QCOMPARE(ids(must(runs.list(filter))), QStringLiteral("3 2"));
        filter = {};
        filter.line = "ledger";
        QCOMPARE(ids(must(runs.list(filter))), QStringLiteral("4 2"));
        filter.phase = RunPhase::Running;
        QCOMPARE(ids(must(runs.list(filter))), QString());
    }

    void aLineShowsWhatGoesOnAmongWhatHasEnded()
    {
        RunRepository runs(database());
        std::vector<RunByHand> made;
        for (int i = 0; i < 6; ++i) {
            made.emplace_back(database(), *m_graph, m_clock, i == 4 ? "ledger" : "parser").claim();
            must(made.back().step({{"x", i}}, i % 2 == 0 ? RunPhase::Succeeded : RunPhase::Running));
        }
        must(made[5].step({{"x", 6}}, RunPhase::Failed));

        RunFilter filter;
        filter.line = "parser";
        const auto all = must(runs.list(filter));
        QCOMPARE(ids(all), QStringLiteral("6 4 3 2 1"));
        for (const RunHead& listed : all) {
            const RunRow found = must(runs.find(listed.id));
            QCOMPARE(listed.phase, found.phase);
            QCOMPARE(listed.agent, found.agent);
            QCOMPARE(listed.step, found.step);
            QCOMPARE(listed.checkpoint, found.checkpoint);
            QCOMPARE(listed.facts, found.facts);
            QCOMPARE(listed.finishedAt, found.finishedAt);
        }

        filter.limit = 2;
        QCOMPARE(ids(must(runs.list(filter))), QStringLiteral("6 4"));
        filter.before = {4};
        QCOMPARE(ids(must(runs.list(filter))), QStringLiteral("3 2"));
        filter = {};
        filter.line = "parser";
        filter.phase = RunPhase::Succeeded;
        QCOMPARE(ids(must(runs.list(filter))), QStringLiteral("3 1"));

        must(runs.resume({6}, kAct));
        filter.phase = RunPhase::Queued;
        QCOMPARE(ids(must(runs.list(filter))), QStringLiteral("6"));
    }

    void whatChangedSinceIsTold()
    {
        RunRepository runs(database());
        RunByHand first(database(), *m_graph, m_clock);
        RunByHand second(database(), *m_graph, m_clock);
        const auto seen = must(runs.lastChange());
        QVERIFY(must(runs.changedSince(seen, 10)).empty());

        first.claim();
        must(first.step({{"x", 1}}));

        const auto changed = must(runs.changedSince(seen, 10));
        QCOMPARE(ids(changed), QString::number(first.id().value));
        QVERIFY(must(runs.lastChange()) > seen);

        const auto claimed = must(runs.lastChange());
        must(first.step({{"x", 2}}));
        QCOMPARE(ids(must(runs.changedSince(claimed, 10))), QString::number(first.id().value)); // it goes on
        must(first.step({{"x", 3}}, RunPhase::Succeeded));
        QVERIFY(must(runs.lastChange()) > claimed);
        QCOMPARE(ids(must(runs.changedSince(claimed, 10))), QString::number(first.id().value));
        QVERIFY(must(runs.changedSince(must(runs.lastChange()), 10)).empty());
    }

    void eventsGoOnFromWhereAReaderStopped()
    {
        RunRepository runs(database());
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        for (int i = 0; i < 3; ++i) {
            graph::StepRecord record = run.next(RunPhase::Running);
            record.events = {{"edge_taken", "a", m_clock.now(), Json::object()}};
            must(run.journal().commit(run.lease(), std::move(record)));
        }

        const auto rest = must(runs.events(run.id(), 2));

        QCOMPARE(rest.size(), std::size_t(2));
        QCOMPARE(rest.front().seq, 3);
        QCOMPARE(must(runs.events(run.id(), 0, 1)).size(), std::size_t(1));
    }

    void whatIsNotThereIsSaidPlainly()
    {
        RunRepository runs(database());

        QCOMPARE(why(runs.find({77}).error()), QStringLiteral("there is no run 77"));
        QCOMPARE(runs.askToCancel({77}, kAct).error().code, ErrorCode::NotFound);
        QCOMPARE(CheckpointRepository(database()).newest({77}).error().code, ErrorCode::NotFound);
    }

    void cancellingQueuesAWaitingRun()
    {
        RunRepository runs(database());
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        must(run.wait({.person = request(), .at = {}, .event = {}}));

        must(runs.askToCancel(run.id(), kAct));

        const RunRow row = must(runs.find(run.id()));
        QCOMPARE(row.phase, RunPhase::Queued);
        QVERIFY(row.cancelAsked);
    }

    void cancellingADrivenRunLeavesItToItsDriver()
    {
        RunRepository runs(database());
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        must(runs.askToCancel(run.id(), kAct));
        QCOMPARE(must(runs.find(run.id())).phase, RunPhase::Running);

        // It comes to rest before it has heard: it is not left waiting for a person.
        must(run.wait({.person = request(), .at = {}, .event = {}}));

        QCOMPARE(must(runs.find(run.id())).phase, RunPhase::Queued);
    }

    void anEndedRunCannotBeCancelled()
    {
        RunRepository runs(database());
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        must(run.step({{"x", 1}}, RunPhase::Succeeded));

        QCOMPARE(why(runs.askToCancel(run.id(), kAct).error()), QStringLiteral("run 1 has ended: succeeded"));
    }
};

SIGNALBOX_TEST(TestRunRepository)
#include "tst_runrepository.moc"
