// SPDX-License-Identifier: GPL-3.0-or-later
// Where runs stood. A checkpoint is stored whole at intervals, else as its
// difference from the one before, so that reading one never reads the whole history.
//
// Thread  any but the store thread
// Errors  NotFound, Io
// Disk    schema.md, checkpoint
#pragma once

#include "core/store/database.h"
#include "core/store/runrow.h"

#include <map>

namespace signalbox::store {

class CheckpointRepository {
public:
    explicit CheckpointRepository(Database& database) : m_database(database) { }

    Result<std::vector<CheckpointHead>> list(RunId run); // oldest first
    Result<Json> stateAt(RunId run, std::int64_t number);
    /// As it was when it was made; its waits may have been answered since.
    Result<StoredCheckpoint> at(RunId run, std::int64_t number);
    /// The newest one with the frontier as it is now: what a driver begins with.
    Result<StoredCheckpoint> newest(RunId run);
    /// Token → answer of the waits that have ended, for graph::applyAnswers().
    Result<std::map<std::string, Json>> answeredWaits(RunId run);

private:
    Database& m_database; // outlives this
};

} // namespace signalbox::store
