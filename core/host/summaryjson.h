// SPDX-License-Identifier: GPL-3.0-or-later
// A run as JSON, with the names of CLI.md: what signalboxctl prints, and what the status route answers.
//
// Thread  any: pure
#pragma once

#include "core/host/views.h"

namespace signalbox::host {

Json toJson(const RunSummary& run);

/// null where there is none.
Json timeOrNull(const std::optional<UtcTime>& time);
Json textOrNull(const std::string& text);

} // namespace signalbox::host
