// SPDX-License-Identifier: GPL-3.0-or-later
// A run of the store as the pages and the commands show it.
//
// Thread  any that may read the store
// Errors  Io
#pragma once

#include "core/host/views.h"
#include "core/store/runrepository.h"

namespace signalbox::host {

RunSummary summaryOf(const store::RunHead& row);

/// Newest first.
Result<std::vector<RunSummary>> summaries(store::Database& database, const store::RunFilter& filter);

} // namespace signalbox::host
