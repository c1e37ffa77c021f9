// SPDX-License-Identifier: GPL-3.0-or-later
// The first checkpoint of a run that is forked from a checkpoint of another.
//
// Thread  any: pure
// Errors  InvalidInput where the patch is no object
// Source  RFC 7386 (JSON Merge Patch); PEERS A1, time travel
#pragma once

#include "core/graph/checkpoint.h"

namespace signalbox::graph {

/// The same tasks, as if none had been begun: what was answered or ruled for the original does not count, waits begin
/// anew. `patch` is merged into the state: an object replaces key by key, null removes, anything else replaces.
Result<Checkpoint> forkOf(Checkpoint original, const Json& patch, UtcTime now);

} // namespace signalbox::graph
