// SPDX-License-Identifier: GPL-3.0-or-later
// What goes on with the lines that are on servers: deliveries are worked on, and the lines are looked at.
//
// Thread     start(), stop(): one; the rest: any
// Ownership  what is in Scene outlives it
#pragma once

#include "core/host/catchup.h"
#include "core/host/gatewatch.h"
#include "core/host/inbox.h"
#include "core/host/remotes.h"
#include "core/host/remotewatch.h"
#include "core/store/connectionrepository.h"

#include <set>

namespace signalbox::host {

class Watching {
public:
    struct Scene {
        store::Database& database;
        const Clock& clock;
        SharedWorkspace& workspace;
        Remotes& remotes;
        std::function<Result<void>(const ci::RunRef& run, int attempt)> heal;
        /// Something waits in a run until people let it through. Told of as often as it is seen.
        std::function<Result<void>(const ci::RunRef& run, int attempt, const ci::PendingGate& gate)> ask;
        std::function<void()> wake; // something that is waited for has happened
        std::function<void(const Error& error)> report;
    };

    explicit Watching(Scene scene);

    void start();
    void stop();
    /// Where deliveries of GitHub are received here, those that did not arrive are asked for.
    void receiveFromGitHub(bool receives);
    void deliveriesCame() { m_inbox.wake(); }
    void linesChanged() { m_watch.hint({}); }
    /// When a look at the line went well the last time, here.
    std::optional<UtcTime> answered(const std::string& line) const;
    /// Lines at which this program cannot look for want of a valid token: it does nothing for them, another may.
    std::set<std::string> unauthorized() const;
    /// When it is looked at next, here.
    std::optional<UtcTime> nextLook(const std::string& line) const { return m_watch.nextLook(line); }
    /// As RemoteWatch::lookNow(); a line of this machine has no server to ask, and is told of at once.
    void lookNow(const std::string& line, std::function<void(const Result<void>& look)> told);
    bool hasEnded(const ci::RunRef& run, int attempt) const { return m_watch.hasEnded(run, attempt); }
    void expect(const std::string& line) { m_watch.expect(line); }
    bool hasPassedSince(const ci::RunRef& run, int attempt) const { return m_watch.hasPassedSince(run, attempt); }
    std::vector<ci::Run> laterThan(const ci::RunRef& run) const { return m_watch.laterThan(run); }

private:
    RemoteWatch::Scene watchScene();
    Inbox::Scene inboxScene();

    CatchUp::Scene catchUpScene();
    store::LookedAt placeOf(const std::string& line) const;
    void looked(const std::string& line, const Result<void>& look);

    const Scene m_scene;
    mutable std::mutex m_mutex;
    std::map<std::string, UtcTime> m_answered; // guarded by m_mutex
    std::set<std::string> m_unauthorized; // likewise
    GateWatch m_gates;
    CatchUp m_catchUp; // of the watch's thread
    RemoteWatch m_watch;
    Inbox m_inbox; // tells the watch
};

} // namespace signalbox::host
