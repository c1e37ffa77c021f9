// SPDX-License-Identifier: GPL-3.0-or-later
// Forks a run from one of its checkpoints into a new one. The original is only read.
//
// Thread  any but the store thread; blocks on the writer
// Errors  NotFound (no such run, checkpoint or agent), InvalidInput (the patch is no object, another version of the
//         graph), Io
#pragma once

#include "core/host/graphset.h"
#include "core/host/views.h"
#include "core/store/act.h"
#include "core/store/database.h"

namespace signalbox::host {

Result<Forked> forkRun(store::Database& database, const GraphSet& graphs, const ForkRequest& request,
                       const store::Act& act);

} // namespace signalbox::host
