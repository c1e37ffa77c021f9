// SPDX-License-Identifier: GPL-3.0-or-later
// Which runs a filter line keeps.
#pragma once

#include "core/host/views.h"
#include "ui/models/filterline.h"

namespace signalbox::ui {

using RunFilter = FilterLine;

RunFilter parseRunFilter(const QString& line, UtcTime now);

bool matches(const RunFilter& filter, const host::RunSummary& run);

/// The names under which `state:` finds a run: {"failed", "escalated"}.
QStringList stateKeys(const host::RunSummary& run);

} // namespace signalbox::ui
