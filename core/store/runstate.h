// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of a run's row that several writers of this folder share.
//
// Thread  the store thread
// Errors  Io
#pragma once

#include "core/store/changes.h"
#include "core/store/connection.h"

namespace signalbox::store {

/// A run that waits or sleeps becomes due; one that is driven or has ended stays as it is.
Result<void> queueWaiting(Connection& connection, Changes& changes, RunId run);

} // namespace signalbox::store
