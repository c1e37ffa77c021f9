// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/pruning.h"

#include "core/host/benchgraphs.h"
#include "core/host/forking.h"
#include "core/host/verification.h"
#include "core/store/retention.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::host;
using namespace signalbox::test;

namespace {

/// Has everything done when it is posted.
class AtOnce final : public graph::Executor {
public:
    void post(std::function<void()> work) override { work(); }
    std::shared_ptr<void> after(Milliseconds, std::function<void()>) override { return nullptr; }
};

} // namespace

class TestPruning : public QObject {
    Q_OBJECT

private:
    const std::shared_ptr<const graph::Graph> m_graph = must(cycleGraph(300, false));
    const GraphSet m_graphs{{"bench-cycle", m_graph}};
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    SetClock m_clock;
    AtOnce m_pool;
    RunId m_run;

    store::Database& database() { return **m_store; }
    std::size_t checkpoints() { return must(store::CheckpointRepository(database()).list(m_run)).size(); }

    /// A run to its end, as the scheduler drives it.
    RunId driven()
    {
        graph::LiveRun live;
        live.at = graph::Runner::start(*m_graph, benchInput(300), m_clock.now());
        store::NewRun run{.agent = m_graph->name(), .line = {}, .subject = {}, .frontier = {}};
        run.state = live.at.state;
        run.frontier = graph::toJson(live.at.frontier, *m_graph);
        const RunId id = must(store::RunRepository(database()).create(run, m_clock.now())).run;
        store::Leases leases(database(), store::thisProcess(), Milliseconds(60'000));
        live.lease = must(leases.claim(id, m_clock.now())).lease;
        store::RunJournal journal(database(), *m_graph, m_clock);
        must(graph::Runner(*m_graph, journal, m_pool, m_clock).drive(live, {}));
        return id;
    }

    void pass(int days) { m_clock.set(m_clock.now() + days * Milliseconds(86'400'000)); }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(QStringLiteral("store.sqlite")).toStdString());
        m_run = driven();
    }
    void cleanup() { m_store.reset(); }

    void eachLookTakesAPartUntilNothingIsLeft()
    {
        const std::size_t all = checkpoints();
        Pruning pruning({database(), m_pool, m_clock, [] { return 30; }, {}});
        pass(29);
        pruning.look();
        QCOMPARE(checkpoints(), all);

        pass(2);
        pruning.look();
        QVERIFY(checkpoints() < all && checkpoints() > 2);
        pruning.look();
        QCOMPARE(checkpoints(), std::size_t(2));
    }

    void zeroDaysKeepEverything()
    {
        const std::size_t all = checkpoints();
        pass(3000);

        Pruning({database(), m_pool, m_clock, [] { return 0; }, {}}).look();

        QCOMPARE(checkpoints(), all);
    }

    void aPrunedRunIsVerifiedAndForkedFromWhatIsLeft()
    {
        const Json end = must(store::CheckpointRepository(database()).newest(m_run)).state;
        pass(31);
        Pruning pruning({database(), m_pool, m_clock, [] { return 30; }, {}});
        pruning.look();
        pruning.look();

        const auto replayed = must(verifyRun(database(), m_graphs, m_pool, m_run, {}));
        const auto fork = must(forkRun(database(), m_graphs, {.run = m_run, .checkpoint = 0, .patch = Json::object()},
                                       {"operator", m_clock.now()}));
        const auto gone = forkRun(database(), m_graphs, {.run = m_run, .checkpoint = 7, .patch = Json::object()},
                                  {"operator", m_clock.now()});

        QCOMPARE(replayed.compared, 1); // the newest
        QVERIFY(replayed.differences.empty());
        QVERIFY(must(store::CheckpointRepository(database()).newest(m_run)).state == end);
        QVERIFY(must(store::CheckpointRepository(database()).stateAt(fork.run, 0)) == benchInput(300));
        QVERIFY2(why(gone.error()).contains(QStringLiteral("is not kept any more")), gone.error().detail.c_str());
    }

    void whatWouldGoIsToldBeforeItGoes()
    {
        const std::size_t all = checkpoints();
        store::Retention retention(database());
        QCOMPARE(must(retention.preview(m_clock.now())).checkpoints, 0); // it has just ended
        pass(31);

        const auto offer = must(retention.preview(m_clock.now() - Milliseconds(86'400'000)));

        QCOMPARE(offer.runs, 1);
        QVERIFY(offer.bytes > 0);
        QCOMPARE(checkpoints(), all);
        for (bool more = true; more;)
            more = must(retention.pruneSome({m_clock.now() - Milliseconds(86'400'000), m_clock.now()})).more;
        QCOMPARE(static_cast<std::int64_t>(all - checkpoints()), offer.checkpoints);
        QCOMPARE(must(retention.preview(m_clock.now())).checkpoints, 0);
    }
};

SIGNALBOX_TEST(TestPruning)
#include "tst_pruning.moc"
