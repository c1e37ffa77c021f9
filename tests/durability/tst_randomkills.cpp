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

} // namespace

class TestRandomKills : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    std::map<RunId, std::string> m_runs; // with their scenarios

    std::string path() const { return m_dir.filePath(QStringLiteral("store.sqlite")).toStdString(); }
    std::string world() const { return m_dir.filePath(QStringLiteral("world")).toStdString(); }

    void addRuns()
    {
        Engine engine(path(), World(world()));
        for (const QString& scenario : knowableScenarios())
            for (const auto durability : {graph::Durability::Normal, graph::Durability::Full})
                for (int i = 0; i < kOfEach; ++i)
                    m_runs.emplace(engine.create(scenario.toStdString(), durability), scenario.toStdString());
    }

private slots:
    void whateverTheInstant()
    {
        const quint32 seed = qEnvironmentVariableIsSet("SIGNALBOX_TEST_SEED")
            ? static_cast<quint32>(qEnvironmentVariableIntValue("SIGNALBOX_TEST_SEED"))
            : QRandomGenerator::global()->generate();
        qInfo("SIGNALBOX_TEST_SEED=%u", seed);
        QRandomGenerator random(seed);
        int kills = 0;
        addRuns();

        while (kills < kKills) {
            const int micros = random.bounded(kSoonestMicros, kLatestMicros);
            if (killedChild("drive", path(), world(), "time", micros))
                ++kills;
            else
                addRuns(); // all had come to rest
            must(must(store::Database::open(path()))->check());
        }

        Engine engine(path(), World(world()));
        engine.start();
        QVERIFY2(engine.untilAllRest(), qPrintable(engine.complaints().join(u'\n')));
        for (const auto& [run, scenario] : m_runs) {
            const QString fault = KillSite(scenario).faultOf(engine.ending(run));
            QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("run %1: ").arg(run.value) + fault));
        }
        qInfo("killed %d times under %d runs", kills, static_cast<int>(m_runs.size()));
    }
};

SIGNALBOX_TEST(TestRandomKills)
#include "tst_randomkills.moc"
