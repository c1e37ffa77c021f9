// SPDX-License-Identifier: GPL-3.0-or-later
// What an agent can do to a failing run: a typed action, never shell text.
//
// Disk    names are those of CLI.md; they stand in states, knowledge and approvals
// Source  SPEC 2 and 3
#pragma once

#include "core/base/safety.h"

#include <optional>
#include <string_view>

namespace signalbox::agents {

enum class ActionType : std::uint8_t {
    RerunFailedJobs,
    RerunDebug,
    ClearCacheRerun,
    RegenerateLockfile,
    UpdateDependencies,
    RaiseTimeout,
    FreeDisk,
    QuarantineTest
};

std::string_view actionName(ActionType action); // "rerun_failed_jobs", …
std::optional<ActionType> actionFromName(std::string_view name);
SafetyClass safetyOf(ActionType action);

/// Whether this program can carry it out itself, on a line that takes changes for review or on one that does not.
bool isCarriedOut(ActionType action, bool offersChanges);

/// A plain second try, which changes nothing.
bool isPlainRerun(ActionType action);

} // namespace signalbox::agents
