// SPDX-License-Identifier: GPL-3.0-or-later
// Many runs at once, killed at random instants, again and again. In the end each stands as
// if nothing had happened, and everything was done once.
#include "tests/core/store/storefixture.h"
#include "tests/durability/killsite.h"
#include "tests/signalboxtest.h"

#include <QRandomGenerator>

using namespace signalbox;
using namespace signalbox::test;

namespace {

constexpr int kKills = 200;
constexpr int kOfEach = 4; // runs of each scenario and durability that are going at a time
constexpr int kSoonestMicros = 5'000;
constexpr int kLatestMicros = 400'000;
constexpr int kRoundsOfWorkers = 15;
constexpr int kWorkers = 3; // processes at once

} // namespace

class TestRandomKills : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::map<RunId, std::string> m_runs; // with their scenarios
    QRandomGenerator m_random;

    std::string path() const { return m_dir->filePath(QStringLiteral("store.sqlite")).toStdString(); }
    std::string world() const { return m_dir->filePath(QStringLiteral("world")).toStdString(); }
    int someTime() { return m_random.bounded(kSoonestMicros, kLatestMicros); }

    void addRuns()
    {
        Engine engine(path(), World(world()));
        for (const QString& scenario : knowableScenarios())
            for (const auto durability : {graph::Durability::Normal, graph::Durability::Full})
                for (int i = 0; i < kOfEach; ++i)
                    m_runs.emplace(engine.create(scenario.toStdString(), durability), scenario.toStdString());
    }

    /// Drives what is left to its end, and compares every run with one that nobody disturbed.
    void checkAll()
    {
        Engine engine(path(), World(world()));
        engine.start();
        QVERIFY2(engine.untilAllRest(), qPrintable(engine.complaints().join(u'\n')));
        must(engine.database().check());
        for (const auto& [run, scenario] : m_runs) {
            const QString fault = KillSite(scenario).faultOf(engine.ending(run));
            QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("run %1: ").arg(run.value) + fault));
        }
    }

private slots:
    void init()
    {
        const quint32 seed = qEnvironmentVariableIsSet("SIGNALBOX_TEST_SEED")
            ? static_cast<quint32>(qEnvironmentVariableIntValue("SIGNALBOX_TEST_SEED"))
            : QRandomGenerator::global()->bounded(1'000'000);
        qInfo("SIGNALBOX_TEST_SEED=%u", seed);
        m_random.seed(seed);
        m_dir = std::make_unique<QTemporaryDir>();
        m_runs.clear();
    }

    void whateverTheInstant()
    {
        int kills = 0;
        addRuns();
        while (kills < kKills) {
            if (killedChild("drive", path(), world(), "time", someTime()))
                ++kills;
            else
                addRuns(); // all had come to rest
            must(must(store::Database::open(path()))->check());
        }

        checkAll();

        qInfo("killed %d times under %d runs", kills, static_cast<int>(m_runs.size()));
    }

    void severalWorkersShareAStore()
    {
        int kills = 0;
        for (int round = 0; round < kRoundsOfWorkers; ++round) {
            addRuns();
            std::atomic<int> killed{0};
            {
                std::vector<std::jthread> workers;
                for (int i = 0; i < kWorkers; ++i)
                    workers.emplace_back([&, micros = someTime()] {
                        killed += killedChild("drive", path(), world(), "time", micros) ? 1 : 0;
                    });
            }
            kills += killed;
        }

        checkAll();

        qInfo("killed %d workers under %d runs", kills, static_cast<int>(m_runs.size()));
    }
};

SIGNALBOX_TEST(TestRandomKills)
#include "tst_randomkills.moc"
