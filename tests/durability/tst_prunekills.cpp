// SPDX-License-Identifier: GPL-3.0-or-later
// Killed while it takes out old checkpoints, a store still has all that is to be kept, whatever
// is left can be read, and once it has gone on it is as if nothing had happened.
#include "core/host/forking.h"
#include "core/host/verification.h"
#include "core/store/retention.h"
#include "tests/core/store/storefixture.h"
#include "tests/durability/killsite.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QFile>

using namespace signalbox;
using namespace signalbox::test;

namespace {

constexpr int kRuns = 60; // more than one transaction's worth of checkpoints goes
constexpr int kForkedEvery = 4;
constexpr std::int64_t kForkedFrom = 3;

using States = std::map<std::int64_t, std::string>; // by checkpoint

class AtOnce final : public graph::Executor {
public:
    void post(std::function<void()> work) override { work(); }
    std::shared_ptr<void> after(Milliseconds, std::function<void()>) override { return nullptr; }
};

} // namespace

class TestPruneKills : public QObject {
    Q_OBJECT

private:
    const QTemporaryDir m_made;
    const World m_world{m_made.filePath(QStringLiteral("world")).toStdString()};
    const Probe m_probe;
    const host::GraphSet m_graphs = scenarios({m_world, m_probe});
    const SystemClock m_clock;
    AtOnce m_executor;
    std::map<RunId, States> m_before;
    std::set<RunId> m_forked;
    std::unique_ptr<QTemporaryDir> m_dir;

    QString made() const { return m_made.filePath(QStringLiteral("store.sqlite")); }
    std::string path() const { return m_dir->filePath(QStringLiteral("store.sqlite")).toStdString(); }

    void copyStore()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(QFile::copy(made(), QString::fromStdString(path())));
    }

    /// Runs that have ended, some of them forked.
    void makeStore()
    {
        Engine engine(made().toStdString(), m_world);
        for (int i = 0; i < kRuns; ++i)
            m_before.emplace(engine.create(i % 2 == 0 ? "linear" : "waiting"), States());
        engine.start();
        QVERIFY(engine.untilAllRest());
        for (auto& [run, states] : m_before) {
            states = statesOf(engine.database(), run);
            if (run.value % kForkedEvery == 0) {
                m_forked.insert(run);
                fork(engine.database(), run, kForkedFrom);
            }
        }
    }

    host::Forked fork(store::Database& database, RunId run, std::int64_t checkpoint)
    {
        return must(host::forkRun(database, m_graphs, {.run = run, .checkpoint = checkpoint, .patch = Json::object()},
                                  {"operator", m_clock.now()}));
    }

    static States statesOf(store::Database& database, RunId run)
    {
        store::CheckpointRepository checkpoints(database);
        States states;
        for (const store::CheckpointHead& head : must(checkpoints.list(run)))
            states.emplace(head.number, dumpJson(must(checkpoints.stateAt(run, head.number))));
        return states;
    }

    States keptOf(RunId run) const
    {
        const States& all = m_before.at(run);
        States kept{*all.begin(), *all.rbegin()};
        if (m_forked.contains(run))
            kept.emplace(kForkedFrom, all.at(kForkedFrom));
        return kept;
    }

    /// How many checkpoints are there; what is to be kept is among them, and each says what it said.
    std::size_t checkReadable(store::Database& database)
    {
        must(database.check());
        std::size_t left = 0;
        for (const auto& [run, before] : m_before) {
            const States states = statesOf(database, run);
            left += states.size();
            for (const auto& [number, state] : keptOf(run))
                if (!states.contains(number))
                    qFatal("checkpoint %d of run %d is gone", int(number), int(run.value));
            for (const auto& [number, state] : states)
                if (state != before.at(number))
                    qFatal("checkpoint %d of run %d says something else", int(number), int(run.value));
        }
        return left;
    }

    /// Goes on where the child was killed.
    void checkEnd(store::Database& database)
    {
        const UtcTime now = m_clock.now();
        while (must(store::Retention(database).pruneSome({.endedBefore = now, .now = now})).more) { }
        for (const auto& [run, before] : m_before) {
            QVERIFY(statesOf(database, run) == keptOf(run));
            const auto replayed = must(host::verifyRun(database, m_graphs, m_executor, run, {}));
            QVERIFY(replayed.compared > 0);
            QVERIFY(replayed.differences.empty());
        }
        const RunId original = *m_forked.begin();
        for (const auto& [number, state] : keptOf(original)) {
            const RunId forked = fork(database, original, number).run;
            QCOMPARE(dumpJson(must(store::CheckpointRepository(database).stateAt(forked, 0))), state);
        }
    }

private slots:
    void initTestCase()
    {
        makeStore();
        // The engine's last connections only read, and leave the log beside the file.
        const auto connection
            = must(store::Connection::open(made().toStdString(), store::Connection::Access::ReadWrite));
        must(connection->run("PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    void whatIsKeptOutlivesAKill_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<int>("step");
        QTest::newRow("before a write") << QStringLiteral("write") << 7;
        QTest::newRow("in the middle of a write") << QStringLiteral("torn") << 7;
        QTest::newRow("before a sync") << QStringLiteral("sync") << 1;
    }

    void whatIsKeptOutlivesAKill()
    {
        QFETCH(QString, when);
        QFETCH(int, step);
        int kills = 0;
        std::set<std::size_t> left;
        for (int number = 1;; number += step) {
            copyStore();
            if (!killedChild("prune", path(), "-", when.toStdString(), number))
                break;
            ++kills;
            OpenStore store(path());
            left.insert(checkReadable(*store));
            checkEnd(*store);
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("killed %d times, with %d counts of checkpoints left", kills, static_cast<int>(left.size()));
        QVERIFY(kills > 0);
        if (when != QStringLiteral("sync"))
            QVERIFY2(left.size() == 2, "in the first transaction, and in the second");
    }
};

SIGNALBOX_TEST(TestPruneKills)
#include "tst_prunekills.moc"
