// SPDX-License-Identifier: GPL-3.0-or-later
// How often the disk is made to write through: few times for many runs, and always between
// an intent and its act.
#include "tests/core/store/storefixture.h"
#include "tests/durability/engine.h"
#include "tests/durability/faultydisk.h"
#include "tests/signalboxtest.h"

using namespace signalbox;
using namespace signalbox::test;

namespace {
constexpr int kRuns = 32;
constexpr int kSteps = 20;
} // namespace

class TestFlushes : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::string path() const { return m_dir->filePath(QStringLiteral("store.sqlite")).toStdString(); }

private slots:
    void init()
    {
        FaultyDisk::install();
        FaultyDisk::mend();
        m_dir = std::make_unique<QTemporaryDir>();
    }
    void cleanup() { FaultyDisk::whenSyncing({}); }

    void oneFlushServesTheStepsOfManyRuns()
    {
        const auto graph = threeSteps();
        const SetClock clock;
        OpenStore store(path());
        std::vector<std::unique_ptr<RunByHand>> runs;
        for (int i = 0; i < kRuns; ++i) {
            runs.push_back(std::make_unique<RunByHand>(*store, *graph, clock));
            runs.back()->claim();
        }
        // The disk takes its time: until every run that goes on is waiting for it.
        std::atomic<int> committing{0};
        std::atomic<int> going{kRuns};
        FaultyDisk::mend();
        FaultyDisk::whenSyncing([&] {
            while (committing < going)
                std::this_thread::yield();
        });

        {
            std::vector<std::jthread> threads;
            for (auto& run : runs)
                threads.emplace_back([&] {
                    graph::Lease lease = run->lease();
                    lease.durability = graph::Durability::Full;
                    for (int step = 0; step < kSteps; ++step) {
                        graph::StepRecord record = run->next(graph::RunPhase::Running);
                        ++committing;
                        must(run->journal().commit(lease, std::move(record)));
                        --committing;
                    }
                    --going;
                });
        }

        FaultyDisk::whenSyncing({}); // closing the store flushes, too
        const int flushes = FaultyDisk::count(DiskAct::Sync);
        qInfo("%d steps, %d flushes", kRuns * kSteps, flushes);
        QVERIFY2(flushes >= kSteps, "full durability flushes");
        QVERIFY2(flushes <= kRuns * kSteps / 8, std::to_string(flushes).c_str());
    }

    void aStepOfANormalRunIsNotFlushed()
    {
        const auto graph = threeSteps();
        const SetClock clock;
        OpenStore store(path());
        RunByHand run(*store, *graph, clock);
        run.claim();
        FaultyDisk::mend();

        must(run.step({{"count", 1}}));

        QCOMPARE(FaultyDisk::count(DiskAct::Sync), 0);
        QVERIFY(FaultyDisk::count(DiskAct::Write) > 0);
    }

    void anIntentIsFlushedBeforeItsAct()
    {
        std::mutex mutex;
        std::vector<int> between; // flushes between an intent and its act
        int before = 0;
        const Probe probe = [&](JournalPoint point) {
            const std::lock_guard lock(mutex);
            if (point == JournalPoint::BeforeIntent)
                before = FaultyDisk::count(DiskAct::Sync);
            if (point == JournalPoint::BeforeAct)
                between.push_back(FaultyDisk::count(DiskAct::Sync) - before);
        };
        Engine engine(path(), World(m_dir->filePath(QStringLiteral("world")).toStdString()), probe);
        engine.create("linear"); // durability normal: one effect of each class, observe first
        engine.start();

        QVERIFY(engine.untilAllRest());

        QCOMPARE(between.size(), std::size_t(7));
        QCOMPARE(between.front(), 0); // to look needs none
        for (std::size_t i = 1; i < between.size(); ++i)
            QVERIFY2(between[i] > 0, std::to_string(i).c_str());
    }
};

SIGNALBOX_TEST(TestFlushes)
#include "tst_flushes.moc"
