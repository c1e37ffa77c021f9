// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the table run, read by whatever statement asks for their columns.
//
// Thread  that of the cursor's connection
// Errors  Io: a row is damaged, or cannot be read
// Disk    schema.md
#pragma once

#include "core/store/cursor.h"
#include "core/store/runrepository.h"

namespace signalbox::store {

// Every read of a run has these columns, in this order.
#define SIGNALBOX_HEAD_COLUMNS                                                                                         \
    "id, agent, line, state, step, acting, failure, facts, checkpoint, created_at, started_at, finished_at,"           \
    " approval, origin_run, origin_checkpoint"
#define SIGNALBOX_RUN_COLUMNS                                                                                          \
    SIGNALBOX_HEAD_COLUMNS ", subject, graph_version, durability, cancel_asked, lease_owner, changed_seq"

/// `path` is that of the store, for errors.
Result<RunRow> readRow(const Cursor& row, const std::string& path);

/// News of the others goes on where a row is damaged; who loads the list is told of it.
Result<std::vector<RunRow>> readSound(Result<Cursor> rows, const std::string& path);

struct RunVisit {
    std::string path; // of the store
    int limit = 0;
    const std::function<void(const RunHead& run)>& each;
    std::vector<RunId>* unreadable; // null: the first one that is damaged ends it
};

/// The newest of two lists, each with its newest first. Both are read in one snapshot: `left` has been begun before
/// `right`, and a connection keeps its snapshot for as long as one of its statements goes on.
Result<void> visitNewest(Cursor& left, Cursor* right, const RunVisit& visit);

} // namespace signalbox::store
