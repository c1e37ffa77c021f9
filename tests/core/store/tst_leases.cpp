// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/holdrepository.h"
#include "tests/core/store/childprocess.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <QFile>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;
using graph::RunPhase;

namespace {

constexpr Milliseconds kLength{30'000};

/// thisProcess() with another process number and start.
std::string ownerOf(qint64 pid, const std::string& start)
{
    std::string owner = thisProcess();
    owner.resize(owner.rfind(':'));
    owner.resize(owner.rfind(':') + 1);
    return owner + std::to_string(pid) + ":" + start;
}

/// The start of a process as proc(5) tells it.
std::string startOf(pid_t pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        qFatal("no such process");
    return stat.readAll().split(' ').at(21).toStdString(); // its name has no blank
}

/// A process that has ended but whose number and start were known.
std::string deadOwner()
{
    ChildProcess child("yes"); // writes until the pipe is full
    const std::string owner = ownerOf(child.pid(), startOf(child.pid()));
    child.kill();
    child.reap();
    return owner;
}

} // namespace

class TestLeases : public QObject {
    Q_OBJECT

private:
    const std::shared_ptr<const graph::Graph> m_graph = threeSteps();
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    SetClock m_clock;
    Database& database() { return **m_store; }
    RunId newRun(const char* line = "parser") { return RunByHand(database(), *m_graph, m_clock, line).id(); }
    QString due(Leases& leases, int limit = 10)
    {
        QStringList list;
        for (const Claimed& claimed : must(leases.claimDue(m_clock.now(), limit)))
            list << QString::number(claimed.lease.run.value)
                    + QString::fromStdString(claimed.resumed.empty() ? " new" : " " + claimed.resumed);
        return list.join(QStringLiteral(", "));
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(m_dir->filePath(QStringLiteral("store.sqlite")).toStdString());
    }
    void cleanup() { m_store.reset(); }

    void aDueRunIsTakenOnceInOrder()
    {
        newRun();
        newRun();
        newRun();
        Leases leases(database(), thisProcess(), kLength);

        QCOMPARE(due(leases, 2), QStringLiteral("1 new, 2 new"));
        QCOMPARE(due(leases, 2), QStringLiteral("3 new"));
        QCOMPARE(due(leases, 2), QString());
    }

    void twoProgramsNeverTakeTheSameRun()
    {
        for (int i = 0; i < 40; ++i)
            newRun();
        OpenStore other(database().path());
        std::vector<std::int64_t> mine;
        std::vector<std::int64_t> theirs;
        const auto takeAll = [&](Database& store, std::vector<std::int64_t>& taken) {
            Leases leases(store, thisProcess(), kLength);
            for (auto claimed = must(leases.claimDue(m_clock.now(), 3)); !claimed.empty();
                 claimed = must(leases.claimDue(m_clock.now(), 3)))
                for (const Claimed& each : claimed)
                    taken.push_back(each.lease.run.value);
        };

        {
            std::jthread thread([&] { takeAll(*other, theirs); });
            takeAll(database(), mine);
        }

        mine.insert(mine.end(), theirs.begin(), theirs.end());
        std::ranges::sort(mine);
        QCOMPARE(mine.size(), std::size_t(40));
        QVERIFY(std::ranges::adjacent_find(mine) == mine.end());
    }

    void aLeaseOfALivingProcessHolds()
    {
        const RunId run = newRun();
        Leases mine(database(), thisProcess(), kLength);
        must(mine.claim(run, m_clock.now()));
        Leases theirs(database(), "elsewhere:b:n:1:1", kLength);

        QCOMPARE(theirs.claim(run, m_clock.now()).error().code, ErrorCode::Conflict);
        QCOMPARE(why(theirs.claim(run, m_clock.now()).error()), QStringLiteral("run 1 is driven by another program"));
        QCOMPARE(due(theirs), QString());
    }

    void anExpiredLeaseIsFree()
    {
        const RunId run = newRun();
        Leases mine(database(), thisProcess(), kLength);
        const Claimed first = must(mine.claim(run, m_clock.now()));
        m_clock.set(m_clock.now() + kLength);
        Leases theirs(database(), "elsewhere:b:n:1:1", kLength);

        const Claimed second = must(theirs.claim(run, m_clock.now()));

        QCOMPARE(second.lease.fence, first.lease.fence + 1);
        QCOMPARE(second.resumed, std::string("lease expired"));
    }

    void aRenewedLeaseDoesNotExpire()
    {
        newRun();
        newRun();
        Leases mine(database(), thisProcess(), kLength);
        must(mine.claimDue(m_clock.now(), 10));
        m_clock.set(m_clock.now() + kLength - Milliseconds(1));
        QCOMPARE(must(mine.renew(m_clock.now())), 2);
        m_clock.set(m_clock.now() + kLength - Milliseconds(1));
        Leases theirs(database(), "elsewhere:b:n:1:1", kLength);

        QCOMPARE(due(theirs), QString());
        QCOMPARE(must(theirs.renew(m_clock.now())), 0);
    }

    void aDeadProcessHoldsNothing()
    {
        const RunId run = newRun();
        must(Leases(database(), deadOwner(), kLength).claim(run, m_clock.now()));
        Leases mine(database(), thisProcess(), kLength);

        QCOMPARE(due(mine), QStringLiteral("1 process gone"));
    }

    void aProcessNumberUsedAgainIsAnotherProcess()
    {
        QVERIFY(!isGone(thisProcess()));
        QVERIFY(isGone(ownerOf(QCoreApplication::applicationPid(), "1")));
        QVERIFY(isGone(deadOwner()));
    }

    void aKilledChildIsGoneBeforeItIsReaped()
    {
        ChildProcess child("yes");
        const std::string owner = ownerOf(child.pid(), startOf(child.pid()));
        QVERIFY(!isGone(owner));

        child.kill();

        QTRY_VERIFY(isGone(owner));
    }

    void anotherMachineIsNeverThoughtDead()
    {
        QVERIFY(!isGone("elsewhere:boot:pid-[1]:999999:1"));
        QVERIFY(!isGone("rubbish"));
        QVERIFY(!isGone(""));
    }

    void aParkedRunIsGivenBack()
    {
        const RunId run = newRun();
        Leases mine(database(), thisProcess(), kLength);
        const Claimed claimed = must(mine.claim(run, m_clock.now()));

        must(mine.release(claimed.lease));

        QCOMPARE(due(mine), QStringLiteral("1 woken"));
        must(mine.release(claimed.lease)); // an old lease gives nothing back
        QCOMPARE(must(RunRepository(database()).find(run)).phase, RunPhase::Running);
    }

    void aRestingRunCannotBeTaken()
    {
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        must(run.wait({.person = request(), .at = {}, .event = {}}));
        Leases mine(database(), thisProcess(), kLength);

        QCOMPARE(why(mine.claim(run.id(), m_clock.now()).error()), QStringLiteral("run 1 waits"));
        QCOMPARE(due(mine), QString());
        QCOMPARE(mine.claim({99}, m_clock.now()).error().code, ErrorCode::NotFound);
    }

    void aHeldLineRests()
    {
        newRun("parser");
        newRun("ledger");
        HoldRepository holds(database());
        must(holds.put({.line = "parser", .by = "ana", .reason = "freeze", .since = m_clock.now()}));
        Leases mine(database(), thisProcess(), kLength);

        QCOMPARE(due(mine), QStringLiteral("2 new"));
        must(holds.release("parser", {.by = "ana", .reason = "thawed", .at = m_clock.now()}));
        QCOMPARE(due(mine), QStringLiteral("1 new"));
    }

    void aDriverHearsThatItsRunIsToBeCancelled()
    {
        const RunId run = newRun();
        newRun();
        Leases mine(database(), thisProcess(), kLength);
        must(mine.claimDue(m_clock.now(), 10));
        QVERIFY(must(mine.askedToCancel()).empty());
        OpenStore other(database().path());

        must(RunRepository(*other).askToCancel(run, {"ana", fromUnixMs(1)}));

        QVERIFY(must(mine.askedToCancel()) == std::vector<RunId>{run});
        QVERIFY(must(Leases(*other, "elsewhere:b:n:1:1", kLength).askedToCancel()).empty());
    }

    /// Another program on the store has a token for it.
    void aLineThatIsLeftToOthersIsNotTaken()
    {
        newRun("acme/shop");
        const RunId ours = newRun("parser");
        const RunId cancelled = newRun("acme/shop");
        must(RunRepository(database()).askToCancel(cancelled, {"ana", fromUnixMs(1)}));
        Leases mine(database(), thisProcess(), kLength);

        std::vector<RunId> taken;
        for (const Claimed& claimed : must(mine.claimDue(m_clock.now(), 10, {"acme/shop", "acme/\"x"})))
            taken.push_back(claimed.lease.run);

        QVERIFY((taken == std::vector<RunId>{ours, cancelled}));
        QCOMPARE(due(mine), QStringLiteral("1 new"));
    }

    void aHoldDoesNotKeepARunFromBeingCancelled()
    {
        const RunId run = newRun();
        must(HoldRepository(database()).put({.line = "", .by = "ana", .reason = "outage", .since = m_clock.now()}));
        must(RunRepository(database()).askToCancel(run, {"ana", fromUnixMs(1)}));
        Leases mine(database(), thisProcess(), kLength);

        const auto claimed = must(mine.claimDue(m_clock.now(), 10));

        QCOMPARE(claimed.size(), std::size_t(1));
        QVERIFY(claimed.front().cancelAsked);
    }
};

SIGNALBOX_TEST(TestLeases)
#include "tst_leases.moc"
