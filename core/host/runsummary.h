// SPDX-License-Identifier: GPL-3.0-or-later
// A run of the store as the pages and the commands show it.
//
// Thread  any: pure
#pragma once

#include "core/host/views.h"
#include "core/store/runrow.h"

namespace signalbox::host {

RunSummary summaryOf(const store::RunRow& row);

} // namespace signalbox::host
