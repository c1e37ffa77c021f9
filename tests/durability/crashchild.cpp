// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the runs of a store until all rest, migrates a store, or takes the old checkpoints out of one, until it kills
// itself:
//
//   crashchild drive STORE WORLD WHEN NUMBER
//   crashchild migrate STORE WORLD WHEN NUMBER
//   crashchild prune STORE WORLD WHEN NUMBER
//
// WHEN is a point of the journal, passed for the NUMBER-th time; write, sync or torn, the NUMBER-th
// write or sync of the disk; or time, after NUMBER microseconds, whatever it does then.
#include "core/store/retention.h"
#include "tests/core/store/storefixture.h"
#include "tests/durability/engine.h"
#include "tests/durability/faultydisk.h"
#include "tests/durability/oldstore.h"

#include <QCoreApplication>

#include <sys/time.h>
#include <unistd.h>

#include <csignal>

using namespace signalbox;
using namespace signalbox::test;

namespace {

[[noreturn]] void die()
{
    ::kill(::getpid(), SIGKILL);
    std::abort(); // not reached
}

void dieAfter(long micros)
{
    struct sigaction action = {};
    action.sa_handler = [](int) { ::kill(::getpid(), SIGKILL); };
    ::sigaction(SIGALRM, &action, nullptr);
    itimerval timer{};
    timer.it_value.tv_sec = micros / 1'000'000;
    timer.it_value.tv_usec = micros % 1'000'000;
    ::setitimer(ITIMER_REAL, &timer, nullptr);
}

Probe deathAt(std::string_view when, long number)
{
    if (const auto fatal = pointFromName(when))
        return [fatal, left = std::make_shared<std::atomic<long>>(number)](JournalPoint point) {
            if (point == fatal && left->fetch_sub(1) == 1)
                die();
        };
    if (when == "time")
        dieAfter(number);
    else if (when == "torn")
        FaultyDisk::plan(DiskAct::Write, DiskFault::Tears, static_cast<int>(number));
    else
        FaultyDisk::plan(when == "sync" ? DiskAct::Sync : DiskAct::Write, DiskFault::Kills, static_cast<int>(number));
    return {};
}

int drive(const std::string& store, const std::string& world, Probe probe)
{
    Engine engine(store, World(world), std::move(probe));
    engine.start();
    return engine.untilAllRest() ? 0 : 1;
}

int migrateOld(const std::string& store)
{
    const auto migrated = migrateOldStore(store);
    if (!migrated)
        qWarning("%s", migrated.error().detail.c_str());
    return migrated ? 0 : 1;
}

int prune(const std::string& store)
{
    OpenStore opened(store);
    const UtcTime now = SystemClock().now();
    while (must(store::Retention(*opened).pruneSome({.endedBefore = now, .now = now})).more) { }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() != 5)
        qFatal("usage: crashchild drive|migrate|prune STORE WORLD WHEN NUMBER");
    FaultyDisk::install();
    Probe probe = deathAt(words[3], std::stol(words[4]));
    if (words[0] == "prune")
        return prune(words[1]);
    return words[0] == "migrate" ? migrateOld(words[1]) : drive(words[1], words[2], std::move(probe));
}
