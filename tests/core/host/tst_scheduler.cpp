// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/scheduler.h"

#include "core/store/runjournal.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {

/// Enters, tells so, and stays until it is told to stop.
class Staying {
public:
    std::shared_ptr<const graph::Graph> graph()
    {
        graph::GraphBuilder builder("staying");
        builder
            .node("stay",
                  [this](const graph::State&, const graph::NodeContext& context) -> Result<graph::Update> {
                      ++entered;
                      std::mutex mutex;
                      std::unique_lock lock(mutex);
                      std::condition_variable_any stopped;
                      stopped.wait(lock, context.stop, [] { return false; });
                      return Error{ErrorCode::Cancelled, "told to stop"};
                  })
            .entry("stay")
            .edge("stay", std::string(graph::kEnd));
        return must(builder.compile());
    }

    std::atomic<int> entered{0};
};

} // namespace

class TestScheduler : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    std::unique_ptr<Staying> m_staying;
    std::unique_ptr<host::ThreadPool> m_pool;
    std::unique_ptr<host::Scheduler> m_scheduler;
    host::GraphSet m_graphs;
    SetClock m_clock;
    RunId m_run;

    std::string path() const { return m_dir->filePath(QStringLiteral("store.sqlite")).toStdString(); }
    store::RunRow row() { return must(store::RunRepository(**m_store).find(m_run)); }

private slots:
    /// One run that is being driven.
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(path());
        m_staying = std::make_unique<Staying>();
        m_graphs = {{"staying", m_staying->graph()}};
        m_pool = std::make_unique<host::ThreadPool>(2);
        const graph::Graph& graph = *m_graphs.at("staying");
        const graph::Checkpoint start = graph::Runner::start(graph, Json::object(), m_clock.now());
        store::NewRun run{.agent = "staying", .line = "line", .subject = {}, .frontier = {}};
        run.frontier = graph::toJson(start.frontier, graph);
        m_run = must(store::RunRepository(**m_store).create(run, m_clock.now())).run;
        m_scheduler = std::make_unique<host::Scheduler>(host::Scheduler::Scene{
            .database = **m_store,
            .pool = *m_pool,
            .clock = m_clock,
            .graphs = m_graphs,
            .rehearsals = m_graphs,
            .owner = store::thisProcess(),
            .journal
            = [this](const graph::Graph& of) { return std::make_unique<store::RunJournal>(**m_store, of, m_clock); },
            .isHeld = [](const std::string&) { return false; },
            .hasHappened = [](const std::string&) { return false; },
            .cancelling = [](const store::Claimed&, const Json&) {},
            .afterRound = [] {},
            .failed = [](const Error& error) { qWarning("%s", error.detail.c_str()); }});
        m_scheduler->start();
        QTRY_COMPARE(m_staying->entered.load(), 1);
    }

    void cleanup()
    {
        m_scheduler.reset();
        m_pool.reset();
        m_store.reset();
    }

    void aCancellationAskedByAnotherProgramReachesTheRun()
    {
        OpenStore theirs(path());

        must(store::RunRepository(*theirs).askToCancel(m_run, {"ana", m_clock.now()}));

        QTRY_COMPARE(row().phase, graph::RunPhase::Cancelled);
    }

    void afterTheMachineHasSleptARunIsNotDrivenTwice()
    {
        const std::int64_t fence
            = must(must((*m_store)->reader())->number("SELECT fence FROM run WHERE id = ?1", m_run));
        m_clock.set(m_clock.now() + std::chrono::hours(8)); // its lease has expired long since
        const auto leasedUntil = [this] {
            return must(must((*m_store)->reader())->number("SELECT lease_until FROM run WHERE id = ?1", m_run));
        };

        m_scheduler->wake();

        QTRY_VERIFY(leasedUntil() > toUnixMs(m_clock.now()));
        QCOMPARE(must(must((*m_store)->reader())->number("SELECT fence FROM run WHERE id = ?1", m_run)), fence);
        QCOMPARE(m_staying->entered.load(), 1);
    }
};

SIGNALBOX_TEST(TestScheduler)
#include "tst_scheduler.moc"
