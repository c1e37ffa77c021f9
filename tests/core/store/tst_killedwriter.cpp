// SPDX-License-Identifier: GPL-3.0-or-later
// A process is killed while it writes. What it had told is there, and nothing is half there.
#include "tests/core/store/childprocess.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <map>

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

namespace {

const std::string kStoreOfTheChild = "SIGNALBOX_TEST_KILLED_STORE";
constexpr int kRuns = 4;
constexpr int kRounds = 8;

/// The child: commits for ever, and tells each commit after it on standard output.
[[noreturn]] void writeUntilKilled(const std::string& path)
{
    const auto graph = threeSteps();
    const SetClock clock;
    OpenStore store(path);
    std::vector<std::jthread> threads;
    for (int i = 0; i < kRuns; ++i)
        threads.emplace_back([&] {
            RunByHand run(*store, *graph, clock);
            run.claim();
            for (int step = 1;; ++step) {
                graph::StepRecord record = run.next(graph::RunPhase::Running);
                run.at().state["count"] = step;
                run.at().state["text"] = std::string(static_cast<std::size_t>(step % 5) * 700, 'x');
                record.changed = {"count", "text"};
                record.events = {{"node_finished", "a", clock.now(), {{"step", step}}},
                                 {"edge_taken", "a", clock.now(), Json::object()}};
                must(run.journal().commit(run.lease(), std::move(record)));
                std::printf("told %lld %d\n", static_cast<long long>(run.id().value), step);
                std::fflush(stdout);
            }
        });
    for (std::jthread& thread : threads)
        thread.join();
    std::abort(); // the threads never end
}

using Told = std::map<std::int64_t, std::int64_t>; // run → its last checkpoint that was told

Told lastTold(const QByteArray& output)
{
    Told told;
    const auto lines = output.split('\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) { // the last one may be cut
        const auto words = lines[i].split(' ');
        if (words.size() == 3 && words[0] == "told")
            told[words[1].toLongLong()] = words[2].toLongLong();
    }
    return told;
}

} // namespace

class TestKilledWriter : public QObject {
    Q_OBJECT

private:
    /// Output of a child that was killed once it had told `lines` lines.
    QByteArray killAfter(const QString& store, qsizetype lines)
    {
        ChildProcess child(QCoreApplication::applicationFilePath().toStdString(),
                           {kStoreOfTheChild + ("=" + store.toStdString()), "SIGNALBOX_TEST_CLASS=TestKilledWriter"});
        QByteArray output;
        while (output.count("told ") < lines) {
            const QByteArray more = child.read();
            if (more.isEmpty())
                return output; // it ended by itself: the test will miss what it should have told
            output += more;
        }
        child.kill();
        for (QByteArray more = child.read(); !more.isEmpty(); more = child.read())
            output += more; // told before it died
        return output;
    }

    void checkRun(Database& store, RunId run, std::int64_t told)
    {
        CheckpointRepository checkpoints(store);
        const StoredCheckpoint newest = must(checkpoints.newest(run));
        QVERIFY2(newest.number >= told, "a commit that was told is gone");
        QCOMPARE(must(checkpoints.list(run)).size(), static_cast<std::size_t>(newest.number + 1));
        QCOMPARE(newest.state.at("count").get<std::int64_t>(), newest.number);
        const auto events = must(RunRepository(store).events(run));
        QCOMPARE(events.size(), static_cast<std::size_t>(1 + 2 * newest.number));
        QCOMPARE(events.back().seq, static_cast<std::int64_t>(events.size()));
    }

private slots:
    void initTestCase()
    {
        const QByteArray store = qgetenv(kStoreOfTheChild.c_str());
        if (!store.isEmpty())
            writeUntilKilled(store.toStdString());
    }

    void whatWasToldIsThere()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("store.sqlite"));
        for (int round = 0; round < kRounds; ++round) {
            const Told told = lastTold(killAfter(path, 20 + 97 * round));
            QVERIFY(!told.empty());

            OpenStore store(path.toStdString());

            must(store->check());
            for (const auto& [run, number] : told) {
                checkRun(*store, {run}, number);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }

    void theLeasesOfTheKilledAreFreeAtOnce()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("store.sqlite"));
        const Told told = lastTold(killAfter(path, 50));
        OpenStore store(path.toStdString());
        const SetClock clock; // no time has passed

        const auto claimed = must(Leases(*store, thisProcess(), Milliseconds(1'000)).claimDue(clock.now(), 100));

        QVERIFY(claimed.size() >= told.size());
        for (const Claimed& each : claimed)
            if (told.contains(each.lease.run.value))
                QCOMPARE(each.resumed, std::string("process gone"));
    }
};

SIGNALBOX_TEST(TestKilledWriter)
#include "tst_killedwriter.moc"
