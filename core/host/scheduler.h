// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the runs that are due, and wakes those whose wait is over. A run whose drive the
// store failed is driven again, later each time.
//
// Thread     one of its own, started by start(); drives go to the pool
// Ownership  everything in Scene outlives it
// Shutdown   stop() parks what is being driven and joins; a parked run is queued again
#pragma once

#include "core/host/graphset.h"
#include "core/host/threadpool.h"
#include "core/store/leases.h"
#include "core/store/wakeups.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace signalbox::host {

class Scheduler {
public:
    struct Scene {
        store::Database& database;
        ThreadPool& pool;
        const Clock& clock;
        const GraphSet& graphs;
        const GraphSet& rehearsals; // the same, whose ports only look
        std::string owner; // of leases
        /// The journal for one drive.
        std::function<std::unique_ptr<graph::Journal>(const graph::Graph&)> journal;
        std::function<bool(const std::string& line)> isHeld;
        /// Lines whose runs are left to other programs.
        std::function<std::set<std::string>()> left = {};
        /// Looks whether an event that runs wait for has happened. Called on the scheduler's thread.
        std::function<bool(const std::string& event)> hasHappened;
        /// A run is being cancelled: its nodes have ended, and it is not stored as cancelled yet. Called again where
        /// that fails; on the thread of its drive.
        std::function<void(const store::Claimed& run, const Json& state)> cancelling;
        /// Called on the scheduler's thread after each round, for what is polled.
        std::function<void()> afterRound;
        /// Called on any thread when something could not be done, such as driving a run.
        std::function<void(const Error& error)> failed;
    };

    explicit Scheduler(Scene scene);
    ~Scheduler();

    void start();
    void stop();
    void wake(); // something may be due; any thread

    /// Runs that are in a drive now.
    int driving() const { return m_driving.load(); }
    /// Ends the drive of a run that somebody asked to cancel.
    void cancelDrive(RunId run);

private:
    struct Drive {
        std::stop_source stop;
        std::shared_ptr<std::atomic<bool>> cancel = std::make_shared<std::atomic<bool>>(false);
    };

    /// A run whose drive has failed, and that is still leased.
    struct Stranded {
        graph::Lease lease;
        int failures = 0; // in a row
        UtcTime again; // when it is given back, to be driven again
    };

    void loop(std::stop_token stop);
    void round();
    void wakeRuns(UtcTime now);
    void lookForEvents(UtcTime now);
    bool renewLeases(UtcTime now);
    void cancelAsked();
    void giveBack(UtcTime now);
    void strand(const graph::Lease& lease);
    void claimDue(UtcTime now);
    void begin(store::Claimed claimed);
    void drive(const store::Claimed& claimed, const Drive& drive);
    Result<void> driveRun(const store::Claimed& claimed, const Drive& drive);
    void ended(RunId run);
    void report(const Error& error, const std::string& what);

    const Scene m_scene;
    store::WakeUps m_wakeUps;
    store::Leases m_leases;
    std::atomic<int> m_driving{0};
    UtcTime m_renewAt; // scheduler thread only
    std::string m_lastReport; // scheduler thread only
    std::string m_lookedAt; // the last event looked at; scheduler thread only
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_poked = false; // guarded by m_mutex
    std::map<RunId, Drive> m_drives; // guarded by m_mutex
    std::map<RunId, Stranded> m_stranded; // guarded by m_mutex
    std::jthread m_thread;
};

} // namespace signalbox::host
