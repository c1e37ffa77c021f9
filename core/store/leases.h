// SPDX-License-Identifier: GPL-3.0-or-later
// Who drives a run: an expiring, fenced lease, so that the console and signalboxctl
// on one store never both drive it. Each lease has a higher fence than the one
// before; a record with an older fence is refused by RunJournal.
//
// Thread  any but the store thread; calls block on the writer
// Errors  Conflict (somebody else drives it, or it has ended), NotFound, Io
// Source  SPEC 19; CLI.md: a lease whose process is gone from this machine is free at once
#pragma once

#include "core/graph/journal.h"
#include "core/store/database.h"

#include <set>

namespace signalbox::store {

/// A run that this process may now drive.
struct Claimed {
    graph::Lease lease;
    std::string agent;
    int graphVersion = 1;
    std::string line;
    bool cancelAsked = false;
    std::string resumed; // why it goes on: "woken", "lease expired", "process gone"; empty: it begins
};

class Leases {
public:
    /// `owner` as by thisProcess().
    Leases(Database& database, std::string owner, Milliseconds length);

    /// Up to `limit` runs that are due: queued ones, longest due first, then those whose driver is gone or whose lease
    /// has expired. Runs of a held line, and of those that are `left` to other programs, are left alone unless they
    /// are to be cancelled.
    Result<std::vector<Claimed>> claimDue(UtcTime now, int limit, const std::set<std::string>& left = {});

    /// This run, held or not.
    Result<Claimed> claim(RunId run, UtcTime now);

    /// Prolongs all leases of this owner; answers with how many there are.
    Result<int> renew(UtcTime now);

    /// Runs of this owner that somebody, perhaps another process, has asked to cancel.
    Result<std::vector<RunId>> askedToCancel();

    /// Gives a run back that was parked: it is queued again. A lease that has passed to another is left alone.
    Result<void> release(const graph::Lease& lease);

private:
    Database& m_database;
    const std::string m_owner;
    const Milliseconds m_length;
};

} // namespace signalbox::store
