// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of all agents: made, found, listed, asked to stop or to go on.
//
// Thread  any but the store thread; what changes blocks on the writer
// Errors  NotFound, Conflict (the run has ended, or is driven now), Io
#pragma once

#include "core/store/act.h"
#include "core/store/database.h"
#include "core/store/runrow.h"

#include <functional>
#include <span>

namespace signalbox::store {

struct NewRun {
    std::string agent;
    int graphVersion = 1;
    std::string line;
    std::string subject; // "self-healing parser #3"; a run that has it already is answered instead. Empty: always new
    graph::Durability durability = graph::Durability::Normal;
    std::optional<graph::Origin> origin{}; // of a fork
    std::string by{}; // who forks it
    Json patch{}; // what they changed in the state, for the audit log
    graph::Acting acting = graph::Acting::Live;
    Json state = Json::object(); // the input
    Json frontier; // by graph::toJson
    Json facts = Json::object();
};

struct CreatedRun {
    RunId run;
    bool isNew = true; // false: its subject had a run already
};

struct RunFilter {
    std::string line; // empty: any
    std::string agent; // empty: any
    std::optional<graph::RunPhase> phase;
    RunId before; // only older ones; 0: from the newest
    bool areOpen = false; // those alone that have not ended; with no line
    int limit = 200;
};

class RunRepository {
public:
    explicit RunRepository(Database& database) : m_database(database) { }

    /// The run is queued, with checkpoint 0 and the event run_started.
    Result<CreatedRun> create(const NewRun& run, UtcTime now);
    Result<RunRow> find(RunId run);
    /// The newest with this subject, or with one that goes on behind it: "SUBJECT, after run 3".
    Result<std::optional<RunRow>> newestAbout(const std::string& subject);
    /// What a fork was forked from, what that was forked from, and so on.
    Result<std::vector<RunId>> ancestors(RunId run);
    Result<std::vector<RunHead>> list(const RunFilter& filter); // newest first
    /// The same one by one, for who keeps little of each: `run` is overwritten by the next one. A damaged row fails,
    /// or is told in `unreadable` and left out.
    Result<void> visit(const RunFilter& filter, const std::function<void(const RunHead& run)>& each,
                       std::vector<RunId>* unreadable = nullptr);
    /// Runs that are being driven, whose steps are no such change, then those that changed after `seq`, in order.
    /// Damaged rows are left out: they are told of where all are loaded.
    Result<std::vector<RunRow>> changedSince(std::int64_t seq, int limit);
    Result<std::int64_t> lastChange();
    Result<std::vector<StoredEvent>> events(RunId run, std::int64_t afterSeq = 0, int limit = 100'000);

    /// Its reading statements, for a test of how they are answered.
    static std::span<const std::string_view> readStatements();

    /// Its driver is to cancel it; a run that nobody drives is queued, so that it is driven to its end.
    Result<void> askToCancel(RunId run, const Act& act);
    /// A failed or cancelled run is queued again from its newest checkpoint, its waits open again.
    Result<void> resume(RunId run, const Act& act);

private:
    Database& m_database; // outlives this
};

} // namespace signalbox::store
