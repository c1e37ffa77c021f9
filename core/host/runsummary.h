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

/// Newest first. A damaged row fails, or is told in `unreadable` and left out.
Result<std::vector<RunSummary>> summaries(store::Database& database, const store::RunFilter& filter,
                                          std::vector<RunId>* unreadable = nullptr);

} // namespace signalbox::host
