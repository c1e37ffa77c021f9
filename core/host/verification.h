// SPDX-License-Identifier: GPL-3.0-or-later
// Replays a stored run from its record and compares; nothing outside is touched.
//
// Thread  any but the store thread; blocks until the replay has ended
// Errors  NotFound (no such run or agent), InvalidInput (another version of the graph), Io, Cancelled
#pragma once

#include "core/graph/replay.h"
#include "core/host/graphset.h"
#include "core/store/database.h"

namespace signalbox::host {

/// `graphs` have ports that neither act nor look.
Result<graph::ReplayReport> verifyRun(store::Database& database, const GraphSet& graphs, graph::Executor& executor,
                                      RunId run, std::stop_token stop);

} // namespace signalbox::host
