// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of checkpoint: a state is read from the whole one before it and the differences since.
//
// Thread  that of the connection
// Errors  NotFound, Io
// Disk    schema.md, checkpoint
#pragma once

#include "core/store/connection.h"

namespace signalbox::store {

/// The state of exactly this checkpoint.
Result<Json> readState(Connection& connection, RunId run, std::int64_t number);

/// Why there is none: it has been removed, or never was.
Error noCheckpoint(Connection& connection, RunId run, std::int64_t number);
Error unreadable(const Connection& connection, RunId run);

} // namespace signalbox::store
